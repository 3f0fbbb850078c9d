/* plan_made: the plan of the person whom the first word of an operation names: opened and changed.
 */
#ifndef APP_DESK_COMMAND_AFTER_PLAN_MADE_H
#define APP_DESK_COMMAND_AFTER_PLAN_MADE_H

#include "app/desk/command/report_person.h"
#include "app/desk/office/after/plan_kept.h"
#include "app/desk/office/after/plan_wish.h"
#include "app/desk/office/interview/decision.h"

struct plan_made {
    struct report_facts facts;
    struct chronicle_about about;
    struct interview_decision offer; /* the last decision: an offer */
    struct plan_wish wish;
    struct plan *plan;
};

/* plan_made_open(operation, out_made): opens the result, what was decided, and the plan, into
 * operation->shown, which is made large enough for a paper of it. STATUS_REFUSED unless the person
 * was offered the work last. */
must_check enum status plan_made_open(struct operation *operation,
                                      struct plan_made *out_made);

/* plan_made_change(operation, made, row): `row` is written down. Of a line that there is, what
 * `row` leaves empty stays as it was, and its way and state where the values of `operation` do not
 * give them; a line without a number is a further one. STATUS_BAD_INPUT, with what is missing;
 * fails as plan_kept_add. */
must_check enum status plan_made_change(struct operation *operation,
                                        struct plan_made *made,
                                        const struct plan_row *row);

#endif
