/* One file: rules inside, no script, nothing fetched. */
#include "report/page/page.h"

#include "base/must.h"
#include "base/words.h"
#include "report/page/page_escape.h"
#include "report/page/page_html_chart.h"
#include "report/page/page_style.h"

/* Before and after an escaped text. */
static void add_around(struct buffer *out, const char *before, struct span text,
                       const char *after)
{
    buffer_text(out, before);
    page_escape(out, text);
    buffer_text(out, after);
}

/* ` lang="de" dir="auto"` where words are not the page's own. */
static void add_language(struct buffer *out, const struct page *page,
                         struct span language)
{
    if (!language.count)
        return;
    if (!is_span_equal(language, page->language))
        add_around(out, " lang=\"", language, "\"");
    buffer_text(out, " dir=\"auto\"");
}

static void add_list(struct buffer *out, const struct page_block *block)
{
    buffer_text(out, "<ul class=\"list\">\n");
    for (const struct page_row *row = block->first; row; row = row->next) {
        buffer_text(out, "<li>");
        if (row->cells[0].count)
            add_around(out, "<b>", row->cells[0], "</b> ");
        page_escape(out, row->cells[1]);
        buffer_text(out, "</li>\n");
    }
    buffer_text(out, "</ul>\n");
}

static void add_facts(struct buffer *out, const struct page_block *block)
{
    buffer_text(out, "<dl>\n");
    for (const struct page_row *row = block->first; row; row = row->next) {
        add_around(out, "<dt>", row->cells[0], "</dt>");
        add_around(out, "<dd>", row->cells[1], "</dd>\n");
    }
    buffer_text(out, "</dl>\n");
}

static void add_cell(struct buffer *out, const struct page_block *table, size_t column,
                     struct span cell)
{
    const char *look = table->columns[column].is_number ? " class=\"number\"" : "";
    if (column == 0)
        add_around(out, "<th scope=\"row\">", cell, "</th>");
    else
        add_around(out, span_format(out->arena, "<td%s>", look).data, cell, "</td>");
}

static void add_row(struct buffer *out, const struct page_block *table,
                    const struct page_row *row)
{
    if (row->group.count) {
        if (row != table->first)
            buffer_text(out, "</tbody>\n<tbody>");
        buffer_format(out, "<tr class=\"group\"><th colspan=\"%zu\" scope=\"rowgroup\">",
                      table->column_count);
        add_around(out, "", row->group, "</th></tr>\n");
    }
    buffer_text(out, row->is_total ? "<tr class=\"total\">" : "<tr>");
    for (size_t i = 0; i < table->column_count; i++)
        add_cell(out, table, i, row->cells[i]);
    buffer_text(out, "</tr>\n");
    for (const struct page_remark *remark = row->first_remark; remark;
         remark = remark->next) {
        buffer_format(out, "<tr class=\"remark\"><td colspan=\"%zu\">",
                      table->column_count);
        add_around(out, "", remark->words, "</td></tr>\n");
    }
}

static void add_table_head(struct buffer *out, const struct page_block *table)
{
    buffer_text(out, "<thead><tr>");
    for (size_t i = 0; i < table->column_count; i++) {
        buffer_format(out, "<th scope=\"col\"%s>",
                      table->columns[i].is_number ? " class=\"number\"" : "");
        add_around(out, "", span_of(table->columns[i].title), "</th>");
    }
    buffer_text(out, "</tr></thead>\n");
}

/* A table too wide for a telephone scrolls in its own frame, by keys too. */
static void add_table(struct buffer *out, const struct page *page,
                      const struct page_block *table)
{
    add_around(out, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"",
               table->title, "\"><table");
    add_language(out, page, table->language);
    add_around(out, "><caption>", table->title, "</caption>\n");
    if (is_page_table_titled(table))
        add_table_head(out, table);
    buffer_text(out, "<tbody>");
    for (const struct page_row *row = table->first; row; row = row->next)
        add_row(out, table, row);
    buffer_text(out, "</tbody></table></div>\n");
}

static void add_quote(struct buffer *out, const struct page *page,
                      const struct page_block *block)
{
    add_around(out, "<p class=\"question\">", block->title, "</p>\n");
    if (block->is_missing) {
        add_around(out, "<p class=\"missing\">", block->words, "</p>\n");
        return;
    }
    buffer_text(out, "<blockquote");
    add_language(out, page, block->language);
    add_around(out, ">", block->words, "</blockquote>\n");
}

static void add_block(struct buffer *out, const struct page *page,
                      const struct page_block *block)
{
    switch (block->kind) {
    case PAGE_LEAD:
        add_around(out, "<p class=\"lead\">", block->words, "</p>\n");
        break;
    case PAGE_TEXT:
        add_around(out, "<p>", block->words, "</p>\n");
        break;
    case PAGE_NOTE:
        add_around(out, "<p class=\"note\">", block->words, "</p>\n");
        break;
    case PAGE_LIST:
        add_list(out, block);
        break;
    case PAGE_FACTS:
        add_facts(out, block);
        break;
    case PAGE_TABLE:
        add_table(out, page, block);
        break;
    case PAGE_QUOTE:
        add_quote(out, page, block);
        break;
    case PAGE_EXACT:
        add_around(out, "<p>", block->title, "</p>\n");
        add_around(out, "<pre>", block->words, "</pre>\n");
        break;
    case PAGE_CHART:
        page_html_chart(out, block->title, block->chart);
        break;
    case PAGE_IMAGE:
        add_around(out, "<p><img width=\"480\" alt=\"", block->title, "\" src=\"");
        add_around(out, "", block->words, "\"></p>\n");
        break;
    }
}

static void add_blocks(struct buffer *out, const struct page *page,
                       const struct page_section *section)
{
    for (const struct page_block *block = section->first; block; block = block->next)
        add_block(out, page, block);
}

static const char *look_class(const struct page *page, const struct page_section *section)
{
    switch (section->look) {
    case PAGE_PLAIN:
    case PAGE_CARD:
        return section == page->first ? " class=\"first\"" : "";
    case PAGE_SHEET:
        return " class=\"new-sheet\"";
    }
    return "";
}

static void add_section(struct buffer *out, const struct page *page,
                        const struct page_section *section)
{
    buffer_format(out, "<section id=\"%s\" aria-labelledby=\"%s-title\"%s>\n",
                  section->id, section->id, look_class(page, section));
    buffer_format(out, "<h2 id=\"%s-title\">", section->id);
    add_around(out, "", section->title, "</h2>\n");
    add_blocks(out, page, section);
    buffer_text(out, "</section>\n");
}

static void add_sections(struct buffer *out, const struct page *page)
{
    bool is_in_cards = false;
    for (const struct page_section *section = page->first; section;
         section = section->next) {
        const bool is_card = section->look == PAGE_CARD;
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
    add_around(out, "<nav aria-label=\"", WS("Contents"), "\"><ul>\n");
    for (const struct page_section *section = page->first; section;
         section = section->next) {
        if (section->look == PAGE_CARD)
            continue;
        buffer_format(out, "<li><a href=\"#%s\">", section->id);
        add_around(out, "", section->title, "</a></li>\n");
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

/* Only a page with images allows any, and only those that it holds itself. */
static const char *images_allowed(const struct page *page)
{
    bool has_image = has_image_in(&page->head);
    for (const struct page_section *section = page->first; section && !has_image;
         section = section->next)
        has_image = has_image_in(section);
    return has_image ? "; img-src data:" : "";
}

static void add_head(struct buffer *out, const struct page *page)
{
    add_around(out, "<!DOCTYPE html>\n<html lang=\"", page->language, "\">\n<head>\n");
    buffer_text(out, "<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, "
                     "initial-scale=1\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" "
                     "content=\"default-src 'none'; style-src 'unsafe-inline'");
    buffer_text(out, images_allowed(page));
    buffer_text(out, "\">\n"
                     "<meta name=\"referrer\" content=\"no-referrer\">\n"
                     "<meta name=\"robots\" content=\"noindex\">\n");
    add_around(out, "<title>", page->title, "</title>\n<style>\n");
    page_style(out);
    buffer_text(out, "</style>\n</head>\n");
}

struct span page_html(struct arena *arena, const struct page *page)
{
    struct buffer out = buffer_init(arena, PAGE_BYTES_MAX);
    add_head(&out, page);
    add_around(&out,
               "<body>\n<div class=\"sheet\">\n<div class=\"top\"><p class=\"running\">",
               page->running, "</p></div>\n<div class=\"rest\">\n");
    add_around(&out, "<header><h1>", page->title, "</h1>\n");
    add_blocks(&out, page, &page->head);
    buffer_text(&out, "</header>\n");
    add_contents(&out, page);
    buffer_text(&out, "<main>\n");
    add_sections(&out, page);
    buffer_text(&out, "</main>\n</div>\n</div>\n</body>\n</html>\n");
    must(!out.is_full);
    return buffer_span(&out);
}
