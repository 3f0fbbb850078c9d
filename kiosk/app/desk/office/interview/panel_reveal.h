/* panel_reveal: all ratings of an interview, once the last of its members has locked, and what was
 * changed after that. Every commitment, signature and row of the log is checked before anything is
 * shown. */
#ifndef APP_DESK_OFFICE_INTERVIEW_PANEL_REVEAL_H
#define APP_DESK_OFFICE_INTERVIEW_PANEL_REVEAL_H

#include "app/desk/office/interview/panel_change.h"

struct panel_revealed {
    struct interview_guide guide;
    struct interview_sheet *sheets;   /* by member, as they were locked */
    struct interview_change *changes; /* in the order in which they were made */
    size_t change_count;
};

/* panel_reveal_do(arena, office, panel, keys, note, out_revealed): opens all of it with `keys`
 * into `arena` (guarded); the first of the guards who does passes their piece on, by `note`.
 * STATUS_REFUSED where the interview was ended (panel_drop.h), while somebody has not locked,
 * while no guard has passed the piece on, and for keys of who is no reader. STATUS_FORGED when
 * something was altered. */
must_check enum status panel_reveal_do(struct arena *arena, struct office *office,
                                       const struct panel *panel, const struct keys *keys,
                                       struct access_note note,
                                       struct panel_revealed *out_revealed);

/* is_panel_reveal_waiting(arena, office, panel): whether reading what all have locked would pass
 * the guards' piece on, since nobody has done so yet. */
bool is_panel_reveal_waiting(struct arena *arena, struct office *office,
                             const struct panel *panel);

#endif
