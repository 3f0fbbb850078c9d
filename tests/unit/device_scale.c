/* Where the millimetres come from: each source before the next, and which screens are believed. */
#include "device/screen/scale.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include "near.h"

static struct arena arena;
static struct measured measured;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 20);
    measured = (struct measured){.count = 0};
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct display screen(int width_px, int height_px, int width_mm, int height_mm)
{
    return (struct display){.connector = "HDMI-1",
                            .name = "\x10\xac\x01",
                            .width_px = width_px,
                            .height_px = height_px,
                            .told_width_mm = width_mm,
                            .told_height_mm = height_mm};
}

static struct scale find(struct display display, double command_mm, double config_mm)
{
    const struct scale_told told = {command_mm, &measured, config_mm};
    return scale_find(&display, &told);
}

/* What the screen says counts, or is passed over for a guess. */
static void assert_believed(int width_px, int height_px, int width_mm, int height_mm)
{
    const struct scale scale =
        find(screen(width_px, height_px, width_mm, height_mm), 0, 0);
    assert_int_equal(scale.source, SCALE_DISPLAY);
    assert_near(scale.width_mm / scale.height_mm, width_px / (double)height_px, 1e-9);
    assert_near(scale.width_mm / width_mm, 1, 0.08);
}

static void assert_doubted(int width_px, int height_px, int width_mm, int height_mm)
{
    const struct scale scale =
        find(screen(width_px, height_px, width_mm, height_mm), 0, 0);
    assert_int_equal(scale.source, SCALE_GUESS);
    assert_int_equal(scale.is_display_wrong, width_mm > 0);
}

static void each_source_goes_before_the_next(void **state)
{
    const struct display display = screen(1920, 1080, 476, 268);
    (void)state;
    assert_int_equal(find(display, 0, 0).source, SCALE_DISPLAY);
    struct scale scale = find(display, 0, 600);
    assert_int_equal(scale.source, SCALE_CONFIG);
    assert_near(scale.px_per_mm, 3.2, 1e-9);
    measured_put(&measured, &display, 500 * 1000, SPAN("2026-11-29"));
    scale = find(display, 0, 600);
    assert_int_equal(scale.source, SCALE_CARD);
    assert_near(scale.width_mm, 500, 1e-9);
    assert_string_equal(scale.day, "2026-11-29");
    scale = find(display, 640, 600);
    assert_int_equal(scale.source, SCALE_COMMAND);
    assert_near(scale.width_mm, 640, 1e-9);
    assert_near(scale.height_mm, 360, 1e-9);
}

static void usual_screens_are_believed(void **state)
{
    (void)state;
    assert_believed(1920, 1080, 476, 268);
    assert_believed(1366, 768, 344, 193);
    assert_believed(1280, 800, 217, 136);
    assert_believed(1280, 800, 220, 130); /* the same in whole centimetres */
    assert_believed(1280, 1024, 376, 301);
    assert_believed(2560, 1080, 797, 334);
    assert_believed(3840, 2160, 344, 194);
    assert_believed(1920, 1080, 941, 529); /* 43 inches */
}

static void sizes_that_cannot_be_are_not_believed(void **state)
{
    (void)state;
    assert_doubted(1920, 1080, 0, 0);
    assert_doubted(1920, 1080, 476, 0);
    assert_doubted(1920, 1080, 1600, 900);
    assert_doubted(3840, 2160, 1600, 900); /* dense enough, but the shape */
    assert_doubted(1920, 1080, 160, 90);
    assert_doubted(1920, 1080, 16, 9);
    assert_doubted(1280, 800, 160, 100);
    assert_doubted(1920, 1080, 1210,
                   680); /* 55 inches: nobody reads that from arm's length */
    assert_doubted(1920, 1080, 110, 62);
    assert_doubted(640, 480, 476, 268); /* stretched, or with bars at its sides */
    assert_doubted(1280, 800, 476, 268);
}

static void a_screen_that_stands_upright_uses_its_shorter_edge(void **state)
{
    const struct scale wide = find(screen(1920, 1080, 476, 268), 0, 0);
    const struct scale upright = find(screen(1080, 1920, 476, 268), 0, 0);
    (void)state;
    assert_int_equal(upright.source, SCALE_DISPLAY);
    assert_near(upright.px_per_mm, wide.px_per_mm, 1e-9);
    assert_near(upright.width_mm, 268, 1);
    assert_near(upright.height_mm, 476, 1);
    const struct display display = screen(1920, 1080, 0, 0);
    measured_put(&measured, &display, 344 * 1000, SPAN("2026-11-29"));
    assert_near(find(screen(1080, 1920, 0, 0), 0, 0).height_mm, 344, 1e-6);
}

static void a_guess_goes_by_the_pixels_and_stays_within_what_terminals_have(void **state)
{
    (void)state;
    assert_near(find(screen(1024, 600, 0, 0), 0, 0).width_mm, 222, 1e-6);
    assert_near(find(screen(1920, 1080, 0, 0), 0, 0).width_mm, 476, 1e-6);
    assert_near(find(screen(1080, 1920, 0, 0), 0, 0).height_mm, 476, 1e-6);
    for (int width_px = 200; width_px <= 16384; width_px += 77) {
        const struct scale scale = find(screen(width_px, width_px / 2, 0, 0), 0, 0);
        assert_true(scale.width_mm >= 216.9 && scale.width_mm <= 800);
    }
}

static void what_was_measured_is_for_this_very_screen(void **state)
{
    struct display display = screen(1920, 1080, 476, 268);
    (void)state;
    measured_put(&measured, &display, 500 * 1000, SPAN("2026-11-29"));
    strcpy(display.connector, "DP-1");
    assert_int_equal(find(display, 0, 0).source, SCALE_DISPLAY);
    display = screen(1920, 1080, 476, 268);
    display.name[9] = 1;
    assert_int_equal(find(display, 0, 0).source, SCALE_DISPLAY);
    assert_int_equal(find(screen(1600, 900, 476, 268), 0, 0).source, SCALE_DISPLAY);
    assert_int_equal(find(screen(1920, 1080, 0, 0), 0, 0).source, SCALE_CARD);
}

static void the_source_is_said(void **state)
{
    struct display display = screen(1366, 768, 0, 0);
    (void)state;
    struct scale scale = find(display, 0, 0);
    assert_true(is_span(scale_words(&arena, &display, &scale),
                        "344 x 193 mm, guessed from 1366 x 768 pixels, since it does not "
                        "say its size"));
    display = screen(1366, 768, 160, 90);
    scale = find(display, 0, 0);
    assert_true(
        is_span(scale_words(&arena, &display, &scale),
                "344 x 193 mm, guessed from 1366 x 768 pixels, since the 160 x 90 "
                "mm that it says cannot be"));
    measured_put(&measured, &display, 345 * 1000, SPAN("2026-11-29"));
    scale = find(display, 0, 0);
    assert_true(is_span(scale_words(&arena, &display, &scale),
                        "345 x 194 mm, measured with a card on 2026-11-29"));
}

static void screens_below_the_smallest_are_small(void **state)
{
    (void)state;
    struct scale scale = find(screen(800, 480, 0, 0), 154, 0);
    assert_true(is_scale_small(&scale));
    scale = find(screen(1024, 600, 0, 0), 217, 0);
    assert_false(is_scale_small(&scale));
    scale = find(screen(1280, 800, 0, 0), 217, 0);
    assert_false(is_scale_small(&scale));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(each_source_goes_before_the_next),
        TEST(usual_screens_are_believed),
        TEST(sizes_that_cannot_be_are_not_believed),
        TEST(a_screen_that_stands_upright_uses_its_shorter_edge),
        TEST(a_guess_goes_by_the_pixels_and_stays_within_what_terminals_have),
        TEST(what_was_measured_is_for_this_very_screen),
        TEST(the_source_is_said),
        TEST(screens_below_the_smallest_are_small),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
