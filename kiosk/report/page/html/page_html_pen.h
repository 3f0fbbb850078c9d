/* page_html_pen: how the drawings inside a page are made. On a screen places are per cent of the
 * drawing's width and colours come from the rules of the page; on paper the program that makes
 * the PDF lets no rule into a drawing and leaves out drawings inside one (its marks were simply
 * gone), so there a drawing has a width of its own and each mark its colours. */
#ifndef REPORT_PAGE_HTML_PAGE_HTML_PEN_H
#define REPORT_PAGE_HTML_PAGE_HTML_PEN_H

#include "base/buffer.h"

enum page_html_ink {
#define PAGE_HTML_INK(name, attributes) PAGE_HTML_INK_##name,
#include "report/page/html/page_html_ink.def"
#undef PAGE_HTML_INK
};

struct page_html_pen {
    struct buffer *out;
    int width_px; /* of a drawing on paper; 0: on a screen */
};

/* is_page_html_pen_paper(pen): whether it draws on paper. */
bool is_page_html_pen_paper(const struct page_html_pen *pen);

/* page_html_pen_begin(pen, height_px): begins a drawing as wide as its cell, up to the inside of
 * its start: whoever calls adds what it is called and ">". page_html_pen_ink(pen, ink): how the
 * mark at work is drawn. page_html_pen_place(pen, name, percent): the attribute `name`, which is
 * `percent` of the width. page_html_pen_span(pen, from, to): where a box begins and how wide it is,
 * from per cent `from` to `to`. */
void page_html_pen_begin(const struct page_html_pen *pen, int height_px);
void page_html_pen_ink(const struct page_html_pen *pen, enum page_html_ink ink);
void page_html_pen_place(const struct page_html_pen *pen, const char *name,
                         double percent);
void page_html_pen_span(const struct page_html_pen *pen, double from, double to);

/* page_html_pen_mark_begin(pen, percent, y), page_html_pen_mark_end(pen): around a mark of fixed
 * size whose middle stands at `percent` of the width and `y` pixels. */
void page_html_pen_mark_begin(const struct page_html_pen *pen, double percent, int y);
void page_html_pen_mark_end(const struct page_html_pen *pen);

#endif
