/* `resonance decide`: what a person decided and why; the history of it; the letter. */
#include "app/desk/command/interview/interview_open.h"
#include "app/desk/command/report_person.h"
#include "app/desk/office/interview/decision.h"

#include "base/clock.h"
#include "base/json/canonical.h"
#include "report/guide/letter_page.h"

#include <string.h>

enum { SHOWN_BYTES = 4 << 20 };

/* What is asked for: a new decision, the letter, or what was decided so far. */
struct deciding {
    struct interview_decision decision;
    bool is_new, is_letter, is_html, is_json;
    struct chronicle_about about;
    struct report_facts facts;
    struct interview_decision *list;
    size_t count;
};

static enum status new_prepare(struct operation *operation, struct deciding *deciding)
{
    const struct options *values = &operation->values;
    const char *outcome = options_text(values, "as");
    const char *reason = options_text(values, "reason");
    struct interview_decision *decision = &deciding->decision;
    enum status status = interview_decision_outcome(span_of(outcome), &decision->outcome);
    if (status == OK)
        status = operation_name(operation, "a decision", &decision->by);
    if (status == OK && !reason)
        return fail(STATUS_USAGE, "a decision has its reason: --reason TEXT");
    if (status == OK && !has_option(values, "not-the-figure"))
        return fail(STATUS_USAGE, "say that the figure of the program is not the reason: "
                                  "--not-the-figure");
    if (status != OK)
        return status;
    decision->reason = span_trim(span_of(reason));
    return interview_reason_check(decision->reason);
}

/* What is asked for beside a new decision. */
static enum status wish_prepare(const struct options *values, struct deciding *deciding)
{
    const char *format = options_text(values, "format");
    deciding->is_letter = has_option(values, "letter");
    deciding->is_json = has_option(values, "json");
    deciding->is_html = format && strcmp(format, "html") == 0;
    if (format && !deciding->is_html && strcmp(format, "txt") != 0)
        return fail(STATUS_USAGE, "--format is txt or html");
    if (deciding->is_json && deciding->is_letter)
        return fail(STATUS_USAGE, "a letter is for people: --format txt or html");
    if (deciding->is_new && deciding->is_letter)
        return fail(STATUS_USAGE, "decide first, and then ask for the letter");
    return OK;
}

enum status decide_prepare(struct operation *operation)
{
    const struct options *values = &operation->values;
    struct deciding *deciding = arena_new(operation->arena, struct deciding);
    operation->state = deciding;
    deciding->is_new = has_option(values, "as");
    enum status status = wish_prepare(values, deciding);
    if (status == OK && !deciding->is_new &&
        (has_option(values, "reason") || has_option(values, "by")))
        status =
            fail(STATUS_USAGE, "name the decision: --as offer|next|decline|withdrawn");
    if (status == OK && deciding->is_new)
        status = new_prepare(operation, deciding);
    return status == OK ? operation_wants_result_keys(operation) : status;
}

/* Of a vacancy that tries the form out, nothing is decided. */
static enum status vacancy_check(struct operation *operation, struct span vacancy)
{
    struct vacancy *found;
    if (!vacancy.count || office_vacancy(&operation->office, vacancy, &found) != OK ||
        !found->is_pilot)
        return OK;
    return fail(STATUS_REFUSED,
                "people of \"%.*s\" try the questions out; nothing is "
                "decided about them",
                SPAN_ARGS(found->title));
}

static enum status person_open(struct operation *operation, struct deciding *deciding)
{
    struct record *record;
    enum status status = report_person(operation, false, &record, &deciding->facts);
    if (status == OK)
        status =
            report_person_about(operation, record, &deciding->facts, &deciding->about);
    return status == OK ? vacancy_check(operation, deciding->about.vacancy) : status;
}

static enum status letter_put(struct operation *operation, struct deciding *deciding)
{
    const struct organization *organization = operation->office.organization;
    struct arena *arena = &operation->shown;
    if (!deciding->count)
        return fail(STATUS_NOT_FOUND, "nothing is decided about %.*s yet",
                    SPAN_ARGS(deciding->about.reference));
    const struct letter_page_facts facts = {
        .organization = organization->name,
        .vacancy = deciding->facts.vacancy_title,
        .contact = organization->contact,
        .retention = organization->retention,
        .reference = deciding->about.reference,
        .receipt = deciding->facts.receipt,
    };
    const struct page page =
        letter_page(arena, &deciding->list[deciding->count - 1], &facts);
    const enum status status =
        operation_note_people(operation, "letter made", deciding->about.reference,
                              is_operation_given(operation));
    return status == OK ? operation_put(operation,
                                        deciding->is_html ? page_html(arena, &page)
                                                          : page_plain(arena, &page),
                                        0600)
                        : status;
}

static void history_say(struct operation *operation, const struct deciding *deciding)
{
    struct arena *arena = &operation->shown;
    if (!deciding->count)
        operation_say(operation, "Nothing is decided about %.*s yet.",
                      SPAN_ARGS(deciding->about.reference));
    for (size_t i = 0; i < deciding->count; i++) {
        const struct interview_decision *at = &deciding->list[i];
        operation_say(operation, "%.*s  %s, by %.*s (%.*s): %.*s",
                      SPAN_ARGS(clock_date(arena, at->time_s * 1000)),
                      interview_decision_word(at->outcome), SPAN_ARGS(at->by),
                      SPAN_ARGS(at->who), SPAN_ARGS(at->reason));
    }
}

static enum status history_json(struct operation *operation,
                                const struct deciding *deciding)
{
    struct canonical c = canonical_begin(&operation->shown);
    canonical_object(&c, NULL);
    canonical_list(&c, "decisions");
    for (size_t i = 0; i < deciding->count; i++) {
        const struct interview_decision *at = &deciding->list[i];
        canonical_object(&c, NULL);
        canonical_text(&c, "by", at->by);
        canonical_text(&c, "decision", span_of(interview_decision_word(at->outcome)));
        canonical_text(&c, "reason", at->reason);
        canonical_whole(&c, "time", at->time_s);
        canonical_text(&c, "who", at->who);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_text(&c, "reference", deciding->about.reference);
    canonical_end(&c);
    return operation_json(operation, canonical_bytes(&c));
}

enum status decide_run(struct operation *operation)
{
    struct deciding *deciding = operation->state;
    struct arena *arena = &operation->shown;
    enum status status = operation_page_open(operation, SHOWN_BYTES);
    if (status == OK)
        status = person_open(operation, deciding);
    if (status == OK && deciding->is_new)
        status =
            decision_put(arena, &operation->office, &deciding->about, &operation->keys,
                         &deciding->decision, interview_open_note(operation));
    if (status == OK)
        status = decision_list(arena, &operation->office, &deciding->about,
                               &operation->keys, &deciding->list, &deciding->count);
    if (status != OK)
        return status;
    if (deciding->is_letter)
        return letter_put(operation, deciding);
    if (!deciding->is_new)
        status =
            operation_note_people(operation, "decision read", deciding->about.reference,
                                  is_operation_given(operation));
    if (status == OK && deciding->is_json)
        return history_json(operation, deciding);
    if (status == OK)
        history_say(operation, deciding);
    return status;
}
