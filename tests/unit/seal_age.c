/* age files of our own: opened again, refused when wrong, and the same bytes for ever. */
#include "seal_kit.h"

#include "base/buffer.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"

enum { MAX_BYTES = 1024 * 1024 };

static struct age_identity *identities_new(struct arena *arena, size_t count)
{
    struct age_identity *identities = arena_array(arena, struct age_identity, count);
    for (size_t i = 0; i < count; i++)
        age_identity_generate(&identities[i]);
    return identities;
}

static struct span sealed(struct arena *arena, const struct age_identity *identities,
                          size_t count, struct span plaintext)
{
    struct age_recipient recipients[16];
    struct span file;
    for (size_t i = 0; i < count; i++)
        recipients[i] = identities[i].recipient;
    assert_int_equal(age_wrap(arena, recipients, count, plaintext, &file), OK);
    assert_int_equal(file.count, age_wrap_bytes(count, plaintext.count));
    return file;
}

static enum status opened(struct arena *arena, const struct age_identity *identity,
                          struct span file)
{
    struct span plaintext = {0};
    return age_unwrap(arena, identity, 1, MAX_BYTES, file, &plaintext);
}

/* RFC 7748, 5.2: one step from k = u = 9, which is the base point. */
static void identity_of_rfc_7748(void **state)
{
    struct arena *arena = *state;
    const unsigned char secret[AGE_IDENTITY_BYTES] = {9};
    struct age_identity identity;
    age_identity_of(secret, &identity);
    kit_assert_equal(
        (struct span){(const char *)identity.recipient.bytes, AGE_RECIPIENT_BYTES},
        kit_hex(arena,
                "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079"));
}

static void every_recipient_opens(void **state)
{
    struct arena *arena = *state;
    static const size_t sizes[] = {0, 1, 65535, 65536, 65537, 131072, 200000};
    const struct age_identity *identities = identities_new(arena, 3);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const struct span plaintext = kit_pattern(arena, sizes[i]);
        const struct span file = sealed(arena, identities, 2, plaintext);
        struct span content;
        assert_int_equal(age_unwrap(arena, identities, 1, MAX_BYTES, file, &content), OK);
        kit_assert_equal(content, plaintext);
        assert_int_equal(age_unwrap(arena, identities + 1, 2, MAX_BYTES, file, &content),
                         OK);
        kit_assert_equal(content, plaintext);
        assert_int_equal(opened(arena, identities + 2, file), STATUS_WRONG_KEY);
    }
}

static void sizes_are_those_of_the_format(void **state)
{
    (void)state;
    assert_int_equal(age_wrap_bytes(1, 0), 200);
    assert_int_equal(age_wrap_bytes(2, 0), 298);
    assert_int_equal(age_wrap_bytes(16, 0) - 32, 1638);
    assert_int_equal(age_wrap_bytes(1, 65536) + 1 + 16, age_wrap_bytes(1, 65537));
}

static void limits_hold(void **state)
{
    struct arena *arena = *state;
    const struct age_identity *identities = identities_new(arena, 16);
    struct age_recipient recipients[17] = {0};
    struct span file = SPAN("untouched"), content;
    for (size_t i = 0; i < 16; i++)
        recipients[i] = identities[i].recipient;
    assert_int_equal(age_wrap(arena, recipients, 0, SPAN("x"), &file), STATUS_BAD_INPUT);
    assert_int_equal(age_wrap(arena, recipients, 17, SPAN("x"), &file), STATUS_BAD_INPUT);
    recipients[1] = recipients[0];
    assert_int_equal(age_wrap(arena, recipients, 2, SPAN("x"), &file), STATUS_BAD_INPUT);
    memset(&recipients[1], 0, sizeof recipients[1]); /* low order */
    assert_int_equal(age_wrap(arena, recipients, 2, SPAN("x"), &file), STATUS_BAD_INPUT);
    assert_true(is_span(file, "untouched"));
    file = sealed(arena, identities, 16, SPAN("twelve bytes"));
    assert_int_equal(age_unwrap(arena, identities + 15, 1, 12, file, &content), OK);
    assert_int_equal(age_unwrap(arena, identities, 1, 11, file, &content),
                     STATUS_TOO_LARGE);
}

static void too_many_stanzas_and_too_long_headers(void **state)
{
    struct arena *arena = *state;
    const struct age_identity *identity = identities_new(arena, 1);
    struct buffer text = buffer_init(arena, 64 * 1024);
    struct span content;
    buffer_text(&text, "age-encryption.org/v1\n");
    for (int i = 0; i < 17; i++)
        buffer_text(&text, "-> other\n\n");
    buffer_text(&text, "--- AAAA\n");
    assert_int_equal(age_unwrap(arena, identity, 1, 9, buffer_span(&text), &content),
                     STATUS_TOO_LARGE);
    text = buffer_init(arena, 64 * 1024);
    buffer_text(&text, "age-encryption.org/v1\n-> other ");
    for (int i = 0; i < 5000; i++)
        buffer_text(&text, "x");
    assert_int_equal(age_unwrap(arena, identity, 1, 9, buffer_span(&text), &content),
                     STATUS_TOO_LARGE);
    assert_non_null(strstr(status_last(), "age itself has no such limit"));
}

/* The first line, and stanzas of others before our own, of which only the arguments are read. */
static enum status with_stanza(struct arena *arena, const struct age_identity *identity,
                               struct span file, struct span argument)
{
    static const char first[] = "age-encryption.org/v1\n";
    struct buffer bytes = buffer_init(arena, file.count + 4096);
    buffer_add(&bytes, span_of(first));
    buffer_text(&bytes, "-> other ");
    buffer_add(&bytes, argument);
    buffer_text(&bytes, "\n\n");
    buffer_add(&bytes, span_cut(file, strlen(first), file.count));
    return opened(arena, identity, buffer_span(&bytes));
}

/* What is allowed comes to the MAC, which does not cover it. */
static void arguments_are_of_visible_letters(void **state)
{
    struct arena *arena = *state;
    const struct age_identity *identity = identities_new(arena, 1);
    const struct span file = sealed(arena, identity, 1, SPAN("text"));
    for (int byte = 0; byte < 256; byte++) {
        if (byte == '\n' || byte == ' ')
            continue;
        for (int at = 0; at < 3; at++) {
            char text[] = {'a', 'b', 'c'};
            text[at] = (char)byte;
            const enum status status =
                with_stanza(arena, identity, file, (struct span){text, 3});
            const bool is_malformed = strstr(status_last(), "a forbidden byte") != NULL;
            assert_int_not_equal(status, OK);
            assert_int_equal(is_malformed, byte < 33 || byte > 126);
        }
    }
}

static void wrong_kinds_have_their_own_status(void **state)
{
    struct arena *arena = *state;
    static const struct {
        const char *text;
        enum status status;
    } rows[] = {
        {"", STATUS_DAMAGED},
        {"hello", STATUS_DAMAGED},
        {"age-encryption.org/v1", STATUS_DAMAGED},
        {"age-encryption.org/v1\n", STATUS_DAMAGED},
        {"age-encryption.org/v1\r\n-> other\n\n", STATUS_UNSUPPORTED},
        {"age-encryption.org/v2\n", STATUS_UNSUPPORTED},
        {"-----BEGIN AGE ENCRYPTED FILE-----\n", STATUS_UNSUPPORTED},
        {"age-encryption.org/v1\n-> scrypt bsalt 18\nAAAA\n", STATUS_UNSUPPORTED},
        {"age-encryption.org/v1\n-> X25519 tooshort\nAAAA\n", STATUS_DAMAGED},
        {"age-encryption.org/v1\n--- AAAA\n", STATUS_DAMAGED},
        {"age-encryption.org/v1\n-> \n\n", STATUS_DAMAGED},
        {"age-encryption.org/v1\n-> a  b\n\n", STATUS_DAMAGED},
        {"age-encryption.org/v1\n-> a\nAAA*\n", STATUS_DAMAGED},
        {"age-encryption.org/v1\n-> a\n\n--- AAAA\n", STATUS_DAMAGED},
        {"age-encryption.org/v1\n"
         "-> a\n"
         "\n"
         "---AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
         STATUS_DAMAGED},
        {"age-encryption.org/v1\n"
         "-> a\n"
         "\n"
         "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
         STATUS_WRONG_KEY},
    };
    const struct age_identity *identity = identities_new(arena, 1);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(opened(arena, identity, span_of(rows[i].text)), rows[i].status);
}

/* Every byte changed, one at a time: nothing opens, nothing is let out. */
static void each_changed_byte_is_refused(void **state)
{
    struct arena *arena = *state;
    const struct age_identity *identities = identities_new(arena, 2);
    const struct span file =
        sealed(arena, identities, 2, SPAN("the answers of a person"));
    for (size_t i = 0; i < file.count; i++) {
        const struct arena_mark mark = arena_mark(arena);
        char *copy = arena_alloc(arena, file.count);
        struct span content = SPAN("untouched");
        memcpy(copy, file.data, file.count);
        copy[i] = (char)(copy[i] ^ 1);
        assert_int_not_equal(age_unwrap(arena, identities, 2, MAX_BYTES,
                                        (struct span){copy, file.count}, &content),
                             OK);
        assert_true(is_span(content, "untouched"));
        arena_release(arena, mark);
    }
}

static void each_cut_and_each_tail_is_refused(void **state)
{
    struct arena *arena = *state;
    const struct age_identity *identity = identities_new(arena, 1);
    const struct span file = sealed(arena, identity, 1, SPAN("short"));
    for (size_t i = 0; i < file.count; i++)
        assert_int_equal(opened(arena, identity, span_cut(file, 0, i)), STATUS_DAMAGED);
    char *longer = arena_alloc(arena, file.count + 1);
    memcpy(longer, file.data, file.count);
    assert_int_equal(opened(arena, identity, (struct span){longer, file.count + 1}),
                     STATUS_DAMAGED);
}

static void whole_chunks_cannot_be_cut_or_swapped(void **state)
{
    struct arena *arena = *state;
    const struct age_identity *identity = identities_new(arena, 1);
    const struct span file = sealed(arena, identity, 1, kit_pattern(arena, 3 * 65536));
    const size_t front = age_wrap_bytes(1, 0) - 16, chunk = 65536 + 16;
    char *copy = arena_alloc(arena, file.count);
    assert_int_equal(opened(arena, identity, span_cut(file, 0, front + 2 * chunk)),
                     STATUS_DAMAGED);
    memcpy(copy, file.data, file.count);
    memcpy(copy + front, file.data + front + chunk, chunk);
    memcpy(copy + front + chunk, file.data + front, chunk);
    assert_int_equal(opened(arena, identity, (struct span){copy, file.count}),
                     STATUS_DAMAGED);
}

static const char secret_line[] = /* its checksum is wrong */
    "AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ";

/* The one key of the file `text`. */
static enum status identity_read(struct arena *arena, struct span text,
                                 struct age_identity *out_identity)
{
    struct age_identity *identities;
    size_t count;
    const enum status status = age_identity_list(arena, text, &identities, &count);
    if (status != OK)
        return status;
    assert_int_equal(count, 1);
    *out_identity = identities[0];
    return OK;
}

static void identity_text_and_back(void **state)
{
    struct arena *arena = *state;
    struct age_identity identity, again;
    struct age_recipient recipient;
    age_identity_generate(&identity);
    const struct span text = age_identity_write(arena, &identity);
    assert_int_equal(text.count, 74);
    assert_int_equal(identity_read(arena, text, &again), OK);
    assert_memory_equal(&again, &identity, sizeof again);
    const struct span public = age_recipient_write(arena, &identity.recipient);
    assert_int_equal(public.count, 62);
    assert_int_equal(age_recipient_read(public, &recipient), OK);
    assert_memory_equal(&recipient, &identity.recipient, sizeof recipient);
    assert_int_equal(identity_read(arena, public, &again), STATUS_BAD_INPUT);
    assert_int_equal(age_recipient_read(text, &recipient), STATUS_BAD_INPUT);
    assert_int_equal(age_recipient_read(SPAN("age1yubikey1qqqq"), &recipient),
                     STATUS_UNSUPPORTED);
}

static void a_file_holds_as_many_identities_as_promised(void **state)
{
    struct arena *arena = *state;
    struct age_identity *list;
    size_t count;
    const struct age_identity *made = identities_new(arena, AGE_IDENTITY_MAX_COUNT + 1);
    struct buffer text = buffer_init(arena, 16 * 1024);
    for (size_t i = 0; i <= AGE_IDENTITY_MAX_COUNT; i++) {
        if (i == AGE_IDENTITY_MAX_COUNT)
            assert_int_equal(age_identity_list(arena, buffer_span(&text), &list, &count),
                             OK);
        buffer_add(&text, age_identity_write(arena, &made[i]));
        buffer_text(&text, "\n");
    }
    assert_int_equal(count, AGE_IDENTITY_MAX_COUNT);
    assert_memory_equal(&list[count - 1], &made[count - 1], sizeof *list);
    assert_int_equal(age_identity_list(arena, buffer_span(&text), &list, &count),
                     STATUS_BAD_INPUT);
}

static void identity_files(void **state)
{
    struct arena *arena = *state;
    struct age_identity identity, *list;
    size_t count;
    age_identity_generate(&identity);
    const char *key = span_text(arena, age_identity_write(arena, &identity));
    const struct {
        const char *before, *after;
        enum status status;
    } rows[] = {
        {"", "", OK},
        {"# created: today\n\n", "\n", OK},
        {"# note\r\n\r\n", "\r\n", OK},
        {" ", "\n", STATUS_BAD_INPUT},
        {"", " \n", STATUS_BAD_INPUT},
        {"\xef\xbb\xbf", "\n", STATUS_BAD_INPUT},
        {"#", "\n", STATUS_BAD_INPUT},
        {"age1", "\n", STATUS_BAD_INPUT},
        {"AGE-SECRET-KEY-PQ-1QQQQ\n", "\n", STATUS_UNSUPPORTED},
        {"AGE-PLUGIN-YUBIKEY-1QQQQ\n", "\n", STATUS_UNSUPPORTED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct span text =
            span_format(arena, "%s%s%s", rows[i].before, key, rows[i].after);
        assert_int_equal(age_identity_list(arena, text, &list, &count), rows[i].status);
        if (rows[i].status == OK) {
            assert_int_equal(count, 1);
            assert_memory_equal(list, &identity, sizeof identity);
        } else {
            assert_null(strstr(status_last(), key + 20));
        }
    }
}

static void identity_faults_name_the_line(void **state)
{
    struct arena *arena = *state;
    struct age_identity *list;
    size_t count;
    const struct span text = span_format(arena, "# one\n\n%s\n", secret_line);
    assert_int_equal(age_identity_list(arena, text, &list, &count), STATUS_BAD_INPUT);
    assert_non_null(strstr(status_last(), "line 3"));
    assert_int_equal(age_identity_list(arena, SPAN(""), &list, &count), STATUS_BAD_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(identity_of_rfc_7748),
        KIT_TEST(every_recipient_opens),
        KIT_TEST(sizes_are_those_of_the_format),
        KIT_TEST(limits_hold),
        KIT_TEST(too_many_stanzas_and_too_long_headers),
        KIT_TEST(arguments_are_of_visible_letters),
        KIT_TEST(wrong_kinds_have_their_own_status),
        KIT_TEST(each_changed_byte_is_refused),
        KIT_TEST(each_cut_and_each_tail_is_refused),
        KIT_TEST(whole_chunks_cannot_be_cut_or_swapped),
        KIT_TEST(identity_text_and_back),
        KIT_TEST(a_file_holds_as_many_identities_as_promised),
        KIT_TEST(identity_files),
        KIT_TEST(identity_faults_name_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
