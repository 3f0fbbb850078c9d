#include "app/desk/command/after/plan_made.h"

#include "app/common/pdf.h"
#include "app/desk/command/interview/interview_open.h"

enum { SHOWN_BYTES = (8 << 20) + 2 * PDF_BYTES_MAX };

static enum status offer_find(struct operation *operation, struct plan_made *made)
{
    struct interview_decision *list;
    size_t count = 0;
    const enum status status =
        decision_list(&operation->shown, &operation->office, &made->about,
                      &operation->keys, &list, &count);
    if (status != OK)
        return status;
    if (!count || list[count - 1].outcome != INTERVIEW_OFFER)
        return fail(STATUS_REFUSED,
                    "a plan is for somebody who was offered the work; nobody has "
                    "written down yet that %.*s was",
                    SPAN_ARGS(made->facts.handle));
    made->offer = list[count - 1];
    return OK;
}

enum status plan_made_open(struct operation *operation, struct plan_made *out_made)
{
    struct arena *arena = &operation->shown;
    struct plan_made made = {0};
    struct record *record;
    struct chronicle_log log;
    enum status status = operation_page_open(operation, SHOWN_BYTES);
    if (status == OK)
        status = report_person(operation, false, &record, &made.facts);
    if (status == OK)
        status = report_person_about(operation, record, &made.facts, &made.about);
    if (status == OK)
        status = offer_find(operation, &made);
    if (status == OK)
        status = chronicle_log_read(arena, &operation->office, &plan_kept_kind, &log);
    if (status == OK)
        status = plan_kept_read(arena, &operation->office, &made.about, &operation->keys,
                                &log, &made.plan);
    if (status != OK)
        return status;
    const struct report_source source =
        report_source_of(arena, record, &made.facts, operation->page.language);
    made.wish = plan_wish_of(&source);
    *out_made = made;
    return OK;
}

static void keep(struct span *given, struct span before)
{
    if (!given->count)
        *given = before;
}

static enum status line_fill(const struct operation *operation, const struct plan *plan,
                             struct plan_line *line)
{
    const struct options *values = &operation->values;
    const struct plan_line *before = plan_line_find(plan, line->number);
    if (!line->number) {
        line->number = (int64_t)plan->line_count + 1;
        return has_option(values, "way")
                   ? OK
                   : fail(STATUS_BAD_INPUT, "name the way of learning: coaching, "
                                            "mentoring, shadowing, assignment or "
                                            "rotation");
    }
    if (!before)
        return fail(STATUS_NOT_FOUND, "there is no line %lld in this plan",
                    (long long)line->number);
    if (!has_option(values, "way"))
        line->way = before->way;
    if (!has_option(values, "state"))
        line->state = before->state;
    keep(&line->what, before->what);
    keep(&line->matter, before->matter);
    keep(&line->owner, before->owner);
    keep(&line->day, before->day);
    if (line->state == before->state)
        keep(&line->why, before->why);
    return OK;
}

enum status plan_made_change(struct operation *operation, struct plan_made *made,
                             const struct plan_row *row)
{
    struct plan_row whole = *row;
    const enum status status =
        row->is_agreement ? OK : line_fill(operation, made->plan, &whole.line);
    return status == OK ? plan_kept_add(&operation->shown, &operation->office,
                                        &made->about, &operation->keys, made->plan,
                                        &whole, interview_open_note(operation))
                        : status;
}
