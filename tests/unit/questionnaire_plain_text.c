/* HTML in texts: taken away, line breaks kept, everything that is no HTML left alone. */
#include "questionnaire/plain_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void markup_becomes_words(void **state)
{
    (void)state;
    static const struct {
        const char *text, *plain;
    } cases[] = {
        {"Plain.", "Plain."},
        {"", ""},
        {"<b>Bold</b> and <I>slanted</I>", "Bold and slanted"},
        {"One<br>two<br/>three", "One\ntwo\nthree"},
        {"<p>First</p><p class=\"x\">Second</p>", "First\nSecond"},
        {"<a href=\"http://x\">Link</a>", "Link"},
        {"age < 5 and > 3", "age < 5 and > 3"},
        {"a <lgl b", "a <lgl b"},
        {"x<y>z", "x<y>z"},
        {"<b", "<b"},
        {"<", "<"},
        {"Fish &amp; chips &lt;now&gt; &#228;&#xe4;&nbsp;&quot;",
         "Fish & chips <now> \xc3\xa4\xc3\xa4\xc2\xa0\""},
        {"R&D &unknown; &#0; &#xd800; &", "R&D &unknown; &#0; &#xd800; &"},
        {"bell\x07 tab\tend\x7f", "bell tab\tend"},
        {"\xd9\x85\xe2\x80\x8c\xd9\x85", "\xd9\x85\xe2\x80\x8c\xd9\x85"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        arena_init(&arena, 1 << 20);
        const struct span plain = plain_text(&arena, span_of(cases[i].text));
        if (!is_span(plain, cases[i].plain))
            fail_msg("\"%s\" gave \"%.*s\"", cases[i].text, SPAN_ARGS(plain));
        arena_done(&arena);
    }
}

static void nothing_to_change_costs_nothing(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    const struct span text = SPAN("Two lines\nof words");
    assert_ptr_equal(plain_text(&arena, text).data, text.data);
    assert_int_equal(arena.used_bytes, 0);
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_becomes_words),
        cmocka_unit_test(nothing_to_change_costs_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
