/* Random contents, random damage: what was sealed opens to the same bytes, and with any bit of
 * it changed, any part cut out or any bytes added, it does not open.
 *
 *   prop_seal_flips [rounds] */
#include "seal_kit.h"

#include "base/chance.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"
#include "seal/draft.h"
#include "seal/keyfile.h"
#include "seal/minisign.h"

enum { DAMAGES = 20, MAX_BYTES = 200 * 1000, SMALL_BYTES = 1000 };

static int round_count = 60;
static uint64_t seed;

static struct chance seeded(const char *what)
{
    print_message("%s: repeat with RESONANCE_SEED=%llu\n", what,
                  (unsigned long long)seed);
    return chance_init(seed);
}

static struct span random_bytes(struct arena *arena, struct chance *chance,
                                size_t max_bytes)
{
    const size_t count = (size_t)chance_below(chance, max_bytes + 1);
    char *bytes = arena_alloc(arena, count + 1);
    for (size_t i = 0; i < count; i++)
        bytes[i] = (char)chance_below(chance, 256);
    return (struct span){bytes, count};
}

/* A copy of `bytes` with one bit changed, a part cut out, or bytes put in. */
static struct span damaged(struct arena *arena, struct chance *chance, struct span bytes)
{
    const size_t at = (size_t)chance_below(chance, bytes.count);
    const size_t part = 1 + (size_t)chance_below(chance, 40);
    const struct span front = span_cut(bytes, 0, at);
    const uint64_t kind = chance_below(chance, 4);
    const struct span rest = span_cut(bytes, kind == 0 ? at + part : at, bytes.count);
    const size_t added = kind == 1 ? part : 0;
    char *copy = arena_alloc(arena, bytes.count + part + 1);
    memcpy(copy, front.data, front.count);
    if (rest.count)
        memcpy(copy + front.count + added, rest.data, rest.count);
    if (kind > 1)
        copy[at] = (char)(copy[at] ^ 1 << chance_below(chance, 8));
    return (struct span){copy, front.count + added + rest.count};
}

static void age_files(void **state)
{
    struct arena *arena = *state;
    struct chance chance = seeded("age files");
    struct age_identity identity;
    age_identity_generate(&identity);
    for (int i = 0; i < round_count; i++) {
        const struct arena_mark mark = arena_mark(arena);
        const struct span plain =
            random_bytes(arena, &chance, i % 4 ? SMALL_BYTES : MAX_BYTES);
        struct span file, content;
        assert_int_equal(age_wrap(arena, &identity.recipient, 1, plain, &file), OK);
        assert_int_equal(age_unwrap(arena, &identity, 1, MAX_BYTES, file, &content), OK);
        kit_assert_equal(content, plain);
        for (int k = 0; k < DAMAGES; k++)
            assert_int_not_equal(age_unwrap(arena, &identity, 1, MAX_BYTES,
                                            damaged(arena, &chance, file), &content),
                                 OK);
        arena_release(arena, mark);
    }
}

static void draft_rows(void **state)
{
    struct arena *arena = *state;
    struct chance chance = seeded("draft rows");
    unsigned char key[DRAFT_KEY_BYTES];
    seal_random(key, sizeof key);
    for (int i = 0; i < round_count; i++) {
        const struct arena_mark mark = arena_mark(arena);
        const struct draft_row row = {.number = chance_next(&chance)};
        const struct span plain = random_bytes(arena, &chance, 4 * SMALL_BYTES);
        struct span sealed, content;
        assert_int_equal(draft_wrap(arena, key, &row, plain, &sealed), OK);
        assert_int_equal(draft_unwrap(arena, key, &row, sealed, &content), OK);
        kit_assert_equal(content, plain);
        for (int k = 0; k < DAMAGES; k++)
            assert_int_not_equal(
                draft_unwrap(arena, key, &row, damaged(arena, &chance, sealed), &content),
                OK);
        arena_release(arena, mark);
    }
}

static void key_files(void **state)
{
    struct arena *arena = *state;
    struct chance chance = seeded("key files");
    const struct keyfile facts = {
        .kind = KEYFILE_SIGNING, .label = SPAN("label"), .cost = {1, 8192}};
    for (int i = 0; i < round_count; i++) {
        const struct arena_mark mark = arena_mark(arena);
        const struct span passphrase = random_bytes(arena, &chance, SMALL_BYTES);
        struct span secret = random_bytes(arena, &chance, KEYFILE_SECRET_MAX_BYTES - 1);
        secret.count++;
        scoped_secret again = {0};
        struct span file;
        assert_int_equal(keyfile_wrap(arena, &facts, passphrase, secret, &file), OK);
        assert_int_equal(keyfile_unwrap(file, KEYFILE_SIGNING, passphrase, &again), OK);
        kit_assert_equal(secret_span(&again), secret);
        for (int k = 0; k < DAMAGES; k++)
            assert_int_not_equal(keyfile_unwrap(damaged(arena, &chance, file),
                                                KEYFILE_SIGNING, passphrase, &again),
                                 OK);
        arena_release(arena, mark);
    }
}

/* The first line of a signature is free, so only what stands after it is damaged. */
static void signatures(void **state)
{
    struct arena *arena = *state;
    struct chance chance = seeded("signatures");
    struct minisign_key key;
    struct minisign_public public;
    minisign_generate(&key);
    minisign_public_of(&key, &public);
    for (int i = 0; i < round_count; i++) {
        const struct arena_mark mark = arena_mark(arena);
        const struct span document = random_bytes(arena, &chance, SMALL_BYTES);
        struct span text, comment;
        assert_int_equal(minisign_sign(arena, &key, SPAN("comment"), document, &text),
                         OK);
        assert_int_equal(minisign_verify(arena, &public, document, text, &comment), OK);
        const size_t free_bytes = span_find(text, '\n') + 1;
        const struct span bound = span_cut(
            text, free_bytes, text.count - free_bytes - 1); /* the last LF is free */
        for (int k = 0; k < DAMAGES; k++) {
            const struct span changed =
                span_format(arena, "%.*s%.*s\n", (int)free_bytes, text.data,
                            SPAN_ARGS(damaged(arena, &chance, bound)));
            assert_int_not_equal(
                minisign_verify(arena, &public, document, changed, &comment), OK);
        }
        arena_release(arena, mark);
    }
}

int main(int argc, char **argv)
{
    int64_t value;
    const char *wanted = getenv("RESONANCE_SEED");
    const struct CMUnitTest tests[] = {
        KIT_TEST(age_files),
        KIT_TEST(draft_rows),
        KIT_TEST(key_files),
        KIT_TEST(signatures),
    };
    if (seal_start() != OK)
        return 1;
    seal_random(&seed, sizeof seed);
    if (wanted)
        seed = strtoull(wanted, NULL, 10);
    if (argc > 1 && span_to_integer(span_of(argv[1]), &value))
        round_count = (int)value;
    const int failed = cmocka_run_group_tests(tests, NULL, NULL);
    print_message("tally %zu damaged files\n",
                  sizeof tests / sizeof *tests * (size_t)round_count * DAMAGES);
    return failed;
}
