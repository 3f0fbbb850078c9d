#include "report/page/paper/page_paper.h"

#include "base/words.h"
#include "report/page/html/page_html.h"
#include "report/page/html/page_markup.h"
#include "report/page/paper/page_paper_rules.h"

enum { DRAWING_PX = 300 };

static void add_head(struct buffer *out, const struct page *page)
{
    const char *rules = page_paper_rules;
    page_markup(out, "<!DOCTYPE html>\n<html lang=\"", page->language,
                "\">\n<head>\n<meta charset=\"utf-8\">\n");
    page_markup(out, "<title>", page->title, "</title>\n<style>\n");
    buffer_text(out, rules);
    buffer_text(out, "</style>\n</head>\n");
}

/* The sheets' own words: taken out of the text and set into the margin of each. */
static void add_running(struct buffer *out, const struct page_paper *sheet)
{
    page_markup(out, "<div class=\"running-head\"><p class=\"left\">", sheet->left,
                "</p>");
    page_markup(out, "<p class=\"right\">", sheet->right, "</p>");
    if (sheet->pilot.count)
        page_markup(out, "<p class=\"pilot\">", sheet->pilot, "</p>");
    page_markup(out, "</div>\n<div class=\"running-foot\"><p>", sheet->foot,
                "</p></div>\n");
    page_markup(out, "<div class=\"page-word\">", WS("Page"), "</div>\n");
}

static bool is_in_row(const struct page_section *section)
{
    return section->look == PAGE_CARD || section->look == PAGE_SIDE ||
           section->look == PAGE_SIDE_BOX;
}

static void add_look(struct buffer *out, enum page_look look)
{
    switch (look) {
    case PAGE_PLAIN:
    case PAGE_CARD:
    case PAGE_SIDE:
    case PAGE_SIDE_BOX:
        break;
    case PAGE_SHEET:
        buffer_text(out, " class=\"new-sheet\"");
        break;
    case PAGE_BOX:
        buffer_text(out, " class=\"box\"");
        break;
    }
}

static void add_section(const struct page_html_pen *pen, const struct page *page,
                        const struct page_section *section)
{
    buffer_text(pen->out, "<section");
    add_look(pen->out, section->look);
    buffer_text(pen->out, ">\n");
    if (section->title.count)
        page_markup(pen->out, "<h2>", section->title, "</h2>\n");
    if (section->note.count)
        page_markup(pen->out, "<p class=\"note\">", section->note, "</p>\n");
    page_html_blocks(pen, page, section);
    buffer_text(pen->out, "</section>\n");
}

static void add_sections(const struct page_html_pen *pen, const struct page *page)
{
    bool is_row = false;
    for (const struct page_section *section = page->first; section;
         section = section->next) {
        if (section->medium == PAGE_ON_SCREEN)
            continue;
        if (is_in_row(section) != is_row)
            buffer_text(pen->out, is_row ? "</div>\n" : "<div class=\"row\">\n");
        is_row = is_in_row(section);
        if (section->first || section->title.count) /* an empty one only ends a row */
            add_section(pen, page, section);
    }
    buffer_text(pen->out, is_row ? "</div>\n" : "");
}

static struct span paper_html(struct arena *arena, const struct page *page,
                              const struct page_paper *sheet, bool *out_is_full)
{
    struct buffer out = buffer_init(arena, PAGE_BYTES_MAX);
    const struct page_html_pen pen = {&out, DRAWING_PX};
    add_head(&out, page);
    buffer_text(&out, "<body>\n");
    add_running(&out, sheet);
    page_markup(&out, "<h1>", page->title, "</h1>\n");
    page_html_blocks(&pen, page, &page->head);
    add_sections(&pen, page);
    buffer_text(&out, "</body>\n</html>\n");
    *out_is_full = out.is_full;
    return buffer_span(&out);
}

struct span page_paper_html(struct arena *arena, const struct page *page,
                            const struct page_paper *sheet)
{
    bool is_full;
    const struct span whole = paper_html(arena, page, sheet, &is_full);
    if (!is_full)
        return whole;
    struct page instead = page_init(arena, page->title, page->running);
    page_add_text(&instead.head, WS("This is too long for one paper. Nothing is lost: "
                                    "take the text or the file for programs instead."));
    return paper_html(arena, &instead, sheet, &is_full);
}
