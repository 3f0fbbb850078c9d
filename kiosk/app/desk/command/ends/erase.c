/* `resonance erase REFERENCE`: the end of one result. What is held is locked away instead: a
 * duty to keep goes before a wish to erase, and the person is told. */
#include "app/desk/command/ends/end_subject.h"
#include "app/desk/command/ends/receipt.h"

#include "app/desk/office/ends/ends_do.h"
#include "app/desk/office/trust/roll.h"
#include "base/clock.h"
#include "base/json/canonical.h"
#include "store/ended.h"

struct erasing {
    struct end_subject subject;
    bool is_erased; /* it was before */
    struct ends_act act;
};

static bool is_held(const struct end_subject *subject)
{
    return subject->end && subject->end->held.number;
}

static bool is_restricted(const struct end_subject *subject)
{
    return subject->end && subject->end->restricted.number;
}

/* All that is left then is to say so. What archive.db alone says counts in a folder from before
 * anything was signed for: elsewhere whoever can write to it would have erased somebody. */
static enum status erased_look(struct operation *operation,
                               const struct end_subject *subject, bool *out_is_erased)
{
    const struct roll *roll;
    const enum status status = roll_read(&operation->office, &roll);
    if (status == OK)
        *out_is_erased =
            (subject->end && subject->end->erased.number) ||
            (roll->is_missing && subject->erased_day_s && !is_restricted(subject));
    return status;
}

/* The duty to keep: only the person's own wish is noted meanwhile. */
static enum status held_refuse(struct operation *operation, const struct erasing *erasing)
{
    const struct ends_step *held = &erasing->subject.end->held;
    const struct span handle = erasing->subject.handle;
    if (erasing->act.ground != ENDS_ASKED)
        return fail(STATUS_REFUSED,
                    "%.*s is held since %.*s by %.*s: %.*s; 'resonance hold %.*s "
                    "--release' comes first",
                    SPAN_ARGS(handle),
                    SPAN_ARGS(clock_date(operation->arena, held->unix_s * 1000)),
                    SPAN_ARGS(held->by), SPAN_ARGS(held->why), SPAN_ARGS(handle));
    return is_restricted(&erasing->subject)
               ? fail(
                     STATUS_EXISTS,
                     "%.*s was asked to be erased on %.*s already: it is locked away "
                     "until its hold is released",
                     SPAN_ARGS(handle),
                     SPAN_ARGS(clock_date(operation->arena,
                                          erasing->subject.end->restricted.day_s * 1000)))
               : OK;
}

static enum status act_take(struct operation *operation, struct erasing *erasing)
{
    struct span by = {0};
    int64_t day_s = 0;
    enum ends_ground ground = ENDS_ASKED;
    enum status status =
        ends_format_ground(span_of(options_text(&operation->values, "ground")), &ground);
    if (status == OK)
        status = operation_name(operation, "an erasure", &by);
    if (status == OK)
        status = end_subject_day(operation, &day_s);
    if (status == OK)
        status = receipt_check(operation, "receipt");
    if (status != OK)
        return status;
    erasing->act =
        end_subject_act(&erasing->subject,
                        is_held(&erasing->subject) ? ENDS_RESTRICTION : ENDS_ERASURE, by);
    erasing->act.ground = ground;
    erasing->act.day_s = day_s;
    return is_held(&erasing->subject) ? held_refuse(operation, erasing) : OK;
}

static void say_before(struct operation *operation, const struct erasing *erasing)
{
    const struct end_subject *subject = &erasing->subject;
    if (is_held(subject))
        operation_say(
            operation,
            "%.*s is held (%.*s), so it is not erased now. It would be locked away: "
            "only the recovery sheet opens it, and it is erased when the hold is "
            "released.",
            SPAN_ARGS(subject->handle), SPAN_ARGS(subject->end->held.why));
    else
        operation_say(operation,
                      "%.*s, number %lld in order of arrival, would be erased for ever, "
                      "on the ground %s, by %.*s.",
                      SPAN_ARGS(subject->handle), (long long)subject->place,
                      ends_format_grounds[erasing->act.ground],
                      SPAN_ARGS(erasing->act.by));
}

/* Nothing more is signed for it: only a receipt needs the key. */
static enum status before_prepare(struct operation *operation,
                                  const struct end_subject *subject)
{
    if (!has_option(&operation->values, "receipt"))
        return OK;
    operation->wants.signing_key = true;
    const enum status status = receipt_check(operation, "receipt");
    return status == OK ? receipt_over_check(subject) : status;
}

enum status erase_prepare(struct operation *operation)
{
    struct erasing *erasing = arena_new(operation->arena, struct erasing);
    const bool is_again = has_option(&operation->values, "again");
    operation->state = erasing;
    if (is_again != !operation->values.file_count)
        return fail(STATUS_USAGE, "name one result, or say --again");
    enum status status = options_one_of(&operation->values, "json receipt again");
    if (status == OK)
        status = ends_do_check(&operation->office);
    if (status == OK && !is_again)
        status = end_subject_find(operation, &erasing->subject);
    if (status != OK || is_again)
        return status;
    status = erased_look(operation, &erasing->subject, &erasing->is_erased);
    if (status != OK)
        return status;
    if (erasing->is_erased)
        return before_prepare(operation, &erasing->subject);
    status = act_take(operation, erasing);
    if (status != OK)
        return status;
    operation->wants.signing_key = true;
    if (has_option(&operation->values, "yes"))
        return OK;
    say_before(operation, erasing);
    operation->wants.question =
        is_held(&erasing->subject) ? "Lock it away?" : "Erase it?";
    operation->wants.answer_by = "--yes";
    return OK;
}

/* How it stands now, as it is signed for; what an earlier version erased has no row. */
static enum status json_put(struct operation *operation,
                            const struct end_subject *subject)
{
    struct canonical c = canonical_begin(operation->arena);
    const struct ends *ends;
    const enum status status = ends_read(&operation->office, &ends);
    if (status != OK)
        return status;
    const struct end known = {0}, *found = ends_find(ends, subject->id),
                     *end = found ? found : &known;
    const bool is_locked = is_ends_over(end) && !end->erased.number;
    const struct ends_step *step = is_locked ? &end->restricted : &end->erased;
    canonical_object(&c, NULL);
    canonical_text(&c, "by", step->by);
    canonical_text(&c, "day",
                   step->number ? clock_date(operation->arena, step->day_s * 1000)
                                : SPAN(""));
    canonical_text(&c, "ground",
                   step->number ? span_of(ends_format_grounds[end->ground]) : SPAN(""));
    canonical_text(&c, "handle", subject->handle);
    canonical_flag(&c, "is_locked_away", is_locked);
    canonical_whole(&c, "row", (int64_t)step->number);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

static bool is_json(const struct operation *operation)
{
    return has_option(&operation->values, "json");
}

/* What was signed and not done, as after a power cut or when an older archive was put back. */
static enum status again(struct operation *operation)
{
    size_t count = 0;
    const enum status status = ends_do_again(&operation->office, &count);
    if (status != OK)
        return status;
    if (count)
        operation_note(operation, "erased again", SPAN(""));
    operation_say(operation,
                  count ? "Carried out again what was signed, for %zu result%s that had "
                          "come back."
                        : "Nothing had come back: all that was signed is carried out.",
                  count, count == 1 ? "" : "s");
    return OK;
}

/* The file may not have been swept the first time. The log tells of it where something was
 * there. */
static enum status before(struct operation *operation, const struct end_subject *subject)
{
    bool is_there = false;
    size_t count = 0;
    enum status status =
        ended_is_there(operation->office.archive, subject->id, &is_there);
    if (status == OK)
        status = ends_do_again(&operation->office, &count);
    if (status == OK)
        status = ends_do_erase(&operation->office, &subject->id, 1);
    if (status != OK)
        return status;
    if (is_there || count)
        operation_note(operation, "erased again", subject->handle);
    if (is_json(operation))
        return json_put(operation, subject);
    operation_say(operation, "%.*s was erased already%.*s.", SPAN_ARGS(subject->handle),
                  SPAN_ARGS(end_subject_words(operation->arena, subject)));
    if (!subject->end || !subject->end->erased.number)
        operation_say(operation,
                      "Nothing is signed for it: it was erased when a profile was "
                      "frozen, or by an earlier version.");
    return OK;
}

static enum status restrict_do(struct operation *operation, const struct erasing *erasing)
{
    const struct end_subject *subject = &erasing->subject;
    operation_note(operation, "locked away", subject->handle);
    const enum status status = ends_do_restrict(&operation->office, subject->id);
    if (status != OK || is_json(operation))
        return status == OK ? json_put(operation, subject) : status;
    operation_say(operation,
                  "%.*s is held, so it was not erased. It is locked away: nobody sees it "
                  "any more, only the recovery sheet opens it, and it is erased when "
                  "the hold is released. Tell the person: 'resonance receipt %.*s --out "
                  "FILE' is the page for that.",
                  SPAN_ARGS(subject->handle), SPAN_ARGS(subject->handle));
    end_subject_say_left(operation, subject);
    return OK;
}

static enum status erase_do(struct operation *operation, const struct erasing *erasing)
{
    const struct end_subject *subject = &erasing->subject;
    operation_note(operation, "erased", subject->handle);
    const enum status status = ends_do_erase(&operation->office, &subject->id, 1);
    if (status != OK || is_json(operation))
        return status == OK ? json_put(operation, subject) : status;
    operation_say(operation,
                  "Erased %.*s (%s, by %.*s). Its signed header stays, and a signed row "
                  "in ends.jsonl.",
                  SPAN_ARGS(subject->handle), ends_format_grounds[erasing->act.ground],
                  SPAN_ARGS(erasing->act.by));
    end_subject_say_left(operation, subject);
    if (!has_option(&operation->values, "receipt"))
        operation_say(operation, "For the person: 'resonance receipt %.*s --out FILE'.",
                      SPAN_ARGS(subject->handle));
    return OK;
}

static enum status end_do(struct operation *operation, const struct erasing *erasing)
{
    const enum status status =
        ends_write(&operation->office, operation->signing_key.bytes, &erasing->act, 1);
    if (status != OK)
        return status;
    return erasing->act.kind == ENDS_RESTRICTION ? restrict_do(operation, erasing)
                                                 : erase_do(operation, erasing);
}

enum status erase_run(struct operation *operation)
{
    const struct erasing *erasing = operation->state;
    if (has_option(&operation->values, "again"))
        return again(operation);
    const enum status status = erasing->is_erased ? before(operation, &erasing->subject)
                                                  : end_do(operation, erasing);
    return status == OK && has_option(&operation->values, "receipt")
               ? receipt_write(operation, &erasing->subject,
                               options_text(&operation->values, "receipt"))
               : status;
}
