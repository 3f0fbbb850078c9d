/* panel_draft: what a member has rated so far, sealed to that member alone; its hash is in the
 * log. */
#ifndef APP_DESK_OFFICE_INTERVIEW_PANEL_DRAFT_H
#define APP_DESK_OFFICE_INTERVIEW_PANEL_DRAFT_H

#include "app/desk/office/interview/panel.h"

/* panel_draft_need(panel, keys, out_member): the member whose `keys` are open; STATUS_REFUSED
 * when they are nobody's of this interview. */
must_check enum status panel_draft_need(const struct panel *panel,
                                        const struct keys *keys,
                                        const struct panel_member **out_member);

/* panel_draft_get(arena, office, panel, keys, out_sheet): the draft of the member whose `keys`
 * are open, in `arena` (guarded); an empty sheet where there is none yet. panel_draft_put(arena,
 * office, panel, member, sheet, note): keeps the `sheet` of `member`, sealed to them, and notes
 * it as `note` says. STATUS_REFUSED when the member has locked. */
must_check enum status panel_draft_get(struct arena *arena, struct office *office,
                                       const struct panel *panel, const struct keys *keys,
                                       struct interview_sheet *out_sheet);
must_check enum status panel_draft_put(struct arena *arena, struct office *office,
                                       const struct panel *panel,
                                       const struct panel_member *member,
                                       const struct interview_sheet *sheet,
                                       struct access_note note);

#endif
