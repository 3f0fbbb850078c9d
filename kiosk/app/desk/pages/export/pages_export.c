/* Tables for other programs: what there is, and each as a file. */
#include "app/desk/command/export/export.h"
#include "app/desk/pages/pages_turn.h"
#include "base/words.h"

enum { HTTP_OK = 200 };

static void table_ways_add(struct pages_turn *turn, const struct export_table *table)
{
    struct page_section *section = page_section(&turn->page, PAGE_BOX, table->name, "");
    page_add_text(section, WS(table->words));
    struct page_block *ways = page_add_ways(section);
    for (size_t i = 0; export_format_at(i); i++)
        page_way_add(
            turn->arena, &ways->ways, PAGE_WAY_LINK,
            span_format(turn->arena, "%s.%s", table->name, export_format_at(i)->name),
            span_format(turn->arena, "/export/%s.%s", table->name,
                        export_format_at(i)->name));
}

enum status pages_exports(struct pages_turn *turn)
{
    pages_turn_begin(turn, WS("Tables to take"));
    if (has_pages_turn_role(turn, "o a"))
        pages_turn_crumb(turn, WS("Audit"), SPAN("/audit"));
    pages_turn_crumb(turn, turn->page.title, SPAN(""));
    page_add_text(
        &turn->page.head,
        WS("A table leaves the sealed archive. That you took it is written to the "
           "log. Nobody is put in order in it."));
    for (size_t i = 0; export_table_at(i); i++)
        table_ways_add(turn, export_table_at(i));
    return OK;
}

/* "people.csv" */
static const struct export_table *table_of(struct span name,
                                           const struct export_format **out_format)
{
    struct span table = {0};
    if (!span_next(&name, '.', &table))
        return NULL;
    *out_format = export_format_find(name);
    return *out_format ? export_table_find(table) : NULL;
}

enum status pages_export(struct pages_turn *turn)
{
    const struct export_format *format = NULL;
    const struct export_table *table = table_of(turn->parts[0], &format);
    struct span bytes;
    if (!table)
        return fail(STATUS_NOT_FOUND, "there is no such table");
    turn->operation->values = (struct options){0};
    const enum status status = export_make(turn->operation, table, format, &bytes);
    if (status != OK)
        return status;
    *turn->answer = (struct pages_answer){
        .http_status = HTTP_OK,
        .type = span_of(format->type),
        .body = span_copy(turn->arena, bytes),
        .download = turn->parts[0],
    };
    return OK;
}
