/* words: the program's own sentences, for translation by gettext (domain "resonance").
 * English is the key; without a catalogue the key itself is shown. Texts of a questionnaire never
 * pass here: they bring their translations along. */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/span.h"

/* W("Start"), words_of(english): the sentence in the person's language, as a 0-ended string. */
#define W(english) words_of(english)
const char *words_of(const char *english) __attribute__((format_arg(1)));
/* WS("Start"): the same as a span. */
#define WS(english) span_of(words_of(english))
/* WN("Start"): marks a sentence for the catalogue where a table holds it; W translates it where it
 * is used. */
#define WN(english) english

enum { WORDS_AS_MANY_AS_NEEDED = -1 };
/* words_number(arena, value, decimals): the finite `value` as people read it, in `arena`, with
 * `decimals` (0..9, or WORDS_AS_MANY_AS_NEEDED). Its minus is the sign −, as wide as a plus and
 * never broken from its number; "-" is for programs (JSON, CSV). Never "−0". */
struct span words_number(struct arena *arena, double value, int decimals);

#endif
