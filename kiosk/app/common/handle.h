/* handle: how people name a record: the first symbols of its random id, "K7-Q2". */
#ifndef APP_COMMON_HANDLE_H
#define APP_COMMON_HANDLE_H

#include "base/span.h"

/* handle_text(arena, record_id): the four first symbols of the 16 bytes `record_id`, in two
 * pairs. */
struct span handle_text(struct arena *arena, const unsigned char *record_id);

/* handle_text_long(arena, record_id): all 26 symbols, for when four are not enough. */
struct span handle_text_long(struct arena *arena, const unsigned char *record_id);

/* handle_matches(typed, record_id): what a person `typed`, with or without hyphens and blanks
 * and in any case, is the beginning of this id's symbols; nothing typed matches nothing. */
int handle_matches(struct span typed, const unsigned char *record_id);

#endif
