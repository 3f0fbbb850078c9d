/* span and buffer: nothing reads past an end, numbers are strict, a full buffer says so. */
#include "base/buffer.h"
#include "base/span.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 16 * 1024 * 1024);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static void spans_of_texts(void **state)
{
    (void)state;
    assert_int_equal(span_of(NULL).count, 0);
    assert_int_equal(span_of("").count, 0);
    assert_true(is_span(span_of("abc"), "abc"));
    assert_false(is_span(span_of("abc"), "abcd"));
    assert_false(is_span(span_of("abc"), "ab"));
    assert_int_equal(SPAN("a\0b").count, 3);
    const struct span copy = span_copy(&arena, SPAN("a\0b"));
    assert_int_equal(copy.count, 3);
    assert_int_equal(copy.data[3], 0);
    assert_true(is_span_equal(copy, SPAN("a\0b")));
    assert_string_equal(span_text(&arena, span_cut(SPAN("abcdef"), 2, 2)), "cd");
    assert_string_equal(span_text(&arena, (struct span){0}), "");
    const struct span made = span_format(&arena, "%d-%s", 42, "x");
    assert_true(is_span(made, "42-x"));
    assert_int_equal(made.data[made.count], 0);
}

static void cuts_stay_inside(void **state)
{
    (void)state;
    const struct span text = SPAN("abcdef");
    assert_true(is_span(span_cut(text, 0, 3), "abc"));
    assert_true(is_span(span_cut(text, 4, 100), "ef"));
    assert_true(is_span(span_cut(text, 4, SIZE_MAX), "ef"));
    assert_int_equal(span_cut(text, 6, 1).count, 0);
    assert_int_equal(span_cut(text, 99, 1).count, 0);
    assert_ptr_equal(span_cut(text, 99, 1).data, text.data + 6);
    assert_null(span_cut((struct span){0}, 3, 3).data);
}

static void trimming_takes_blanks_at_both_ends(void **state)
{
    (void)state;
    assert_true(is_span(span_trim(SPAN(" \t\r\n\v\fa b \n")), "a b"));
    assert_int_equal(span_trim(SPAN(" \n ")).count, 0);
    assert_int_equal(span_trim((struct span){0}).count, 0);
}

static void order_is_by_bytes(void **state)
{
    (void)state;
    assert_true(span_order(SPAN("a"), SPAN("b")) < 0);
    assert_true(span_order(SPAN("b"), SPAN("a")) > 0);
    assert_true(span_order(SPAN("a"), SPAN("aa")) < 0);
    assert_int_equal(span_order(SPAN("a"), SPAN("a")), 0);
    assert_true(span_order(SPAN("\xFF"), SPAN("a")) > 0);
    assert_int_equal(span_order((struct span){0}, SPAN("")), 0);
    assert_true(has_span_prefix(SPAN("abc"), "ab"));
    assert_true(has_span_prefix(SPAN("abc"), ""));
    assert_false(has_span_prefix(SPAN("ab"), "abc"));
    assert_int_equal(span_find(SPAN("abcb"), 'b'), 1);
    assert_int_equal(span_find(SPAN("abc"), 'x'), 3);
    assert_int_equal(span_find((struct span){0}, 'x'), 0);
}

static void parts(struct span text, const char *wanted)
{
    struct buffer seen = buffer_init(&arena, 100);
    struct span part;
    while (span_next(&text, ',', &part))
        buffer_format(&seen, "[%.*s]", SPAN_ARGS(part));
    assert_true(is_span(buffer_span(&seen), wanted));
}

static void texts_are_taken_apart(void **state)
{
    (void)state;
    parts(SPAN("a,b,c"), "[a][b][c]");
    parts(SPAN("a"), "[a]");
    parts(SPAN(",a,,"), "[][a][][]");
    parts(SPAN(""), "[]");
    parts((struct span){0}, "");
}

static void integers_are_strict(void **state)
{
    (void)state;
    int64_t value = 77;
    static const char *const wrong[] = {"",
                                        "-",
                                        "+",
                                        "1.0",
                                        " 1",
                                        "1 ",
                                        "0x1",
                                        "1a",
                                        "--1",
                                        "1e3",
                                        "9223372036854775808",
                                        "-9223372036854775809"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_int_equal(span_to_integer(span_of(wrong[i]), &value), 0);
    assert_int_equal(span_to_integer(SPAN("1\0"), &value), 0);
    assert_int_equal(span_to_integer((struct span){0}, &value), 0);
    assert_int_equal(value, 77);
    assert_int_equal(span_to_integer(SPAN("9223372036854775807"), &value), 1);
    assert_true(value == INT64_MAX);
    assert_int_equal(span_to_integer(SPAN("-9223372036854775808"), &value), 1);
    assert_true(value == INT64_MIN);
    assert_int_equal(span_to_integer(span_cut(SPAN("1234"), 1, 2), &value), 1);
    assert_int_equal(value, 23);
    assert_int_equal(span_to_integer(SPAN("007"), &value), 1);
    assert_int_equal(value, 7);
}

static void number(const char *text, double wanted)
{
    double value = 77;
    assert_int_equal(span_to_number(span_of(text), &value), 1);
    assert_true(value == wanted);
}

static void numbers_are_strict_in_every_locale(void **state)
{
    (void)state;
    double value = 77;
    static const char *const wrong[] = {
        "",     "-",   "+",   ".",  "e5", "1e",    "1e+",   "nan",      "inf",
        "-inf", "0x1", "1,5", " 1", "1 ", "1.5.2", "1e999", "infinity", "1_000"};
    (void)setlocale(LC_ALL,
                    "de_DE.UTF-8"); /* changes nothing where it is not installed */
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        if (span_to_number(span_of(wrong[i]), &value))
            fail_msg("\"%s\" was taken as a number", wrong[i]);
    }
    assert_int_equal(span_to_number(SPAN("1\0"), &value), 0);
    assert_true(value == 77);
    number("0", 0);
    static const char *const zeros[] = {"-0", "-0.00", "-.0", "-0e3", "-1e-999"};
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++) {
        double zero = 1;
        assert_int_equal(span_to_number(span_of(zeros[i]), &zero), 1);
        assert_true(zero == 0 && !signbit(zero));
    }
    number("-1.5", -1.5);
    number("1e3", 1000);
    number("2.5E-1", 0.25);
    number("0.1", 0.1);
    number("1.7976931348623157e308", 1.7976931348623157e308);
    assert_int_equal(span_to_number(span_cut(SPAN("12.75"), 1, 3), &value), 1);
    assert_true(value == 2.7);
    (void)setlocale(LC_ALL, "C");
}

static void a_buffer_grows_to_its_maximum(void **state)
{
    (void)state;
    struct buffer buffer = buffer_init(&arena, 1000);
    assert_int_equal(buffer_span(&buffer).count, 0);
    assert_non_null(buffer_span(&buffer).data);
    for (int i = 0; i < 100; i++)
        buffer_text(&buffer, "0123456789");
    assert_int_equal(buffer_span(&buffer).count, 1000);
    assert_false(buffer.is_full);
    buffer_add(&buffer, SPAN("x"));
    assert_true(buffer.is_full);
    assert_int_equal(buffer_span(&buffer).count, 1000);
    assert_int_equal(buffer_span(&buffer).data[999], '9');
}

static void what_does_not_fit_is_left_out_whole(void **state)
{
    (void)state;
    struct buffer buffer = buffer_init(&arena, 10);
    buffer_text(&buffer, "12345");
    buffer_text(&buffer, "678901");
    assert_true(buffer.is_full);
    assert_true(is_span(buffer_span(&buffer), "12345"));
    buffer_format(&buffer, "%d", 1234567);
    assert_true(is_span(buffer_span(&buffer), "12345"));
    buffer_format(&buffer, "%d", 67);
    assert_true(is_span(buffer_span(&buffer), "1234567"));
    buffer_add(&buffer, (struct span){0});
    assert_true(is_span(buffer_span(&buffer), "1234567"));
}

static struct span word_of(struct arena *in, const void *context, struct span name)
{
    (void)in;
    return is_span(name, "who") ? span_of(context) : (struct span){0};
}

static void fills(const char *text, const char *who, const char *wanted)
{
    const struct span got = buffer_fill(&arena, 1000, span_of(text), word_of, who);
    assert_string_equal(span_text(&arena, got), wanted);
}

static void names_in_braces_are_replaced_where_they_are_known(void **state)
{
    (void)state;
    fills("", "Ana", "");
    fills("nobody", "Ana", "nobody");
    fills("{who}", "Ana", "Ana");
    fills("Ask {who}, {who}!", "Ana", "Ask Ana, Ana!");
    fills("Ask {who}.", "", "Ask .");
    fills("{when} {who} {", "Ana", "{when} Ana {");
    fills("{a{who}}", "Ana", "{aAna}");
    fills("{who", "Ana", "{who");
    fills("}{who}", "{who}", "}{who}");
}

static void spans_are_joined(void **state)
{
    (void)state;
    const struct span names[] = {SPAN("a"), SPAN(""), SPAN("c")};
    assert_true(is_span(span_join(&arena, names, 0, ", "), ""));
    assert_true(is_span(span_join(&arena, names, 1, ", "), "a"));
    assert_true(is_span(span_join(&arena, names, 3, ", "), "a, , c"));
}

static void bytes_as_hex(void **state)
{
    (void)state;
    static const unsigned char bytes[] = {0, 0x0a, 0xff, 0x10};
    assert_string_equal(span_hex(&arena, bytes, sizeof bytes).data, "000aff10");
    assert_int_equal(span_hex(&arena, bytes, 0).count, 0);
    for (int byte = 0; byte < 256; byte++) {
        const char *digits = "0123456789abcdef0123456789ABCDEF";
        const char *found = byte ? strchr(digits, byte) : NULL;
        assert_int_equal(span_hex_digit((char)byte), found ? (found - digits) % 16 : -1);
    }
}

static void hex_has_one_spelling(void **state)
{
    (void)state;
    static const unsigned char bytes[] = {0, 0x0a, 0xff, 0x10};
    unsigned char read[4];
    static const char *const others[] = {"000AFF10", "000aff1", "000aff100",
                                         "000aff1g", "",        " 00aff10"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(is_span_hex(span_of(others[i]), sizeof read, read));
    assert_true(is_span_hex(SPAN("000aff10"), sizeof read, read));
    assert_memory_equal(read, bytes, sizeof bytes);
}

static void capitals_of_ascii_may_be_alike(void **state)
{
    (void)state;
    assert_true(is_span_alike(SPAN("Ferry-9[Z"), SPAN("fERRY-9[z")));
    assert_false(is_span_alike(SPAN("["), SPAN("{")));
    assert_false(is_span_alike(SPAN("ferr"), SPAN("ferry")));
    assert_false(is_span_alike(SPAN("ferry"), SPAN("ferr")));
    assert_false(is_span_alike(SPAN("\xc3\x89"), SPAN("\xc3\xa9")));
    assert_true(is_span_alike(SPAN(""), (struct span){0}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_of_texts),
        cmocka_unit_test(cuts_stay_inside),
        cmocka_unit_test(trimming_takes_blanks_at_both_ends),
        cmocka_unit_test(order_is_by_bytes),
        cmocka_unit_test(texts_are_taken_apart),
        cmocka_unit_test(integers_are_strict),
        cmocka_unit_test(numbers_are_strict_in_every_locale),
        cmocka_unit_test(a_buffer_grows_to_its_maximum),
        cmocka_unit_test(what_does_not_fit_is_left_out_whole),
        cmocka_unit_test(names_in_braces_are_replaced_where_they_are_known),
        cmocka_unit_test(spans_are_joined),
        cmocka_unit_test(bytes_as_hex),
        cmocka_unit_test(hex_has_one_spelling),
        cmocka_unit_test(capitals_of_ascii_may_be_alike),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
