/* panel_found: an interview given to its members. */
#ifndef APP_DESK_OFFICE_INTERVIEW_PANEL_FOUND_H
#define APP_DESK_OFFICE_INTERVIEW_PANEL_FOUND_H

#include "app/desk/office/interview/panel.h"
#include "app/desk/office/staff/staff.h"

/* What is to be founded; the weights of the questions for everybody are those of the guide. */
struct panel_wish {
    unsigned char record_id[CHAIN_ID_BYTES];
    struct span vacancy; /* id */
    const struct interview_guide *guide;
    const struct staff_person *const *members;
    size_t member_count;
};

/* panel_found_weights(arena, office, vacancy, out_first): the first interview of `vacancy`, whose
 * weights hold for all of them: people of one vacancy are never counted by different weights;
 * out_first->number is 0 when there is none yet. */
must_check enum status panel_found_weights(struct arena *arena, struct office *office,
                                           struct span vacancy, struct panel *out_first);

/* panel_found_do(arena, office, wish, keys, note, out_panel): founds the interview, signed by
 * the recruiter whose `keys` are open, and notes it as `note` says, in one step; `arena` is
 * guarded. STATUS_REFUSED for fewer than
 * INTERVIEW_MEMBERS_LEAST members, one who is twice in it, whose time is over, who neither asks
 * nor recruits, or whose key signs nothing. */
must_check enum status panel_found_do(struct arena *arena, struct office *office,
                                      const struct panel_wish *wish,
                                      const struct keys *keys, struct access_note note,
                                      struct panel *out_panel);

/* panel_found_about(arena, panel): what the row of the log says that it is about. */
struct span panel_found_about(struct arena *arena, const struct panel *panel);
#define PANEL_FOUND_DEED "interview founded"

#endif
