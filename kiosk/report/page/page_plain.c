/* Plain text: headings underlined, lists with dashes, tables in columns, charts of letters. */
#include "report/page/page.h"

#include "base/buffer.h"
#include "base/must.h"
#include "base/utf8.h"
#include "base/words.h"
#include "report/page/page_plain_chart.h"
#include "report/page/page_plain_node.h"
#include "report/page/page_wrap.h"

#include <string.h>

enum {
    LINE_MOST =
        PAGE_PLAIN_COLUMNS, /* of sentences, which longer lines make hard to read */
    GAP = 2,
    COLUMN_LEAST = 6,
    SPARE_LEAST = 8, /* of a name that is cut */
    NAME_MOST = 40,
    PIECE_BYTES = 64 * 1024,
};

/* Lines on their way to `put`: without blanks at their ends, and without empty lines before the
 * first and after the last. */
struct plain {
    struct buffer out; /* whole lines between two calls of settle */
    page_put *put;
    void *context;
    size_t columns; /* of tables; sentences have LINE_MOST at most */
    bool has_begun;
    size_t empty_count; /* empty lines that wait for one with words */
    enum status status;
};

static void pass_on(struct plain *plain, struct span text)
{
    if (plain->status == OK)
        plain->status = plain->put(plain->context, text);
}

static void pass_line(struct plain *plain, struct span line)
{
    while (line.count && line.data[line.count - 1] == ' ')
        line.count--;
    if (!line.count) {
        plain->empty_count += plain->has_begun;
        return;
    }
    for (; plain->empty_count; plain->empty_count--)
        pass_on(plain, SPAN("\n"));
    plain->has_begun = true;
    pass_on(plain, line);
    pass_on(plain, SPAN("\n"));
}

/* Passes on what is there, once it is half a piece. */
static void settle(struct plain *plain, bool is_end)
{
    struct buffer *out = &plain->out;
    struct span rest = buffer_span(out), line;
    must(!out->is_full);
    if (!is_end && out->count < PIECE_BYTES / 2)
        return;
    while (rest.count && span_next(&rest, '\n', &line))
        pass_line(plain, line);
    out->count = 0;
}

static void add_repeated(struct buffer *out, const char *letter, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer_text(out, letter);
}

static void add_spaces(struct buffer *out, size_t count)
{
    add_repeated(out, " ", count);
}

static size_t line_columns(const struct plain *plain)
{
    return plain->columns < LINE_MOST ? plain->columns : LINE_MOST;
}

/* `words` wrapped, after `first` on the first line and `next` (as wide) on the others. */
static void add_lines(struct plain *plain, const char *first, const char *next,
                      struct span words)
{
    struct buffer *out = &plain->out;
    struct span line;
    for (const char *before = first;
         page_wrap(&words, line_columns(plain) - utf8_count(span_of(first)), &line);
         before = next) {
        buffer_text(out, before);
        page_wrap_put(out, line);
        buffer_text(out, "\n");
        settle(plain, false);
    }
}

static void add_exact(struct plain *plain, const struct page_block *block)
{
    struct span rest = block->words, line;
    if (block->title.count)
        add_lines(plain, "", "", block->title);
    while (span_next(&rest, '\n', &line)) {
        add_spaces(&plain->out, block->title.count ? GAP : 0);
        page_wrap_put(&plain->out, line);
        buffer_text(&plain->out, "\n");
        settle(plain, false);
    }
}

static void add_heading(struct plain *plain, struct span title, const char *rule)
{
    struct buffer *out = &plain->out;
    struct span line;
    size_t widest = 0;
    if (!title.count)
        return;
    while (page_wrap(&title, line_columns(plain), &line)) {
        const size_t width = utf8_count(line);
        widest = width > widest ? width : widest;
        page_wrap_put(out, line);
        buffer_text(out, "\n");
    }
    add_repeated(out, rule, widest);
    buffer_text(out, "\n");
}

static void add_list(struct plain *plain, struct arena *arena,
                     const struct page_block *block)
{
    for (const struct page_row *row = block->first; row; row = row->next)
        add_lines(plain, "- ", "  ",
                  row->cells[0].count
                      ? span_format(arena, "%.*s%s%.*s", SPAN_ARGS(row->cells[0]),
                                    row->cells[1].count ? ": " : "",
                                    SPAN_ARGS(row->cells[1]))
                      : row->cells[1]);
}

/* How wide each column is: as its widest cell, the widest of words giving way until all fit. */
struct widths {
    size_t of[PAGE_COLUMNS_MAX];
    bool is_out[PAGE_COLUMNS_MAX]; /* left out */
};

static void widths_take(struct widths *widths, size_t column, struct span cell)
{
    struct span line;
    while (page_wrap(&cell, PAGE_PLAIN_COLUMNS_MOST, &line)) {
        const size_t width = utf8_count(line);
        if (width > widths->of[column])
            widths->of[column] = width;
    }
}

static size_t widths_sum(const struct page_block *table, const struct widths *widths)
{
    size_t sum = 0;
    for (size_t i = 0; i < table->column_count; i++)
        sum += widths->is_out[i] ? 0 : widths->of[i] + GAP;
    return sum > GAP ? sum - GAP : 0;
}

/* Names give way first, one after the other, and then go. */
static void widths_cut(struct widths *widths, const struct page_block *table,
                       size_t columns)
{
    for (size_t i = table->column_count; i-- && table->column_looks;) {
        if (!table->column_looks[i].is_spare)
            continue;
        while (widths_sum(table, widths) > columns && widths->of[i] > SPARE_LEAST)
            widths->of[i]--;
        widths->is_out[i] = widths_sum(table, widths) > columns;
    }
}

/* A state never stands without its word, nor the word without its sign. */
static struct span cell_text(const struct page_block *table, const struct page_row *row,
                             size_t column)
{
    const enum page_state state = row->looks ? row->looks[column].state : PAGE_STATE_NONE;
    return state == PAGE_STATE_NONE
               ? row->cells[column]
               : span_format(table->arena, "%s %.*s", page_cell_sign(state),
                             SPAN_ARGS(row->cells[column]));
}

/* On a narrow screen columns that are as small as they may be run over its edge. */
static void widths_give_way(struct widths *widths, const struct page_block *table,
                            size_t columns)
{
    while (widths_sum(table, widths) > columns) {
        size_t widest = 0;
        for (size_t i = 1; i < table->column_count; i++)
            if (widths->of[i] > widths->of[widest])
                widest = i;
        if (widths->of[widest] <= COLUMN_LEAST)
            return;
        widths->of[widest]--;
    }
}

static struct widths widths_of(const struct page_block *table, size_t columns)
{
    struct widths widths = {{0}, {false}};
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].title)
            widths_take(&widths, i, span_of(table->columns[i].title));
        for (const struct page_row *row = table->first; row; row = row->next)
            widths_take(&widths, i, cell_text(table, row, i));
    }
    if (table->kind == PAGE_FACTS && widths.of[0] > NAME_MOST)
        widths.of[0] = NAME_MOST;
    if (table->has_whole_rows)
        widths_cut(&widths, table, columns);
    else
        widths_give_way(&widths, table, columns);
    return widths;
}

static void add_cell(struct buffer *out, struct span line, size_t width, bool is_right,
                     bool is_last)
{
    const size_t blank = width - utf8_count(line);
    if (is_right)
        add_spaces(out, blank);
    page_wrap_put(out, line);
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

/* `cell`, or as much of it as there is room for, and an ellipsis. */
static struct span cut(struct arena *arena, struct span cell, size_t width)
{
    size_t at = 0, end = 0;
    uint32_t code;
    if (utf8_count(cell) <= width)
        return cell;
    for (size_t i = 0; i + 1 < width && utf8_next(cell, &at, &code); i++)
        end = at;
    return span_format(arena, "%.*s…", SPAN_ARGS(span_trim(span_cut(cell, 0, end))));
}

/* One line, whatever the room is. */
static void add_whole(struct buffer *out, const struct page_block *table,
                      const struct widths *widths, const struct span *cells)
{
    size_t last = table->column_count;
    bool is_first = true;
    while (last && (widths->is_out[last - 1] || !cells[last - 1].count))
        last--;
    for (size_t i = 0; i < last; i++) {
        if (widths->is_out[i])
            continue;
        add_spaces(out, is_first ? 0 : GAP);
        add_cell(out, cut(table->arena, cells[i], widths->of[i]), widths->of[i],
                 table->columns[i].is_number, i + 1 == last);
        is_first = false;
    }
    buffer_text(out, "\n");
}

static void add_cells(struct buffer *out, const struct page_block *table,
                      const struct widths *widths, const struct span *cells)
{
    if (table->has_whole_rows) {
        add_whole(out, table, widths, cells);
        return;
    }
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

/* Remarks begin below the second column. */
static void add_remarks(struct plain *plain, const struct page_row *row,
                        const struct widths *widths)
{
    char indent[PAGE_PLAIN_COLUMNS_LEAST / 2 + 1];
    const size_t width = widths->of[0] + GAP;
    memset(indent, ' ', sizeof indent);
    indent[width < sizeof indent ? width : sizeof indent - 1] = 0;
    for (const struct page_remark *remark = row->first_remark; remark;
         remark = remark->next)
        add_lines(plain, indent, indent, remark->words);
}

static void add_row(struct plain *plain, const struct page_block *table,
                    const struct page_row *row, const struct widths *widths)
{
    struct buffer *out = &plain->out;
    struct span cells[PAGE_COLUMNS_MAX];
    if (row->group.count) {
        if (row != table->first)
            buffer_text(out, "\n");
        add_lines(plain, "", "", row->group);
    }
    if (row->is_total) {
        add_repeated(out, "-", widths_sum(table, widths));
        buffer_text(out, "\n");
    }
    for (size_t i = 0; i < table->column_count; i++)
        cells[i] = cell_text(table, row, i);
    add_cells(out, table, widths, cells);
    add_remarks(plain, row, widths);
    settle(plain, false);
}

static void add_table(struct plain *plain, const struct page_block *table)
{
    const struct widths widths = widths_of(table, plain->columns);
    if (table->title.count) {
        add_lines(plain, "", "", table->title);
        buffer_text(&plain->out, "\n");
    }
    if (table->kind == PAGE_TABLE && is_page_table_titled(table))
        add_head(&plain->out, table, &widths);
    for (const struct page_row *row = table->first; row; row = row->next)
        add_row(plain, table, row, &widths);
}

static void add_quote(struct plain *plain, const struct page_block *block)
{
    add_lines(plain, "", "", block->title);
    const char *before = block->is_missing ? "    " : "  | ";
    add_lines(plain, before, before, block->words);
}

static void add_block(struct plain *plain, struct arena *arena,
                      const struct page_block *block)
{
    switch (block->kind) {
    case PAGE_LEAD:
    case PAGE_NOTE:
        add_lines(plain, block->kind == PAGE_LEAD ? ">> " : "** ", "   ", block->words);
        break;
    case PAGE_TEXT:
        if (block->title.count || block->ways.first)
            page_plain_node(&plain->out, block, line_columns(plain));
        else
            add_lines(plain, "", "", block->words);
        break;
    case PAGE_LIST:
        add_list(plain, arena, block);
        break;
    case PAGE_FACTS:
    case PAGE_TABLE:
        add_table(plain, block);
        break;
    case PAGE_QUOTE:
        add_quote(plain, block);
        break;
    case PAGE_EXACT:
        add_exact(plain, block);
        break;
    case PAGE_CHART:
        page_plain_chart(&plain->out, block->title, block->chart);
        break;
    case PAGE_IMAGE:
        add_lines(plain, "", "", block->title);
        break;
    case PAGE_WAYS:
    case PAGE_NOTICE:
    case PAGE_STEPS:
    case PAGE_RANGES:
    case PAGE_TIMELINE:
    case PAGE_TALLY:
    case PAGE_PAGER:
    case PAGE_FORM:
    case PAGE_FILTER:
        page_plain_node(&plain->out, block, line_columns(plain));
        break;
    }
    buffer_text(&plain->out, "\n");
    settle(plain, false);
}

static void add_blocks(struct plain *plain, struct arena *arena,
                       const struct page_section *section)
{
    for (const struct page_block *block = section->first; block; block = block->next)
        add_block(plain, arena, block);
}

enum status page_plain_write(struct arena *arena, const struct page *page, size_t columns,
                             page_put *put, void *context)
{
    struct plain plain = {
        .out = buffer_init(arena, PIECE_BYTES),
        .put = put,
        .context = context,
        .columns = columns < PAGE_PLAIN_COLUMNS_LEAST  ? PAGE_PLAIN_COLUMNS_LEAST
                   : columns > PAGE_PLAIN_COLUMNS_MOST ? PAGE_PLAIN_COLUMNS_MOST
                                                       : columns};
    struct buffer *out = &plain.out;
    add_heading(&plain, page->title, "=");
    add_lines(&plain, "", "", page->running);
    buffer_text(out, "\n");
    add_blocks(&plain, arena, &page->head);
    for (const struct page_section *section = page->first; section;
         section = section->next) {
        buffer_text(out, "\n");
        add_heading(&plain, section->title, "-");
        add_lines(&plain, "", "", section->note);
        buffer_text(out, "\n");
        add_blocks(&plain, arena, section);
    }
    settle(&plain, true);
    return plain.status;
}

static enum status keep(void *context, struct span text)
{
    buffer_add(context, text);
    return OK;
}

struct span page_plain(struct arena *arena, const struct page *page)
{
    struct buffer text = buffer_init(arena, PAGE_BYTES_MAX);
    const enum status status =
        page_plain_write(arena, page, PAGE_PLAIN_COLUMNS, keep, &text);
    must(status == OK && !text.is_full);
    return buffer_span(&text);
}
