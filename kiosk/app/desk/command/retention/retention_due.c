#include "app/desk/command/retention/retention_due.h"

#include "app/desk/office/after/checkin.h"
#include "app/desk/office/interview/decision.h"
#include "base/clock.h"

#include <stdlib.h>
#include <string.h>

enum { ROW_BYTES = 512, ROOM_BYTES = 64 * 1024, DAY_S = 24 * 3600 };

struct clocks {
    struct operation *operation;
    struct retention_due *due;
    const struct ends *ends;
    struct span vacancy; /* that is asked for; empty: all */
    struct vacancy **vacancies;
    size_t vacancy_count;
};

static int64_t keep_days(const struct clocks *clocks, struct span vacancy)
{
    for (size_t i = 0; i < clocks->vacancy_count; i++)
        if (is_span_equal(clocks->vacancies[i]->id, vacancy))
            return clocks->vacancies[i]->keep_days;
    return 0;
}

bool is_retention_due_over(const struct retention_due *due,
                           const struct retention_result *result)
{
    return result->until_day_s && result->until_day_s <= due->today_s;
}

bool is_retention_due(const struct retention_due *due,
                      const struct retention_result *result)
{
    return is_retention_due_over(due, result) && !result->held;
}

static void take(struct clocks *clocks, const struct people_row *row, bool is_checkin)
{
    struct retention_due *due = clocks->due;
    const struct end *end = ends_find(clocks->ends, row->record_id);
    if (clocks->vacancy.count && !is_span_equal(clocks->vacancy, row->vacancy))
        return;
    const int64_t answered_day_s = archive_day(row->time_s);
    const bool is_said =
        end && end->decided.number && end->decided.day_s >= answered_day_s;
    struct retention_result *result = &due->list[due->count++];
    *result = (struct retention_result){
        .handle = span_copy(&due->arena, row->handle),
        .long_handle = span_copy(&due->arena, row->long_handle),
        .vacancy = span_copy(&due->arena, row->vacancy),
        .from_day_s = answered_day_s,
        .decided_day_s = is_said ? end->decided.day_s : 0,
        .said_s = is_said ? end->decided.unix_s : 0,
        .held = end && end->held.number ? &end->held : NULL,
        .is_checkin = is_checkin,
    };
    memcpy(result->id, row->record_id, sizeof result->id);
}

static int by_handle(const void *a, const void *b)
{
    const struct retention_result *left = a, *right = b;
    return span_order(left->long_handle, right->long_handle);
}

static enum status on_deed(void *context, const struct deed *deed)
{
    const struct retention_due *due = context;
    struct retention_result asked, *found;
    if (!is_chronicle_deed(&decision_kind, deed, &asked.long_handle))
        return OK;
    found = bsearch(&asked, due->list, due->count, sizeof asked, by_handle);
    if (found && deed->time_s >= found->said_s) {
        found->decided_day_s = archive_day(deed->time_s);
        found->said_s = deed->time_s;
    }
    return OK;
}

/* The days of decisions kept here: one way through the log for all results. */
static enum status decided_read(struct clocks *clocks)
{
    struct retention_due *due = clocks->due;
    struct archive *archive;
    qsort(due->list, due->count, sizeof *due->list, by_handle);
    const enum status status = office_archive(&clocks->operation->office, &archive);
    return status == OK ? deeds_list(archive, on_deed, due) : status;
}

static void settle(const struct clocks *clocks, struct retention_result *result)
{
    struct retention_due *due = clocks->due;
    const struct office *office = &clocks->operation->office;
    const int64_t days = result->is_checkin
                             ? checkin_keep_days(office->organization->checkin_months)
                             : keep_days(clocks, result->vacancy);
    result->is_decided = result->decided_day_s >= result->from_day_s;
    if (result->is_decided)
        result->from_day_s = result->decided_day_s;
    if (days)
        result->until_day_s = result->from_day_s + days * DAY_S;
    const bool is_over = is_retention_due_over(due, result);
    due->due_count += is_over && !result->held;
    due->held_count += is_over && result->held;
    due->unset_count += !result->until_day_s;
}

static int by_end(const void *a, const void *b)
{
    const struct retention_result *left = a, *right = b;
    const int64_t one = left->until_day_s ? left->until_day_s : INT64_MAX;
    const int64_t other = right->until_day_s ? right->until_day_s : INT64_MAX;
    const int order = (one > other) - (one < other);
    return order ? order : memcmp(left->id, right->id, sizeof left->id);
}

static enum status vacancies_read(struct clocks *clocks)
{
    struct office *office = &clocks->operation->office;
    struct span *names;
    size_t count;
    enum status status = office_names(office, "vacancies", &names, &count);
    if (status == OK)
        clocks->vacancies = arena_array(&office->arena, struct vacancy *, count);
    for (size_t i = 0; status == OK && i < count; i++)
        status =
            office_vacancy(office, names[i], &clocks->vacancies[clocks->vacancy_count++]);
    return status;
}

static enum status clocks_read(struct clocks *clocks, const struct people *people)
{
    struct office *office = &clocks->operation->office;
    struct retention_due *due = clocks->due;
    const size_t most = people->count + people->checkin_count;
    enum status status =
        office_guarded(office, ROOM_BYTES + most * ROW_BYTES, &due->arena);
    if (status == OK)
        status = ends_read(office, &clocks->ends);
    if (status != OK)
        return status;
    due->list = arena_array(&due->arena, struct retention_result, most);
    due->closed_count = people->closed_count;
    for (size_t i = 0; i < people->count; i++)
        take(clocks, &people->rows[i], false);
    for (size_t i = 0; i < people->checkin_count; i++)
        take(clocks, &people->checkins[i], true);
    status = decided_read(clocks);
    for (size_t i = 0; status == OK && i < due->count; i++)
        settle(clocks, &due->list[i]);
    return status;
}

/* All results are opened for it, where nobody has before. */
static enum status people_take(struct clocks *clocks, const struct people *known)
{
    struct people people = {0};
    if (known)
        return clocks_read(clocks, known);
    enum status status = operation_reader_open(clocks->operation, 0);
    if (status == OK)
        status = people_read(&clocks->operation->reader, SPAN(""), &people);
    if (status == OK)
        status = clocks_read(clocks, &people);
    people_close(&people);
    return status;
}

enum status retention_due_find(struct operation *operation, const struct people *people,
                               struct retention_due *due)
{
    struct clocks clocks = {
        .operation = operation,
        .due = due,
        .vacancy = span_of(options_text(&operation->values, "vacancy")),
    };
    struct vacancy *asked;
    *due = (struct retention_due){.today_s = archive_day(clock_now().unix_ms / 1000)};
    enum status status = clocks.vacancy.count
                             ? office_vacancy(&operation->office, clocks.vacancy, &asked)
                             : OK;
    if (status == OK)
        status = vacancies_read(&clocks);
    if (status == OK)
        status = people_take(&clocks, people);
    if (status == OK)
        qsort(due->list, due->count, sizeof *due->list, by_end);
    return status;
}

void retention_due_close(struct retention_due *due)
{
    arena_done(&due->arena);
}
