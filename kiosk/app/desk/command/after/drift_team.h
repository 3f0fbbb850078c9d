/* drift_team: how far those who were hired have moved together by one check-in: from five people
 * on, and then in steps of three, so that nobody's answers are the difference of two tables. */
#ifndef APP_DESK_COMMAND_AFTER_DRIFT_TEAM_H
#define APP_DESK_COMMAND_AFTER_DRIFT_TEAM_H

#include "app/desk/command/operation.h"
#include "app/desk/office/people/people.h"
#include "measure/moved/drift.h"

struct drift_team {
    int month;
    size_t shown; /* people in the table; 0: there is none */
    size_t next;  /* people from whom on there is another one */
    struct drift *drifts;
    struct span *ids, *names;
    size_t topic_count;
    /* Of all who came and said both times how sure they are that they contribute, in order of
     * arrival: whether they were fairly or very sure. Not told as it is: see drivers_found.h. */
    bool *sure_before, *sure_after;
    size_t sure_count;
};

/* drift_team_find(operation, people, month, out_team): of those of `people` who were offered the
 * work, and came to the check-in after `month` months with choices that hold together both times,
 * the first basis_step in order of arrival; into operation->shown, with operation->reader, which it
 * opens anew. Fails as hired_list, checkin_kept_list, checkin_came_list, result_reader_read and
 * checkin_change_find. */
must_check enum status drift_team_find(struct operation *operation,
                                       const struct people *people, int month,
                                       struct drift_team *out_team);

/* drift_team_say(page, team): as a section of `page`: the table, or from how many people on there
 * is one. */
void drift_team_say(struct page *page, const struct drift_team *team);

#endif
