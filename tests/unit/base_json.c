/* Strict JSON with places: what is taken, what is refused, and where the message points. */
#include "base/buffer.h"
#include "base/json/json.h"
#include "base/json/json_shown.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct json_limits limits = {1024 * 1024, 64, 50000};

static struct json_document read_good(struct arena *arena, const char *text)
{
    struct json_document document = {0};
    struct json_fault fault = {0};
    const enum status status =
        json_read(arena, span_of(text), &limits, &document, &fault);
    if (status != OK)
        print_error("%zu:%zu %s\n", fault.line, fault.column, fault.what);
    assert_int_equal(status, OK);
    return document;
}

static void assert_span(struct span span, const char *text)
{
    assert_int_equal(span.count, strlen(text));
    assert_memory_equal(span.data, text, span.count);
}

static void values_know_their_place(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    const struct json_document document =
        read_good(&arena, "{\n"
                          " \"a\": [1, {\"b\": \"x\\n"
                          "\\u00e9\\ud83d\\ude00\"},\n"
                          "  -2.5e1], \"\xc3\xa9\": true, \"n\": null}");
    const struct json *list = json_get(document.root, "a");
    assert_int_equal(list->kind, JSON_ARRAY);
    assert_int_equal(list->count, 3);
    assert_int_equal(list->line, 2);
    assert_int_equal(list->column, 7);
    const struct json *text = json_get(list->first->next, "b");
    assert_span(text->text, "x\n\xc3\xa9\xf0\x9f\x98\x80");
    assert_span(json_path(&arena, text), "a[1].b");
    assert_int_equal(text->column, 17);
    const struct json *last = text->parent->next;
    assert_true(last->number == -25);
    assert_int_equal(last->line, 3);
    assert_int_equal(last->column, 3);
    assert_int_equal(json_get(document.root, "\xc3\xa9")->column, 17);
    assert_null(json_get(document.root, "n"));
    assert_null(json_get(document.root, "missing"));
    assert_null(json_get(list, "a"));
    arena_done(&arena);
}

static void the_last_duplicate_counts_and_is_told(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    const struct json_document document =
        read_good(&arena, "\xef\xbb\xbf{\"b\": 1, \"a\": 5, \"b\": 2}");
    assert_true(document.has_byte_order_mark);
    assert_true(json_get(document.root, "b")->number == 2);
    assert_non_null(document.duplicates);
    assert_int_equal(document.duplicates->column, 23);
    assert_null(document.duplicates->next_duplicate);
    arena_done(&arena);
}

static void wrong_documents_are_refused_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t line, column;
        const char *what;
    } cases[] = {
        {"", 1, 1, "The file ends too early"},
        {"{\"a\": 1,\n}", 2, 1, "A key in quotation marks was expected here"},
        {"[1,\n 2, ]", 2, 5, "A value is missing here"},
        {"[NaN]", 1, 2, "No JSON value begins like this"},
        {"[01]", 1, 2, "This is not a number that can be kept"},
        {"[1.]", 1, 2, "This is not a number that can be kept"},
        {"[+1]", 1, 2, "No JSON value begins like this"},
        {"[1e999]", 1, 2, "This is not a number that can be kept"},
        {"[1 2]", 1, 4, "A comma or the closing bracket was expected here"},
        {"{\"a\" 1}", 1, 6, "A colon was expected after the key"},
        {"[\"a\nb\"]", 1, 4, "A text must end on its line"},
        {"[\"\\q\"]", 1, 3, "This backslash begins nothing that JSON knows"},
        {"[\"\\ud800\"]", 1, 3, "This backslash begins nothing that JSON knows"},
        {"[\"\\u0000\"]", 1, 3, "This backslash begins nothing that JSON knows"},
        {"[\"abc", 1, 6, "The file ends too early"},
        {"[\"abc\\", 1, 7, "The file ends too early"},
        {"{} x", 1, 4, "Something follows after the end of the document"},
        {"[\"\xc3(\"]", 1, 3, "This byte is not UTF-8"},
        {"[\"\xed\xa0\x80\"]", 1, 3, "This byte is not UTF-8"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        arena_init(&arena, 1 << 20);
        struct json_document document = {0};
        struct json_fault fault = {0};
        assert_int_equal(
            json_read(&arena, span_of(cases[i].text), &limits, &document, &fault),
            STATUS_BAD_INPUT);
        assert_string_equal(fault.what, cases[i].what);
        assert_int_equal(fault.line, cases[i].line);
        assert_int_equal(fault.column, cases[i].column);
        assert_null(document.root);
        arena_done(&arena);
    }
}

static void the_limits_hold(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    struct json_document document = {0};
    struct json_fault fault = {0};
    char deep[200];
    memset(deep, '[', sizeof deep);
    assert_int_equal(
        json_read(&arena, (struct span){deep, sizeof deep}, &limits, &document, &fault),
        STATUS_BAD_INPUT);
    assert_int_equal(fault.column, 65);
    assert_string_equal(fault.what, "The brackets are nested too deep");
    const struct json_limits few = {100, 64, 3};
    assert_int_equal(json_read(&arena, SPAN("[1,2,3]"), &few, &document, &fault),
                     STATUS_BAD_INPUT);
    assert_int_equal(json_read(&arena, (struct span){deep, 101}, &few, &document, &fault),
                     STATUS_TOO_LARGE);
    arena_done(&arena);
}

static void numbers_are_written_as_short_as_they_read_back(void **state)
{
    (void)state;
    static const struct {
        double number;
        const char *text;
    } cases[] = {{1, "1"},           {0.1, "0.1"},
                 {-0.0, "0"},        {1.0 / 3, "0.3333333333333333"},
                 {100000, "100000"}, {2.5, "2.5"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[32];
        assert_int_equal(json_number_text(cases[i].number, text), strlen(cases[i].text));
        assert_string_equal(text, cases[i].text);
    }
}

static void texts_are_written_so_that_they_read_back(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    struct buffer buffer = buffer_init(&arena, 1000);
    const char *text = "a \"b\" \\ \n \x01 \xc3\xa9";
    json_put_text(&buffer, span_of(text));
    struct json_document document;
    struct json_fault fault;
    assert_int_equal(json_read(&arena, buffer_span(&buffer), &limits, &document, &fault),
                     OK);
    assert_span(document.root->text, text);
    arena_done(&arena);
}

static void what_leaves_shows_all_that_is_in_it(void **state)
{
    (void)state;
    struct arena arena;
    struct json_document document;
    struct json_fault fault;
    arena_init(&arena, 1 << 20);
    const struct span plain = SPAN("{\"a\":\"b\\n\xc3\xa9\"}\n");
    assert_ptr_equal(json_shown(&arena, plain).data, plain.data);
    const struct span text = SPAN("[\"a\u202e\xc2\x9b\x7f\U000e0041\"]");
    const struct span shown = json_shown(&arena, text);
    assert_span(shown, "[\"a\\u202e\\u009b\\u007f\\udb40\\udc41\"]");
    assert_int_equal(json_read(&arena, shown, &limits, &document, &fault), OK);
    assert_span(document.root->first->text, "a\u202e\xc2\x9b\x7f\U000e0041");
    assert_span(json_shown(&arena, SPAN("[\"\xff\"]")), "[\"\\ufffd\"]");
    arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_know_their_place),
        cmocka_unit_test(the_last_duplicate_counts_and_is_told),
        cmocka_unit_test(wrong_documents_are_refused_with_their_place),
        cmocka_unit_test(the_limits_hold),
        cmocka_unit_test(numbers_are_written_as_short_as_they_read_back),
        cmocka_unit_test(texts_are_written_so_that_they_read_back),
        cmocka_unit_test(what_leaves_shows_all_that_is_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
