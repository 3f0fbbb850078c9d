/* shown_text: one rule for all texts that somebody else reads: titles, names, labels, sentences,
 * the words of a stranger. What people type is refused when it holds more than what is seen
 * (shown_text_check); what came another way is taken apart and shown without it
 * (shown_text_next). */
#ifndef BASE_TEXT_SHOWN_TEXT_H
#define BASE_TEXT_SHOWN_TEXT_H

#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>

/* shown_text_check(what, text): STATUS_BAD_INPUT, with `what` it is and how to mend it, unless
 * `text` is UTF-8 in which something is seen, without line breaks and other control characters
 * and without characters that change how others are shown, as those that turn the direction of
 * writing. A soft hyphen and the joiners of Arabic and Indian scripts are taken. */
must_check enum status shown_text_check(const char *what, struct span text);

/* What stands in a text until the first character that nobody sees, and that character. */
struct shown_text_piece {
    struct span plain;
    bool has_hidden; /* something hidden comes after it */
    bool is_byte;    /* what is hidden is no UTF-8 */
    uint32_t hidden; /* the character; for `is_byte` the byte */
};

/* shown_text_next(rest, out_piece): the next piece of `rest`, which goes on after it; false at the
 * end. Hidden is what shown_text_check refuses, line feeds and tabs among it. */
bool shown_text_next(struct span *rest, struct shown_text_piece *out_piece);

/* is_shown_text_control(piece): whether what is hidden after `piece` is a control character, a line
 * end or no UTF-8, and not a character that only changes how others are shown. */
bool is_shown_text_control(const struct shown_text_piece *piece);

/* shown_text_line(arena, text): `text` with what is hidden in it written out as <U+001B> or
 * <byte FF>, line ends among it: what was a name stays on its line. In `arena` unless nothing is
 * hidden. */
struct span shown_text_line(struct arena *arena, struct span text);

#endif
