#include "report/page/page.h"

#include "base/must.h"
#include "base/words.h"

#include <math.h>

struct page page_init(struct arena *arena, struct span title, struct span running)
{
    return (struct page){
        .arena = arena,
        .language = WS("en"), /* a catalogue names its own language here */
        .title = title,
        .running = running,
        .head = {.arena = arena, .id = "head"},
    };
}

struct page_section *page_section(struct page *page, enum page_look look, const char *id,
                                  const char *title)
{
    struct page_section *section = arena_new(page->arena, struct page_section);
    section->arena = page->arena;
    section->look = look;
    section->id = id;
    section->title = span_of(title);
    if (page->last)
        page->last->next = section;
    else
        page->first = section;
    page->last = section;
    return section;
}

struct page_block *page_block(struct page_section *section, enum page_block_kind kind,
                              struct span title, struct span words)
{
    struct page_block *block = arena_new(section->arena, struct page_block);
    block->arena = section->arena;
    block->kind = kind;
    block->title = title;
    block->words = words;
    if (section->last)
        section->last->next = block;
    else
        section->first = block;
    section->last = block;
    return block;
}

void page_add_lead(struct page_section *section, struct span words)
{
    page_block(section, PAGE_LEAD, SPAN(""), words);
}

void page_add_text(struct page_section *section, struct span words)
{
    page_block(section, PAGE_TEXT, SPAN(""), words);
}

void page_add_note(struct page_section *section, struct span words)
{
    page_block(section, PAGE_NOTE, SPAN(""), words);
}

void page_add_quote(struct page_section *section, struct span question, struct span words,
                    struct span language)
{
    page_block(section, PAGE_QUOTE, question, words)->language = language;
}

void page_add_missing(struct page_section *section, struct span question,
                      const char *words)
{
    page_block(section, PAGE_QUOTE, question, span_of(words))->is_missing = true;
}

void page_add_exact(struct page_section *section, struct span title, struct span words)
{
    page_block(section, PAGE_EXACT, title, words);
}

void page_add_chart(struct page_section *section, const char *title,
                    const struct chart *chart)
{
    page_block(section, PAGE_CHART, span_of(title), SPAN(""))->chart = chart;
}

void page_add_image(struct page_section *section, struct span title, struct span source)
{
    (void)page_block(section, PAGE_IMAGE, title, source);
}

static struct page_block *pairs_new(struct page_section *section,
                                    enum page_block_kind kind)
{
    struct page_block *block = page_block(section, kind, SPAN(""), SPAN(""));
    block->column_count = 2;
    return block;
}

struct page_block *page_add_list(struct page_section *section)
{
    return pairs_new(section, PAGE_LIST);
}

struct page_block *page_add_facts(struct page_section *section)
{
    return pairs_new(section, PAGE_FACTS);
}

void page_pair(struct page_block *block, struct span name, struct span value)
{
    struct page_row *row = page_row(block, SPAN(""));
    row->cells[0] = name;
    row->cells[1] = value;
}

struct page_block *page_add_table(struct page_section *section, const char *title,
                                  const struct page_column *columns, size_t count)
{
    struct page_block *block = page_block(section, PAGE_TABLE, span_of(title), SPAN(""));
    must(count <= PAGE_COLUMNS_MAX);
    block->column_count = count;
    for (size_t i = 0; i < count; i++)
        block->columns[i] = columns[i];
    return block;
}

struct page_row *page_row(struct page_block *table, struct span group)
{
    struct page_row *row = arena_new(table->arena, struct page_row);
    row->group = group;
    row->cells = arena_array(table->arena, struct span, table->column_count);
    if (table->last)
        table->last->next = row;
    else
        table->first = row;
    table->last = row;
    return row;
}

void page_remark(const struct page_block *table, struct page_row *row, struct span words)
{
    struct page_remark *remark = arena_new(table->arena, struct page_remark);
    remark->words = words;
    if (row->last_remark)
        row->last_remark->next = remark;
    else
        row->first_remark = remark;
    row->last_remark = remark;
}

bool is_page_table_titled(const struct page_block *table)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].title)
            return true;
    return false;
}

bool is_page_empty(const struct page *page)
{
    return !page->head.first && !page->first;
}

struct span page_number(struct arena *arena, double value, int decimals)
{
    return isnan(value) ? SPAN("–") : words_number(arena, value, decimals);
}
