/* One file: rules inside, no script, nothing fetched. */
#include "report/page/html/page_html.h"

#include "base/must.h"
#include "base/words.h"
#include "report/page/html/page_escape.h"
#include "report/page/html/page_html_chart.h"
#include "report/page/html/page_html_form.h"
#include "report/page/html/page_html_node.h"
#include "report/page/html/page_html_profile.h"
#include "report/page/html/page_html_table.h"
#include "report/page/html/page_markup.h"
#include "report/page/html/page_style.h"

static void add_list(struct buffer *out, const struct page_block *block)
{
    buffer_text(out, "<ul class=\"list\">\n");
    for (const struct page_row *row = block->first; row; row = row->next) {
        buffer_text(out, "<li>");
        if (row->cells[0].count)
            page_markup(out, "<b>", row->cells[0], "</b> ");
        page_escape(out, row->cells[1]);
        buffer_text(out, "</li>\n");
    }
    buffer_text(out, "</ul>\n");
}

/* On paper a pair is a row, which a sheet does not end within. */
static void add_facts(const struct page_html_pen *pen, const struct page_block *block)
{
    struct buffer *out = pen->out;
    const bool is_paper = is_page_html_pen_paper(pen);
    buffer_text(out, "<dl>\n");
    for (const struct page_row *row = block->first; row; row = row->next) {
        buffer_text(out, is_paper ? "<div>" : "");
        page_markup(out, "<dt>", row->cells[0], "</dt>");
        page_markup(out, "<dd>", row->cells[1], "</dd>");
        buffer_text(out, is_paper ? "</div>\n" : "\n");
    }
    buffer_text(out, "</dl>\n");
}

static void add_quote(struct buffer *out, const struct page *page,
                      const struct page_block *block)
{
    page_markup(out, "<p class=\"question\">", block->title, "</p>\n");
    if (block->is_missing) {
        page_markup(out, "<p class=\"missing\">", block->words, "</p>\n");
        return;
    }
    buffer_text(out, "<blockquote");
    page_markup_language(out, page->language, block->language);
    page_markup(out, ">", block->words, "</blockquote>\n");
}

static void add_chart(const struct page_html_pen *pen, const struct page_block *block)
{
    const bool has_figures = block->has_figures || (is_page_html_pen_paper(pen) &&
                                                    block->chart->kind == CHART_PROFILE);
    if (has_figures)
        page_html_profile(pen, block->title, block->chart);
    else
        page_html_chart(pen, block->title, block->chart);
}

static void add_block(const struct page_html_pen *pen, const struct page *page,
                      const struct page_block *block)
{
    struct buffer *out = pen->out;
    switch (block->kind) {
    case PAGE_LEAD:
        page_markup(out, "<p class=\"lead\">", block->words, "</p>\n");
        break;
    case PAGE_TEXT:
        page_html_node_text(out, block);
        break;
    case PAGE_NOTE:
        page_markup(out, "<p class=\"note\">", block->words, "</p>\n");
        break;
    case PAGE_LIST:
        add_list(out, block);
        break;
    case PAGE_FACTS:
        add_facts(pen, block);
        break;
    case PAGE_TABLE:
        page_html_table(pen, page->language, block);
        break;
    case PAGE_QUOTE:
        add_quote(out, page, block);
        break;
    case PAGE_EXACT:
        page_markup(out, "<p>", block->title, "</p>\n");
        page_markup(out, "<pre>", block->words, "</pre>\n");
        break;
    case PAGE_CHART:
        add_chart(pen, block);
        break;
    case PAGE_IMAGE:
        page_markup(out, "<p><img width=\"480\" alt=\"", block->title, "\" src=\"");
        page_markup(out, "", block->words, "\"></p>\n");
        break;
    case PAGE_FORM:
        page_html_form(out, block->form);
        break;
    case PAGE_FILTER:
        page_html_form_filter(out, block);
        break;
    case PAGE_WAYS:
    case PAGE_NOTICE:
    case PAGE_STEPS:
    case PAGE_RANGES:
    case PAGE_TIMELINE:
    case PAGE_TALLY:
    case PAGE_PAGER:
        page_html_node(pen, block);
        break;
    }
}

/* Where it is shown, if not everywhere. */
static void add_medium_begin(struct buffer *out, enum page_medium medium)
{
    switch (medium) {
    case PAGE_EVERYWHERE:
        break;
    case PAGE_ON_SCREEN:
        buffer_text(out, "<div class=\"on-screen\">\n");
        break;
    case PAGE_ON_PAPER:
        buffer_text(out, "<div class=\"on-paper\">\n");
        break;
    }
}

static void add_medium_end(struct buffer *out, enum page_medium medium)
{
    buffer_text(out, medium == PAGE_EVERYWHERE ? "" : "</div>\n");
}

static bool is_kind_for_hands(enum page_block_kind kind)
{
    return kind == PAGE_FORM || kind == PAGE_FILTER || kind == PAGE_WAYS ||
           kind == PAGE_PAGER;
}

static bool is_shown(const struct page_html_pen *pen, const struct page_block *block)
{
    return !is_page_html_pen_paper(pen) ||
           (block->medium != PAGE_ON_SCREEN && !is_kind_for_hands(block->kind));
}

void page_html_blocks(const struct page_html_pen *pen, const struct page *page,
                      const struct page_section *section)
{
    for (const struct page_block *block = section->first; block; block = block->next) {
        if (!is_shown(pen, block))
            continue;
        add_medium_begin(pen->out, block->medium);
        add_block(pen, page, block);
        add_medium_end(pen->out, block->medium);
    }
}

static void add_look(struct buffer *out, const struct page *page,
                     const struct page_section *section)
{
    switch (section->look) {
    case PAGE_PLAIN:
    case PAGE_CARD:
        buffer_text(out, section == page->first ? " class=\"first\"" : "");
        break;
    case PAGE_SHEET:
        buffer_text(out, " class=\"new-sheet\"");
        break;
    case PAGE_BOX:
    case PAGE_SIDE_BOX:
        buffer_text(out, " class=\"box\"");
        break;
    case PAGE_SIDE:
        buffer_text(out, " class=\"plain\"");
        break;
    }
}

static void add_title(struct buffer *out, const struct page_section *section)
{
    if (section->note.count)
        buffer_text(out, "<div class=\"titles\">");
    page_markup(out, "<h2 id=\"", span_of(section->id), "-title\">");
    page_markup(out, "", section->title, "</h2>\n");
    if (section->note.count)
        page_markup(out, "<p class=\"aside\">", section->note, "</p></div>\n");
}

static void add_section(struct buffer *out, const struct page *page,
                        const struct page_section *section)
{
    const struct span id = span_of(section->id);
    add_medium_begin(out, section->medium);
    if (section->title.count) {
        page_markup(out, "<section id=\"", id, "\"");
        page_markup(out, " aria-labelledby=\"", id, "-title\"");
    } else {
        page_markup(out, "<div id=\"", id, "\"");
    }
    add_look(out, page, section);
    buffer_text(out, ">\n");
    if (section->title.count)
        add_title(out, section);
    page_html_blocks(&(struct page_html_pen){.out = out}, page, section);
    buffer_text(out, section->title.count ? "</section>\n" : "</div>\n");
    add_medium_end(out, section->medium);
}

static bool is_side(const struct page_section *section)
{
    return section->look == PAGE_SIDE || section->look == PAGE_SIDE_BOX;
}

static bool is_of(const struct page_section *section, enum page_html_column column)
{
    switch (column) {
    case PAGE_HTML_ALL:
        return true;
    case PAGE_HTML_MIDDLE:
        return !is_side(section);
    case PAGE_HTML_SIDE:
        return is_side(section);
    }
    return false;
}

bool has_page_html_side(const struct page *page)
{
    const struct page_section *section = page->first;
    while (section && !is_side(section))
        section = section->next;
    return section != NULL;
}

void page_html_sections(struct buffer *out, const struct page *page,
                        enum page_html_column column)
{
    bool is_in_cards = false;
    for (const struct page_section *section = page->first; section;
         section = section->next) {
        const bool is_card = section->look == PAGE_CARD;
        if (!is_of(section, column))
            continue;
        if (is_card != is_in_cards)
            buffer_text(out, is_card ? "<div class=\"cards\">\n" : "</div>\n");
        is_in_cards = is_card;
        add_section(out, page, section);
    }
    buffer_text(out, is_in_cards ? "</div>\n" : "");
}

static void add_contents(struct buffer *out, const struct page *page)
{
    if (page->first == page->last)
        return;
    page_markup(out, "<nav aria-label=\"", WS("Contents"), "\"><ul>\n");
    for (const struct page_section *section = page->first; section;
         section = section->next) {
        if (section->look == PAGE_CARD)
            continue;
        page_markup(out, "<li><a href=\"#", span_of(section->id), "\">");
        page_markup(out, "", section->title, "</a></li>\n");
    }
    buffer_text(out, "</ul></nav>\n");
}

static bool has_image_in(const struct page_section *section)
{
    const struct page_block *block = section->first;
    while (block && block->kind != PAGE_IMAGE)
        block = block->next;
    return block != NULL;
}

static bool has_image(const struct page *page)
{
    bool has = has_image_in(&page->head);
    for (const struct page_section *section = page->first; section && !has;
         section = section->next)
        has = has_image_in(section);
    return has;
}

static void add_head(struct buffer *out, const struct page *page)
{
    page_markup(out, "<!DOCTYPE html>\n<html lang=\"", page->language, "\">\n<head>\n");
    buffer_text(out, "<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, "
                     "initial-scale=1\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" "
                     "content=\"default-src 'none'; style-src 'unsafe-inline'");
    /* Only a page with images allows any, and only those that it holds itself. */
    buffer_text(out, has_image(page) ? "; img-src data:" : "");
    buffer_text(out, "\">\n"
                     "<meta name=\"referrer\" content=\"no-referrer\">\n"
                     "<meta name=\"robots\" content=\"noindex\">\n");
    page_markup(out, "<title>", page->title, "</title>\n<style>\n");
    page_style(out);
    buffer_text(out, "</style>\n</head>\n");
}

struct span page_html(struct arena *arena, const struct page *page)
{
    struct buffer out = buffer_init(arena, PAGE_BYTES_MAX);
    add_head(&out, page);
    page_markup(&out,
                "<body>\n<div class=\"sheet\">\n<div class=\"top\"><p class=\"running\">",
                page->running, "</p></div>\n<div class=\"rest\">\n");
    page_markup(&out, "<header><h1>", page->title, "</h1>\n");
    page_html_blocks(&(struct page_html_pen){.out = &out}, page, &page->head);
    buffer_text(&out, "</header>\n");
    add_contents(&out, page);
    buffer_text(&out, "<main>\n");
    page_html_sections(&out, page, PAGE_HTML_ALL);
    buffer_text(&out, "</main>\n</div>\n</div>\n</body>\n</html>\n");
    must(!out.is_full);
    return buffer_span(&out);
}
