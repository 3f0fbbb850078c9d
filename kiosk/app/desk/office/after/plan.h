/* plan: what somebody who was hired is going to learn, as the rows written down make it: its lines
 * as they are now, who agreed on them, and what has been changed since. Pure. */
#ifndef APP_DESK_OFFICE_AFTER_PLAN_H
#define APP_DESK_OFFICE_AFTER_PLAN_H

#include "app/desk/office/after/plan_row.h"

enum { PLAN_ROWS_MAX = 400 };

struct plan {
    struct plan_row rows[PLAN_ROWS_MAX]; /* the history, the first one first */
    size_t row_count;
    struct plan_line lines[PLAN_LINES_MAX]; /* as they are now, by number */
    bool is_agreed[PLAN_LINES_MAX]; /* two people agreed on it after it was written so */
    size_t line_count;
    size_t to_agree_count;                  /* neither agreed on nor dropped */
    const struct plan_agreement *agreement; /* the last one, among the rows; NULL: none */
};

/* plan_add(plan, row): `row` comes after those that `plan` has. STATUS_REFUSED when it cannot
 * follow them: a line with a number out of turn, or beyond PLAN_LINES_MAX; an agreement where there
 * is no line; nothing that is new; more than PLAN_ROWS_MAX rows. A line that is done or dropped
 * stays agreed as it was; one of which the words, the person or the day change does not. */
must_check enum status plan_add(struct plan *plan, const struct plan_row *row);

/* plan_line_find(plan, number): that line as it is now; NULL when there is none. */
const struct plan_line *plan_line_find(const struct plan *plan, int64_t number);

#endif
