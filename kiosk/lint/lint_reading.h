/* lint_reading: how many school years a text asks for. */
#ifndef LINT_LINT_READING_H
#define LINT_LINT_READING_H

#include "base/span.h"

/* Counts over a text; several texts are counted into one. */
struct lint_reading {
    size_t sentences, words, syllables;
};

/* lint_reading_add(arena, reading, text): counts `text` into `reading`; a text without a full stop
 * is a sentence too. Syllables of English are groups of vowels, without a silent e. */
void lint_reading_add(struct arena *arena, struct lint_reading *reading,
                      struct span text);

/* lint_reading_syllables(word): the syllables of the English `word` in lower case, at least 1. */
size_t lint_reading_syllables(struct span word);

/* lint_reading_grade(reading): 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid,
 * Fishburne, Rogers & Chissom 1975); NAN without words. */
double lint_reading_grade(const struct lint_reading *reading);

#endif
