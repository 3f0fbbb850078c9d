/* panel_draft: what a member has rated so far, signed by that member for this interview and sealed
 * to them alone; its hash is in the log. */
#ifndef APP_DESK_OFFICE_INTERVIEW_PANEL_DRAFT_H
#define APP_DESK_OFFICE_INTERVIEW_PANEL_DRAFT_H

#include "app/desk/office/interview/panel.h"

/* panel_draft_need(panel, keys, out_member): the member whose `keys` are open; STATUS_REFUSED
 * when they are nobody's of this interview. */
must_check enum status panel_draft_need(const struct panel *panel,
                                        const struct keys *keys,
                                        const struct panel_member **out_member);

/* panel_draft_get(arena, office, panel, keys, out_sheet): the draft of the member whose `keys`
 * are open, in `arena` (guarded); an empty sheet where there is none yet. STATUS_FORGED for
 * one of somebody else, of another interview, or of before. panel_draft_put(arena, office,
 * panel, keys, sheet, note): keeps the `sheet` of the member whose `keys` are open, and notes it
 * as `note` says; `arena` is guarded. STATUS_REFUSED when the member has locked, and as
 * panel_draft_need. */
must_check enum status panel_draft_get(struct arena *arena, struct office *office,
                                       const struct panel *panel, const struct keys *keys,
                                       struct interview_sheet *out_sheet);
must_check enum status panel_draft_put(struct arena *arena, struct office *office,
                                       const struct panel *panel, const struct keys *keys,
                                       const struct interview_sheet *sheet,
                                       struct access_note note);

#endif
