/* export: the tables that leave the desk (export_table.def), for the command and for pages. */
#ifndef APP_DESK_COMMAND_EXPORT_EXPORT_H
#define APP_DESK_COMMAND_EXPORT_EXPORT_H

#include "app/desk/command/operation.h"
#include "app/desk/office/table/table.h"

struct export_table {
    const char *name, *words;
    bool needs_keys;
    enum status (*fill)(struct operation *operation, struct table *table);
};

/* A way to write a table. */
struct export_format {
    const char *name, *type; /* as a browser is told */
    enum status (*write)(const struct table *table, struct span *out_bytes);
};

/* export_table_at(index), export_format_at(index): each of them from 0; NULL after the last.
 * export_table_find(name), export_format_find(name): the one called so; NULL when there is none. */
const struct export_table *export_table_at(size_t index);
const struct export_format *export_format_at(size_t index);
const struct export_table *export_table_find(struct span name);
const struct export_format *export_format_find(struct span name);

/* export_make(operation, table, format, out_bytes): the table, in operation->shown, which is
 * opened for it. That it goes out is in the log of the desk before. Fails as opening the results
 * does. */
must_check enum status export_make(struct operation *operation,
                                   const struct export_table *table,
                                   const struct export_format *format,
                                   struct span *out_bytes);

#endif
