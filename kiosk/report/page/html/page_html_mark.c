#include "report/page/html/page_html_mark.h"

#include "report/page/html/page_markup.h"

#include <math.h>

double page_html_mark_percent(const struct chart *chart, double value)
{
    return 100 * chart_share(chart, value);
}

void page_html_mark_line(struct buffer *out, const char *look, const struct chart *chart,
                         double low, double high, int y)
{
    if (isnan(low) || isnan(high))
        return;
    page_markup(out, "<line class=\"", span_of(look), "\"");
    buffer_format(out, " x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\"/>",
                  page_html_mark_percent(chart, low), page_html_mark_percent(chart, high),
                  y, y);
}

void page_html_mark_dot(struct buffer *out, double percent, int y, int radius)
{
    buffer_format(out, "<circle class=\"dot\" cx=\"%.2f%%\" cy=\"%d\" r=\"%d\"/>",
                  percent, y, radius);
}

void page_html_mark_square(struct buffer *out, double percent, int y)
{
    buffer_format(out,
                  "<svg class=\"mark\" x=\"%.2f%%\" y=\"%d\"><rect class=\"square\" "
                  "x=\"-4.5\" y=\"-4.5\" width=\"9\" height=\"9\"/></svg>",
                  percent, y);
}

/* As wide as it is sure, or as narrow as a mark where that is not known. It is empty: the line of
 * the person runs through it. */
void page_html_mark_box(struct buffer *out, const struct chart *chart,
                        const struct chart_row *row, int y)
{
    if (isnan(row->box))
        return;
    if (isnan(row->box_low) || isnan(row->box_high)) {
        buffer_format(out,
                      "<svg class=\"mark\" x=\"%.2f%%\" y=\"%d\"><rect class=\"box\" "
                      "x=\"-4\" y=\"-7\" width=\"8\" height=\"14\" rx=\"3\"/></svg>",
                      page_html_mark_percent(chart, row->box), y);
        return;
    }
    buffer_format(out,
                  "<rect class=\"box\" x=\"%.2f%%\" width=\"%.2f%%\" y=\"%d\" "
                  "height=\"14\" rx=\"3\"/>",
                  page_html_mark_percent(chart, row->box_low),
                  page_html_mark_percent(chart, row->box_high) -
                      page_html_mark_percent(chart, row->box_low),
                  y - 7);
}

/* In a lane of its own, from today to where the strategy needs it. */
void page_html_mark_arrow(struct buffer *out, const struct chart *chart,
                          const struct chart_row *row, int y)
{
    const double from = page_html_mark_percent(chart, row->box),
                 to = page_html_mark_percent(chart, row->needed);
    if (!row->has_arrow)
        return;
    buffer_format(out,
                  "<line class=\"way\" x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\"/>"
                  "<svg class=\"mark\" x=\"%.2f%%\" y=\"%d\"><path class=\"way\" "
                  "d=\"M0-3 0 3\"/></svg>"
                  "<svg class=\"mark\" x=\"%.2f%%\" y=\"%d\"><path class=\"way\" "
                  "d=\"M%d-4 0 0 %d 4\"/></svg>",
                  from, to, y, y, from, y, to, y, to > from ? -5 : 5, to > from ? -5 : 5);
}
