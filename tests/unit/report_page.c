/* Pages: lines are broken, numbers written and foreign words escaped the same way everywhere. */
#include "markup.h"

#include "base/utf8.h"
#include "report/page/page.h"
#include "report/page/html/page_escape.h"
#include "report/page/page_wrap.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, 64 << 20);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static void assert_text(struct span found, const char *expected)
{
    assert_string_equal(span_text(&arena, found), expected);
}

static void a_number_has_a_true_minus_and_no_minus_zero(void **state)
{
    (void)state;
    assert_text(page_number(&arena, .416, 2), "0.42");
    assert_text(page_number(&arena, -.416, 2), "−0.42");
    assert_text(page_number(&arena, -.004, 2), "0.00");
    assert_text(page_number(&arena, -1, 0), "−1");
    assert_text(page_number(&arena, NAN, 2), "–");
}

static void a_page_is_empty_until_something_is_added(void **state)
{
    (void)state;
    struct page headed = page_init(&arena, SPAN("t"), SPAN("r"));
    struct page sectioned = headed, both;
    assert_true(is_page_empty(&headed));
    page_section(&sectioned, PAGE_PLAIN, "id", "Title");
    assert_false(is_page_empty(&sectioned));
    both = sectioned;
    page_add_text(&headed.head, SPAN("words"));
    assert_false(is_page_empty(&headed));
    both.head = headed.head;
    assert_false(is_page_empty(&both));
}

static void a_table_is_titled_when_any_column_is(void **state)
{
    (void)state;
    struct page page = page_init(&arena, SPAN("t"), SPAN("r"));
    for (size_t titled = 0; titled <= 3; titled++) {
        struct page_column columns[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
        if (titled < 3)
            columns[titled].title = "Title";
        assert_int_equal(is_page_table_titled(page_add_table(&page.head, "", columns, 3)),
                         titled < 3);
    }
}

static void lines_break_at_blanks_and_long_words_anywhere(void **state)
{
    (void)state;
    static const char *const expected[] = {"one two", "three", "", "wörtlich", "es x"};
    struct span rest = SPAN("one two three\n\nwörtliches x"), line;
    size_t count = 0;
    while (page_wrap(&rest, 8, &line))
        assert_text(line, expected[count++]);
    assert_int_equal(count, sizeof expected / sizeof *expected);
    rest = SPAN("");
    assert_true(page_wrap(&rest, 8, &line));
    assert_int_equal(line.count, 0);
    assert_false(page_wrap(&rest, 8, &line));
}

static void markup_and_what_is_no_text_is_escaped(void **state)
{
    (void)state;
    struct buffer out = buffer_init(&arena, 1000);
    page_escape(&out, SPAN("<a b=\"c\">&'\x01\xff\n\tü"));
    assert_text(buffer_span(&out),
                "&lt;a b=&quot;c&quot;&gt;&amp;&#39;\xef\xbf\xbd\xef\xbf\xbd\n\tü");
}

static const struct chart *some_chart(void)
{
    struct chart *chart = arena_new(&arena, struct chart);
    *chart = (struct chart){.kind = CHART_PROFILE,
                            .low = -1,
                            .high = 1,
                            .low_label = SPAN("less"),
                            .high_label = SPAN("more"),
                            .dot_label = SPAN("the <person>"),
                            .box_label = SPAN("here"),
                            .rows = arena_array(&arena, struct chart_row, 2),
                            .row_count = 2};
    chart->rows[0] = (struct chart_row){.group = SPAN("Values"),
                                        .label = SPAN("Order & care"),
                                        .dot = .5,
                                        .low = .25,
                                        .high = 2,
                                        .box = -.5,
                                        .box_low = NAN,
                                        .box_high = NAN,
                                        .needed = NAN};
    chart->rows[1] = (struct chart_row){.label = SPAN("Nothing known"),
                                        .dot = NAN,
                                        .low = NAN,
                                        .high = NAN,
                                        .box = NAN,
                                        .box_low = NAN,
                                        .box_high = NAN,
                                        .needed = NAN};
    return chart;
}

/* One of each kind of block. */
static struct page every_block(void)
{
    static const struct page_column columns[] = {{"Topic", 0}, {"Most", 1}, {"Least", 1}};
    struct page page = page_init(&arena, SPAN("A <title>"), SPAN("Pilot & more"));
    struct page_section *section = page_section(&page, PAGE_PLAIN, "one", "One");
    page_pair(page_add_facts(&page.head), SPAN("Name"), SPAN("<b>value</b>"));
    page_add_lead(section, SPAN("Lead"));
    page_add_text(section, SPAN("Text"));
    page_add_note(section, SPAN("Note"));
    page_pair(page_add_list(section), SPAN(""), SPAN("An item"));
    section = page_section(&page, PAGE_CARD, "two", "Two");
    page_add_quote(section, SPAN("Why?"), SPAN("so\n<script>"), SPAN("ar"));
    page_add_missing(section, SPAN("And?"), "Left open.");
    section = page_section(&page, PAGE_SHEET, "three", "Three");
    struct page_block *table = page_add_table(section, "A table", columns, 3);
    for (int i = 0; i < 2; i++) {
        struct page_row *row = page_row(table, i ? SPAN("Group") : SPAN(""));
        row->cells[0] = SPAN("Cell");
        row->cells[1] = SPAN("4");
        row->cells[2] = SPAN("0");
        row->is_total = i;
        page_remark(table, row, SPAN("A remark <below>"));
    }
    page_add_exact(section, SPAN("Compare:"), SPAN("one & two\nthree"));
    page_add_chart(section, "A chart", some_chart());
    return page;
}

static int has(struct span bytes, const char *text)
{
    return memmem(bytes.data, bytes.count, text, strlen(text)) != NULL;
}

static void every_block_becomes_whole_markup(void **state)
{
    (void)state;
    const struct page page = every_block();
    const struct span html = page_html(&arena, &page);
    assert_true(is_markup_whole(html));
    assert_true(has(html, "<html lang=\"en\">"));
    assert_true(has(html, "A &lt;title&gt;"));
    assert_true(has(html, "lang=\"ar\" dir=\"auto\">so\n&lt;script&gt;"));
    assert_false(has(html, "<script"));
    assert_true(has(html, "<div class=\"cards\">\n<section id=\"two\""));
    assert_true(has(html, "the &lt;person&gt; 0.50, between 0.25 and 2.00. here −0.50."));
    assert_true(has(html, "cx=\"75.00%\""));
    assert_true(has(html, "x2=\"100.00%\"")); /* kept inside the plot */
    assert_true(has(html, "No figure."));
    assert_true(has(html, "<pre>one &amp; two\nthree</pre>"));
    assert_true(has(html, "<td colspan=\"3\">A remark &lt;below&gt;</td>"));
    assert_false(has(html, "nan"));
}

static void every_block_becomes_plain_lines(void **state)
{
    (void)state;
    const struct page page = every_block();
    struct span text = page_plain(&arena, &page), line;
    assert_true(has(text, "A <title>\n=========\n"));
    assert_true(has(text, ">> Lead\n"));
    assert_true(has(text, "** Note\n"));
    assert_true(has(text, "- An item\n"));
    assert_true(has(text, "Why?\n  | so\n  | <script>\n"));
    assert_true(has(text, "And?\n    Left open.\n"));
    assert_true(has(text, "Topic  Most  Least\n------------------\nCell      4      0\n"
                          "       A remark <below>\n"));
    assert_true(has(text, "\nCompare:\n  one & two\n  three\n"));
    assert_true(has(text, "Order & care"));
    assert_false(has(text, "nan"));
    while (span_next(&text, '\n', &line)) {
        assert_true(utf8_count(line) <= PAGE_PLAIN_COLUMNS);
        assert_true(!line.count || line.data[line.count - 1] != ' ');
    }
}

static void a_page_without_title_begins_with_its_words(void **state)
{
    (void)state;
    static const struct page_column columns[] = {{0}, {0}};
    struct page page = page_init(&arena, SPAN(""), SPAN(""));
    assert_true(is_page_empty(&page));
    page_add_text(&page.head, SPAN("First"));
    assert_false(is_page_empty(&page));
    struct page_row *row = page_row(page_add_table(&page.head, "", columns, 2), SPAN(""));
    row->cells[0] = SPAN("a");
    row->cells[1] = SPAN("b");
    assert_true(is_span(page_plain(&arena, &page), "First\n\na  b\n"));
}

static void exact_lines_stay_whole_and_safe(void **state)
{
    (void)state;
    struct page page = page_init(&arena, SPAN(""), SPAN(""));
    char words[3 * PAGE_PLAIN_COLUMNS];
    memset(words, 'q', sizeof words);
    words[sizeof words - 1] = 27;
    page_add_exact(&page.head, SPAN(""), (struct span){words, sizeof words});
    words[sizeof words - 1] =
        '\n'; /* a blank in the place of a control character is cut */
    assert_true(
        is_span_equal(page_plain(&arena, &page), (struct span){words, sizeof words}));
}

static enum status refuse_third(void *context, struct span text)
{
    size_t *count = context;
    (void)text;
    return ++*count == 3 ? STATUS_NO_SPACE : OK;
}

static enum status count_bytes(void *context, struct span text)
{
    *(size_t *)context += text.count;
    return OK;
}

static void a_long_page_is_written_piece_by_piece(void **state)
{
    (void)state;
    enum { ROWS = 100000, LINE_BYTES = 51 };
    static const struct page_column columns[] = {{0}};
    char cell[LINE_BYTES - 1];
    size_t count = 0;
    struct page page = page_init(&arena, SPAN(""), SPAN(""));
    struct page_block *table = page_add_table(&page.head, "", columns, 1);
    memset(cell, 'q', sizeof cell);
    for (size_t i = 0; i < ROWS; i++)
        page_row(table, SPAN(""))->cells[0] = (struct span){cell, sizeof cell};
    assert_int_equal(
        page_plain_write(&arena, &page, PAGE_PLAIN_COLUMNS, count_bytes, &count), OK);
    assert_int_equal(count, ROWS * LINE_BYTES);
    count = 0;
    assert_int_equal(
        page_plain_write(&arena, &page, PAGE_PLAIN_COLUMNS, refuse_third, &count),
        STATUS_NO_SPACE);
    assert_int_equal(count, 3);
}

static enum status widest_line(void *context, struct span text)
{
    struct span line;
    while (text.count && span_next(&text, '\n', &line)) {
        const size_t width = utf8_count(line);
        if (width > *(size_t *)context)
            *(size_t *)context = width;
    }
    return OK;
}

static void
a_table_is_as_wide_as_the_screen_and_a_sentence_never_wider_than_a_line(void **state)
{
    (void)state;
    static const struct page_column columns[] = {{"One", 0}, {"Two", 0}};
    char words[400];
    struct page page = page_init(&arena, SPAN("T"), SPAN(""));
    memset(words, 'q', sizeof words);
    for (size_t i = 4; i < sizeof words; i += 5)
        words[i] = ' ';
    const struct span all = {words, sizeof words};
    for (size_t screen = 1; screen < 300; screen += 13) {
        const size_t wanted = screen < PAGE_PLAIN_COLUMNS_LEAST ? PAGE_PLAIN_COLUMNS_LEAST
                              : screen > PAGE_PLAIN_COLUMNS_MOST ? PAGE_PLAIN_COLUMNS_MOST
                                                                 : screen;
        size_t text = 0, table = 0;
        page = page_init(&arena, SPAN("T"), SPAN(""));
        page_add_text(&page.head, all);
        page_add_strong(&page.head, SPAN("Strong:"), all);
        assert_int_equal(page_plain_write(&arena, &page, screen, widest_line, &text), OK);
        assert_true(text <= wanted && text <= PAGE_PLAIN_COLUMNS);
        page = page_init(&arena, SPAN("T"), SPAN(""));
        struct page_row *row =
            page_row(page_add_table(&page.head, "", columns, 2), SPAN(""));
        row->cells[0] = row->cells[1] = all;
        assert_int_equal(page_plain_write(&arena, &page, screen, widest_line, &table),
                         OK);
        assert_true(table <= wanted && table > wanted - 10);
    }
}

static void
a_table_of_many_columns_runs_over_a_narrow_screen_and_ends_nothing(void **state)
{
    (void)state;
    static const struct page_column columns[PAGE_COLUMNS_MAX] = {{"A column", 0}};
    size_t widest = 0;
    struct page page = page_init(&arena, SPAN(""), SPAN(""));
    struct page_row *row =
        page_row(page_add_table(&page.head, "", columns, PAGE_COLUMNS_MAX), SPAN(""));
    for (size_t i = 0; i < PAGE_COLUMNS_MAX; i++)
        row->cells[i] = SPAN("several words");
    assert_int_equal(page_plain_write(&arena, &page, 1, widest_line, &widest), OK);
    assert_true(widest >= PAGE_PLAIN_COLUMNS_LEAST);
}

static void a_wide_table_gives_way(void **state)
{
    (void)state;
    static const struct page_column columns[] = {{"One", 0}, {"Two", 0}, {"Three", 1}};
    struct page page = page_init(&arena, SPAN("T"), SPAN("R"));
    struct page_block *table =
        page_add_table(page_section(&page, PAGE_PLAIN, "one", "One"), "Wide", columns, 3);
    struct page_row *row = page_row(table, SPAN(""));
    char long_words[400];
    memset(long_words, 'q', sizeof long_words);
    for (size_t i = 0; i < 3; i++)
        row->cells[i] = (struct span){long_words, sizeof long_words};
    struct span text = page_plain(&arena, &page), line;
    size_t letters = 0;
    while (span_next(&text, '\n', &line)) {
        assert_true(utf8_count(line) <= PAGE_PLAIN_COLUMNS);
        for (size_t i = 0; i < line.count; i++)
            letters += line.data[i] == 'q';
    }
    assert_int_equal(letters, 3 * sizeof long_words);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begin, arena_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_number_has_a_true_minus_and_no_minus_zero),
        TEST(a_page_is_empty_until_something_is_added),
        TEST(a_table_is_titled_when_any_column_is),
        TEST(lines_break_at_blanks_and_long_words_anywhere),
        TEST(markup_and_what_is_no_text_is_escaped),
        TEST(every_block_becomes_whole_markup),
        TEST(every_block_becomes_plain_lines),
        TEST(a_page_without_title_begins_with_its_words),
        TEST(exact_lines_stay_whole_and_safe),
        TEST(a_long_page_is_written_piece_by_piece),
        TEST(a_wide_table_gives_way),
        TEST(a_table_is_as_wide_as_the_screen_and_a_sentence_never_wider_than_a_line),
        TEST(a_table_of_many_columns_runs_over_a_narrow_screen_and_ends_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
