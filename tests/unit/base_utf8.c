/* utf8: every code point there and back; overlong forms, surrogates and cut sequences refused. */
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static bool is_surrogate(uint32_t code)
{
    return code >= 0xD800 && code <= 0xDFFF;
}

static void every_code_point_comes_back(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        char bytes[4];
        size_t at = 0;
        uint32_t read = 0;
        if (is_surrogate(code))
            continue;
        const size_t count = utf8_put(code, bytes);
        const struct span text = {bytes, count};
        if (!utf8_next(text, &at, &read) || read != code || at != count ||
            utf8_wrong(text) != count || utf8_before(text, count) != 0)
            fail_msg("U+%04X", code);
    }
}

static void wrong(const char *text, size_t at)
{
    const struct span span = span_of(text);
    if (utf8_wrong(span) != at)
        fail_msg("\"%s\": wrong at %zu, not at %zu", text, utf8_wrong(span), at);
}

static void wrong_bytes_are_found(void **state)
{
    (void)state;
    wrong("abc", 3);
    wrong("", 0);
    wrong("a\x80", 1);            /* continues nothing */
    wrong("a\xC3", 1);            /* cut off */
    wrong("a\xE2\x82", 1);        /* cut off */
    wrong("a\xF0\x9F\x98", 1);    /* cut off */
    wrong("\xC0\x80", 0);         /* overlong 0 */
    wrong("\xC1\xBF", 0);         /* overlong */
    wrong("\xE0\x9F\xBF", 0);     /* overlong */
    wrong("\xF0\x8F\xBF\xBF", 0); /* overlong */
    wrong("\xED\xA0\x80", 0);     /* surrogate */
    wrong("\xED\xBF\xBF", 0);     /* surrogate */
    wrong("\xF4\x90\x80\x80", 0); /* over U+10FFFF */
    wrong("\xF5\x80\x80\x80", 0); /* over U+10FFFF */
    wrong("\xFE", 0);
    wrong("\xC3\xC3\xA4", 0); /* a second lead */
    wrong("\xEE\x80\x80\xEF\xBF\xBF\xF4\x8F\xBF\xBF", 10);
}

static void wrong_bytes_are_replaced_one_by_one(void **state)
{
    (void)state;
    static const uint32_t wanted[] = {'a', 0xFFFD, 0xFFFD, 'b', 0xE4, 0xFFFD};
    const struct span text = SPAN("a\xE2\x82"
                                  "b\xC3\xA4\xC3");
    size_t at = 0, count = 0;
    uint32_t code;
    while (utf8_next(text, &at, &code))
        assert_int_equal(code, wanted[count++]);
    assert_int_equal(count, 6);
    assert_int_equal(at, text.count);
    assert_int_equal(utf8_count(text), 6);
    assert_int_equal(utf8_next(text, &at, &code), 0);
}

static void going_back_finds_each_beginning(void **state)
{
    (void)state;
    const struct span text = SPAN("a\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80");
    assert_int_equal(utf8_before(text, 10), 6);
    assert_int_equal(utf8_before(text, 6), 3);
    assert_int_equal(utf8_before(text, 3), 1);
    assert_int_equal(utf8_before(text, 1), 0);
    assert_int_equal(utf8_before(text, 0), 0);
    assert_int_equal(utf8_before(text, 99), 6);
    assert_int_equal(utf8_count(text), 4);
    assert_int_equal(utf8_count((struct span){0}), 0);
}

static void letters_have_their_capitals(void **state)
{
    (void)state;
    assert_int_equal(utf8_upper('q'), 'Q');
    assert_int_equal(utf8_upper(0xE9), 0xC9);
    assert_int_equal(utf8_upper(0x153), 0x152);
    assert_int_equal(utf8_upper(0xDF), 0xDF);
    assert_int_equal(utf8_upper(0xF7), 0xF7);
    assert_int_equal(utf8_upper('7'), '7');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_comes_back),
        cmocka_unit_test(wrong_bytes_are_found),
        cmocka_unit_test(wrong_bytes_are_replaced_one_by_one),
        cmocka_unit_test(going_back_finds_each_beginning),
        cmocka_unit_test(letters_have_their_capitals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
