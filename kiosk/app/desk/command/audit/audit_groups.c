/* `resonance audit groups TABLE`: to which groups people belong, as HR knows it from elsewhere,
 * sealed to the auditors. The table is read and not kept. */
#include "app/desk/command/operation.h"

#include "app/desk/office/audit/audit_paper.h"
#include "base/text/csv.h"
#include "base/text/shown_text.h"

#include <string.h>

enum {
    ROW_BYTES = 1024,
    COLUMNS_MOST = 1 + AUDIT_TEXT_ATTRIBUTES,
    FIELDS_READ = 64, /* so that a wide table is told which columns are needed */
    ROOM_BYTES = 64 * 1024,
    PERSON_BYTES = 512
};

struct grouped {
    unsigned char record_id[CHAIN_ID_BYTES];
    struct audit_group group;
    struct grouped *next;
};

struct table {
    struct operation *operation;
    struct csv csv;
    struct arena arena; /* guarded */
    struct grouped *first, **last;
    const struct grouped **list;
    size_t count, most;
};

static enum status wrong(const struct table *table, const char *what)
{
    return fail(STATUS_BAD_INPUT, "%s: line %zu: %s", table->csv.path, table->csv.line,
                what);
}

static enum status name_check(struct span name)
{
    if (!name.count || name.count > AUDIT_TEXT_NAME_MAX)
        return fail(STATUS_BAD_INPUT,
                    "a column that says a group has a name of 1 to %d bytes, such as sex",
                    AUDIT_TEXT_NAME_MAX);
    return shown_text_check("the name of a column", name);
}

static enum status head_check(const struct table *table)
{
    const struct csv *csv = &table->csv;
    if (csv->column_count < 2 || csv->column_count > COLUMNS_MOST ||
        !is_span(csv->names[0], "reference"))
        return fail(
            STATUS_BAD_INPUT,
            "%s: the columns are reference, and then one or two that say a group, "
            "such as reference,sex,origin",
            csv->path);
    enum status status = OK;
    for (size_t i = 1; status == OK && i < csv->column_count; i++)
        status = name_check(csv->names[i]);
    if (status == OK && csv->column_count == COLUMNS_MOST &&
        is_span_equal(csv->names[1], csv->names[2]))
        status = fail(STATUS_BAD_INPUT, "%s: two columns have the same name", csv->path);
    return status;
}

static enum status value_take(struct table *table, size_t column, struct span *out_value)
{
    const struct span value = span_trim(table->csv.fields[column]);
    if (value.count > AUDIT_TEXT_VALUE_MAX)
        return wrong(table, "the name of a group is longer than 60 bytes");
    if (value.count && shown_text_check("the name of a group", value) != OK)
        return wrong(table, "the name of a group has a character that nobody sees");
    *out_value = span_copy(&table->arena, value);
    return OK;
}

/* It is not repeated what stands there: it may be anything. */
static enum status reference_take(struct table *table, unsigned char *out_id)
{
    const struct span typed = span_trim(table->csv.fields[0]);
    struct archive *archive;
    int64_t place;
    enum status status = office_archive(&table->operation->office, &archive);
    if (status == OK && typed.count)
        status = result_find(table->operation->arena, archive, typed, out_id, &place);
    if (status == STATUS_NOT_FOUND || status == STATUS_BAD_INPUT || !typed.count)
        return wrong(table, "the reference is not that of one result here");
    return status;
}

static enum status row_take(struct table *table)
{
    struct grouped *person = arena_new(&table->arena, struct grouped);
    enum status status = table->count < table->most
                             ? reference_take(table, person->record_id)
                             : wrong(table, "there are more rows than results");
    person->group.count = table->csv.column_count - 1;
    for (size_t i = 0; status == OK && i < person->group.count; i++) {
        person->group.names[i] = table->csv.names[i + 1];
        status = value_take(table, i + 1, &person->group.values[i]);
    }
    for (const struct grouped *at = table->first; status == OK && at; at = at->next)
        if (memcmp(at->record_id, person->record_id, CHAIN_ID_BYTES) == 0)
            status = wrong(table, "this result stands in an earlier line already");
    if (status != OK)
        return status;
    *table->last = person;
    table->last = &person->next;
    table->count++;
    return OK;
}

static enum status rows_take(struct table *table)
{
    bool has_row = true;
    enum status status = head_check(table);
    while (status == OK && has_row) {
        status = csv_next(&table->csv, &has_row);
        if (status == OK && has_row)
            status = row_take(table);
    }
    if (status == OK && !table->count)
        status = fail(STATUS_BAD_INPUT, "%s: there is no row in it", table->csv.path);
    return status;
}

static struct span text_of(void *context, struct arena *arena, size_t index,
                           unsigned char out_record_id[CHAIN_ID_BYTES])
{
    const struct table *table = context;
    memcpy(out_record_id, table->list[index]->record_id, CHAIN_ID_BYTES);
    return audit_text_group_write(arena, &table->list[index]->group);
}

static enum status seal(struct table *table)
{
    struct operation *operation = table->operation;
    const struct access_note note = {
        .who = operation_who(operation),
        .what = "sealed groups",
        .about = span_format(operation->arena, "%zu for the audit", table->count)};
    const struct grouped *at = table->first;
    table->list = arena_array(&table->arena, const struct grouped *, table->count);
    for (size_t i = 0; i < table->count; i++, at = at->next)
        table->list[i] = at;
    return audit_paper_put(&operation->office, &operation->keys, AUDIT_PAPER_GROUPS,
                           text_of, table, table->count, note);
}

enum status audit_groups_run(struct operation *operation)
{
    const struct csv_limits limits = {ROW_BYTES, FIELDS_READ};
    struct table table = {.operation = operation};
    struct archive *archive;
    enum status status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = archive_count(archive, &table.most);
    if (status == OK)
        status = office_guarded(&operation->office,
                                ROOM_BYTES + table.most * PERSON_BYTES, &table.arena);
    table.last = &table.first;
    if (status == OK)
        status = csv_open(&table.arena, operation->values.files[0], limits, &table.csv);
    if (status == OK)
        status = rows_take(&table);
    if (status == OK)
        status = seal(&table);
    const size_t count = table.count;
    csv_close(&table.csv);
    arena_done(&table.arena);
    if (status == OK)
        operation_say(operation,
                      "Sealed for the auditors to which groups %zu belong; what was "
                      "sealed before has gone. No other key opens it. Delete the table.",
                      count);
    return status;
}
