/* interview_open: the interview that the first word of a command names, for who is in it. */
#ifndef APP_DESK_COMMAND_INTERVIEW_INTERVIEW_OPEN_H
#define APP_DESK_COMMAND_INTERVIEW_INTERVIEW_OPEN_H

#include "app/desk/command/operation.h"
#include "app/desk/office/interview/panel_reveal.h"
#include "report/guide/panel_page.h"

/* interview_open(operation, out_panel, out_guide): that interview and its guide, in
 * operation->shown, which is made large enough for all of it. STATUS_USAGE when the word is no
 * number; fails as panel_find and panel_guide. */
must_check enum status interview_open(struct operation *operation,
                                      struct panel *out_panel,
                                      struct interview_guide *out_guide);

/* interview_open_note(operation): who does it, for the log. */
struct access_note interview_open_note(struct operation *operation);

/* interview_open_rating(operation, out_rating): the rating that the values question, rating and
 * evidence give. STATUS_USAGE when one is missing. */
must_check enum status interview_open_rating(const struct operation *operation,
                                             struct interview_rating *out_rating);

/* interview_open_view(arena, panel, revealed): what is shown of `revealed`; all is lent. */
struct panel_page_view interview_open_view(struct arena *arena, const struct panel *panel,
                                           const struct panel_revealed *revealed);

#endif
