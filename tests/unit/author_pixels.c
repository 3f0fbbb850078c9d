/* A photograph on its way from a PNG file to a terminal: the same colours, and nothing broken gets
 * through. */
#include "author/drawn.h"
#include "author/png.h"
#include "author/svg.h"

#include "scratch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

enum { WIDE = 48, HIGH = 20, RGB_BYTES = 3 * WIDE * HIGH };

static unsigned char rgb[RGB_BYTES];

static struct span good(void)
{
    struct span bytes;
    for (size_t i = 0; i < RGB_BYTES; i++)
        rgb[i] = (unsigned char)(i * 7 + i / 11);
    assert_int_equal(png_write(&scratch, WIDE, HIGH, rgb, &bytes), OK);
    return bytes;
}

static void a_photograph_keeps_its_colours(void **state)
{
    struct pixels pixels;
    struct picture picture;
    (void)state;
    assert_int_equal(png_read(&scratch, "good.png", good(), &pixels), OK);
    assert_int_equal(pixels.width, WIDE);
    assert_int_equal(pixels.height, HIGH);
    assert_memory_equal(pixels.rgb, rgb, RGB_BYTES);
    assert_int_equal(picture_read(&scratch, "good", pixels_write(&scratch, pixels),
                                  picture_limits_usual, &picture),
                     OK);
    assert_true(picture.width == WIDE && picture.height == HIGH);
    assert_memory_equal(picture.rgb, rgb, RGB_BYTES);
}

static void a_large_one_becomes_the_mean_of_its_pixels(void **state)
{
    unsigned char stripes[3 * 4 * 2] = {0, 0, 0, 200, 0, 0, 0, 10, 0, 0, 30, 0,
                                        0, 0, 0, 200, 0, 0, 0, 10, 0, 0, 30, 0};
    (void)state;
    const struct pixels fitted =
        pixels_fit(&scratch, (struct pixels){4, 2, stripes}, 2, 9);
    const unsigned char wanted[] = {100, 0, 0, 0, 20, 0};
    assert_int_equal(fitted.width, 2);
    assert_int_equal(fitted.height, 1);
    assert_memory_equal(fitted.rgb, wanted, sizeof wanted);
    assert_int_equal(pixels_fit(&scratch, (struct pixels){4, 2, stripes}, 9, 1).width, 2);
    assert_ptr_equal(pixels_fit(&scratch, (struct pixels){4, 2, stripes}, 4, 2).rgb,
                     stripes);
}

static void a_file_that_is_cut_anywhere_is_refused(void **state)
{
    const struct span bytes = good();
    struct pixels pixels = {0};
    (void)state;
    for (size_t count = 0; count < bytes.count; count++)
        assert_int_equal(
            png_read(&scratch, "cut.png", span_cut(bytes, 0, count), &pixels),
            STATUS_BAD_INPUT);
    assert_null(pixels.rgb);
}

/* What makes the picture is guarded by a sum; a flip elsewhere changes no colour. */
static void a_flipped_bit_changes_no_colour(void **state)
{
    const struct span bytes = good();
    char *copy = arena_alloc(&scratch, bytes.count);
    struct pixels pixels;
    size_t refused_count = 0;
    (void)state;
    for (size_t at = 0; at < bytes.count; at++) {
        memcpy(copy, bytes.data, bytes.count);
        copy[at] = (char)(copy[at] ^ (1 << at % 8));
        if (png_read(&scratch, "flip.png", (struct span){copy, bytes.count}, &pixels) ==
            OK)
            assert_memory_equal(pixels.rgb, rgb, RGB_BYTES);
        else
            refused_count++;
    }
    assert_true(refused_count > bytes.count / 2);
}

static void the_drawings_of_the_program_can_be_shown(void **state)
{
    struct span names = drawn_names(&scratch), name;
    size_t count = 0;
    (void)state;
    for (; span_next(&names, ',', &name); count++) {
        struct picture picture;
        const struct span bytes = drawn_find(span_trim(name));
        assert_int_equal(
            picture_read(&scratch, "drawn", bytes, picture_limits_usual, &picture), OK);
        assert_true(picture.width == 320 && picture.height == 180);
        const struct span svg = svg_write(&scratch, &picture, theme_get(THEME_LIGHT));
        assert_true(has_span_prefix(svg, "<svg "));
        assert_true(svg.count > 300);
        assert_true(is_span(span_cut(svg, svg.count - 6, 6), "</svg>"));
    }
    assert_int_equal(count, 12);
    assert_int_equal(drawn_find(SPAN("harbour")).count, 0);
    assert_int_equal(drawn_find(SPAN("")).count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_photograph_keeps_its_colours),
        cmocka_unit_test(a_large_one_becomes_the_mean_of_its_pixels),
        cmocka_unit_test(a_file_that_is_cut_anywhere_is_refused),
        cmocka_unit_test(a_flipped_bit_changes_no_colour),
        cmocka_unit_test(the_drawings_of_the_program_can_be_shown),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
