/* Interop with Debian's minisign, both ways. */
#include "seal_kit.h"

#include "seal/minisign.h"

static const size_t sizes[] = {0, 1, 1000, 100000};
enum { SIZE_COUNT = sizeof sizes / sizeof *sizes };

struct bench {
    struct arena *arena;
    const char *folder;
    char *public_path, *secret_path, *file_path, *signature_path, *out_path;
    bool has_tool;
};

static char *below(const struct bench *bench, const char *name)
{
    return kit_word(file_path(bench->arena, bench->folder, name));
}

/* "minisign" and up to eleven words. */
#define MINISIGN(bench, ...)                                                             \
    kit_run((char *[]){kit_word("minisign"), __VA_ARGS__, NULL}, (bench)->out_path)

static struct bench bench_start(struct arena *arena)
{
    struct bench bench = {.arena = arena, .folder = kit_folder(arena)};
    bench.public_path = below(&bench, "key.pub");
    bench.secret_path = below(&bench, "key.sec");
    bench.file_path = below(&bench, "file");
    bench.signature_path = below(&bench, "file.minisig");
    bench.out_path = below(&bench, "out");
    bench.has_tool = MINISIGN(&bench, kit_word("-v")) == 0;
    return bench;
}

static void bench_end(const struct bench *bench)
{
    kit_folder_end(bench->arena, bench->folder);
    if (!bench->has_tool) {
        print_message("the program minisign is not installed\n");
        skip();
    }
}

static void the_tool_verifies_what_we_sign(void **state)
{
    const struct bench bench = bench_start(*state);
    struct minisign_key key;
    struct minisign_public public;
    minisign_generate(&key);
    minisign_public_of(&key, &public);
    kit_put(bench.public_path, minisign_public_write(bench.arena, &public));
    for (size_t i = 0; bench.has_tool && i < SIZE_COUNT; i++) {
        struct span text;
        char *comment = arena_alloc(bench.arena, MINISIGN_COMMENT_MAX_BYTES);
        memset(comment, 'c', MINISIGN_COMMENT_MAX_BYTES);
        const struct span document = kit_pattern(bench.arena, sizes[i]);
        const struct span said = {comment, i ? MINISIGN_COMMENT_MAX_BYTES : 0};
        assert_int_equal(minisign_sign(bench.arena, &key, said, document, &text), OK);
        kit_put(bench.file_path, document);
        kit_put(bench.signature_path, text);
        assert_int_equal(MINISIGN(&bench, kit_word("-V"), kit_word("-Q"), kit_word("-p"),
                                  bench.public_path, kit_word("-m"), bench.file_path),
                         0);
        const struct span shown = kit_get(bench.arena, bench.out_path);
        kit_assert_equal(span_trim(shown), said);
    }
    bench_end(&bench);
}

static enum status verified(const struct bench *bench, struct span *out_comment)
{
    struct minisign_public public;
    assert_int_equal(
        minisign_public_read(kit_get(bench->arena, bench->public_path), &public), OK);
    return minisign_verify(bench->arena, &public, kit_get(bench->arena, bench->file_path),
                           kit_get(bench->arena, bench->signature_path), out_comment);
}

static void sign_with_tool(const struct bench *bench, const char *kind)
{
    assert_int_equal(MINISIGN(bench, kit_word("-S"), kit_word(kind), kit_word("-W"),
                              kit_word("-s"), bench->secret_path, kit_word("-t"),
                              kit_word("said\tso"), kit_word("-m"), bench->file_path),
                     0);
}

static void we_verify_what_the_tool_signs(void **state)
{
    const struct bench bench = bench_start(*state);
    if (bench.has_tool)
        assert_int_equal(MINISIGN(&bench, kit_word("-G"), kit_word("-W"), kit_word("-p"),
                                  bench.public_path, kit_word("-s"), bench.secret_path),
                         0);
    for (size_t i = 0; bench.has_tool && i < SIZE_COUNT; i++) {
        struct span comment = {0};
        kit_put(bench.file_path, kit_pattern(bench.arena, sizes[i]));
        sign_with_tool(&bench, "-H");
        assert_int_equal(verified(&bench, &comment), OK);
        assert_true(is_span(comment, "said\tso"));
        sign_with_tool(&bench, "-l");
        assert_int_equal(verified(&bench, &comment), STATUS_UNSUPPORTED);
    }
    bench_end(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(the_tool_verifies_what_we_sign),
        KIT_TEST(we_verify_what_the_tool_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
