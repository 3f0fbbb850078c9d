#include "app/desk/command/export/export_log.h"

#include "app/desk/office/log/access_log.h"
#include "base/clock.h"

static enum status row_add(void *context, const struct deed *deed)
{
    struct table *table = context;
    struct table_cell *cells = table_row(table);
    cells[0].number = (double)deed->number;
    cells[1].text = clock_date(table->arena, deed->time_s * 1000);
    cells[2].text = clock_time(table->arena, deed->time_s * 1000);
    cells[3].text = span_copy(table->arena, deed->who);
    cells[4].text = span_copy(table->arena, deed->what);
    cells[5].text = span_copy(table->arena, deed->about);
    cells[6].text = deed->signature.count ? SPAN("yes") : SPAN("no");
    return OK;
}

enum status export_log_rows(struct operation *operation, struct table *table)
{
    static const char *const columns[] = {"number", "day",   "time",  "who",
                                          "what",   "about", "signed"};
    struct access_log log;
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        table_column(table, span_of(columns[i]), i == 0);
    const enum status status = access_log_read(&operation->office, row_add, table, &log);
    if (status == OK && log.fault.count)
        office_tell(&operation->office, OFFICE_WARNING, "the log is not whole: %.*s",
                    SPAN_ARGS(log.fault));
    return status;
}
