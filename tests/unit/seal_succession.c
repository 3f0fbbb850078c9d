/* succession: both keys have signed it, and nobody else can make, change or leave out one. */
#include "seal_kit.h"

#include "seal/next/succession.h"
#include "base/buffer.h"

enum { KEYS = 4 };

/* One key after the other, and what each change says. */
struct bench {
    struct arena *arena;
    struct minisign_key keys[KEYS];
    struct minisign_public publics[KEYS];
    struct span lines[KEYS - 1];
};

static struct span line_of(const struct bench *bench, size_t from, size_t to)
{
    struct succession succession = {.previous = bench->publics[from],
                                    .next = bench->publics[to],
                                    .unix_s = 1794830400,
                                    .roll = {.count = 7}};
    memset(succession.roll.hash, 9, sizeof succession.roll.hash);
    return succession_write(bench->arena, &succession, &bench->keys[from],
                            &bench->keys[to]);
}

static struct bench bench_start(struct arena *arena)
{
    struct bench bench = {.arena = arena};
    for (size_t i = 0; i < KEYS; i++) {
        minisign_generate(&bench.keys[i]);
        minisign_public_of(&bench.keys[i], &bench.publics[i]);
    }
    for (size_t i = 0; i + 1 < KEYS; i++)
        bench.lines[i] = line_of(&bench, i, i + 1);
    return bench;
}

static enum status listed(const struct bench *bench, const struct span *lines,
                          size_t count)
{
    struct buffer text = buffer_init(bench->arena, 256 * SUCCESSION_BYTES_MAX);
    struct succession *list = NULL;
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        buffer_add(&text, lines[i]);
        buffer_text(&text, "\n");
    }
    const enum status status =
        succession_list(bench->arena, buffer_span(&text), &list, &found);
    assert_int_equal(found, status == OK ? count : 0);
    return status;
}

static void what_both_have_signed_is_read_back(void **state)
{
    const struct bench bench = bench_start(*state);
    struct succession succession;
    assert_int_equal(succession_read(bench.arena, bench.lines[0], &succession), OK);
    assert_true(is_succession_key(&succession.previous, &bench.publics[0]));
    assert_true(is_succession_key(&succession.next, &bench.publics[1]));
    assert_int_equal(succession.roll.count, 7);
    assert_int_equal(succession.roll.hash[31], 9);
    assert_int_equal(succession.unix_s, 1794830400);
}

static void each_changed_bit_is_refused(void **state)
{
    const struct bench bench = bench_start(*state);
    struct succession succession;
    char *copy = arena_alloc(bench.arena, bench.lines[0].count);
    for (size_t bit = 0; bit < 8 * bench.lines[0].count; bit++) {
        const struct arena_mark mark = arena_mark(bench.arena);
        memcpy(copy, bench.lines[0].data, bench.lines[0].count);
        copy[bit / 8] = (char)(copy[bit / 8] ^ (1 << bit % 8));
        assert_int_not_equal(succession_read(bench.arena,
                                             (struct span){copy, bench.lines[0].count},
                                             &succession),
                             OK);
        arena_release(bench.arena, mark);
    }
    for (size_t count = 0; count < bench.lines[0].count; count++)
        assert_int_not_equal(
            succession_read(bench.arena, span_cut(bench.lines[0], 0, count), &succession),
            OK);
}

/* The next key alone, the key before alone, and a third one. */
static void one_signature_is_not_enough(void **state)
{
    const struct bench bench = bench_start(*state);
    struct succession succession = {.previous = bench.publics[0],
                                    .next = bench.publics[1]};
    static const size_t signers[][2] = {{0, 0}, {1, 1}, {1, 0}, {2, 1}, {0, 2}};
    for (size_t i = 0; i < sizeof signers / sizeof *signers; i++) {
        struct succession found;
        const struct span line =
            succession_write(bench.arena, &succession, &bench.keys[signers[i][0]],
                             &bench.keys[signers[i][1]]);
        assert_int_equal(succession_read(bench.arena, line, &found), STATUS_FORGED);
    }
    succession.next = bench.publics[0];
    assert_int_equal(succession_read(bench.arena,
                                     succession_write(bench.arena, &succession,
                                                      &bench.keys[0], &bench.keys[0]),
                                     &succession),
                     STATUS_FORGED);
}

static void none_is_left_out_doubled_or_swapped(void **state)
{
    const struct bench bench = bench_start(*state);
    const struct span *all = bench.lines;
    assert_int_equal(listed(&bench, all, 3), OK);
    assert_int_equal(listed(&bench, all + 1, 2), OK); /* from another first key */
    assert_int_equal(listed(&bench, (struct span[]){all[0], all[2]}, 2), STATUS_FORGED);
    assert_int_equal(listed(&bench, (struct span[]){all[1], all[0]}, 2), STATUS_FORGED);
    assert_int_equal(listed(&bench, (struct span[]){all[0], all[0]}, 2), STATUS_FORGED);
    assert_int_equal(listed(&bench, (struct span[]){SPAN(""), all[0]}, 2),
                     STATUS_DAMAGED);
}

/* A key that gave way never comes back, by whatever way. */
static void no_key_comes_twice(void **state)
{
    const struct bench bench = bench_start(*state);
    const struct span back = line_of(&bench, 2, 0), again = line_of(&bench, 1, 0);
    assert_int_equal(
        listed(&bench, (struct span[]){bench.lines[0], bench.lines[1], back}, 3),
        STATUS_FORGED);
    assert_int_equal(listed(&bench, (struct span[]){bench.lines[0], again}, 2),
                     STATUS_FORGED);
}

static void more_than_fit_are_refused(void **state)
{
    struct bench bench = {.arena = *state};
    struct span lines[SUCCESSION_MOST + 1];
    minisign_generate(&bench.keys[0]);
    minisign_public_of(&bench.keys[0], &bench.publics[0]);
    for (size_t i = 0; i <= SUCCESSION_MOST; i++) {
        minisign_generate(&bench.keys[1]);
        minisign_public_of(&bench.keys[1], &bench.publics[1]);
        lines[i] = line_of(&bench, 0, 1);
        bench.keys[0] = bench.keys[1];
        bench.publics[0] = bench.publics[1];
    }
    assert_int_equal(listed(&bench, lines, SUCCESSION_MOST), OK);
    assert_int_equal(listed(&bench, lines, SUCCESSION_MOST + 1), STATUS_TOO_LARGE);
}

static void a_key_finds_the_change_by_which_it_gave_way(void **state)
{
    const struct bench bench = bench_start(*state);
    struct succession list[KEYS - 1];
    for (size_t i = 0; i + 1 < KEYS; i++)
        assert_int_equal(succession_read(bench.arena, bench.lines[i], &list[i]), OK);
    assert_ptr_equal(succession_from(list, 3, &bench.publics[1]), &list[1]);
    assert_null(succession_from(list, 3, &bench.publics[3]));
    struct minisign_public other = bench.publics[1];
    other.number[0] ^= 1;
    assert_null(succession_from(list, 3, &other));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIT_TEST(what_both_have_signed_is_read_back),
        KIT_TEST(each_changed_bit_is_refused),
        KIT_TEST(one_signature_is_not_enough),
        KIT_TEST(none_is_left_out_doubled_or_swapped),
        KIT_TEST(no_key_comes_twice),
        KIT_TEST(more_than_fit_are_refused),
        KIT_TEST(a_key_finds_the_change_by_which_it_gave_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
