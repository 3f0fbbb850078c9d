/* pages_words: days, and what an operation says, as people read them. */
#ifndef APP_DESK_PAGES_PAGES_WORDS_H
#define APP_DESK_PAGES_PAGES_WORDS_H

#include "base/span.h"

/* pages_words_day(arena, date): "2026-11-03" as "3 Nov 2026", which no line breaks; anything else
 * as it is. */
struct span pages_words_day(struct arena *arena, struct span date);

/* pages_words_sentence(arena, words): `words`, which begin small and have no end, as a sentence;
 * without clauses that name a command, and without options. */
struct span pages_words_sentence(struct arena *arena, struct span words);

#endif
