#include "device/screen/stand.h"

#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <math.h>

#include <cmocka.h>

static struct stand turned(int turn)
{
    struct stand stand = stand_usual();
    stand.turn = turn;
    return stand;
}

static void assert_at(int turn, int x, int y, int glass_x, int glass_y)
{
    const struct stand stand = turned(turn);
    int at_x = x, at_y = y;
    stand_glass(&stand, 400, 300, &at_x, &at_y);
    assert_int_equal(at_x, glass_x);
    assert_int_equal(at_y, glass_y);
    stand_picture(&stand, 400, 300, &at_x, &at_y);
    assert_int_equal(at_x, x);
    assert_int_equal(at_y, y);
}

/* What stands in its upper left corner stands on the right of the glass after one quarter. */
static void a_picture_is_turned_as_a_clock_goes(void **state)
{
    (void)state;
    assert_at(0, 0, 0, 0, 0);
    assert_at(0, 12, 34, 12, 34);
    assert_at(1, 0, 0, 399, 0);
    assert_at(1, 299, 399, 0, 299);
    assert_at(2, 0, 0, 399, 299);
    assert_at(2, 12, 34, 387, 265);
    assert_at(3, 0, 0, 0, 299);
    assert_at(3, 299, 399, 399, 0);
    for (int turn = 0; turn < STAND_TURNS; turn++) {
        const struct stand stand = turned(turn);
        assert_true(is_stand_upright(&stand) == (turn == 1 || turn == 3));
    }
}

static const struct stand_place meant[STAND_CORNERS] = {
    {0.1, 0.1}, {0.9, 0.1}, {0.9, 0.9}, {0.1, 0.9}};

/* As a screen tells fingers that is mounted the wrong way round, and does not reach its edges. */
static struct stand_place told_of(struct stand_place at, const double rule[6])
{
    return (struct stand_place){at.x * rule[0] + at.y * rule[1] + rule[2],
                                at.x * rule[3] + at.y * rule[4] + rule[5]};
}

static void assert_learned(const double rule[6])
{
    struct stand stand = turned(2);
    struct stand_place told[STAND_CORNERS];
    for (int i = 0; i < STAND_CORNERS; i++)
        told[i] = told_of(meant[i], rule);
    assert_true(is_stand_learned(&stand, told, meant));
    assert_int_equal(stand.turn, 2);
    for (double x = 0; x <= 1; x += 0.25)
        for (double y = 0; y <= 1; y += 0.25) {
            const struct stand_place at =
                stand_finger(&stand, told_of((struct stand_place){x, y}, rule));
            assert_true(fabs(at.x - x) < 1e-4 && fabs(at.y - y) < 1e-4);
        }
}

static void four_corners_tell_where_fingers_are(void **state)
{
    (void)state;
    assert_learned((const double[]){1, 0, 0, 0, 1, 0});
    assert_learned((const double[]){0.9, 0, 0.05, 0, 1.1, -0.03});
    assert_learned((const double[]){0, 1, 0, 1, 0, 0});        /* width and height */
    assert_learned((const double[]){-1, 0, 1, 0, 1, 0});       /* mirrored */
    assert_learned((const double[]){0, -0.8, 0.9, 0.9, 0, 0}); /* turned */
}

static void corners_that_tell_nothing_are_not_learned(void **state)
{
    const struct stand_place one[] = {{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}},
                             line[] = {{0.1, 0.1}, {0.9, 0.9}, {0.9, 0.9}, {0.1, 0.1}},
                             wrong[] = {{0.1, 0.1}, {0.9, 0.1}, {0.6, 0.6}, {0.1, 0.9}},
                             small[] = {{0.1, 0.1}, {0.2, 0.1}, {0.2, 0.2}, {0.1, 0.2}},
                             far[] = {{NAN, 0}, {1, 0}, {1, 1}, {0, 1}};
    const struct stand_place *const all[] = {one, line, wrong, small, far};
    (void)state;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct stand stand = turned(1);
        assert_false(is_stand_learned(&stand, all[i], meant));
        assert_int_equal(stand.turn, 1);
        assert_int_equal(stand.touch[0], STAND_ONE);
    }
}

static void what_is_kept_is_read_again_and_nothing_else(void **state)
{
    struct arena arena;
    struct stand stand = {.turn = 3, .touch = {900000, -5, 50000, 3, 1100000, -30000}};
    struct stand again;
    static const char *const bad[] = {
        "",
        "{}",
        "{\"touch_x\":0,\"touch_xx\":1000000,\"touch_xy\":0,\"touch_y\":0,\"touch_yx\":0,"
        "\"touch_yy\":1000000,\"turn\":4,\"version\":1}",
        "{\"touch_x\":0,\"touch_xx\":9000000,\"touch_xy\":0,\"touch_y\":0,\"touch_yx\":0,"
        "\"touch_yy\":1000000,\"turn\":0,\"version\":1}",
        "{\"touch_x\":0,\"touch_xx\":1000000,\"touch_xy\":0,\"touch_y\":0,\"touch_yx\":0,"
        "\"touch_yy\":1000000,\"turn\":0,\"version\":2}",
    };
    (void)state;
    arena_init(&arena, 16 << 20);
    assert_int_equal(stand_read(&arena, stand_write(&arena, &stand), &again), OK);
    assert_memory_equal(&stand, &again, sizeof stand);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(stand_read(&arena, span_of(bad[i]), &again), STATUS_DAMAGED);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture_is_turned_as_a_clock_goes),
        cmocka_unit_test(four_corners_tell_where_fingers_are),
        cmocka_unit_test(corners_that_tell_nothing_are_not_learned),
        cmocka_unit_test(what_is_kept_is_read_again_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
