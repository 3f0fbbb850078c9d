#include "report/page/html/page_html_pen.h"

#include "report/page/html/page_markup.h"

static const struct ink {
    const char *name, *attributes;
} inks[] = {
#define PAGE_HTML_INK(name, attributes) {#name, attributes},
#include "report/page/html/page_html_ink.def"
#undef PAGE_HTML_INK
};

/* A mark at the end of the axis is whole: nothing outside of a drawing is drawn. */
enum { INSET_PX = 7 };

static double px_of(const struct page_html_pen *pen, double percent)
{
    return INSET_PX + percent * (pen->width_px - 2 * INSET_PX) / 100;
}

bool is_page_html_pen_paper(const struct page_html_pen *pen)
{
    return pen->width_px > 0;
}

void page_html_pen_begin(const struct page_html_pen *pen, int height_px)
{
    if (is_page_html_pen_paper(pen))
        buffer_format(pen->out, "<svg width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\"",
                      pen->width_px, height_px, pen->width_px, height_px);
    else
        buffer_format(pen->out, "<svg width=\"100%%\" height=\"%d\"", height_px);
}

void page_html_pen_ink(const struct page_html_pen *pen, enum page_html_ink ink)
{
    const char *attributes = inks[ink].attributes;
    if (is_page_html_pen_paper(pen))
        buffer_text(pen->out, attributes);
    else
        page_markup(pen->out, " class=\"", span_of(inks[ink].name), "\"");
}

void page_html_pen_place(const struct page_html_pen *pen, const char *name,
                         double percent)
{
    page_markup(pen->out, " ", span_of(name), "=\"");
    if (is_page_html_pen_paper(pen))
        buffer_format(pen->out, "%.2f\"", px_of(pen, percent));
    else
        buffer_format(pen->out, "%.2f%%\"", percent);
}

void page_html_pen_span(const struct page_html_pen *pen, double from, double to)
{
    page_html_pen_place(pen, "x", from);
    if (is_page_html_pen_paper(pen))
        buffer_format(pen->out, " width=\"%.2f\"", px_of(pen, to) - px_of(pen, from));
    else
        buffer_format(pen->out, " width=\"%.2f%%\"", to - from);
}

void page_html_pen_mark_begin(const struct page_html_pen *pen, double percent, int y)
{
    if (is_page_html_pen_paper(pen))
        buffer_format(pen->out, "<g transform=\"translate(%.2f %d)\">",
                      px_of(pen, percent), y);
    else
        buffer_format(pen->out, "<svg class=\"mark\" x=\"%.2f%%\" y=\"%d\">", percent, y);
}

void page_html_pen_mark_end(const struct page_html_pen *pen)
{
    buffer_text(pen->out, is_page_html_pen_paper(pen) ? "</g>" : "</svg>");
}
