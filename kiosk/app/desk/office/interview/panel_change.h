/* panel_change: what a member rates otherwise after all have locked and talked. It stands beside
 * the locked rating, which stays and alone counts in the overall figure. */
#ifndef APP_DESK_OFFICE_INTERVIEW_PANEL_CHANGE_H
#define APP_DESK_OFFICE_INTERVIEW_PANEL_CHANGE_H

#include "app/desk/office/interview/panel_lock.h"

enum { PANEL_CHANGES_MAX = 200, PANEL_REASON_LEAST = 10, PANEL_REASON_MAX = 1000 };
#define PANEL_CHANGE_DEED "rating changed"

/* panel_change_read(arena, office, panel, keys, out_changes, out_count): all of them, in the
 * order in which they were made, opened with `keys` of a reader into `arena` (guarded).
 * STATUS_FORGED when one was altered, is missing, or is one that the log does not know. */
must_check enum status panel_change_read(struct arena *arena, struct office *office,
                                         const struct panel *panel,
                                         const struct keys *keys,
                                         struct interview_change **out_changes,
                                         size_t *out_count);

/* panel_change_do(arena, office, panel, keys, guide, change, note): adds `change` of the member
 * whose `keys` are open, sealed to the readers, and notes it as `note` says, in one step.
 * STATUS_REFUSED before all have locked, STATUS_BAD_INPUT without a reason of PANEL_REASON_LEAST
 * letters, or as interview_sheet_put. */
must_check enum status panel_change_do(struct arena *arena, struct office *office,
                                       const struct panel *panel, const struct keys *keys,
                                       const struct interview_guide *guide,
                                       struct interview_change *change,
                                       struct access_note note);

#endif
