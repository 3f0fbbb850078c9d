#include "app/desk/office/after/plan.h"

const struct plan_line *plan_line_find(const struct plan *plan, int64_t number)
{
    return number >= 1 && (size_t)number <= plan->line_count ? &plan->lines[number - 1]
                                                             : NULL;
}

static void to_agree_count(struct plan *plan)
{
    plan->to_agree_count = 0;
    for (size_t i = 0; i < plan->line_count; i++)
        plan->to_agree_count +=
            !plan->is_agreed[i] && plan->lines[i].state != PLAN_DROPPED;
}

static enum status line_add(struct plan *plan, const struct plan_line *line)
{
    const struct plan_line *before = plan_line_find(plan, line->number);
    if (!before && (size_t)line->number != plan->line_count + 1)
        return fail(STATUS_REFUSED, "there is no line %lld in this plan",
                    (long long)line->number);
    if (!before && plan->line_count == PLAN_LINES_MAX)
        return fail(STATUS_REFUSED, "a plan has at most %d lines", PLAN_LINES_MAX);
    const bool is_same = before && is_plan_row_same(before, line);
    if (is_same && before->state == line->state && is_span_equal(before->why, line->why))
        return fail(STATUS_REFUSED, "line %lld is like that already",
                    (long long)line->number);
    const size_t at = (size_t)line->number - 1;
    plan->is_agreed[at] = is_same && plan->is_agreed[at];
    plan->lines[at] = *line;
    if (!before)
        plan->line_count++;
    return OK;
}

static enum status agreement_add(struct plan *plan)
{
    if (!plan->line_count)
        return fail(STATUS_REFUSED, "there is no line in this plan to agree on");
    for (size_t i = 0; i < plan->line_count; i++)
        plan->is_agreed[i] = true;
    return OK;
}

enum status plan_add(struct plan *plan, const struct plan_row *row)
{
    if (plan->row_count == PLAN_ROWS_MAX)
        return fail(STATUS_REFUSED, "this plan was changed %d times; it takes no more",
                    PLAN_ROWS_MAX);
    const enum status status =
        row->is_agreement ? agreement_add(plan) : line_add(plan, &row->line);
    if (status != OK)
        return status;
    plan->rows[plan->row_count] = *row;
    if (row->is_agreement)
        plan->agreement = &plan->rows[plan->row_count].agreement;
    plan->row_count++;
    to_agree_count(plan);
    return OK;
}
