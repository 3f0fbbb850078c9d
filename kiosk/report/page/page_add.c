/* The blocks that lead on, ask, or say where somebody stands. */
#include "report/page/page.h"

#include "base/must.h"

struct page_block *page_add_strong(struct page_section *section, struct span title,
                                   struct span words)
{
    return page_block(section, PAGE_TEXT, title, words);
}

struct page_block *page_add_ways(struct page_section *section)
{
    return page_block(section, PAGE_WAYS, SPAN(""), SPAN(""));
}

struct page_block *page_add_steps(struct page_section *section)
{
    return page_block(section, PAGE_STEPS, SPAN(""), SPAN(""));
}

struct page_block *page_add_ranges(struct page_section *section)
{
    return page_block(section, PAGE_RANGES, SPAN(""), SPAN(""));
}

struct page_block *page_add_timeline(struct page_section *section, struct span words)
{
    return page_block(section, PAGE_TIMELINE, SPAN(""), words);
}

struct page_item *page_item(struct page_block *block)
{
    struct page_item *item = arena_new(block->arena, struct page_item);
    if (block->last_item)
        block->last_item->next = item;
    else
        block->first_item = item;
    block->last_item = item;
    return item;
}

struct page_block *page_add_notice(struct page_section *section, enum page_tone tone,
                                   struct span title, struct span words)
{
    struct page_block *block = page_block(section, PAGE_NOTICE, title, words);
    block->tone = tone;
    return block;
}

struct page_block *page_add_tally(struct page_section *section, size_t done,
                                  size_t partly, size_t all, struct span words)
{
    struct page_block *block = page_block(section, PAGE_TALLY, SPAN(""), words);
    block->done = done;
    block->partly = partly;
    block->all = all;
    return block;
}

struct page_block *page_add_pager(struct page_section *section, size_t first, size_t last,
                                  size_t all)
{
    struct page_block *block = page_block(section, PAGE_PAGER, SPAN(""), SPAN(""));
    block->done = first;
    block->partly = last;
    block->all = all;
    block->medium = PAGE_ON_SCREEN;
    return block;
}

void page_add_profile(struct page_section *section, const char *title,
                      const struct chart *chart)
{
    struct page_block *block = page_block(section, PAGE_CHART, span_of(title), SPAN(""));
    block->chart = chart;
    block->has_figures = true;
}

struct page_block *page_add_form(struct page_section *section, struct page_form *form)
{
    struct page_block *block = page_block(section, PAGE_FORM, SPAN(""), SPAN(""));
    block->form = form;
    block->medium = PAGE_ON_SCREEN;
    return block;
}

struct page_block *page_add_filter(struct page_section *section, struct page_form *form,
                                   struct span words)
{
    struct page_block *block = page_block(section, PAGE_FILTER, SPAN(""), words);
    block->form = form;
    block->medium = PAGE_ON_SCREEN;
    return block;
}

struct page_cell *page_cell(const struct page_block *table, struct page_row *row,
                            size_t column)
{
    must(column < table->column_count);
    if (!row->looks)
        row->looks = arena_array(table->arena, struct page_cell, table->column_count);
    return &row->looks[column];
}
