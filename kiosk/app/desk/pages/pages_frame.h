/* pages_frame: the house around a page, and the answer when there is none. */
#ifndef APP_DESK_PAGES_PAGES_FRAME_H
#define APP_DESK_PAGES_PAGES_FRAME_H

#include "app/desk/pages/pages_turn.h"

/* pages_frame(turn, room): fills the shell of `turn` with the rail, in which `room` is marked.
 * pages_frame_failed(turn, status): makes the page of a failure, with its sentence, and the way
 * back; returns its HTTP status. pages_frame_refused(turn, http_status, title, words): the same for
 * what is refused before anything was looked at. */
void pages_frame(struct pages_turn *turn, enum pages_room room);
int pages_frame_failed(struct pages_turn *turn, enum status status);
int pages_frame_refused(struct pages_turn *turn, int http_status, const char *title,
                        const char *words);

#endif
