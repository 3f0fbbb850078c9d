/* plain_text: takes HTML out of a text. Documents have b, i, br, tables and worse in their
 * texts; a screen and a voice need words. */
#ifndef QUESTIONNAIRE_PLAIN_TEXT_H
#define QUESTIONNAIRE_PLAIN_TEXT_H

#include "base/span.h"

/* plain_text(arena, text):
 * `text` without tags whose name is one of HTML, with a line break for br, p, div, tr, li and
 * headings, with the five entities, &nbsp; and numbers decoded, and without control bytes except
 * line breaks and tabs. A < that begins no such tag stays. `text` itself when there is nothing to
 * change, otherwise a copy in `arena`. */
struct span plain_text(struct arena *arena, struct span text);

#endif
