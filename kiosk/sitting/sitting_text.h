/* sitting_text: how much of a typed text is kept, so that every record can hold it. */
#ifndef SITTING_SITTING_TEXT_H
#define SITTING_SITTING_TEXT_H

#include "questionnaire/questionnaire.h"

enum { SITTING_TEXT_BYTES_MAX = 4800 }; /* 1,200 code points of four bytes */

/* sitting_text_room(item): bytes kept for the text of an answer to `item`; 0 for kinds
 * without text. */
size_t sitting_text_room(const struct item *item);

/* sitting_text_fit(item, text, out_room):
 * Copies what is kept of `text` to `out_room` (sitting_text_room bytes; it may hold `text`
 * itself) and returns how many bytes that are; with `out_room` NULL it only counts. What is no
 * UTF-8, and control characters other than line feeds, are left out; the rest is cut between
 * code points. */
size_t sitting_text_fit(const struct item *item, struct span text, char *out_room);

#endif
