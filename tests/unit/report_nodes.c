/* What a page of the desk is made of: everything that leads on, asks, or says where somebody
 * stands, in each of its forms. What is kept lies in tests/vectors/pages; RESONANCE_GOLDEN=write
 * writes what is missing there. */
#include "base/buffer.h"
#include "base/file.h"
#include "base/must.h"
#include "markup.h"
#include "report/page/paper/page_paper.h"
#include "report/page/html/page_shell.h"
#include "report/page/page.h"
#include "view/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { ARENA_BYTES = 64 * 1024 * 1024, FILE_BYTES_MAX = 1024 * 1024 };

static struct arena arena;

static int arena_begin(void **state)
{
    (void)state;
    arena_init(&arena, ARENA_BYTES);
    return 0;
}

static int arena_end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static struct chart *range_of(double low, double middle, double high)
{
    struct chart *chart = arena_new(&arena, struct chart);
    struct chart_row *row = arena_new(&arena, struct chart_row);
    *row = (struct chart_row){.dot = middle,
                              .low = low,
                              .high = high,
                              .box = NAN,
                              .box_low = NAN,
                              .box_high = NAN,
                              .needed = NAN};
    *chart = (struct chart){.kind = CHART_RANGE,
                            .low = -1,
                            .high = 1,
                            .low_label = SPAN("apart"),
                            .middle_label = SPAN("as usual"),
                            .high_label = SPAN("alike"),
                            .dot_label = SPAN("resonance"),
                            .rows = row,
                            .row_count = 1};
    return chart;
}

/* Two topics of two people, the first with an arrow and a word. */
static struct chart *profile_of(struct span words)
{
    struct chart *chart = arena_new(&arena, struct chart);
    struct chart_row *rows = arena_array(&arena, struct chart_row, 4);
    for (size_t i = 0; i < 4; i++)
        rows[i] = (struct chart_row){.group = i == 0 ? words : SPAN(""),
                                     .label = words,
                                     .dot = .1 * (double)i,
                                     .low = -.3,
                                     .high = .5,
                                     .box = .2,
                                     .box_low = .1,
                                     .box_high = .3,
                                     .needed = .6,
                                     .has_arrow = i == 0,
                                     .is_sure = i == 0,
                                     .words = i == 0 ? words : SPAN(""),
                                     .other = i < 2 ? &rows[i + 2] : NULL};
    *chart = (struct chart){.kind = CHART_PROFILE,
                            .low = -1,
                            .high = 1,
                            .row_title = words,
                            .low_label = words,
                            .high_label = words,
                            .dot_label = words,
                            .other_label = words,
                            .box_label = words,
                            .needed_label = words,
                            .rows = rows,
                            .row_count = 2};
    return chart;
}

static void ways_fill(struct page_ways *ways, struct span words)
{
    page_way_add(&arena, ways, PAGE_WAY_LINK, words, SPAN("/people"))->is_here = true;
    page_way_add(&arena, ways, PAGE_WAY_BUTTON, words, SPAN("/import"))->note = words;
    page_way_add(&arena, ways, PAGE_WAY_MAIN, words, SPAN("/people/D8-4F"));
    page_way_add(&arena, ways, PAGE_WAY_CLOSED, words, SPAN(""))->why = words;
}

static struct page_form *form_of(struct span words)
{
    struct page_form *form =
        page_form_new(&arena, SPAN("/vacancies/new"), SPAN("0011223344"), words);
    for (int kind = PAGE_FIELD_TEXT; kind <= PAGE_FIELD_HIDDEN; kind++) {
        static const char *const names[] = {"text", "long", "pin",  "number",
                                            "day",  "one",  "some", "hidden"};
        struct page_field *field =
            page_form_field(form, (enum page_field_kind)kind, names[kind], words);
        field->value = kind == PAGE_FIELD_SECRET ? SPAN("never-again") : words;
        field->hint = words;
        if (kind == PAGE_FIELD_ONE_OF || kind == PAGE_FIELD_SOME_OF) {
            page_form_choice(field, words, words)->is_chosen = true;
            page_form_choice(field, words, words)->hint = words;
        }
    }
    page_form_fault(form, "text", words);
    page_form_fault(form, "one", words);
    form->after = words;
    ways_fill(&form->ways, words);
    return form;
}

static void table_fill(struct page_section *section, struct span words)
{
    static const struct page_column columns[] = {
        {"Person", 0}, {"Range", 0}, {"In words", 0}, {"State", 0}, {"Count", 1}};
    static const struct page_column_look looks[] = {
        {0},
        {.low = "apart", .middle = "as usual", .high = "alike"},
        {0},
        {.is_spare = true},
        {0}};
    struct page_block *table = page_add_table(section, "People", columns, 5);
    table->column_looks = looks;
    for (int state = PAGE_STATE_NONE; state < PAGE_STATES; state++) {
        struct page_row *row = page_row(table, state == 3 ? words : SPAN(""));
        for (size_t i = 0; i < 5; i++)
            row->cells[i] = words;
        page_cell(table, row, 0)->address = SPAN("/people/D8-4F");
        page_cell(table, row, 1)->range = range_of(-.2, .1, .4);
        page_cell(table, row, 3)->state = (enum page_state)state;
        if (state == PAGE_STATE_CARE) {
            page_cell(table, row, 1)->range = NULL;
            page_cell(table, row, 1)->columns = 2;
            page_cell(table, row, 1)->is_soft = true;
        }
    }
    page_remark(table, table->last, words);
}

static void items_fill(struct page_block *block, struct span words)
{
    for (int i = 0; i < 3; i++) {
        struct page_item *item = page_item(block);
        *item = (struct page_item){.state = i ? PAGE_STATE_READ : PAGE_STATE_DONE,
                                   .title = words,
                                   .words = words,
                                   .figures = words,
                                   .day = 14 * i,
                                   .is_here = i == 1,
                                   .next = item->next};
        if (block->kind == PAGE_RANGES && i)
            item->chart = range_of(-.1, .2, .5);
    }
}

/* All there is, with `words` wherever words can stand. */
static struct page page_of(struct span words)
{
    struct page page = page_init(&arena, words, words);
    struct page_section *box = page_section(&page, PAGE_BOX, "box", words.data);
    struct page_section *side = page_section(&page, PAGE_SIDE_BOX, "side", "Aside");
    struct page_section *paper = page_section(&page, PAGE_PLAIN, "paper", "");
    box->note = words;
    paper->medium = PAGE_ON_PAPER;
    for (int tone = PAGE_GOOD; tone <= PAGE_WRONG; tone++)
        ways_fill(&page_add_notice(&page.head, (enum page_tone)tone, words, words)->ways,
                  words);
    items_fill(page_add_steps(&page.head), words);
    ways_fill(&page_add_tally(&page.head, 3, 1, 7, words)->ways, words);
    struct page_form *find = page_form_new(&arena, SPAN("/people"), SPAN(""), words);
    page_form_field(find, PAGE_FIELD_TEXT, "find", words)->value = words;
    ways_fill(&page_add_filter(&page.head, find, words)->ways, words);
    items_fill(page_add_ranges(box), words);
    items_fill(page_add_timeline(box, words), words);
    page_add_profile(box, words.data, profile_of(words));
    table_fill(box, words);
    ways_fill(&page_add_pager(box, 1, 50, 120)->ways, words);
    ways_fill(&page_add_strong(side, words, words)->ways, words);
    ways_fill(&page_add_ways(side)->ways, words);
    page_add_quote(side, words, words, SPAN("de"));
    page_add_text(paper, words);
    page_add_form(page_section(&page, PAGE_PLAIN, "form", "Form"), form_of(words));
    page.head.first->medium = PAGE_ON_SCREEN;
    return page;
}

static struct page_shell shell_of(struct span words)
{
    struct page_shell shell = {.rules = SPAN("/s/0123.css"),
                               .mark = SPAN("/s/4567.svg"),
                               .organization = words,
                               .who = words,
                               .role = words,
                               .token = SPAN("0011223344")};
    shell.rooms[0].ways = (struct page_ways){0};
    ways_fill(&shell.rooms[0].ways, words);
    shell.rooms[1].title = words;
    page_way_add(&arena, &shell.rooms[1].ways, PAGE_WAY_LINK, words, SPAN("/vacancies"));
    page_way_add(&arena, &shell.crumbs, PAGE_WAY_LINK, words, SPAN("/people"));
    page_way_add(&arena, &shell.crumbs, PAGE_WAY_LINK, words, SPAN(""));
    page_way_add(&arena, &shell.actions, PAGE_WAY_BUTTON, words, SPAN("/import"));
    return shell;
}

static struct span html_of(struct span words)
{
    const struct page page = page_of(words);
    const struct page_shell shell = shell_of(words);
    return page_shell_html(&arena, &page, &shell);
}

static struct span paper_of(struct span words)
{
    const struct page page = page_of(words);
    const struct page_paper sheet = {words, words, words, words};
    return page_paper_html(&arena, &page, &sheet);
}

static struct span form_as(const char *ending)
{
    const struct page page = page_of(SPAN("Words"));
    return is_span(span_of(ending), "html")         ? html_of(SPAN("Words"))
           : is_span(span_of(ending), "paper.html") ? paper_of(SPAN("Words"))
           : is_span(span_of(ending), "json")       ? page_json(&arena, &page)
                                                    : page_plain(&arena, &page);
}

static void all_is_as_it_was(void **state)
{
    static const char *const endings[] = {"html", "txt", "json", "paper.html"};
    const char *asked = getenv("RESONANCE_GOLDEN");
    (void)state;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const char *path =
            span_format(&arena, "%s/tests/vectors/pages/nodes.%s", SOURCE_DIR, endings[i])
                .data;
        struct span then;
        const struct span now = form_as(endings[i]);
        if (asked && strcmp(asked, "write") == 0 && !is_file(path))
            must(file_write(path, now, 0644) == OK);
        assert_int_equal(file_read(&arena, path, FILE_BYTES_MAX, &then), OK);
        size_t at = 0;
        while (at < now.count && at < then.count && now.data[at] == then.data[at])
            at++;
        if (!is_span_equal(now, then))
            fail_msg("nodes.%s differs at byte %zu: \"%.*s\"", endings[i], at,
                     SPAN_ARGS(span_cut(now, at, 60)));
    }
}

static bool has(struct span text, const char *words)
{
    return memmem(text.data, text.count, words, strlen(words)) != NULL;
}

static size_t count_of(struct span text, const char *words)
{
    size_t count = 0;
    const size_t length = strlen(words);
    for (size_t i = 0; i + length <= text.count; i++)
        count += memcmp(text.data + i, words, length) == 0;
    return count;
}

/* No rule reaches into a drawing there, and one inside another is left out. */
static void on_paper_each_mark_carries_its_colour(void **state)
{
    (void)state;
    struct span paper = paper_of(SPAN("Words")), screen = html_of(SPAN("Words"));
    assert_true(count_of(paper, "<circle fill=") >= 4);
    assert_int_equal(count_of(paper, "<line"),
                     count_of(paper, "<line stroke=") + count_of(paper, "<line fill="));
    assert_int_equal(count_of(paper, "class=\"dot\"") + count_of(paper, "class=\"mark\""),
                     0);
    assert_int_equal(count_of(screen, "<circle fill="), 0);
    assert_int_equal(count_of(paper, "<form") + count_of(paper, "<input"), 0);
}

/* Words that would be markup, an address, a script or the end of an attribute somewhere. */
static const char *const hostile[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onclick='alert(1)",
    "</title></style></textarea><h1>",
    "<!--",
    "-->]]>",
    "&lt;b&gt; &amp;amp;",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "</form><form action=//evil>",
    "a\tb\nc",
    "=1+1",
    "{{7*7}}",
    ("\xe2\x80\xae" /* apart, so that the g is no hexadecimal digit */
     "gnp.exe"),
    "\xc3\x28",
};

static void no_words_become_markup(void **state)
{
    (void)state;
    const struct span plain = html_of(SPAN("Words"));
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        const struct arena_mark mark = arena_mark(&arena);
        const struct span html = html_of(span_of(hostile[i]));
        print_message("%s\n", hostile[i]);
        assert_true(is_markup_whole(html));
        assert_true(is_markup_whole(paper_of(span_of(hostile[i]))));
        assert_int_equal(count_of(html, "<"), count_of(plain, "<"));
        assert_int_equal(count_of(html, "\""), count_of(plain, "\""));
        assert_false(has(html, "<script") || has(html, "<img src=x"));
        arena_release(&arena, mark);
    }
}

/* The policy of the desk allows neither scripts nor rules in a page. */
static void a_page_brings_no_script_and_no_rules(void **state)
{
    const struct span html = html_of(SPAN("Words"));
    (void)state;
    assert_false(has(html, "<script") || has(html, "<style") || has(html, " style=") ||
                 has(html, " onclick=") || has(html, " onload=") ||
                 has(html, " onerror="));
    assert_false(has(html, "http:") || has(html, "https:"));
}

static void what_was_typed_in_secret_never_comes_back(void **state)
{
    (void)state;
    assert_false(has(form_as("html"), "never-again"));
    assert_false(has(form_as("txt"), "never-again"));
    assert_false(has(form_as("json"), "never-again"));
}

/* Each control of a form has its label, and what is wrong is told of it. */
static void whoever_listens_knows_each_field(void **state)
{
    const struct page page = page_of(SPAN("Words"));
    const struct page_shell shell = shell_of(SPAN("Words"));
    (void)state;
    struct page alone = page_init(&arena, page.title, page.running);
    page_add_form(&alone.head, form_of(SPAN("Words")));
    const struct span html = page_shell_html(&arena, &alone, &shell);
    assert_int_equal(count_of(html, "<label for=\"field-"), 5);
    assert_int_equal(count_of(html, "<fieldset"), 2);
    assert_int_equal(count_of(html, "<legend>"), 2);
    assert_int_equal(count_of(html, "aria-invalid=\"true\""), 2);
    assert_int_equal(count_of(html, "aria-describedby=\"fault-text hint-text\""), 1);
    assert_int_equal(count_of(html, "href=\"#field-"), 2);
    assert_int_equal(count_of(html, "<h1>"), 1);
    assert_int_equal(count_of(html, "<main"), 1);
}

static void a_page_that_is_too_long_says_so(void **state)
{
    const struct page_shell shell = shell_of(SPAN("Words"));
    const struct page_column columns[] = {{"Words", 0}};
    struct page page = page_init(&arena, SPAN("Long"), SPAN("Pilot form"));
    char *words = arena_alloc(&arena, 1 << 20);
    (void)state;
    memset(words, 'w', 1 << 20);
    struct page_block *table = page_add_table(&page.head, "", columns, 1);
    for (int i = 0; i < 5; i++)
        page_row(table, SPAN(""))->cells[0] = (struct span){words, 1 << 20};
    const struct span html = page_shell_html(&arena, &page, &shell);
    assert_true(is_markup_whole(html));
    assert_true(has(html, "This page is too long to show.") &&
                has(html, "<h1>Long</h1>"));
    const struct span paper = page_paper_html(&arena, &page, &(struct page_paper){0});
    assert_true(is_markup_whole(paper));
    assert_true(has(paper, "This is too long for one paper."));
}

/* --- the rules that all pages share --- */

static void colour_is(struct span rules, const char *name, uint32_t colour)
{
    const char *wanted = span_format(&arena, "--%s:#%06X", name, (unsigned)colour).data;
    if (!has(rules, wanted))
        fail_msg("desk.css says something else than %s", wanted);
}

static void theme_is(struct span rules, enum theme_name name)
{
    const struct theme *theme = theme_get(name);
    const double least = 3.4;
    const uint32_t band = theme_mix(theme->card, theme->accent, .62);
    const uint32_t axis = theme_mix(theme->card, theme->outline, .62);
    colour_is(rules, "paper", theme->paper);
    colour_is(rules, "card", theme->card);
    colour_is(rules, "ink", theme->ink);
    colour_is(rules, "soft", theme->soft);
    colour_is(rules, "accent", theme->accent);
    colour_is(rules, "on-accent", theme->on_accent);
    colour_is(rules, "outline", theme->outline);
    colour_is(rules, "hairline", theme->hairline);
    colour_is(rules, "tint", theme->tint);
    colour_is(rules, "warm", theme->warm);
    colour_is(rules, "faint", theme_mix(theme->paper, theme->hairline, .45));
    colour_is(rules, "warm-paper", theme_mix(theme->paper, theme->warm, .09));
    colour_is(rules, "band", band);
    colour_is(rules, "axis", axis);
    assert_true(theme_contrast(band, theme->card) >= least);
    assert_true(theme_contrast(band, theme->paper) >= least);
    assert_true(theme_contrast(axis, theme->card) >= least);
    assert_true(theme_contrast(axis, theme->paper) >= least);
    assert_true(theme_contrast(theme->soft, theme->paper) >= 7);
}

static void the_desk_has_the_colours_of_the_house(void **state)
{
    struct span rules;
    (void)state;
    assert_int_equal(
        file_read(&arena, SOURCE_DIR "/assets/desk/desk.css", FILE_BYTES_MAX, &rules),
        OK);
    const size_t dark = (size_t)((const char *)memmem(rules.data, rules.count,
                                                      "prefers-color-scheme", 20) -
                                 rules.data);
    theme_is(span_cut(rules, 0, dark), THEME_LIGHT);
    theme_is(span_cut(rules, dark, rules.count), THEME_DARK);
    assert_true(rules.count <= 24 * 1024);
    assert_false(has(rules, "url(") || has(rules, "@import"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_is_as_it_was),
        cmocka_unit_test(on_paper_each_mark_carries_its_colour),
        cmocka_unit_test(no_words_become_markup),
        cmocka_unit_test(a_page_brings_no_script_and_no_rules),
        cmocka_unit_test(what_was_typed_in_secret_never_comes_back),
        cmocka_unit_test(whoever_listens_knows_each_field),
        cmocka_unit_test(a_page_that_is_too_long_says_so),
        cmocka_unit_test(the_desk_has_the_colours_of_the_house),
    };
    return cmocka_run_group_tests(tests, arena_begin, arena_end);
}
