/* panel_drop: an interview that never comes is ended, with a reason. Nothing is rated, locked or
 * read in it any more; what was locked stays as sealed as it was, and no key that could not open
 * it before can now. The paper that says so is signed by a recruiter, sealed to the readers, and
 * known to the log. */
#ifndef APP_DESK_OFFICE_INTERVIEW_ENDED_PANEL_DROP_H
#define APP_DESK_OFFICE_INTERVIEW_ENDED_PANEL_DROP_H

#include "app/desk/office/interview/panel.h"

#define PANEL_DROP "drop"
#define PANEL_DROP_DEED "interview ended"
enum { PANEL_DROP_REASON_LEAST = 10, PANEL_DROP_REASON_MAX = 300 };

/* How an interview ended; `time_s` 0: it did not. */
struct panel_drop {
    int64_t time_s;
    struct span who; /* the label of the recruiter */
};

/* panel_drop_find(arena, office, panels, count, out_drops): of each of the `count` `panels`,
 * whether it was ended; `out_drops` has room for them. STATUS_FORGED when the log and the papers
 * do not agree, or a paper is not the recruiter's whom the log names.
 * panel_drop_need(arena, office, panel): STATUS_REFUSED, with when and by whom, where it was
 * ended.
 * panel_drop_is_there(arena, office, panel, out_is_there): whether there is a paper at all, which
 * nobody has checked. */
must_check enum status panel_drop_find(struct arena *arena, struct office *office,
                                       const struct panel *panels, size_t count,
                                       struct panel_drop *out_drops);
must_check enum status panel_drop_need(struct arena *arena, struct office *office,
                                       const struct panel *panel);
must_check enum status panel_drop_is_there(struct arena *arena, struct office *office,
                                           const struct panel *panel, bool *out_is_there);

/* panel_drop_reason(arena, office, panel, keys, out_reason): why it was ended, opened with `keys`
 * of a reader into `arena` (guarded).
 * panel_drop_do(arena, office, panel, keys, reason, note): ends `panel` for `reason`, signed with
 * `keys`, and notes it as `note` says, in one step. STATUS_BAD_INPUT for a reason that is too
 * short or too long, STATUS_EXISTS when it was ended before. That somebody has not locked yet is
 * for who calls it to see. */
must_check enum status panel_drop_reason(struct arena *arena, struct office *office,
                                         const struct panel *panel,
                                         const struct keys *keys,
                                         struct span *out_reason);
must_check enum status panel_drop_do(struct arena *arena, struct office *office,
                                     const struct panel *panel, const struct keys *keys,
                                     struct span reason, struct access_note note);

#endif
