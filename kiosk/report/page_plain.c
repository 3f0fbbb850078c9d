/* Plain text: headings underlined, lists with dashes, tables in columns, charts of letters. */
#include "report/page.h"

#include "base/buffer.h"
#include "base/must.h"
#include "base/utf8.h"
#include "base/words.h"
#include "report/page_plain_chart.h"
#include "report/page_wrap.h"

#include <string.h>

enum { WIDTH = PAGE_PLAIN_COLUMNS, GAP = 2, COLUMN_LEAST = 6, NAME_MOST = 40 };

static void add_repeated(struct buffer *out, const char *letter, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_text(out, letter);
}

static void add_spaces(struct buffer *out, size_t count)
{
    add_repeated(out, " ", count);
}

/* A control character would be an order to somebody's terminal. */
static void add_safe(struct buffer *out, struct span text)
{
    size_t at = 0, from = 0;
    uint32_t code;
    while (from = at, utf8_next(text, &at, &code)) {
        if (code < ' ' || (code >= 0x7f && code < 0xa0))
            buffer_text(out, " ");
        else
            buffer_add(out, span_cut(text, from, at - from));
    }
}

/* `words` wrapped, behind `first` on the first line and `next` (as wide) on the others. */
static void add_lines(struct buffer *out, const char *first, const char *next,
                      struct span words)
{
    struct span line;
    for (const char *before = first;
         page_wrap(&words, WIDTH - utf8_count(span_of(first)), &line); before = next) {
        buffer_text(out, before);
        add_safe(out, line);
        buffer_text(out, "\n");
    }
}

static void add_heading(struct buffer *out, struct span title, const char *rule)
{
    struct span line;
    size_t widest = 0;
    while (page_wrap(&title, WIDTH, &line)) {
        const size_t width = utf8_count(line);
        widest = width > widest ? width : widest;
        add_safe(out, line);
        buffer_text(out, "\n");
    }
    add_repeated(out, rule, widest);
    buffer_text(out, "\n");
}

static void add_list(struct buffer *out, struct arena *arena,
                     const struct page_block *block)
{
    for (const struct page_row *row = block->first; row; row = row->next)
        add_lines(out, "- ", "  ",
                  row->cells[0].count
                      ? span_format(arena, "%.*s%s%.*s", SPAN_ARGS(row->cells[0]),
                                    row->cells[1].count ? ": " : "",
                                    SPAN_ARGS(row->cells[1]))
                      : row->cells[1]);
}

/* How wide each column is: as its widest cell, the widest of words giving way until all fit. */
struct widths {
    size_t of[PAGE_COLUMNS_MAX];
};

static void widths_take(struct widths *widths, size_t column, struct span cell)
{
    struct span line;
    while (page_wrap(&cell, WIDTH, &line)) {
        const size_t width = utf8_count(line);
        if (width > widths->of[column])
            widths->of[column] = width;
    }
}

static size_t widths_sum(const struct page_block *table, const struct widths *widths)
{
    size_t sum = GAP * (table->column_count - 1);
    for (size_t i = 0; i < table->column_count; i++)
        sum += widths->of[i];
    return sum;
}

static struct widths widths_of(const struct page_block *table)
{
    struct widths widths = {{0}};
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].title)
            widths_take(&widths, i, span_of(table->columns[i].title));
        for (const struct page_row *row = table->first; row; row = row->next)
            widths_take(&widths, i, row->cells[i]);
    }
    if (table->kind == PAGE_FACTS && widths.of[0] > NAME_MOST)
        widths.of[0] = NAME_MOST;
    while (widths_sum(table, &widths) > WIDTH) {
        size_t widest = 0;
        for (size_t i = 1; i < table->column_count; i++)
            if (widths.of[i] > widths.of[widest])
                widest = i;
        must(widths.of[widest] > COLUMN_LEAST);
        widths.of[widest]--;
    }
    return widths;
}

static void add_cell(struct buffer *out, struct span line, size_t width, bool is_right,
                     bool is_last)
{
    const size_t blank = width - utf8_count(line);
    if (is_right)
        add_spaces(out, blank);
    add_safe(out, line);
    if (!is_right && !is_last)
        add_spaces(out, blank);
}

static bool has_rest(const struct span *rests, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rests[i].data)
            return true;
    return false;
}

static size_t last_used(const struct span *lines, size_t count)
{
    while (count > 1 && !lines[count - 1].count)
        count--;
    return count;
}

static void add_cells(struct buffer *out, const struct page_block *table,
                      const struct widths *widths, const struct span *cells)
{
    struct span rests[PAGE_COLUMNS_MAX], lines[PAGE_COLUMNS_MAX];
    memcpy(rests, cells, table->column_count * sizeof *cells);
    while (has_rest(rests, table->column_count)) {
        for (size_t i = 0; i < table->column_count; i++)
            if (!page_wrap(&rests[i], widths->of[i], &lines[i]))
                lines[i] = SPAN("");
        const size_t count = last_used(lines, table->column_count);
        for (size_t i = 0; i < count; i++) {
            add_spaces(out, i ? GAP : 0);
            add_cell(out, lines[i], widths->of[i], table->columns[i].is_number,
                     i + 1 == count);
        }
        buffer_text(out, "\n");
    }
}

static void add_head(struct buffer *out, const struct page_block *table,
                     const struct widths *widths)
{
    struct span titles[PAGE_COLUMNS_MAX];
    for (size_t i = 0; i < table->column_count; i++)
        titles[i] = span_of(table->columns[i].title);
    add_cells(out, table, widths, titles);
    add_repeated(out, "-", widths_sum(table, widths));
    buffer_text(out, "\n");
}

static void add_table(struct buffer *out, const struct page_block *table)
{
    const struct widths widths = widths_of(table);
    if (table->title.count) {
        add_lines(out, "", "", table->title);
        buffer_text(out, "\n");
    }
    if (table->kind == PAGE_TABLE)
        add_head(out, table, &widths);
    for (const struct page_row *row = table->first; row; row = row->next) {
        if (row->group.count) {
            if (row != table->first)
                buffer_text(out, "\n");
            add_lines(out, "", "", row->group);
        }
        if (row->is_total) {
            add_repeated(out, "-", widths_sum(table, &widths));
            buffer_text(out, "\n");
        }
        add_cells(out, table, &widths, row->cells);
    }
}

static void add_quote(struct buffer *out, const struct page_block *block)
{
    add_lines(out, "", "", block->title);
    const char *before = block->is_missing ? "    " : "  | ";
    add_lines(out, before, before, block->words);
}

static void add_block(struct buffer *out, struct arena *arena,
                      const struct page_block *block)
{
    switch (block->kind) {
    case PAGE_LEAD:
    case PAGE_NOTE:
        add_lines(out, block->kind == PAGE_LEAD ? ">> " : "** ", "   ", block->words);
        break;
    case PAGE_TEXT:
        add_lines(out, "", "", block->words);
        break;
    case PAGE_LIST:
        add_list(out, arena, block);
        break;
    case PAGE_FACTS:
    case PAGE_TABLE:
        add_table(out, block);
        break;
    case PAGE_QUOTE:
        add_quote(out, block);
        break;
    case PAGE_CHART:
        page_plain_chart(out, block->title, block->chart);
        break;
    }
    buffer_text(out, "\n");
}

static void add_blocks(struct buffer *out, struct arena *arena,
                       const struct page_section *section)
{
    for (const struct page_block *block = section->first; block; block = block->next)
        add_block(out, arena, block);
}

/* Lines without blanks at their ends. */
static struct span without_ends(struct arena *arena, struct span text)
{
    struct buffer out = buffer_init(arena, PAGE_BYTES_MAX);
    struct span line;
    while (span_next(&text, '\n', &line)) {
        while (line.count && line.data[line.count - 1] == ' ')
            line.count--;
        buffer_add(&out, line);
        buffer_text(&out, "\n");
    }
    must(!out.is_full);
    return buffer_span(&out);
}

struct span page_plain(struct arena *arena, const struct page *page)
{
    struct buffer out = buffer_init(arena, PAGE_BYTES_MAX);
    add_heading(&out, page->title, "=");
    add_lines(&out, "", "", page->running);
    buffer_text(&out, "\n");
    add_blocks(&out, arena, &page->head);
    for (const struct page_section *section = page->first; section;
         section = section->next) {
        buffer_text(&out, "\n");
        add_heading(&out, section->title, "-");
        buffer_text(&out, "\n");
        add_blocks(&out, arena, section);
    }
    return without_ends(arena, span_trim(buffer_span(&out)));
}
