/* The page for programs: what people read, with names for its pieces. */
#include "report/page/page.h"

#include "base/json/canonical.h"
#include "base/json/json_shown.h"

static const char *kind_of(enum page_block_kind kind)
{
    switch (kind) {
    case PAGE_LEAD:
        return "lead";
    case PAGE_TEXT:
        return "text";
    case PAGE_NOTE:
        return "note";
    case PAGE_LIST:
        return "list";
    case PAGE_FACTS:
        return "facts";
    case PAGE_TABLE:
        return "table";
    case PAGE_QUOTE:
        return "quote";
    case PAGE_EXACT:
        return "exact";
    case PAGE_CHART:
        return "chart";
    case PAGE_IMAGE:
        return "image";
    case PAGE_WAYS:
        return "ways";
    case PAGE_NOTICE:
        return "notice";
    case PAGE_STEPS:
        return "steps";
    case PAGE_RANGES:
        return "ranges";
    case PAGE_TIMELINE:
        return "timeline";
    case PAGE_TALLY:
        return "tally";
    case PAGE_PAGER:
        return "pager";
    case PAGE_FORM:
        return "form";
    case PAGE_FILTER:
        return "filter";
    }
    return "";
}

static void maybe(struct canonical *c, const char *key, struct span text)
{
    if (text.count)
        canonical_text(c, key, text);
}

static void put_ways(struct canonical *c, const struct page_ways *ways)
{
    if (!ways->first)
        return;
    canonical_list(c, "ways");
    for (const struct page_way *way = ways->first; way; way = way->next) {
        canonical_object(c, NULL);
        maybe(c, "address", way->address);
        maybe(c, "note", way->note);
        maybe(c, "why", way->why);
        canonical_text(c, "words", way->words);
        canonical_end(c);
    }
    canonical_end(c);
}

static void put_choices(struct canonical *c, const struct page_field *field)
{
    if (!field->first)
        return;
    canonical_list(c, "choices");
    for (const struct page_choice *choice = field->first; choice; choice = choice->next) {
        canonical_object(c, NULL);
        canonical_flag(c, "is_chosen", choice->is_chosen);
        canonical_text(c, "value", choice->value);
        canonical_text(c, "words", choice->words);
        canonical_end(c);
    }
    canonical_end(c);
}

/* What was typed into a secret field, and the token of a visit, never go out again. */
static void put_form(struct canonical *c, const struct page_form *form)
{
    if (!form)
        return;
    canonical_list(c, "fields");
    for (const struct page_field *field = form->first; field; field = field->next) {
        canonical_object(c, NULL);
        put_choices(c, field);
        maybe(c, "fault", field->fault);
        maybe(c, "hint", field->hint);
        maybe(c, "label", field->label);
        canonical_text(c, "name", span_of(field->name));
        if (field->kind != PAGE_FIELD_SECRET)
            maybe(c, "value", field->value);
        canonical_end(c);
    }
    canonical_end(c);
}

static void put_items(struct canonical *c, const struct page_block *block)
{
    if (!block->first_item)
        return;
    canonical_list(c, "items");
    for (const struct page_item *item = block->first_item; item; item = item->next) {
        canonical_object(c, NULL);
        maybe(c, "figures", item->figures);
        canonical_flag(c, "is_here", item->is_here);
        canonical_text(c, "state", span_of(page_cell_state(item->state)));
        canonical_text(c, "title", item->title);
        maybe(c, "words", item->words);
        canonical_end(c);
    }
    canonical_end(c);
}

static void put_row(struct canonical *c, const struct page_block *block,
                    const struct page_row *row)
{
    canonical_object(c, NULL);
    canonical_texts(c, "cells", row->cells, block->column_count);
    maybe(c, "group", row->group);
    canonical_list(c, "remarks");
    for (const struct page_remark *remark = row->first_remark; remark;
         remark = remark->next)
        canonical_text(c, NULL, remark->words);
    canonical_end(c);
    canonical_end(c);
}

static void put_rows(struct canonical *c, const struct page_block *block)
{
    if (!block->first)
        return;
    canonical_list(c, "rows");
    for (const struct page_row *row = block->first; row; row = row->next)
        put_row(c, block, row);
    canonical_end(c);
}

/* What the rows of a chart say in words; the numbers stand in its sentences. */
static void put_said(struct canonical *c, const struct chart *chart)
{
    struct arena *arena = c->buffer.arena;
    canonical_list(c, "said");
    for (size_t i = 0; i < chart->row_count; i++)
        if (chart->rows[i].words.count)
            canonical_text(c, NULL,
                           span_format(arena, "%.*s: %.*s",
                                       SPAN_ARGS(chart->rows[i].label),
                                       SPAN_ARGS(chart->rows[i].words)));
    canonical_end(c);
}

static void put_block(struct canonical *c, const struct page_block *block)
{
    canonical_object(c, NULL);
    if (block->chart)
        canonical_text(c, "chart", chart_words(c->buffer.arena, block->chart));
    put_form(c, block->form);
    put_items(c, block);
    canonical_text(c, "kind", span_of(kind_of(block->kind)));
    put_rows(c, block);
    if (block->has_figures)
        put_said(c, block->chart);
    maybe(c, "title", block->title);
    put_ways(c, &block->ways);
    if (block->kind != PAGE_IMAGE)
        maybe(c, "words", block->words);
    canonical_end(c);
}

static void put_section(struct canonical *c, const struct page_section *section)
{
    canonical_object(c, NULL);
    canonical_list(c, "blocks");
    for (const struct page_block *block = section->first; block; block = block->next)
        put_block(c, block);
    canonical_end(c);
    canonical_text(c, "id", span_of(section->id));
    maybe(c, "note", section->note);
    canonical_text(c, "title", section->title);
    canonical_end(c);
}

struct span page_json(struct arena *arena, const struct page *page)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "language", page->language);
    canonical_text(&c, "running", page->running);
    canonical_list(&c, "sections");
    put_section(&c, &page->head);
    for (const struct page_section *section = page->first; section;
         section = section->next)
        put_section(&c, section);
    canonical_end(&c);
    canonical_text(&c, "title", page->title);
    canonical_end(&c);
    return json_shown(arena, canonical_bytes(&c));
}
