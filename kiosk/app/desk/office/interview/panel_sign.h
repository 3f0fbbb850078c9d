/* panel_sign: an interview is what its founder signed, and names the keys that the organization
 * signed for. Else whoever can write the folder puts a key of their own in the place of the one
 * that ratings are locked to, and reads each as soon as it is locked. */
#ifndef APP_DESK_OFFICE_INTERVIEW_PANEL_SIGN_H
#define APP_DESK_OFFICE_INTERVIEW_PANEL_SIGN_H

#include "app/desk/office/interview/panel_text.h"
#include "app/desk/office/keys.h"

/* panel_sign(arena, keys, panel): signs `panel`, whose founder's `keys` are open; `arena` is
 * guarded. STATUS_REFUSED for keys that sign nothing. */
must_check enum status panel_sign(struct arena *arena, const struct keys *keys,
                                  struct panel *panel);

/* panel_sign_check(arena, office, panel): STATUS_FORGED unless a recruiter signed it with a key
 * that the organization signed for, and each member's keys were theirs once. */
must_check enum status panel_sign_check(struct arena *arena, struct office *office,
                                        const struct panel *panel);

#endif
