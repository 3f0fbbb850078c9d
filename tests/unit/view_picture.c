#include "view/paint/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 16 * 1024 * 1024);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static enum status read_text(const char *text, struct picture *out_picture)
{
    return picture_read(&arena, "test.picture", span_of(text), picture_limits_usual,
                        out_picture);
}

static void a_picture_is_read(void **state)
{
    struct picture picture;
    (void)state;
    assert_int_equal(read_text("# a harbour\n"
                               "size 320 180\n"
                               "fill sea\n"
                               "line none\n"
                               "rect 0 120 320 60 0\n"
                               "fill sun # warm\n"
                               "line ink 1.5\n"
                               "circle 250 50 24\n"
                               "path M 10 20 L 30 40 C 1 2 3 4 5 6 Z\r\n",
                               &picture),
                     OK);
    assert_true(picture.width == 320 && picture.height == 180);
    assert_int_equal(picture.shape_count, 3);
    assert_int_equal(picture.shapes[0].fill, PICTURE_SEA);
    assert_int_equal(picture.shapes[0].line, PICTURE_NONE);
    assert_int_equal(picture.shapes[1].kind, PICTURE_CIRCLE);
    assert_true(picture.shapes[1].line_width == 1.5f);
    assert_int_equal(picture.shapes[2].verb_count, 4);
    assert_memory_equal(picture.shapes[2].verbs, "MLCZ", 4);
    assert_true(picture.shapes[2].points[9] == 6);
}

static void wrong_lines_are_refused_with_their_number(void **state)
{
    static const char *const wrong[] = {
        "circle 1 2 3\n",                   /* before the size */
        "size 320 180\nsize 320 180\n",     /* twice */
        "size 320 180\nfill pink\n",        /* no such role */
        "size 320 180\ncircle 1 2\n",       /* a number missing */
        "size 320 180\ncircle 1 2 3 4\n",   /* one too many */
        "size 320 180\ncircle 1 2 -3\n",    /* radius */
        "size 320 180\ncircle 1 2 1e9\n",   /* far away */
        "size 320 180\nline ink 0\n",       /* no width */
        "size 320 180\npath L 1 2 L 3 4\n", /* begins without M */
        "size 320 180\npath M 1 2 Q 3 4\n", /* no such step */
        "size 320 180\npath M 1 2\n",       /* goes nowhere */
        "size 320 180\nellipse 1 2 3 4\n",  /* no such command */
        "size 320 180\nrect 1 2 nan 4 0\n", /* no number */
    };
    struct picture picture;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        if (read_text(wrong[i], &picture) != STATUS_BAD_INPUT)
            fail_msg("case %zu was not refused", i);
        assert_non_null(strstr(status_last(), "test.picture, line "));
    }
    assert_int_equal(read_text("# nothing\n", &picture), STATUS_BAD_INPUT);
}

static void limits_hold(void **state)
{
    const struct picture_limits limits = {.bytes = 200, .shapes = 2, .verbs = 3};
    struct picture picture;
    (void)state;
    assert_int_equal(picture_read(&arena, "p",
                                  SPAN("size 9 9\n"
                                       "circle 1 1 1\n"
                                       "circle 1 1 1\n"
                                       "circle 1 1 1\n"),
                                  limits, &picture),
                     STATUS_TOO_LARGE);
    assert_int_equal(picture_read(&arena, "p",
                                  SPAN("size 9 9\npath M 1 1 L 1 1 L 1 1 L 1 1\n"),
                                  limits, &picture),
                     STATUS_TOO_LARGE);
    const char long_text[300] = {' '};
    assert_int_equal(picture_read(&arena, "p", (struct span){long_text, sizeof long_text},
                                  limits, &picture),
                     STATUS_TOO_LARGE);
}

static void a_photograph_is_as_large_as_it_says(void **state)
{
    static const char *const wrong[] = {
        "pixels 2 1\n12345",   /* a byte missing */
        "pixels 2 1\n1234567", /* one too many */
        "pixels 2\n123456",    /* no height */
        "pixels 2 1 \n123456", /* more on the line */
        "pixels 2 1 1\n123456",
        "pixels 0 1\n",
        "pixels -2 -1\n123456",
        "pixels 2 1",
        "pixels ",
        "pixels 961 1\n123456",
        "pixels 1 541\n123456",
        "pixels 99999999999 99999999999\n",
    };
    struct picture picture;
    (void)state;
    assert_int_equal(read_text("pixels 2 1\n123456", &picture), OK);
    assert_true(picture.width == 2 && picture.height == 1);
    assert_memory_equal(picture.rgb, "123456", 6);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        if (read_text(wrong[i], &picture) != STATUS_BAD_INPUT)
            fail_msg("case %zu was not refused", i);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_picture_is_read),
        TEST(wrong_lines_are_refused_with_their_number),
        TEST(limits_hold),
        TEST(a_photograph_is_as_large_as_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
