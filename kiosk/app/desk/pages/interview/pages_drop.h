/* pages_drop: an interview that never comes, on pages. */
#ifndef APP_DESK_PAGES_INTERVIEW_PAGES_DROP_H
#define APP_DESK_PAGES_INTERVIEW_PAGES_DROP_H

#include "app/desk/pages/interview/pages_talk.h"

/* pages_drop_said(turn, talk): on top of the page: that `talk` was ended, when, by whom and why.
 * Fails as panel_drop_reason. */
must_check enum status pages_drop_said(struct pages_turn *turn,
                                       const struct pages_talk *talk);

#endif
