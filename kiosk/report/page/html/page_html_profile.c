#include "report/page/html/page_html_profile.h"

#include "base/words.h"
#include "report/page/page.h"
#include "report/page/html/page_html_chart.h"
#include "report/page/html/page_html_mark.h"
#include "report/page/html/page_markup.h"

#include <math.h>

/* One person: the marks on one line, the arrow below. Two: a lane each, the organization below. */
enum { ROW = 27, MIDDLE = 11, LANE = 23, DOT = 5 };
enum { PAIR_ROW = 35, PAIR_FIRST = 7, PAIR_OTHER = 18, PAIR_LANE = 28, PAIR_BOX = 9 };

static bool has_other(const struct chart *chart)
{
    return chart->other_label.count != 0;
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

static void add_frame(struct buffer *out, int height, int middle)
{
    buffer_format(out,
                  "<svg width=\"100%%\" height=\"%d\" aria-hidden=\"true\">"
                  "<line class=\"guide\" x1=\"0\" x2=\"100%%\" y1=\"%d\" y2=\"%d\"/>"
                  "<line class=\"tick\" x1=\"50%%\" x2=\"50%%\" y1=\"0\" y2=\"%d\"/>",
                  height, middle, middle, height);
}

static void add_single(struct buffer *out, const struct chart *chart,
                       const struct chart_row *row)
{
    add_frame(out, ROW, MIDDLE);
    page_html_mark_line(out, "range", chart, row->low, row->high, MIDDLE);
    page_html_mark_box(out, chart, row, MIDDLE);
    page_html_mark_arrow(out, chart, row, LANE);
    if (!isnan(row->dot))
        page_html_mark_dot(out, page_html_mark_percent(chart, row->dot), MIDDLE, DOT);
    buffer_text(out, "</svg>");
}

/* A mark of one size: where there are two people, how sure the organization is stays with the
 * page of each. */
static void add_low_box(struct buffer *out, const struct chart *chart, double box)
{
    if (!isnan(box))
        buffer_format(out,
                      "<svg class=\"mark\" x=\"%.2f%%\" y=\"%d\"><rect class=\"place\" "
                      "x=\"-8.5\" y=\"-4.5\" width=\"17\" height=\"%d\" rx=\"3\"/></svg>",
                      page_html_mark_percent(chart, box), PAIR_LANE, PAIR_BOX);
}

static void add_pair(struct buffer *out, const struct chart *chart,
                     const struct chart_row *row)
{
    const struct chart_row *other = row->other;
    add_frame(out, PAIR_ROW, PAIR_ROW - 1);
    page_html_mark_line(out, "thin", chart, row->low, row->high, PAIR_FIRST);
    page_html_mark_line(out, "thin", chart, other->low, other->high, PAIR_OTHER);
    page_html_mark_arrow(out, chart, row, PAIR_LANE);
    add_low_box(out, chart, row->box);
    if (!isnan(row->dot))
        page_html_mark_dot(out, page_html_mark_percent(chart, row->dot), PAIR_FIRST, DOT);
    if (!isnan(other->dot))
        page_html_mark_square(out, page_html_mark_percent(chart, other->dot), PAIR_OTHER);
    buffer_text(out, "</svg>");
}

static void add_number(struct buffer *out, double value)
{
    page_markup(out, "<td class=\"number\">",
                isnan(value) ? SPAN("") : page_number(out->arena, value, 2), "</td>");
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

static void add_row(struct buffer *out, const struct chart *chart,
                    const struct chart_row *row)
{
    add_label(out, chart, row);
    buffer_text(out, "<td class=\"marks\">");
    if (row->other)
        add_pair(out, chart, row);
    else
        add_single(out, chart, row);
    add_heard(out, chart->dot_label, row);
    if (row->other)
        add_heard(out, chart->other_label, row->other);
    buffer_text(out, "</td>");
    add_number(out, row->dot);
    if (has_other(chart))
        add_number(out, row->other ? row->other->dot : NAN);
    if (chart->box_label.count)
        add_number(out, row->box);
    if (has_chart_arrows(chart))
        add_number(out, row->has_arrow ? row->needed : NAN);
    if (has_words(chart))
        page_markup(out, "<td class=\"said\">", row->words, "</td>");
    buffer_text(out, "</tr>\n");
}

static void legend_square(struct buffer *out)
{
    buffer_text(out, "<line class=\"range\" x1=\"2\" x2=\"32\" y1=\"11\" y2=\"11\"/>");
    page_html_mark_square(out, 50, 11);
}

static void add_legends(struct buffer *out, const struct chart *chart)
{
    buffer_text(out, "<ul class=\"legend\">");
    page_html_chart_legend(out, chart->dot_label, page_html_chart_legend_dot);
    page_html_chart_legend(out, chart->other_label, legend_square);
    page_html_chart_legend(out, chart->box_label, page_html_chart_legend_wide);
    if (has_chart_arrows(chart))
        page_html_chart_legend(out, chart->needed_label, page_html_chart_legend_arrow);
    buffer_text(out, "</ul>\n");
}

static void add_number_head(struct buffer *out, struct span title)
{
    page_markup(out, "<th scope=\"col\" class=\"number\">", title, "</th>");
}

static void add_head(struct buffer *out, const struct chart *chart)
{
    buffer_text(out, "<thead><tr>");
    if (has_groups(chart))
        page_markup(out, "<th class=\"group\" scope=\"col\"><span class=\"heard\">",
                    WS("Group"), "</span></th>");
    page_markup(out, "<th scope=\"col\">", chart->row_title, "</th>");
    page_markup(out, "<th scope=\"col\" class=\"marks\"><span class=\"ends\"><span>← ",
                chart->low_label, "</span>");
    page_markup(out, "<span>", chart->high_label, " →</span></span></th>");
    add_number_head(out, has_other(chart) ? chart->dot_label : WS("Person"));
    if (has_other(chart))
        add_number_head(out, chart->other_label);
    if (chart->box_label.count)
        add_number_head(out, WS("We"));
    if (has_chart_arrows(chart))
        add_number_head(out, WS("Needed"));
    if (has_words(chart))
        page_markup(out, "<th scope=\"col\" class=\"said\">", WS("In words"), "</th>");
    buffer_text(out, "</tr></thead>\n<tbody>");
}

void page_html_profile(struct buffer *out, struct span title, const struct chart *chart)
{
    buffer_text(out, "<figure class=\"profile\">");
    if (title.count)
        page_markup(out, "<figcaption>", title, "</figcaption>\n");
    add_legends(out, chart);
    page_markup(out, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"",
                chart->row_title, "\"><table>");
    add_head(out, chart);
    for (size_t i = 0; i < chart->row_count; i++)
        add_row(out, chart, &chart->rows[i]);
    buffer_text(out, "</tbody></table></div></figure>\n");
}
