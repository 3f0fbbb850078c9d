/* `resonance export TABLE --format csv|xlsx|json`: what leaves the desk for other programs. */
#include "app/desk/command/export/export.h"

#include "app/desk/command/export/export_log.h"
#include "app/desk/command/export/export_people.h"

#include "app/desk/office/log/access_log.h"
#include "base/buffer.h"
#include "base/words.h"

enum { NAMES_BYTES = 200, TABLE_BYTES = 4 * 1024 * 1024, ROW_BYTES = 12 * 1024 };

static const struct export_table tables[] = {
#define EXPORT_TABLE(name, fill, needs_keys, words) {#name, words, needs_keys, fill},
#include "app/desk/command/export/export_table.def"
#undef EXPORT_TABLE
};

static const struct export_format formats[] = {
    {"csv", "text/csv; charset=utf-8", table_csv},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     table_xlsx},
    {"json", "application/json", table_json},
};

enum {
    TABLE_COUNT = sizeof tables / sizeof *tables,
    FORMAT_COUNT = sizeof formats / sizeof *formats
};

const struct export_table *export_table_at(size_t index)
{
    return index < TABLE_COUNT ? &tables[index] : NULL;
}

const struct export_format *export_format_at(size_t index)
{
    return index < FORMAT_COUNT ? &formats[index] : NULL;
}

const struct export_table *export_table_find(struct span name)
{
    size_t i = 0;
    while (i < TABLE_COUNT && !is_span(name, tables[i].name))
        i++;
    return export_table_at(i);
}

const struct export_format *export_format_find(struct span name)
{
    size_t i = 0;
    while (i < FORMAT_COUNT && !is_span(name, formats[i].name))
        i++;
    return export_format_at(i);
}

/* Room for as many rows as there can be: one a result, or one a row of the log. */
static enum status table_open(struct operation *operation,
                              const struct export_table *table)
{
    struct archive *archive;
    struct access_log log = {0};
    size_t count = 0;
    enum status status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = archive_count(archive, &count);
    if (status == OK && !table->needs_keys)
        status = access_log_read(&operation->office, NULL, NULL, &log);
    const size_t rows = table->needs_keys ? count : log.count;
    return status == OK ? operation_page_open(operation, TABLE_BYTES + rows * ROW_BYTES)
                        : status;
}

enum status export_make(struct operation *operation, const struct export_table *table,
                        const struct export_format *format, struct span *out_bytes)
{
    enum status status = table_open(operation, table);
    if (status != OK)
        return status;
    struct table *made = table_new(&operation->shown, span_of(table->name));
    status = table->fill(operation, made);
    if (status != OK)
        return status;
    status = operation_note_people(operation, "exported",
                                   span_format(operation->arena, "table %s", table->name),
                                   true);
    return status == OK ? format->write(made, out_bytes) : status;
}

/* What export_prepare leaves to export_run. */
struct chosen {
    const struct export_table *table;
    const struct export_format *format;
};

static struct span table_names(struct arena *arena)
{
    struct buffer names = buffer_init(arena, NAMES_BYTES);
    for (size_t i = 0; i < TABLE_COUNT; i++)
        buffer_format(&names, "%s%s",
                      i == 0                 ? ""
                      : i + 1 == TABLE_COUNT ? " or "
                                             : ", ",
                      tables[i].name);
    return buffer_span(&names);
}

enum status export_prepare(struct operation *operation)
{
    struct chosen *chosen = arena_new(operation->arena, struct chosen);
    const char *format = options_text(&operation->values, "format");
    chosen->table = export_table_find(operation_word(operation, 0));
    chosen->format = export_format_find(span_of(format ? format : "csv"));
    operation->state = chosen;
    if (!chosen->table)
        return fail(STATUS_USAGE, "the table is %.*s",
                    SPAN_ARGS(table_names(operation->arena)));
    if (!chosen->format)
        return fail(STATUS_USAGE, "--format is csv, xlsx or json");
    return chosen->table->needs_keys ? operation_wants_result_keys(operation) : OK;
}

enum status export_run(struct operation *operation)
{
    const struct chosen *chosen = operation->state;
    struct span bytes;
    const enum status status =
        export_make(operation, chosen->table, chosen->format, &bytes);
    return status == OK ? operation_put(operation, bytes, 0600) : status;
}
