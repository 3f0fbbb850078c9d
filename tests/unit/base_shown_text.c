/* shown_text: what others read says what it seems to say. */
#include "base/text/shown_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void texts_of_all_scripts_are_taken(void **state)
{
    (void)state;
    static const char *const good[] = {
        "A title",          "Ü",        "12 %", "שלום עולם", "مى\u200cخواهم", "क्\u200dष",
        "Donau\u00addampf", "👍🏽", "王",   "–"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (shown_text_check("title", span_of(good[i])) != OK)
            fail_msg("%s: %s", good[i], status_last());
}

static void what_nobody_sees_is_refused_with_its_number(void **state)
{
    (void)state;
    static const struct {
        const char *text, *said;
    } bad[] = {
        {"a\nb", "line break"},  {"a\x1b[2Jb", "U+001B"}, {"a\x7f", "U+007F"},
        {"a\xc2\x85", "U+0085"}, {"a\u200eb", "U+200E"},  {"\u202egnp.exe", "U+202E"},
        {"a\u2066b", "U+2066"},  {"a\u061cb", "U+061C"},  {"a\u200bb", "U+200B"},
        {"\ufeffa", "U+FEFF"},   {"a\u2028b", "U+2028"},  {"a\U000e0041", "U+E0041"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(shown_text_check("title", span_of(bad[i].text)),
                         STATUS_BAD_INPUT);
        if (!strstr(status_last(), bad[i].said) || !strstr(status_last(), "the title h"))
            fail_msg("%s: %s", bad[i].said, status_last());
    }
}

static void nothing_is_no_text(void **state)
{
    (void)state;
    static const char *const empty[] = {"", "  ", "\u00a0\u2003", "\u3164",
                                        "\u00ad\u200d"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        assert_int_equal(shown_text_check("name", span_of(empty[i])), STATUS_BAD_INPUT);
        assert_string_equal(status_last(), "the name is empty");
    }
    assert_int_equal(shown_text_check("name", SPAN("\xff\xfe")), STATUS_BAD_INPUT);
    assert_string_equal(status_last(), "the name is not UTF-8");
}

static void what_nobody_sees_is_written_out(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 64 * 1024);
    static const struct {
        struct span text, line;
    } cases[] = {
        {SPAN("a\x1b[2Jb"), SPAN("a<U+001B>[2Jb")},
        {SPAN("a\nb\tc"), SPAN("a<U+000A>b<U+0009>c")},
        {SPAN("a\u202eb\u2066"), SPAN("a<U+202E>b<U+2066>")},
        {SPAN("\U000e0041"), SPAN("<U+E0041>")},
        {SPAN("a\xff\xc2"), SPAN("a<byte FF><byte C2>")},
        {SPAN("\xef\xbf\xbd"), SPAN("\xef\xbf\xbd")}, /* the character itself is one */
        {SPAN("مى\u200cخواهم"), SPAN("مى\u200cخواهم")},
        {SPAN(""), SPAN("")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (!is_span_equal(shown_text_line(&arena, cases[i].text), cases[i].line))
            fail_msg("%zu: %.*s", i, SPAN_ARGS(shown_text_line(&arena, cases[i].text)));
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_of_all_scripts_are_taken),
        cmocka_unit_test(what_nobody_sees_is_refused_with_its_number),
        cmocka_unit_test(nothing_is_no_text),
        cmocka_unit_test(what_nobody_sees_is_written_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
