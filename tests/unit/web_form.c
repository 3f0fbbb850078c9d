/* What a browser sends of a form becomes plain text in fields, or nothing at all. */
#include "scratch.h"
#include "web/form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static enum status form_of(struct span bytes, struct form_sent *out_form)
{
    return form_read(&scratch, bytes, out_form);
}

static void fields_come_as_they_were_typed(void **state)
{
    (void)state;
    struct form_sent form;
    assert_int_equal(
        form_of(SPAN("title=Ship+%26+sea&by-1=Zo%C3%AB&empty=&bare&a=1%2B1%3D2"), &form),
        OK);
    assert_int_equal(form.count, 5);
    assert_true(is_span(form.fields[0].name, "title"));
    assert_true(is_span(form.fields[0].value, "Ship & sea"));
    assert_true(is_span(form.fields[1].value, "Zo\xC3\xAB"));
    assert_int_equal(form.fields[2].value.count, 0);
    assert_true(is_span(form.fields[3].name, "bare"));
    assert_true(is_span(form.fields[4].value, "1+1=2"));
    assert_int_equal(form_of(SPAN(""), &form), OK);
    assert_int_equal(form.count, 0);
}

static void every_line_end_is_one_and_a_tab_is_a_blank(void **state)
{
    (void)state;
    struct form_sent form;
    assert_int_equal(form_of(SPAN("why=one%0D%0Atwo%0Athree%0Dfour%09five"), &form), OK);
    assert_true(is_span(form.fields[0].value, "one\ntwo\nthree\nfour five"));
}

static void what_is_not_plain_text_refuses_the_whole_form(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "a=%00",   "a=%0",     "a=%",          "a=%zz",    "a=%1B%5B2J",
        "a=%7F",   "a=%FF",    "a=%C3",        "a=%C0%80", "a=%C2%9B1m",
        "A=1",     "a%20b=1",  "a<b=1",        "=1",       "a=%ED%A0%80",
        "a\x01=1", "%C3%A4=1", "good=1&a=%00", "a=\xFF",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct form_sent form = {0};
        assert_int_equal(form_of(span_of(wrong[i]), &form), STATUS_BAD_INPUT);
        assert_int_equal(form.count, 0);
    }
}

static void a_form_that_is_too_large_is_refused(void **state)
{
    (void)state;
    struct form_sent form;
    struct span many = SPAN("a=1");
    for (int i = 1; i < FORM_FIELDS_MAX; i++)
        many = span_format(&scratch, "%.*s&a=1", SPAN_ARGS(many));
    assert_int_equal(form_of(many, &form), OK);
    assert_int_equal(form.count, FORM_FIELDS_MAX);
    assert_int_equal(form_of(span_format(&scratch, "%.*s&a=1", SPAN_ARGS(many)), &form),
                     STATUS_TOO_LARGE);
    char *const long_text = arena_alloc(&scratch, FORM_BYTES_MAX + 1);
    memset(long_text, 'a', FORM_BYTES_MAX + 1);
    memcpy(long_text, "a=", 2);
    assert_int_equal(form_of((struct span){long_text, FORM_BYTES_MAX}, &form), OK);
    assert_int_equal(form_of((struct span){long_text, FORM_BYTES_MAX + 1}, &form),
                     STATUS_TOO_LARGE);
    const struct span name = span_cut((struct span){long_text + 2, 100}, 0, 65);
    assert_int_equal(form_of(name, &form), STATUS_BAD_INPUT);
    assert_int_equal(form_of(span_cut(name, 0, FORM_NAME_BYTES_MAX), &form), OK);
}

static void a_field_that_is_doubled_is_not_single(void **state)
{
    (void)state;
    struct form_sent form;
    struct span value = SPAN("as it was");
    assert_int_equal(form_of(SPAN("token=1&a=2&token=3"), &form), OK);
    assert_false(is_form_single(&form, "token", &value));
    assert_false(is_form_single(&form, "none", &value));
    assert_true(is_span(value, "as it was"));
    assert_true(is_form_single(&form, "a", &value));
    assert_true(is_span(value, "2"));
    assert_int_equal(form_without(&scratch, &form, "token").count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_come_as_they_were_typed),
        cmocka_unit_test(every_line_end_is_one_and_a_tab_is_a_blank),
        cmocka_unit_test(what_is_not_plain_text_refuses_the_whole_form),
        cmocka_unit_test(a_form_that_is_too_large_is_refused),
        cmocka_unit_test(a_field_that_is_doubled_is_not_single),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
