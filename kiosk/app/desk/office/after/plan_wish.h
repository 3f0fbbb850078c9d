/* plan_wish: where a plan may begin: the ways of learning that the person asked for at the sitting,
 * and what they may miss here. */
#ifndef APP_DESK_OFFICE_AFTER_PLAN_WISH_H
#define APP_DESK_OFFICE_AFTER_PLAN_WISH_H

#include "app/desk/office/after/plan_row.h"
#include "report/report_source.h"

struct plan_wish {
    bool is_asked
        [PLAN_WAYS]; /* what they chose; none where the form does not ask, or they did not */
    bool has_asked;      /* at least one */
    struct span *missed; /* names of the drivers that they surely may miss here */
    size_t missed_count;
};

/* plan_wish_of(source): read from the answers and the scorecard of `source`; in source->arena. */
struct plan_wish plan_wish_of(const struct report_source *source);

#endif
