/* `resonance hold`: what must not be erased meanwhile, why and by whom; --release ends it, and then
 * what was asked to be erased is. */
#include "app/desk/command/ends/end_subject.h"

#include "app/common/handle.h"
#include "app/desk/office/ends/ends_do.h"
#include "base/clock.h"
#include "base/json/canonical.h"
#include "store/ended.h"

enum { LIST_BYTES = 1 << 20, ACTS_MAX = 2 };

struct holding {
    struct end_subject subject;
    struct ends_act acts[ACTS_MAX];
    size_t act_count;
};

static struct span day(struct arena *arena, int64_t unix_s)
{
    return clock_date(arena, unix_s * 1000);
}

static enum status content_check(struct operation *operation,
                                 const struct end_subject *subject)
{
    bool is_there = false;
    const enum status status =
        ended_is_there(operation->office.archive, subject->id, &is_there);
    return status != OK || is_there
               ? status
               : fail(STATUS_REFUSED,
                      "%.*s has no content here, so there is nothing to hold",
                      SPAN_ARGS(subject->handle));
}

static enum status held_check(struct operation *operation,
                              const struct end_subject *subject, bool is_release)
{
    const struct ends_step *held = subject->end ? &subject->end->held : NULL;
    if (subject->end && subject->end->erased.number)
        return fail(STATUS_REFUSED, "%.*s was erased%.*s: nothing is left to hold",
                    SPAN_ARGS(subject->handle),
                    SPAN_ARGS(end_subject_words(operation->arena, subject)));
    if (is_release && !(held && held->number))
        return fail(STATUS_REFUSED, "%.*s is not held", SPAN_ARGS(subject->handle));
    if (is_release)
        return OK;
    if (!(held && held->number))
        return content_check(operation, subject);
    return fail(STATUS_EXISTS, "%.*s is held already, since %.*s by %.*s: %.*s",
                SPAN_ARGS(subject->handle),
                SPAN_ARGS(day(operation->arena, held->unix_s)), SPAN_ARGS(held->by),
                SPAN_ARGS(held->why));
}

/* The duty has ended: what the person asked for meanwhile is done. */
static void release_take(struct operation *operation, struct holding *holding)
{
    const struct end *end = holding->subject.end;
    if (!end->restricted.number)
        return;
    struct ends_act *erasure = &holding->acts[holding->act_count++];
    *erasure = end_subject_act(&holding->subject, ENDS_ERASURE, holding->acts[0].by);
    erasure->ground = ENDS_ASKED;
    erasure->day_s = end->restricted.day_s;
    if (has_option(&operation->values, "yes"))
        return;
    operation_say(operation,
                  "The erasure of %.*s was asked for on %.*s: when its hold is released, "
                  "it is erased for ever.",
                  SPAN_ARGS(holding->subject.handle),
                  SPAN_ARGS(day(operation->arena, end->restricted.day_s)));
    operation->wants.question = "Release and erase it?";
    operation->wants.answer_by = "--yes";
}

static enum status one_prepare(struct operation *operation, struct holding *holding)
{
    const bool is_release = has_option(&operation->values, "release");
    struct span by = {0}, why = {0};
    enum status status = ends_do_check(&operation->office);
    if (status == OK)
        status = end_subject_find(operation, &holding->subject);
    if (status == OK)
        status = held_check(operation, &holding->subject, is_release);
    if (status == OK)
        status = end_subject_why(operation, is_release ? "a release" : "a hold", &why);
    if (status == OK)
        status = operation_name(operation, is_release ? "a release" : "a hold", &by);
    if (status != OK)
        return status;
    holding->acts[0] =
        end_subject_act(&holding->subject, is_release ? ENDS_RELEASE : ENDS_HOLD, by);
    holding->acts[0].why = why;
    holding->act_count = 1;
    operation->wants.signing_key = true;
    if (is_release)
        release_take(operation, holding);
    return OK;
}

enum status hold_prepare(struct operation *operation)
{
    const struct options *values = &operation->values;
    struct holding *holding = arena_new(operation->arena, struct holding);
    operation->state = holding;
    if (values->file_count)
        return one_prepare(operation, holding);
    return has_option(values, "reason") || has_option(values, "by") ||
                   has_option(values, "release")
               ? fail(STATUS_USAGE, "name the result that is to be held or released")
               : OK;
}

static enum status list_json(struct operation *operation, const struct ends *ends)
{
    struct arena *arena = operation->arena;
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "held");
    for (size_t i = 0; i < ends->count; i++) {
        const struct end *end = &ends->list[i];
        if (!end->held.number)
            continue;
        canonical_object(&c, NULL);
        canonical_text(&c, "by", end->held.by);
        canonical_text(&c, "handle", handle_text(arena, end->id));
        canonical_flag(&c, "is_locked_away", end->restricted.number != 0);
        canonical_text(&c, "reason", end->held.why);
        canonical_text(&c, "since", day(arena, end->held.unix_s));
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

static void row_add(struct arena *arena, struct page_block *table, const struct end *end)
{
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = handle_text(arena, end->id);
    row->cells[1] = day(arena, end->held.unix_s);
    row->cells[2] = end->held.by;
    row->cells[3] = end->held.why;
    if (end->restricted.number)
        page_remark(table, row,
                    span_format(arena,
                                "its erasure was asked for on %.*s: it is locked away, "
                                "and erased when this is released",
                                SPAN_ARGS(day(arena, end->restricted.day_s))));
}

static enum status list_say(struct operation *operation, const struct ends *ends)
{
    static const struct page_column columns[] = {
        {"Result", 0}, {"Since", 0}, {"By", 0}, {"Reason", 0}};
    struct page_block *table = NULL;
    const enum status status = operation_page_open(operation, LIST_BYTES);
    for (size_t i = 0; i < ends->count && status == OK; i++) {
        if (!ends->list[i].held.number)
            continue;
        if (!table)
            table = page_add_table(&operation->page.head, "", columns, 4);
        row_add(operation->arena, table, &ends->list[i]);
    }
    if (status == OK && !table)
        operation_say(operation, "Nothing is held.");
    return status;
}

static enum status list(struct operation *operation)
{
    const struct ends *ends;
    struct archive *archive;
    enum status status = office_archive(&operation->office, &archive);
    if (status == OK)
        status = ends_read(&operation->office, &ends);
    if (status != OK)
        return status;
    return has_option(&operation->values, "json") ? list_json(operation, ends)
                                                  : list_say(operation, ends);
}

static enum status released(struct operation *operation, const struct holding *holding)
{
    const struct end_subject *subject = &holding->subject;
    operation_note(operation, "released", subject->handle);
    if (holding->act_count == 1) {
        operation_say(operation, "Released %.*s. Its time runs on as before.",
                      SPAN_ARGS(subject->handle));
        return OK;
    }
    operation_note(operation, "erased", subject->handle);
    const enum status status = ends_do_erase(&operation->office, &subject->id, 1);
    if (status != OK)
        return status;
    operation_say(operation,
                  "Released %.*s, and erased it, as its person had asked. For the "
                  "person: 'resonance receipt %.*s --out FILE'.",
                  SPAN_ARGS(subject->handle), SPAN_ARGS(subject->handle));
    end_subject_say_left(operation, subject);
    return OK;
}

enum status hold_run(struct operation *operation)
{
    const struct holding *holding = operation->state;
    if (!operation->values.file_count)
        return list(operation);
    const enum status status =
        ends_write(&operation->office, operation->signing_key.bytes, holding->acts,
                   holding->act_count);
    if (status != OK)
        return status;
    if (holding->acts[0].kind == ENDS_RELEASE)
        return released(operation, holding);
    operation_note(operation, "held", holding->subject.handle);
    operation_say(operation,
                  "%.*s is held: it is not erased, whatever its time says, until "
                  "'resonance hold %.*s --release'.",
                  SPAN_ARGS(holding->subject.handle), SPAN_ARGS(holding->subject.handle));
    return OK;
}
