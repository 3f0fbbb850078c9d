#include "app/desk/office/table/table.h"

#include "base/buffer.h"
#include "base/json/json.h"
#include "base/must.h"

#include <math.h>
#include <string.h>

struct table *table_new(struct arena *arena, struct span name)
{
    struct table *table = arena_new(arena, struct table);
    *table = (struct table){.arena = arena, .name = name};
    return table;
}

void table_column(struct table *table, struct span name, bool is_number)
{
    must(table->column_count < TABLE_COLUMNS_MAX && !table->first);
    table->columns[table->column_count++] = (struct table_column){name, is_number};
}

struct table_cell *table_row(struct table *table)
{
    struct table_row *row = arena_new(table->arena, struct table_row);
    *row = (struct table_row){
        .cells = arena_array(table->arena, struct table_cell, table->column_count)};
    for (size_t i = 0; i < table->column_count; i++)
        row->cells[i] = (struct table_cell){.text = SPAN(""), .number = NAN};
    if (table->last)
        table->last->next = row;
    else
        table->first = row;
    table->last = row;
    table->row_count++;
    return row->cells;
}

/* What spreadsheets begin a formula with; a tab and a carriage return are skipped by some of
 * them. */
static bool is_formula(struct span text)
{
    return text.count && memchr("=+-@\t\r\n", text.data[0], 7);
}

static enum status whole(const struct buffer *out, struct span *out_bytes)
{
    if (out->is_full)
        return fail(STATUS_TOO_LARGE, "the table is too large to write at once; choose "
                                      "one vacancy");
    *out_bytes = buffer_span(out);
    return OK;
}

/* --- CSV --- */

static void quoted_add(struct buffer *out, struct span text)
{
    const bool is_plain =
        !memchr(text.data, '"', text.count) && !memchr(text.data, ',', text.count) &&
        !memchr(text.data, '\n', text.count) && !memchr(text.data, '\r', text.count);
    const char *mark = is_formula(text) ? "'" : "";
    if (is_plain) {
        buffer_format(out, "%s%.*s", mark, SPAN_ARGS(text));
        return;
    }
    buffer_format(out, "\"%s", mark);
    for (size_t i = 0; i < text.count; i++)
        buffer_format(out, text.data[i] == '"' ? "\"\"" : "%c", text.data[i]);
    buffer_text(out, "\"");
}

static void number_add(struct buffer *out, double number)
{
    char text[32];
    if (!isnan(number))
        buffer_add(out, (struct span){text, json_number_text(number, text)});
}

enum status table_csv(const struct table *table, struct span *out_bytes)
{
    struct buffer out = buffer_init(table->arena, TABLE_BYTES_MAX);
    for (size_t i = 0; i < table->column_count; i++) {
        buffer_text(&out, i ? "," : "");
        quoted_add(&out, table->columns[i].name);
    }
    buffer_text(&out, "\r\n");
    for (const struct table_row *row = table->first; row; row = row->next) {
        for (size_t i = 0; i < table->column_count; i++) {
            buffer_text(&out, i ? "," : "");
            if (table->columns[i].is_number)
                number_add(&out, row->cells[i].number);
            else
                quoted_add(&out, row->cells[i].text);
        }
        buffer_text(&out, "\r\n");
    }
    return whole(&out, out_bytes);
}

/* --- JSON --- */

static void value_add(struct buffer *out, const struct table_column *column,
                      const struct table_cell *cell)
{
    json_put_text(out, column->name);
    buffer_text(out, ":");
    if (!column->is_number)
        json_put_text(out, cell->text);
    else if (isnan(cell->number))
        buffer_text(out, "null");
    else
        number_add(out, cell->number);
}

enum status table_json(const struct table *table, struct span *out_bytes)
{
    struct buffer out = buffer_init(table->arena, TABLE_BYTES_MAX);
    buffer_text(&out, "[");
    for (const struct table_row *row = table->first; row; row = row->next) {
        buffer_text(&out, row == table->first ? "{" : ",\n{");
        for (size_t i = 0; i < table->column_count; i++) {
            buffer_text(&out, i ? "," : "");
            value_add(&out, &table->columns[i], &row->cells[i]);
        }
        buffer_text(&out, "}");
    }
    buffer_text(&out, "]\n");
    return whole(&out, out_bytes);
}
