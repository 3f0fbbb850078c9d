/* table: what leaves the desk for another program, as rows and columns: CSV, a workbook (XLSX)
 * or JSON.
 *
 *   table_new -> table_column ... -> table_row + cells ... -> table_csv | table_xlsx | table_json
 *
 * Whoever opens a table in a spreadsheet must not run what somebody typed: a text that would
 * begin a formula there is told as text (table.c, table_xlsx.c). */
#ifndef APP_DESK_OFFICE_TABLE_TABLE_H
#define APP_DESK_OFFICE_TABLE_TABLE_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>

enum { TABLE_COLUMNS_MAX = 160, TABLE_BYTES_MAX = 32 * 1024 * 1024 };

struct table_column {
    struct span name;
    bool is_number;
};

/* Of a column of numbers: `number`, NAN: not known. Of any other: `text`. */
struct table_cell {
    struct span text;
    double number;
};

struct table_row {
    struct table_cell *cells; /* column_count */
    struct table_row *next;
};

struct table {
    struct arena *arena;
    struct span name;
    struct table_column columns[TABLE_COLUMNS_MAX];
    size_t column_count;
    struct table_row *first, *last;
    size_t row_count;
};

/* table_new(arena, name): an empty table in `arena`; texts are lent for its life.
 * table_column(table, name, is_number): one column more, before the first row; those over
 * TABLE_COLUMNS_MAX are a bug. table_row(table): one row more, to be filled: no cell is known. */
struct table *table_new(struct arena *arena, struct span name);
void table_column(struct table *table, struct span name, bool is_number);
struct table_cell *table_row(struct table *table);

/* table_csv(table, out_bytes), table_json(table, out_bytes), table_xlsx(table, out_bytes): all
 * of it, in the table's arena. CSV is RFC 4180 in UTF-8; JSON is a list of objects, null for
 * what is not known. STATUS_TOO_LARGE over TABLE_BYTES_MAX; table_xlsx fails as writing a file
 * does. */
must_check enum status table_csv(const struct table *table, struct span *out_bytes);
must_check enum status table_json(const struct table *table, struct span *out_bytes);
must_check enum status table_xlsx(const struct table *table, struct span *out_bytes);

#endif
