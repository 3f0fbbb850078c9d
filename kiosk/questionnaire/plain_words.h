/* plain_words: the words of a text as they are compared: in lower case, without punctuation. */
#ifndef QUESTIONNAIRE_PLAIN_WORDS_H
#define QUESTIONNAIRE_PLAIN_WORDS_H

#include "base/arena.h"
#include "base/span.h"

/* plain_words(arena, text, count_max, out_words): the words of `text` in lower case, curly
 * apostrophes made straight, copied into `arena`; returns how many were written into `out_words`,
 * at most `count_max`. Letters are those of English and Latin-1; others stay as they are. */
size_t plain_words(struct arena *arena, struct span text, size_t count_max,
                   struct span *out_words);

#endif
