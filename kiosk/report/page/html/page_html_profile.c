#include "report/page/html/page_html_profile.h"

#include "base/words.h"
#include "report/page/page.h"
#include "report/page/html/page_html_chart.h"
#include "report/page/html/page_html_mark.h"
#include "report/page/html/page_markup.h"

#include <math.h>

/* One person: the marks on one line, the arrow below. Two: a lane each, the organization below. */
enum { DOT = 5, PAPER_PX = 158 };

/* Heights of a row, closer on paper, where none is touched. */
static const struct lanes {
    int row, middle, arrow;
} lanes_screen = {27, 11, 23}, lanes_paper = {21, 8, 16};
enum { PAIR_ROW = 35, PAIR_FIRST = 7, PAIR_OTHER = 18, PAIR_LANE = 28, PAIR_BOX = 9 };

static bool has_other(const struct chart *chart)
{
    return chart->other_label.count != 0;
}

/* A chart of the organization alone is of nobody. */
static bool has_person(const struct chart *chart)
{
    return chart->dot_label.count != 0;
}

static bool has_groups(const struct chart *chart)
{
    return chart->row_count && chart->rows[0].group.count;
}

static bool has_words(const struct chart *chart)
{
    for (size_t i = 0; i < chart->row_count; i++)
        if (chart->rows[i].words.count)
            return true;
    return false;
}

static void add_frame(const struct page_html_pen *pen, const struct chart *chart,
                      int height, int middle)
{
    page_html_pen_begin(pen, height);
    buffer_text(pen->out, " aria-hidden=\"true\">");
    page_html_mark_line(pen, PAGE_HTML_INK_guide, chart, chart->low, chart->high, middle);
    page_html_mark_cross(pen, PAGE_HTML_INK_tick, 0, height);
}

static void add_single(const struct page_html_pen *pen, const struct chart *chart,
                       const struct chart_row *row)
{
    const struct lanes *lanes =
        is_page_html_pen_paper(pen) ? &lanes_paper : &lanes_screen;
    const int middle = lanes->middle;
    add_frame(pen, chart, lanes->row, middle);
    page_html_mark_line(pen, PAGE_HTML_INK_range, chart, row->low, row->high, middle);
    page_html_mark_box(pen, chart, row, middle);
    page_html_mark_arrow(pen, chart, row, lanes->arrow);
    if (!isnan(row->dot))
        page_html_mark_dot(pen, page_html_mark_percent(chart, row->dot), middle, DOT);
    buffer_text(pen->out, "</svg>");
}

/* A mark of one size: where there are two people, how sure the organization is stays with the
 * page of each. */
static void add_low_box(const struct page_html_pen *pen, const struct chart *chart,
                        double box)
{
    if (isnan(box))
        return;
    page_html_pen_mark_begin(pen, page_html_mark_percent(chart, box), PAIR_LANE);
    buffer_text(pen->out, "<rect");
    page_html_pen_ink(pen, PAGE_HTML_INK_place);
    buffer_format(pen->out,
                  " x=\"-8.5\" y=\"-4.5\" width=\"17\" height=\"%d\" rx=\"3\"/>",
                  PAIR_BOX);
    page_html_pen_mark_end(pen);
}

static void add_pair(const struct page_html_pen *pen, const struct chart *chart,
                     const struct chart_row *row)
{
    const struct chart_row *other = row->other;
    add_frame(pen, chart, PAIR_ROW, PAIR_ROW - 1);
    page_html_mark_line(pen, PAGE_HTML_INK_thin, chart, row->low, row->high, PAIR_FIRST);
    page_html_mark_line(pen, PAGE_HTML_INK_thin, chart, other->low, other->high,
                        PAIR_OTHER);
    page_html_mark_arrow(pen, chart, row, PAIR_LANE);
    add_low_box(pen, chart, row->box);
    if (!isnan(row->dot))
        page_html_mark_dot(pen, page_html_mark_percent(chart, row->dot), PAIR_FIRST, DOT);
    if (!isnan(other->dot))
        page_html_mark_square(pen, page_html_mark_percent(chart, other->dot), PAIR_OTHER);
    buffer_text(pen->out, "</svg>");
}

static void add_number(struct buffer *out, double value)
{
    page_markup(out, "<td class=\"number\">",
                isnan(value) ? SPAN("") : page_number(out->arena, value, 2), "</td>");
}

/* On paper, where nothing is heard, a range is read. */
static void add_range(struct buffer *out, const struct chart_row *row)
{
    const bool has_range = !isnan(row->low) && !isnan(row->high);
    page_markup(out, "<td class=\"number between\">",
                has_range ? span_format(out->arena, W("%.*s to %.*s"),
                                        SPAN_ARGS(page_number(out->arena, row->low, 2)),
                                        SPAN_ARGS(page_number(out->arena, row->high, 2)))
                          : SPAN(""),
                "</td>");
}

static void add_heard(struct buffer *out, struct span who, const struct chart_row *row)
{
    if (isnan(row->low) || isnan(row->high))
        return;
    page_markup(out, "<span class=\"heard\">",
                span_format(out->arena, W("%.*s between %.*s and %.*s."), SPAN_ARGS(who),
                            SPAN_ARGS(page_number(out->arena, row->low, 2)),
                            SPAN_ARGS(page_number(out->arena, row->high, 2))),
                "</span>");
}

/* How many rows from `row` on belong to its group. */
static size_t group_rows(const struct chart *chart, const struct chart_row *row)
{
    const struct chart_row *const end = chart->rows + chart->row_count;
    const struct chart_row *next = row + 1;
    while (next < end && !next->group.count)
        next++;
    return (size_t)(next - row);
}

static void add_label(struct buffer *out, const struct chart *chart,
                      const struct chart_row *row)
{
    if (row->group.count) {
        buffer_text(out, row == chart->rows ? "" : "</tbody><tbody>");
        buffer_format(out,
                      "<tr class=\"begins\"><th class=\"group\" scope=\"rowgroup\" "
                      "rowspan=\"%zu\">",
                      group_rows(chart, row));
        page_markup(out, "", row->group, "</th>");
    } else {
        buffer_text(out, "<tr>");
    }
    buffer_text(out, row->is_sure ? "<th scope=\"row\" class=\"sure\">"
                                  : "<th scope=\"row\">");
    page_markup(out, "", row->label, "</th>");
}

static void add_spoken(const struct page_html_pen *pen, const struct chart *chart,
                       const struct chart_row *row)
{
    if (is_page_html_pen_paper(pen))
        return;
    add_heard(pen->out, chart->dot_label, row);
    if (row->other)
        add_heard(pen->out, chart->other_label, row->other);
}

/* Of each person, with the range where there is paper for it. */
static void add_figures(const struct page_html_pen *pen, const struct chart *chart,
                        const struct chart_row *row)
{
    static const struct chart_row nobody = {.dot = NAN, .low = NAN, .high = NAN};
    const struct chart_row *other = row->other ? row->other : &nobody;
    const bool is_paper = is_page_html_pen_paper(pen);
    if (!has_person(chart))
        return;
    add_number(pen->out, row->dot);
    if (is_paper)
        add_range(pen->out, row);
    if (!has_other(chart))
        return;
    add_number(pen->out, other->dot);
    if (is_paper)
        add_range(pen->out, other);
}

static void add_row(const struct page_html_pen *pen, const struct chart *chart,
                    const struct chart_row *row)
{
    struct buffer *out = pen->out;
    add_label(out, chart, row);
    buffer_text(out, "<td class=\"marks\">");
    if (row->other)
        add_pair(pen, chart, row);
    else
        add_single(pen, chart, row);
    add_spoken(pen, chart, row);
    buffer_text(out, "</td>");
    add_figures(pen, chart, row);
    if (chart->box_label.count)
        add_number(out, row->box);
    if (has_chart_arrows(chart))
        add_number(out, row->has_arrow ? row->needed : NAN);
    if (has_words(chart))
        page_markup(out, "<td class=\"said\">", row->words, "</td>");
    buffer_text(out, "</tr>\n");
}

static void legend_square(const struct page_html_pen *pen)
{
    page_html_chart_legend_line(pen);
    page_html_mark_square(pen, 50, 11);
}

static void add_legends(const struct page_html_pen *pen, const struct chart *chart)
{
    struct buffer *out = pen->out;
    buffer_text(out, "<ul class=\"legend\">");
    page_html_chart_legend(pen, chart->dot_label, page_html_chart_legend_dot);
    page_html_chart_legend(pen, chart->other_label, legend_square);
    page_html_chart_legend(pen, chart->box_label, page_html_chart_legend_wide);
    if (has_chart_arrows(chart))
        page_html_chart_legend(pen, chart->needed_label, page_html_chart_legend_arrow);
    buffer_text(out, "</ul>\n");
}

static void add_number_head(struct buffer *out, struct span title)
{
    page_markup(out, "<th scope=\"col\" class=\"number\">", title, "</th>");
}

static void add_person_head(const struct page_html_pen *pen, struct span title)
{
    add_number_head(pen->out, title);
    if (is_page_html_pen_paper(pen))
        page_markup(pen->out, "<th scope=\"col\" class=\"number between\">", WS("range"),
                    "</th>");
}

static void add_head(const struct page_html_pen *pen, const struct chart *chart)
{
    struct buffer *out = pen->out;
    buffer_text(out, "<thead><tr>");
    if (has_groups(chart))
        page_markup(out, "<th class=\"group\" scope=\"col\"><span class=\"heard\">",
                    WS("Group"), "</span></th>");
    page_markup(out, "<th scope=\"col\">", chart->row_title, "</th>");
    page_markup(out, "<th scope=\"col\" class=\"marks\"><span class=\"ends\"><span>← ",
                chart->low_label, "</span>");
    page_markup(out, "<span>", chart->high_label, " →</span></span></th>");
    if (has_person(chart))
        add_person_head(pen, has_other(chart) ? chart->dot_label : WS("Person"));
    if (has_other(chart))
        add_person_head(pen, chart->other_label);
    if (chart->box_label.count)
        add_number_head(out, WS("We"));
    if (has_chart_arrows(chart))
        add_number_head(out, WS("Needed"));
    if (has_words(chart))
        page_markup(out, "<th scope=\"col\" class=\"said\">", WS("In words"), "</th>");
    buffer_text(out, "</tr></thead>\n<tbody>");
}

static void add_table(const struct page_html_pen *pen, const struct chart *chart)
{
    const bool is_paper = is_page_html_pen_paper(pen);
    const struct page_html_pen own = {pen->out, is_paper ? PAPER_PX : 0};
    buffer_text(pen->out, "<table>");
    add_head(pen, chart);
    for (size_t i = 0; i < chart->row_count; i++)
        add_row(&own, chart, &chart->rows[i]);
    buffer_text(pen->out, "</tbody></table>");
}

void page_html_profile(const struct page_html_pen *pen, struct span title,
                       const struct chart *chart)
{
    struct buffer *out = pen->out;
    buffer_text(out, "<figure class=\"profile\">");
    if (title.count)
        page_markup(out, "<figcaption>", title, "</figcaption>\n");
    add_legends(pen, chart);
    if (is_page_html_pen_paper(pen)) {
        add_table(pen, chart);
    } else {
        page_markup(out,
                    "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"",
                    chart->row_title, "\">");
        add_table(pen, chart);
        buffer_text(out, "</div>");
    }
    buffer_text(out, "</figure>\n");
}
