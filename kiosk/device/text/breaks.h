/* breaks: where a line of text may end.
 *
 * libunibreak knows the rules of Unicode (UAX 14) and is asked for every text. It has no
 * dictionary, and Thai, Lao, Khmer and Burmese put no blank between words: there ICU is asked.
 * libthai would know Thai only. ICU is loaded when the first such text comes: it would take a
 * millisecond of every start and a quarter of a megabyte, and few terminals need it. Where it is
 * not installed such texts break between letters. */
#ifndef DEVICE_TEXT_BREAKS_H
#define DEVICE_TEXT_BREAKS_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <unicode/ubrk.h>

struct breaks {
    void *library; /* ICU; NULL: not loaded */
    bool is_missing;
    UBreakIterator *lines;
    __typeof__(ubrk_open) *open;
    __typeof__(ubrk_close) *close;
    __typeof__(ubrk_setText) *set_text;
    __typeof__(ubrk_next) *next;
};

/* breaks_open(breaks): gets ready; nothing is loaded yet. breaks_close(breaks): closes what was
 * opened, but for the library itself; a zeroed struct is fine. */
void breaks_open(struct breaks *breaks);
void breaks_close(struct breaks *breaks);

/* breaks_of_lines(breaks, arena, text): for each byte of `text`, built in `arena`, whether a line
 * may end after it. */
const bool *breaks_of_lines(struct breaks *breaks, struct arena *arena, struct span text);

#endif
