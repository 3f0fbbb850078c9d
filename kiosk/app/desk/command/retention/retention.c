/* `resonance retention due|run|set|decided`: how long results are kept, whose time is over, and
 * the end of those. */
#include "app/desk/command/retention/retention_due.h"

#include "app/desk/command/ends/end_subject.h"
#include "app/desk/office/ends/ends_do.h"
#include "app/desk/office/trust/signed_settings.h"
#include "base/clock.h"
#include "base/json/canonical.h"

#include <string.h>

enum { PAGE_ROW_BYTES = 1024, PAGE_BYTES = 64 * 1024 };

static struct span day(struct arena *arena, int64_t unix_s)
{
    return clock_date(arena, unix_s * 1000);
}

static void due_row(const struct retention_result *result, struct page_block *table)
{
    struct arena *arena = table->arena;
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = day(arena, result->until_day_s);
    row->cells[1] = span_copy(arena, result->handle);
    row->cells[2] = span_copy(arena, result->vacancy);
    row->cells[3] = span_format(arena, "%s %.*s",
                                result->is_checkin   ? "check-in"
                                : result->is_decided ? "decided"
                                                     : "answered",
                                SPAN_ARGS(day(arena, result->from_day_s)));
    if (result->held)
        page_remark(table, row,
                    span_format(arena, "held since %.*s by %.*s: %.*s",
                                SPAN_ARGS(day(arena, result->held->unix_s)),
                                SPAN_ARGS(result->held->by),
                                SPAN_ARGS(result->held->why)));
}

/* What is not due, and why. */
static void say_rest(struct operation *operation, const struct retention_due *due)
{
    const size_t over = due->due_count + due->held_count;
    const size_t later = due->count - over - due->unset_count;
    if (later)
        operation_say(operation, "%zu more %s kept until later, the next until %.*s.",
                      later, later == 1 ? "is" : "are",
                      SPAN_ARGS(day(operation->arena, due->list[over].until_day_s)));
    if (due->unset_count)
        operation_say(operation,
                      "%zu %s no end, because nobody said how long %.*s is kept: "
                      "'resonance retention set VACANCY --days N'.",
                      due->unset_count, due->unset_count == 1 ? "has" : "have",
                      SPAN_ARGS(due->list[due->count - 1].vacancy));
}

static enum status due_say(struct operation *operation, const struct retention_due *due)
{
    static const struct page_column columns[] = {
        {"Over on", 0}, {"Result", 0}, {"Vacancy", 0}, {"From", 0}};
    struct page_block *table = NULL;
    const enum status status =
        operation_page_open(operation, PAGE_BYTES + due->count * PAGE_ROW_BYTES);
    if (status != OK)
        return status;
    operation_say(operation, "%zu result%s due.", due->due_count,
                  due->due_count == 1 ? " is" : "s are");
    if (due->held_count)
        operation_say(operation, "%zu more would be, but %s held.", due->held_count,
                      due->held_count == 1 ? "is" : "are");
    for (size_t i = 0; i < due->count; i++) {
        if (!is_retention_due_over(due, &due->list[i]))
            break;
        if (!table)
            table = page_add_table(&operation->page.head, "", columns, 4);
        due_row(&due->list[i], table);
    }
    say_rest(operation, due);
    return OK;
}

static enum status due_json(struct operation *operation, struct retention_due *due)
{
    struct canonical c = canonical_begin(operation->arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "results");
    for (size_t i = 0; i < due->count; i++) {
        const struct retention_result *result = &due->list[i];
        canonical_object(&c, NULL);
        canonical_text(&c, "from", day(operation->arena, result->from_day_s));
        canonical_text(&c, "handle", result->handle);
        canonical_flag(&c, "is_decided", result->is_decided);
        canonical_flag(&c, "is_due", is_retention_due(due, result));
        canonical_flag(&c, "is_held", result->held != NULL);
        if (result->until_day_s)
            canonical_text(&c, "until", day(operation->arena, result->until_day_s));
        else
            canonical_null(&c, "until");
        canonical_text(&c, "vacancy", result->vacancy);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

static enum status closed_tell(const struct retention_due *due)
{
    return due->closed_count
               ? fail(STATUS_DAMAGED,
                      "%zu result%s could not be opened, as named above; how long to "
                      "keep what was not opened is not known",
                      due->closed_count, due->closed_count == 1 ? "" : "s")
               : OK;
}

enum status retention_due_prepare(struct operation *operation)
{
    return operation_wants_result_keys(operation);
}

enum status retention_due_run(struct operation *operation)
{
    struct retention_due due = {0};
    enum status status = retention_due_find(operation, NULL, &due);
    if (status == OK) {
        operation_note(operation, "listed retention", SPAN(""));
        status = has_option(&operation->values, "json") ? due_json(operation, &due)
                                                        : due_say(operation, &due);
    }
    if (status == OK)
        status = closed_tell(&due);
    retention_due_close(&due);
    return status;
}

/* Who carries it out is named once, for all of them. */
enum status retention_run_prepare(struct operation *operation)
{
    struct span *by = arena_new(operation->arena, struct span);
    operation->state = by;
    enum status status = ends_do_check(&operation->office);
    if (status == OK)
        status = operation_name(operation, "an erasure", by);
    operation->wants.result_keys = true;
    operation->wants.signing_key = has_option(&operation->values, "yes");
    return status;
}

/* One change for all: signed together, swept once. */
static enum status due_erase(struct operation *operation, const struct retention_due *due)
{
    const struct span *by = operation->state;
    struct arena *arena = operation->arena;
    struct ends_act *acts = arena_array(arena, struct ends_act, due->due_count);
    unsigned char(*ids)[CHAIN_ID_BYTES] =
        arena_alloc(arena, due->due_count * sizeof *ids);
    size_t count = 0;
    for (size_t i = 0; i < due->count; i++) {
        const struct retention_result *result = &due->list[i];
        if (!is_retention_due(due, result))
            continue;
        acts[count] = (struct ends_act){.kind = ENDS_ERASURE,
                                        .ground = ENDS_RETENTION,
                                        .day_s = result->until_day_s,
                                        .by = *by};
        memcpy(acts[count].id, result->id, sizeof result->id);
        memcpy(ids[count++], result->id, sizeof *ids);
        operation_note(operation, "erased", result->handle);
    }
    const enum status status =
        ends_write(&operation->office, operation->signing_key.bytes, acts, count);
    return status == OK
               ? ends_do_erase(&operation->office,
                               (const unsigned char(*)[CHAIN_ID_BYTES])ids, count)
               : status;
}

static enum status due_end(struct operation *operation, struct retention_due *due)
{
    enum status status = due_say(operation, due);
    if (status != OK || !due->due_count)
        return status;
    if (!has_option(&operation->values, "yes"))
        return fail(STATUS_REFUSED,
                    "%zu result%s would be erased for ever; repeat with --yes",
                    due->due_count, due->due_count == 1 ? "" : "s");
    status = due_erase(operation, due);
    if (status == OK)
        operation_say(operation,
                      "Erased %zu. Their terminals erase their copies when they are "
                      "enrolled again. Bundles on sticks, written reports and backups "
                      "of this folder from before now still hold them: delete them.",
                      due->due_count);
    return status;
}

enum status retention_run_run(struct operation *operation)
{
    struct retention_due due = {0};
    enum status status = retention_due_find(operation, NULL, &due);
    if (status == OK)
        status = due_end(operation, &due);
    if (status == OK)
        status = closed_tell(&due);
    retention_due_close(&due);
    return status;
}

enum status retention_set_prepare(struct operation *operation)
{
    struct vacancy *vacancy;
    size_t days = 0;
    enum status status =
        options_count(&operation->values, "days", 1, VACANCY_KEEP_DAYS_MAX, &days);
    if (status == OK && !days)
        status = fail(STATUS_USAGE, "say how long: --days N");
    if (status == OK)
        status =
            office_vacancy(&operation->office, operation_word(operation, 0), &vacancy);
    if (status != OK)
        return status;
    vacancy->keep_days = (int64_t)days;
    operation->state = vacancy;
    operation->wants.signing_key = true;
    return OK;
}

enum status retention_set_run(struct operation *operation)
{
    const struct vacancy *vacancy = operation->state;
    const long long days = (long long)vacancy->keep_days;
    const enum status status =
        signed_settings_change(&operation->office, operation->signing_key.bytes,
                               office_name(&operation->office, "vacancies", vacancy->id),
                               vacancy_write(operation->arena, vacancy));
    if (status != OK)
        return status;
    operation_note(operation, "set retention", vacancy->id);
    operation_say(
        operation,
        "Results of %.*s are kept %lld day%s from the decision, or from the day "
        "they were answered where nothing was decided. Candidates read this "
        "sentence: \"%.*s\" It must not promise less time than that.",
        SPAN_ARGS(vacancy->id), days, days == 1 ? "" : "s",
        SPAN_ARGS(vacancy->retention));
    return OK;
}

enum status retention_decided_prepare(struct operation *operation)
{
    struct ends_act *act = arena_new(operation->arena, struct ends_act);
    struct end_subject subject;
    struct span by = {0};
    int64_t day_s = 0;
    operation->state = act;
    operation->wants.signing_key = true;
    enum status status = end_subject_find(operation, &subject);
    if (status == OK && subject.erased_day_s)
        status = fail(STATUS_REFUSED, "%.*s was erased%.*s", SPAN_ARGS(subject.handle),
                      SPAN_ARGS(end_subject_words(operation->arena, &subject)));
    if (status == OK)
        status = operation_name(operation, "a decision", &by);
    if (status == OK)
        status = end_subject_day(operation, &day_s);
    if (status != OK)
        return status;
    *act = end_subject_act(&subject, ENDS_DECISION, by);
    act->day_s = day_s;
    return OK;
}

enum status retention_decided_run(struct operation *operation)
{
    const struct ends_act *act = operation->state;
    const enum status status =
        ends_write(&operation->office, operation->signing_key.bytes, act, 1);
    if (status != OK)
        return status;
    operation_note(operation, "decided", operation_word(operation, 0));
    operation_say(operation, "The time of %.*s runs from %.*s, the day of the decision.",
                  SPAN_ARGS(operation_word(operation, 0)),
                  SPAN_ARGS(day(operation->arena, act->day_s)));
    return OK;
}
