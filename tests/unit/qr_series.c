/* A text becomes QR codes that each fit, tell their number and together are the text again. That
 * another program reads them is shown on the real screen (tests/story/keep.sh). */
#include "qr/qr.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, 64 << 20);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct span lines_of(int count)
{
    struct buffer text = buffer_init(&arena, 1 << 20);
    for (int i = 0; i < count; i++)
        buffer_format(&text, "%sLine %d: you −0.%02d, between −1 and 1.", i ? "\n" : "",
                      i, i % 100);
    return buffer_span(&text);
}

/* What stands after the head of part `i`, which says its number. */
static struct span body_of(const struct qr_series *series, size_t i)
{
    char head[32];
    snprintf(head, sizeof head, "Part %zu of %zu\n", i + 1, series->count);
    assert_true(has_span_prefix(series->parts[i], head));
    return span_cut(series->parts[i], strlen(head), series->parts[i].count);
}

static void a_text_is_cut_between_lines_and_is_whole_again(void **state)
{
    (void)state;
    for (int version = QR_VERSION_MIN; version <= QR_VERSION_MAX; version++) {
        struct qr_series series;
        struct span bodies[QR_PARTS_MAX];
        unsigned char *modules;
        const struct span text = lines_of(40);
        assert_int_equal(qr_series(&arena, SPAN("Part"), &text, 1, version, &series), OK);
        assert_true(series.count > 1 && series.version <= version);
        for (size_t i = 0; i < series.count; i++) {
            bodies[i] = body_of(&series, i);
            assert_true(has_span_prefix(bodies[i], "Line "));
            assert_int_equal(qr_encode(&arena, series.parts[i], series.version, &modules),
                             OK);
        }
        assert_true(is_span_equal(span_join(&arena, bodies, series.count, "\n"), text));
    }
}

static void a_short_text_is_one_small_code(void **state)
{
    struct qr_series series;
    (void)state;
    assert_int_equal(
        qr_series(&arena, SPAN("Part"), &SPAN("7Q2K-9ABC"), 1, QR_VERSION_MAX, &series),
        OK);
    assert_int_equal(series.count, 1);
    assert_int_equal(series.version, QR_VERSION_MIN);
    assert_true(is_span(series.parts[0], "Part 1 of 1\n7Q2K-9ABC"));
}

/* A line longer than a code is cut at a blank, and one word that is, between two letters. */
static void a_long_line_is_cut_where_a_reader_loses_nothing(void **state)
{
    struct qr_series series;
    struct span bodies[QR_PARTS_MAX];
    (void)state;
    for (int has_blanks = 0; has_blanks < 2; has_blanks++) {
        struct buffer text = buffer_init(&arena, 1 << 20);
        for (int i = 0; i < 400; i++)
            buffer_text(&text, has_blanks ? "wörter " : "ö");
        buffer_text(&text, "x");
        const struct span words = buffer_span(&text);
        assert_int_equal(qr_series(&arena, SPAN("Part"), &words, 1, 10, &series), OK);
        assert_true(series.count > 1);
        for (size_t i = 0; i < series.count; i++) {
            bodies[i] = body_of(&series, i);
            if (i) /* never in the middle of a letter */
                assert_true(((unsigned char)bodies[i].data[0] & 0xC0) != 0x80);
            if (i && has_blanks)
                assert_true(bodies[i].data[0] == 'w' || bodies[i].data[0] == 'x');
        }
        assert_true(is_span_equal(span_join(&arena, bodies, series.count, ""),
                                  buffer_span(&text)));
    }
}

/* Each text begins a code of its own, however short it is. */
static void no_code_holds_two_texts(void **state)
{
    struct qr_series series;
    const struct span texts[] = {SPAN("Receipt 7Q2K-9ABC"), lines_of(40)};
    struct span bodies[QR_PARTS_MAX];
    (void)state;
    assert_int_equal(qr_series(&arena, SPAN("Part"), texts, 2, QR_VERSION_MAX, &series),
                     OK);
    for (size_t i = 0; i < series.count; i++)
        bodies[i] = body_of(&series, i);
    assert_true(is_span_equal(bodies[0], texts[0]));
    assert_true(
        is_span_equal(span_join(&arena, bodies + 1, series.count - 1, "\n"), texts[1]));
}

static void what_is_too_much_is_refused(void **state)
{
    struct qr_series series;
    unsigned char *modules = NULL;
    (void)state;
    const struct span much = lines_of(2000);
    assert_int_equal(qr_series(&arena, SPAN("Part"), &much, 1, 5, &series),
                     STATUS_TOO_LARGE);
    assert_int_equal(qr_encode(&arena, lines_of(40), 5, &modules), STATUS_TOO_LARGE);
    assert_null(modules);
}

/* Three corners to find it by, and light all around. */
static void a_code_has_its_corners_and_its_quiet_zone(void **state)
{
    unsigned char *modules;
    const int side = qr_side(7);
    (void)state;
    assert_int_equal(qr_encode(&arena, SPAN("Reference: K7-Q2"), 7, &modules), OK);
    assert_int_equal(side, 45 + 2 * QR_QUIET);
    for (int y = 0; y < side; y++)
        for (int x = 0; x < side; x++)
            if (x < QR_QUIET || y < QR_QUIET || x >= side - QR_QUIET ||
                y >= side - QR_QUIET)
                assert_int_equal(modules[y * side + x], 0);
    for (int i = 0; i < 7; i++) {
        const int low = QR_QUIET, high = side - QR_QUIET - 1;
        assert_int_equal(modules[low * side + low + i], 1);
        assert_int_equal(modules[low * side + high - i], 1);
        assert_int_equal(modules[high * side + low + i], 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_cut_between_lines_and_is_whole_again),
        cmocka_unit_test(a_short_text_is_one_small_code),
        cmocka_unit_test(a_long_line_is_cut_where_a_reader_loses_nothing),
        cmocka_unit_test(no_code_holds_two_texts),
        cmocka_unit_test(what_is_too_much_is_refused),
        cmocka_unit_test(a_code_has_its_corners_and_its_quiet_zone),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
