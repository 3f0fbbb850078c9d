/* Minisign texts of our own: verified again, refused when anything is changed. */
#include "seal_kit.h"

#include "base/buffer.h"
#include "base/little.h"
#include "seal/base64.h"
#include "seal/minisign.h"

#include <inttypes.h>

#define COMMENT "resonance configuration 7\tkiosk"
#define DOCUMENT SPAN("{\"a\":1}\n")
enum { LINE_COUNT = 4, BLOCK_BYTES = 74 };

/* A key, and a signature of it, whole and in lines without their ends. */
struct bench {
    struct arena *arena;
    struct minisign_key key;
    struct minisign_public public;
    struct span text, lines[LINE_COUNT];
};

static void lines_split(struct bench *bench)
{
    struct span rest = bench->text;
    for (size_t i = 0; i < LINE_COUNT; i++)
        assert_true(span_next(&rest, '\n', &bench->lines[i]));
    assert_int_equal(rest.count, 0);
}

static struct bench bench_start(struct arena *arena)
{
    struct bench bench = {.arena = arena};
    minisign_generate(&bench.key);
    minisign_public_of(&bench.key, &bench.public);
    assert_int_equal(
        minisign_sign(arena, &bench.key, SPAN(COMMENT), DOCUMENT, &bench.text), OK);
    lines_split(&bench);
    return bench;
}

static enum status verified(const struct bench *bench, struct span text)
{
    struct span comment = SPAN("untouched");
    const enum status status =
        minisign_verify(bench->arena, &bench->public, DOCUMENT, text, &comment);
    assert_true(is_span(comment, status == OK ? COMMENT : "untouched"));
    return status;
}

static struct span joined(const struct bench *bench, const struct span *lines,
                          size_t count, const char *end)
{
    struct buffer text = buffer_init(bench->arena, MINISIGN_MAX_BYTES);
    for (size_t i = 0; i < count; i++) {
        buffer_add(&text, lines[i]);
        buffer_text(&text, end);
    }
    return buffer_span(&text);
}

static void our_signature_verifies(void **state)
{
    const struct bench bench = bench_start(*state);
    struct span comment;
    assert_int_equal(verified(&bench, bench.text), OK);
    assert_int_equal(
        minisign_verify(bench.arena, &bench.public, SPAN("{}"), bench.text, &comment),
        STATUS_FORGED);
}

static void the_empty_message_and_comment(void **state)
{
    struct bench bench = bench_start(*state);
    struct span comment;
    assert_int_equal(
        minisign_sign(bench.arena, &bench.key, SPAN(""), SPAN(""), &bench.text), OK);
    assert_int_equal(
        minisign_verify(bench.arena, &bench.public, SPAN(""), bench.text, &comment), OK);
    assert_int_equal(comment.count, 0);
}

static void line_ends_may_be_crlf_or_missing(void **state)
{
    const struct bench bench = bench_start(*state);
    assert_int_equal(verified(&bench, joined(&bench, bench.lines, LINE_COUNT, "\r\n")),
                     OK);
    assert_int_equal(verified(&bench, span_cut(bench.text, 0, bench.text.count - 1)), OK);
    assert_int_not_equal(
        verified(&bench, span_format(bench.arena, "%.*s\n", SPAN_ARGS(bench.text))), OK);
}

static void lines_cannot_be_removed_doubled_or_swapped(void **state)
{
    const struct bench bench = bench_start(*state);
    for (size_t i = 0; i < LINE_COUNT; i++) {
        struct span lines[LINE_COUNT + 1];
        size_t count = 0;
        for (size_t k = 0; k < LINE_COUNT; k++)
            if (k != i)
                lines[count++] = bench.lines[k];
        assert_int_not_equal(verified(&bench, joined(&bench, lines, count, "\n")), OK);
        count = 0;
        for (size_t k = 0; k < LINE_COUNT; k++) {
            lines[count++] = bench.lines[k];
            if (k == i)
                lines[count++] = bench.lines[k];
        }
        assert_int_not_equal(verified(&bench, joined(&bench, lines, count, "\n")), OK);
        memcpy(lines, bench.lines, sizeof bench.lines);
        lines[i] = bench.lines[(i + 1) % LINE_COUNT];
        lines[(i + 1) % LINE_COUNT] = bench.lines[i];
        assert_int_not_equal(verified(&bench, joined(&bench, lines, LINE_COUNT, "\n")),
                             OK);
    }
}

/* The signature with line `at` replaced by the base64 of `bytes`. */
static enum status with_line(const struct bench *bench, size_t at, const void *bytes,
                             size_t count)
{
    struct span lines[LINE_COUNT];
    memcpy(lines, bench->lines, sizeof lines);
    lines[at] = base64_write(bench->arena, (struct span){bytes, count}, BASE64_PADDED);
    return verified(bench, joined(bench, lines, LINE_COUNT, "\n"));
}

static void each_changed_bit_is_refused(void **state)
{
    const struct bench bench = bench_start(*state);
    unsigned char block[BLOCK_BYTES], global[CHAIN_SIGNATURE_BYTES];
    assert_true(base64_read(bench.lines[1], BASE64_PADDED, block, sizeof block));
    assert_true(base64_read(bench.lines[3], BASE64_PADDED, global, sizeof global));
    assert_int_equal(with_line(&bench, 1, block, sizeof block), OK);
    for (size_t i = 0; i < 8 * sizeof block; i++) {
        block[i / 8] = (unsigned char)(block[i / 8] ^ 1U << i % 8);
        assert_int_equal(with_line(&bench, 1, block, sizeof block),
                         i < 16   ? STATUS_UNSUPPORTED
                         : i < 80 ? STATUS_WRONG_KEY
                                  : STATUS_FORGED);
        block[i / 8] = (unsigned char)(block[i / 8] ^ 1U << i % 8);
    }
    for (size_t i = 0; i < 8 * sizeof global; i++) {
        global[i / 8] = (unsigned char)(global[i / 8] ^ 1U << i % 8);
        assert_int_equal(with_line(&bench, 3, global, sizeof global), STATUS_FORGED);
        global[i / 8] = (unsigned char)(global[i / 8] ^ 1U << i % 8);
    }
    assert_int_equal(with_line(&bench, 1, block, sizeof block - 1), STATUS_DAMAGED);
    assert_int_equal(with_line(&bench, 3, global, sizeof global - 1), STATUS_DAMAGED);
}

static void the_trusted_comment_is_protected(void **state)
{
    const struct bench bench = bench_start(*state);
    static const char *const comments[] = {
        "trusted comment: " COMMENT " ",
        "trusted comment: ", "trusted comment:  " COMMENT, "Trusted comment: " COMMENT,
        ""};
    struct span lines[LINE_COUNT];
    memcpy(lines, bench.lines, sizeof lines);
    for (size_t i = 0; i < sizeof comments / sizeof *comments; i++) {
        lines[2] = span_of(comments[i]);
        assert_int_not_equal(verified(&bench, joined(&bench, lines, LINE_COUNT, "\n")),
                             OK);
    }
    memcpy(lines, bench.lines, sizeof lines); /* the other one is free */
    lines[0] = SPAN("untrusted comment: anything");
    assert_int_equal(verified(&bench, joined(&bench, lines, LINE_COUNT, "\n")), OK);
    lines[0] = SPAN("comment: anything");
    assert_int_equal(verified(&bench, joined(&bench, lines, LINE_COUNT, "\n")),
                     STATUS_DAMAGED);
}

static void another_key_is_named_by_number(void **state)
{
    const struct bench bench = bench_start(*state);
    struct bench other = bench_start(*state);
    char number[2 * MINISIGN_NUMBER_BYTES + 1];
    assert_int_equal(verified(&other, bench.text), STATUS_WRONG_KEY);
    snprintf(number, sizeof number, "%016" PRIX64,
             little_read(bench.public.number, MINISIGN_NUMBER_BYTES));
    assert_non_null(strstr(status_last(), number));
    snprintf(number, sizeof number, "%016" PRIX64,
             little_read(other.public.number, MINISIGN_NUMBER_BYTES));
    assert_non_null(strstr(status_last(), number));
    memcpy(other.public.number, bench.public.number, MINISIGN_NUMBER_BYTES);
    assert_int_equal(verified(&other, bench.text), STATUS_FORGED);
}

/* A wrong comment under two good signatures: only the owner of the key can make one. */
static void a_signed_comment_must_be_plain_text(void **state)
{
    const struct bench bench = bench_start(*state);
    static const char *const comments[] = {"a\x1b[2Jb", "\xff\xfe", "a\rb", "a\x7f"};
    unsigned char block[BLOCK_BYTES], global[CHAIN_SIGNATURE_BYTES];
    assert_true(base64_read(bench.lines[1], BASE64_PADDED, block, sizeof block));
    for (size_t i = 0; i < sizeof comments / sizeof *comments; i++) {
        struct span lines[LINE_COUNT], text;
        const struct span message = span_format(bench.arena, "%64s%s", "", comments[i]);
        char *signed_bytes = kit_word(message.data);
        memcpy(signed_bytes, block + 10, CHAIN_SIGNATURE_BYTES);
        sign_bytes(bench.key.secret, message, global);
        memcpy(lines, bench.lines, sizeof lines);
        lines[2] = span_format(bench.arena, "trusted comment: %s", comments[i]);
        lines[3] =
            base64_write(bench.arena, (struct span){(const char *)global, sizeof global},
                         BASE64_PADDED);
        assert_int_equal(verified(&bench, joined(&bench, lines, LINE_COUNT, "\n")),
                         STATUS_DAMAGED);
        assert_int_equal(
            minisign_sign(bench.arena, &bench.key, span_of(comments[i]), DOCUMENT, &text),
            STATUS_BAD_INPUT);
    }
}

static void limits_hold(void **state)
{
    const struct bench bench = bench_start(*state);
    char *longest = arena_alloc(bench.arena, MINISIGN_MAX_BYTES + 1);
    struct span text, comment;
    memset(longest, 'x', MINISIGN_MAX_BYTES + 1);
    const struct span fits = {longest, MINISIGN_COMMENT_MAX_BYTES};
    assert_int_equal(minisign_sign(bench.arena, &bench.key, fits, DOCUMENT, &text), OK);
    assert_int_equal(
        minisign_verify(bench.arena, &bench.public, DOCUMENT, text, &comment), OK);
    kit_assert_equal(comment, fits);
    assert_int_equal(minisign_sign(bench.arena, &bench.key,
                                   (struct span){longest, fits.count + 1}, DOCUMENT,
                                   &text),
                     STATUS_BAD_INPUT);
    assert_int_equal(verified(&bench, (struct span){longest, MINISIGN_MAX_BYTES + 1}),
                     STATUS_TOO_LARGE);
    struct span lines[LINE_COUNT];
    memcpy(lines, bench.lines, sizeof lines);
    lines[0] = span_format(bench.arena, "untrusted comment: %.1100s", longest);
    assert_int_equal(verified(&bench, joined(&bench, lines, LINE_COUNT, "\n")),
                     STATUS_DAMAGED);
}

static void public_keys_and_back(void **state)
{
    const struct bench bench = bench_start(*state);
    struct minisign_public again;
    const struct span text = minisign_public_write(bench.arena, &bench.public);
    assert_int_equal(minisign_public_read(text, &again), OK);
    assert_memory_equal(&again, &bench.public, sizeof again);
    static const char *const wrong[] = {
        "", "untrusted comment: x\n", "untrusted comment: x\nRWQ\n",
        "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3\n"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(minisign_public_read(span_of(wrong[i]), &again),
                         STATUS_BAD_INPUT);
    char *copy = kit_word(span_text(bench.arena, text));
    copy[span_find(text, '\n') + 1] = 'S'; /* the kind */
    assert_int_equal(minisign_public_read((struct span){copy, text.count}, &again),
                     STATUS_BAD_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(our_signature_verifies),
        KIT_TEST(the_empty_message_and_comment),
        KIT_TEST(line_ends_may_be_crlf_or_missing),
        KIT_TEST(lines_cannot_be_removed_doubled_or_swapped),
        KIT_TEST(each_changed_bit_is_refused),
        KIT_TEST(the_trusted_comment_is_protected),
        KIT_TEST(another_key_is_named_by_number),
        KIT_TEST(a_signed_comment_must_be_plain_text),
        KIT_TEST(limits_hold),
        KIT_TEST(public_keys_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
