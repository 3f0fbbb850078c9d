/* Key files: the right passphrase opens, damage and wrong passphrases are told apart. */
#include "guarded.h"
#include "seal_kit.h"

#include "seal/keyfile.h"

#define PASSPHRASE SPAN("correct horse battery staple")
static const struct stretch_cost tiny = {1, 8192};
enum { KIND_AT = 5, PASSES_AT = 8, MEMORY_AT = 16, LABEL_AT = 64 };

static struct span sample(struct arena *arena, enum keyfile_kind kind,
                          struct stretch_cost cost)
{
    const struct keyfile facts = {
        .kind = kind, .label = SPAN("Ana, recruiter"), .cost = cost};
    struct span file = {0};
    assert_int_equal(keyfile_wrap(arena, &facts, PASSPHRASE, SPAN("the secret"), &file),
                     OK);
    return file;
}

/* The same file with one byte of it set, and the checksum made to fit again. */
static struct span with_byte(struct arena *arena, struct span file, size_t at, int value)
{
    const size_t hashed = file.count - CHAIN_HASH_BYTES;
    char *copy = kit_word(span_text(arena, file));
    copy[at] = (char)value;
    seal_hash(NULL, (struct span){copy, hashed}, (unsigned char *)copy + hashed);
    return (struct span){copy, file.count};
}

static enum status opened(struct span file, struct span passphrase)
{
    scoped_secret secret = {0};
    const enum status status =
        keyfile_unwrap(file, KEYFILE_IDENTITY, passphrase, &secret);
    if (status == OK)
        assert_true(is_span(secret_span(&secret), "the secret"));
    else
        assert_null(secret.bytes);
    return status;
}

static void the_right_passphrase_opens(void **state)
{
    struct arena *arena = *state;
    const struct span file = sample(arena, KEYFILE_IDENTITY, tiny);
    struct keyfile facts;
    assert_memory_equal(file.data, "HFKF\1\1", 6); /* of version 1, an identity */
    assert_int_equal(opened(file, PASSPHRASE), OK);
    assert_int_equal(keyfile_read(file, &facts), OK);
    assert_int_equal(facts.kind, KEYFILE_IDENTITY);
    assert_true(is_span(facts.label, "Ana, recruiter"));
    assert_int_equal(facts.cost.passes, 1);
    assert_int_equal(facts.cost.memory_bytes, 8192);
    assert_false(is_span_equal(file, sample(arena, KEYFILE_IDENTITY, tiny)));
}

/* Written by the first version of the format. */
static void a_file_of_before_opens(void **state)
{
    struct arena *arena = *state;
    struct keyfile facts;
    const struct span file =
        kit_hex(arena, "48464b4601010300010000000000000000200000000000002f48e2f8addfdd1d"
                       "fd29a2744ec82c7883aa49587d7a1fd847247bc6c8a681aa44b401522b811ec1"
                       "416e610000000000000000000000000000000000000000000000000000000000"
                       "0000000000000000000000000000000000000000000000000000000000000000"
                       "bd326ab0ca9481f43319b1a1320a9936c5e882a6f71b57dcffd218ad45a11998"
                       "31434df6f125f2a27c889bc6819a865b56f8c0a7f6d9597d9057");
    assert_int_equal(keyfile_read(file, &facts), OK);
    assert_true(is_span(facts.label, "Ana"));
    assert_int_equal(facts.cost.passes, 1);
    assert_int_equal(facts.cost.memory_bytes, 8192);
    assert_int_equal(opened(file, PASSPHRASE), OK);
}

static void a_wrong_passphrase_is_told(void **state)
{
    struct arena *arena = *state;
    const struct span file = sample(arena, KEYFILE_IDENTITY, tiny);
    assert_int_equal(opened(file, SPAN("correct horse battery stapl")),
                     STATUS_WRONG_PASSPHRASE);
    assert_int_equal(opened(file, SPAN("")), STATUS_WRONG_PASSPHRASE);
}

static void each_changed_bit_and_each_cut_is_damage(void **state)
{
    struct arena *arena = *state;
    const struct span file = sample(arena, KEYFILE_IDENTITY, tiny);
    char *copy = kit_word(span_text(arena, file));
    for (size_t i = 0; i < 8 * file.count; i++) {
        copy[i / 8] = (char)(copy[i / 8] ^ 1 << i % 8);
        const enum status status = opened((struct span){copy, file.count}, PASSPHRASE);
        assert_int_equal(status, i / 8 == 4 ? STATUS_UNSUPPORTED : STATUS_DAMAGED);
        copy[i / 8] = (char)(copy[i / 8] ^ 1 << i % 8);
    }
    for (size_t i = 0; i < file.count; i++)
        assert_int_equal(opened(span_cut(file, 0, i), PASSPHRASE), STATUS_DAMAGED);
}

/* A clever changer mends the checksum, too: the tag still refuses. */
static void the_front_is_bound_to_the_secret(void **state)
{
    struct arena *arena = *state;
    const struct span file = sample(arena, KEYFILE_IDENTITY, tiny);
    const struct span signing = sample(arena, KEYFILE_SIGNING, tiny);
    const size_t end = file.count - CHAIN_HASH_BYTES;
    assert_int_equal(opened(with_byte(arena, file, LABEL_AT, 'E'), PASSPHRASE),
                     STATUS_WRONG_PASSPHRASE);
    assert_int_equal(
        opened(with_byte(arena, signing, KIND_AT, KEYFILE_IDENTITY), PASSPHRASE),
        STATUS_WRONG_PASSPHRASE);
    assert_int_equal(
        opened(with_byte(arena, file, end - 1, file.data[end - 1] ^ 0x55), PASSPHRASE),
        STATUS_WRONG_PASSPHRASE);
}

static void impossible_fronts_are_refused(void **state)
{
    struct arena *arena = *state;
    const struct span file = sample(arena, KEYFILE_IDENTITY, tiny);
    const struct {
        size_t at;
        int value;
        enum status status;
    } rows[] = {
        {KIND_AT, 0, STATUS_UNSUPPORTED},
        {KIND_AT, 4, STATUS_UNSUPPORTED},
        {6, 65, STATUS_DAMAGED},
        {6, 1, STATUS_DAMAGED},
        {LABEL_AT, '\n', STATUS_DAMAGED},
        {LABEL_AT, 0xff, STATUS_DAMAGED},
        {LABEL_AT + 63, 'x', STATUS_DAMAGED},
        {PASSES_AT, 9, STATUS_REFUSED},
        {PASSES_AT + 7, 1, STATUS_REFUSED},
        {MEMORY_AT + 3, 0x41, STATUS_REFUSED},
        {MEMORY_AT + 7, 0x80, STATUS_REFUSED},
        {PASSES_AT, 0, STATUS_BAD_INPUT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(
            opened(with_byte(arena, file, rows[i].at, rows[i].value), PASSPHRASE),
            rows[i].status);
}

static void what_does_not_open_leaves_no_secret_behind(void **state)
{
    struct arena *arena = *state;
    const struct span file = sample(arena, KEYFILE_IDENTITY, tiny);
    const struct span free = with_byte(arena, file, PASSES_AT, 0);
    const size_t before = guarded_places();
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(opened(file, SPAN("another")), STATUS_WRONG_PASSPHRASE);
        assert_int_equal(opened(free, PASSPHRASE), STATUS_BAD_INPUT);
        assert_int_equal(opened(file, PASSPHRASE), OK);
    }
    assert_int_equal(guarded_places(), before);
}

static void kinds_are_not_mixed_up(void **state)
{
    struct arena *arena = *state;
    assert_int_equal(opened(sample(arena, KEYFILE_SIGNING, tiny), PASSPHRASE),
                     STATUS_BAD_INPUT);
}

static void what_cannot_be_kept(void **state)
{
    struct arena *arena = *state;
    struct span file = SPAN("untouched");
    struct keyfile facts = {.kind = KEYFILE_SIGNING, .label = SPAN("a\tb"), .cost = tiny};
    assert_int_equal(keyfile_wrap(arena, &facts, PASSPHRASE, SPAN("x"), &file),
                     STATUS_BAD_INPUT);
    facts.label = kit_pattern(arena, 65);
    assert_int_equal(keyfile_wrap(arena, &facts, PASSPHRASE, SPAN("x"), &file),
                     STATUS_BAD_INPUT);
    facts.label = SPAN("");
    assert_int_equal(keyfile_wrap(arena, &facts, PASSPHRASE, SPAN(""), &file),
                     STATUS_BAD_INPUT);
    assert_int_equal(keyfile_wrap(arena, &facts, PASSPHRASE,
                                  kit_pattern(arena, KEYFILE_SECRET_MAX_BYTES + 1),
                                  &file),
                     STATUS_BAD_INPUT);
    facts.cost.passes = KEYFILE_COST_CEILING.passes + 1;
    assert_int_equal(keyfile_wrap(arena, &facts, PASSPHRASE, SPAN("x"), &file),
                     STATUS_BAD_INPUT);
    assert_true(is_span(file, "untouched"));
}

static void the_largest_secret_fits(void **state)
{
    struct arena *arena = *state;
    const struct span secret = kit_pattern(arena, KEYFILE_SECRET_MAX_BYTES);
    const struct keyfile facts = {
        .kind = KEYFILE_SIGNING, .label = kit_hex(arena, ""), .cost = tiny};
    scoped_secret again = {0};
    struct span file;
    assert_int_equal(keyfile_wrap(arena, &facts, PASSPHRASE, secret, &file), OK);
    assert_int_equal(file.count, KEYFILE_MAX_BYTES);
    assert_int_equal(keyfile_unwrap(file, KEYFILE_SIGNING, PASSPHRASE, &again), OK);
    kit_assert_equal(secret_span(&again), secret);
}

static void passphrases_have_fourteen_characters(void **state)
{
    (void)state;
    assert_false(is_keyfile_passphrase(SPAN("")));
    assert_false(is_keyfile_passphrase(SPAN("thirteen char")));
    assert_true(is_keyfile_passphrase(SPAN("fourteen chars")));
    assert_false(is_keyfile_passphrase(
        SPAN("\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(the_right_passphrase_opens),
        KIT_TEST(a_file_of_before_opens),
        KIT_TEST(a_wrong_passphrase_is_told),
        KIT_TEST(each_changed_bit_and_each_cut_is_damage),
        KIT_TEST(the_front_is_bound_to_the_secret),
        KIT_TEST(impossible_fronts_are_refused),
        KIT_TEST(what_does_not_open_leaves_no_secret_behind),
        KIT_TEST(kinds_are_not_mixed_up),
        KIT_TEST(what_cannot_be_kept),
        KIT_TEST(the_largest_secret_fits),
        KIT_TEST(passphrases_have_fourteen_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
