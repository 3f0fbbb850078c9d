/* Tables as text: what is read, what is refused and how the refusal reads, what is written. */
#include "base/text/csv.h"

#include "near.h"
#include "scratch.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const struct csv_limits limits = {64, 4};

static enum status begin(const char *text, struct csv *out_csv)
{
    FILE *stream = tmpfile();
    assert_non_null(stream);
    fputs(text, stream);
    rewind(stream);
    const enum status status = csv_begin(&scratch, stream, "t.csv", limits, out_csv);
    if (status)
        fclose(stream);
    return status;
}

static void assert_row(struct csv *csv, const char *first, const char *second,
                       size_t line)
{
    bool has_row;
    assert_int_equal(csv_next(csv, &has_row), OK);
    assert_true(has_row);
    assert_int_equal(csv->line, line);
    assert_string_equal(span_text(&scratch, csv->fields[0]), first);
    assert_string_equal(span_text(&scratch, csv->fields[1]), second);
}

static void assert_end(struct csv *csv)
{
    bool has_row;
    assert_int_equal(csv_next(csv, &has_row), OK);
    assert_false(has_row);
}

static void plain_and_quoted_rows_are_read(void **state)
{
    (void)state;
    scoped_csv csv = {0};
    assert_int_equal(begin("\xEF\xBB\xBF\"a\",b\r\n1,\"x, \"\"y\"\"\nz\"\r\n,last", &csv),
                     OK);
    assert_int_equal(csv.column_count, 2);
    assert_string_equal(span_text(&scratch, csv.names[0]), "a");
    assert_row(&csv, "1", "x, \"y\"\nz", 2);
    assert_row(&csv, "", "last", 4);
    assert_end(&csv);
    assert_end(&csv);
    assert_int_equal(csv_rewind(&csv), OK);
    assert_row(&csv, "1", "x, \"y\"\nz", 2);
}

static void numbers_have_a_point_and_gaps_are_nan(void **state)
{
    (void)state;
    scoped_csv csv = {0};
    double number;
    bool has_row;
    assert_int_equal(begin("a,b\n-1.5e2,\n\"1,5\",0x1\n", &csv), OK);
    assert_int_equal(csv_next(&csv, &has_row), OK);
    assert_int_equal(csv_number(&csv, 0, &number), OK);
    assert_near(number, -150, 0);
    assert_int_equal(csv_number(&csv, 1, &number), OK);
    assert_true(isnan(number));
    assert_int_equal(csv_next(&csv, &has_row), OK);
    assert_int_equal(csv_number(&csv, 0, &number), STATUS_BAD_INPUT);
    assert_string_equal(status_last(),
                        "t.csv: line 3, column a: a number is needed; write it with a "
                        "decimal point or leave it empty");
    assert_int_equal(csv_number(&csv, 1, &number), STATUS_BAD_INPUT);
    assert_true(isnan(number));
}

/* Refused in the header or in the first row; the sentence names file and line. */
static void assert_refused(const char *text, enum status status, const char *place)
{
    scoped_csv csv = {0};
    bool has_row;
    enum status found = begin(text, &csv);
    if (!found)
        found = csv_next(&csv, &has_row);
    assert_int_equal(found, status);
    assert_non_null(strstr(status_last(), place));
    assert_null(strstr(status_last(), "secret"));
}

static void malformed_rows_are_refused(void **state)
{
    (void)state;
    assert_refused("", STATUS_BAD_INPUT, "t.csv: is empty");
    assert_refused("a,b\nsecret\n", STATUS_BAD_INPUT, "t.csv: line 2 has 1 fields");
    assert_refused("a,b\n1,2,secret\n", STATUS_BAD_INPUT, "t.csv: line 2 has 3 fields");
    assert_refused("a,b\n\n", STATUS_BAD_INPUT, "t.csv: line 2 has 1 fields");
    assert_refused("a,b\n1,\"secret\n", STATUS_BAD_INPUT,
                   "line 2, column b: a quote is opened");
    assert_refused("a,b\n1,\"secret\"x\n", STATUS_BAD_INPUT,
                   "line 2, column b: text follows");
    assert_refused("a,b\n1,se\"cret\n", STATUS_BAD_INPUT, "line 2, column b: a quote");
    assert_refused("a,b\n1,secret\rx\n", STATUS_BAD_INPUT, "line 2, column b");
    assert_refused("a,b\n1,secret\xC3\n", STATUS_BAD_INPUT, "line 2 is not UTF-8");
    assert_refused("a,b\n1,\xC3,\xA4\n", STATUS_BAD_INPUT, "line 2 is not UTF-8");
    assert_refused("a,b,c,d,e\n", STATUS_TOO_LARGE, "line 1 has more than 4 fields");
    assert_refused(
        "a\n0123456789012345678901234567890123456789012345678901234567890123456789\n",
        STATUS_TOO_LARGE, "line 2 is longer than 64 bytes");
}

static void columns_are_found_once(void **state)
{
    (void)state;
    scoped_csv csv = {0};
    size_t index = 9;
    assert_int_equal(begin("a,b,a\n", &csv), OK);
    assert_int_equal(csv_column(&csv, SPAN("b"), &index), OK);
    assert_int_equal(index, 1);
    assert_int_equal(csv_column(&csv, SPAN("a"), &index), STATUS_BAD_INPUT);
    assert_int_equal(csv_column(&csv, SPAN("c"), &index), STATUS_BAD_INPUT);
    assert_int_equal(index, 1);
}

static void files_that_are_not_there_are_told(void **state)
{
    (void)state;
    struct csv csv;
    assert_int_equal(csv_open(&scratch, "/nowhere/t.csv", limits, &csv),
                     STATUS_NOT_FOUND);
    assert_non_null(strstr(status_last(), "/nowhere/t.csv"));
    assert_int_equal(csv_open(&scratch, "/", limits, &csv), STATUS_IO);
    csv_close(NULL);
}

static void assert_written(const struct buffer *buffer, const char *text)
{
    assert_string_equal(span_text(&scratch, buffer_span(buffer)), text);
}

static void what_is_undefined_is_empty(void **state)
{
    (void)state;
    struct buffer buffer = buffer_init(&scratch, 1000);
    csv_put_number(&buffer, 0.1);
    csv_put_number(&buffer, NAN);
    csv_put_number(&buffer, -INFINITY);
    csv_put_number(&buffer, -0.0);
    csv_put_number(&buffer, 1e300);
    csv_put_count(&buffer, 18446744073709551615u);
    csv_put_end(&buffer);
    assert_written(
        &buffer,
        "0.10000000000000001,,,0,1.0000000000000001e+300,18446744073709551615\n");
}

static void text_is_quoted_where_needed(void **state)
{
    (void)state;
    struct buffer buffer = buffer_init(&scratch, 1000);
    csv_put_text(&buffer, SPAN(""));
    csv_put_text(&buffer, SPAN("plain"));
    csv_put_text(&buffer, SPAN(""));
    csv_put_text(&buffer, SPAN("a,b"));
    csv_put_end(&buffer);
    csv_put_text(&buffer, SPAN("say \"no\""));
    csv_put_text(&buffer, SPAN("two\nlines"));
    csv_put_end(&buffer);
    assert_written(&buffer, "\"\",plain,,\"a,b\"\n\"say \"\"no\"\"\",\"two\nlines\"\n");
}

static void the_decimal_point_does_not_follow_the_locale(void **state)
{
    (void)state;
    struct buffer buffer = buffer_init(&scratch, 1000);
    if (!setlocale(LC_NUMERIC, "de_DE.UTF-8"))
        setlocale(LC_NUMERIC, "");
    csv_put_number(&buffer, 1.5);
    setlocale(LC_NUMERIC, "C");
    assert_written(&buffer, "1.5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_and_quoted_rows_are_read),
        cmocka_unit_test(numbers_have_a_point_and_gaps_are_nan),
        cmocka_unit_test(malformed_rows_are_refused),
        cmocka_unit_test(columns_are_found_once),
        cmocka_unit_test(files_that_are_not_there_are_told),
        cmocka_unit_test(what_is_undefined_is_empty),
        cmocka_unit_test(text_is_quoted_where_needed),
        cmocka_unit_test(the_decimal_point_does_not_follow_the_locale),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
