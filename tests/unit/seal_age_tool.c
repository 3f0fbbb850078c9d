/* Interop with Debian's age, both ways, and one file of ours that never changes. */
#include "seal_kit.h"

#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"

#include <sodium.h>

enum { MAX_BYTES = 1024 * 1024, TWO_CHUNKS = 2 * 65536 };

static const size_t sizes[] = {0, 1, 65535, 65536, 65537, 131072, 200000};
enum { SIZE_COUNT = sizeof sizes / sizeof *sizes };

/* What one test has: a key, its file for age, and where things are put. */
struct bench {
    struct arena *arena;
    struct age_identity identity;
    const char *folder;
    char *key_path, *plain_path, *sealed_path, *out_path;
    bool has_age;
};

static char *below(const struct bench *bench, const char *name)
{
    return kit_word(file_path(bench->arena, bench->folder, name));
}

static struct bench bench_start(struct arena *arena)
{
    struct bench bench = {.arena = arena, .folder = kit_folder(arena)};
    bench.key_path = below(&bench, "key.txt");
    bench.plain_path = below(&bench, "plain");
    bench.sealed_path = below(&bench, "sealed.age");
    bench.out_path = below(&bench, "out");
    char *const argv[] = {kit_word("age"), kit_word("--version"), NULL};
    bench.has_age = kit_run(argv, bench.out_path) == 0;
    return bench;
}

static void bench_end(const struct bench *bench)
{
    kit_folder_end(bench->arena, bench->folder);
    if (!bench->has_age) {
        print_message("the program age is not installed\n");
        skip();
    }
}

/* age -d; its standard output, because with -o it makes no file for an empty plaintext. */
static void assert_age_opens(const struct bench *bench, struct span sealed,
                             struct span plain)
{
    char *const argv[] = {kit_word("age"), kit_word("-d"),     kit_word("-i"),
                          bench->key_path, bench->sealed_path, NULL};
    const struct span line = age_identity_write(bench->arena, &bench->identity);
    kit_put(bench->key_path, span_format(bench->arena, "# key\n%.*s\n", SPAN_ARGS(line)));
    kit_put(bench->sealed_path, sealed);
    assert_int_equal(kit_run(argv, bench->out_path), 0);
    kit_assert_equal(kit_get(bench->arena, bench->out_path), plain);
}

static void age_opens_what_we_seal(void **state)
{
    struct bench bench = bench_start(*state);
    age_identity_generate(&bench.identity);
    for (size_t i = 0; bench.has_age && i < SIZE_COUNT; i++) {
        struct age_identity other;
        struct span sealed;
        const struct span plain = kit_pattern(bench.arena, sizes[i]);
        age_identity_generate(&other);
        const struct age_recipient recipients[2] = {other.recipient,
                                                    bench.identity.recipient};
        assert_int_equal(age_wrap(bench.arena, recipients, 2, plain, &sealed), OK);
        assert_age_opens(&bench, sealed, plain);
    }
    bench_end(&bench);
}

static void we_open_what_age_seals(void **state)
{
    struct bench bench = bench_start(*state);
    age_identity_generate(&bench.identity);
    char *recipient = kit_word(span_text(
        bench.arena, age_recipient_write(bench.arena, &bench.identity.recipient)));
    char *const argv[] = {kit_word("age"), kit_word("-r"), recipient, bench.plain_path,
                          NULL};
    for (size_t i = 0; bench.has_age && i < SIZE_COUNT; i++) {
        const struct span plain = kit_pattern(bench.arena, sizes[i]);
        struct span content;
        kit_put(bench.plain_path, plain);
        assert_int_equal(kit_run(argv, bench.sealed_path), 0);
        assert_int_equal(age_unwrap(bench.arena, &bench.identity, 1, MAX_BYTES,
                                    kit_get(bench.arena, bench.sealed_path), &content),
                         OK);
        kit_assert_equal(content, plain);
    }
    bench_end(&bench);
}

/* The library's chance, made to count: the same file in each run. */
static uint64_t counted;
static const char *counting_name(void)
{
    return "counting";
}
static void counting_bytes(void *const bytes, const size_t count)
{
    for (size_t i = 0; i < count; i++)
        ((unsigned char *)bytes)[i] = (unsigned char)(counted++ * 37 + 11);
}
static uint32_t counting_number(void)
{
    uint32_t number;
    counting_bytes(&number, sizeof number);
    return number;
}

static struct span sealed_by_counting(struct arena *arena,
                                      const struct age_identity *identity,
                                      struct span plain)
{
    struct randombytes_implementation counting = {.implementation_name = counting_name,
                                                  .random = counting_number,
                                                  .buf = counting_bytes};
    struct span sealed = {0};
    counted = 0;
    randombytes_set_implementation(&counting);
    const enum status status = age_wrap(arena, &identity->recipient, 1, plain, &sealed);
    randombytes_set_implementation(&randombytes_sysrandom_implementation);
    assert_int_equal(status, OK);
    return sealed;
}

/* Two full chunks of zeros: a counter that stands still would show at once. */
static void known_bytes_stay_the_same(void **state)
{
    struct bench bench = bench_start(*state);
    const struct span plain = {arena_alloc(bench.arena, TWO_CHUNKS), TWO_CHUNKS};
    unsigned char secret[AGE_IDENTITY_BYTES], hash[CHAIN_HASH_BYTES];
    struct span content;
    memset(secret, 'k', sizeof secret);
    age_identity_of(secret, &bench.identity);
    const struct span sealed = sealed_by_counting(bench.arena, &bench.identity, plain);
    seal_hash(NULL, sealed, hash);
    kit_assert_equal(
        (struct span){(const char *)hash, sizeof hash},
        kit_hex(bench.arena,
                "90c0912f2042fc3b14c36b8cb54a2ee7bc4f52d030fed9f6be8fbf288e38d330"));
    assert_int_equal(
        age_unwrap(bench.arena, &bench.identity, 1, MAX_BYTES, sealed, &content), OK);
    kit_assert_equal(content, plain);
    if (bench.has_age)
        assert_age_opens(&bench, sealed, plain);
    bench_end(&bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(age_opens_what_we_seal),
        KIT_TEST(we_open_what_age_seals),
        KIT_TEST(known_bytes_stay_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
