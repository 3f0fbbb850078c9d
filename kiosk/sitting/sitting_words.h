/* sitting_words: what was answered, in the words in which it was offered. */
#ifndef SITTING_SITTING_WORDS_H
#define SITTING_SITTING_WORDS_H

#include "sitting/sitting.h"

/* sitting_words_answer(arena, sitting, step): the answer to `step` of `sitting` as a person reads
 * it: labels, a line each where there are several, and where a point has no label its number with
 * the ends of its scale; empty when nothing was given. */
struct span sitting_words_answer(struct arena *arena, const struct sitting *sitting,
                                 size_t step);

/* sitting_words_option(sitting, step, option): the words of `option`, an option or a row of that
 * item. sitting_words_side(sitting, step, side): what stands above PAIR_BEST or PAIR_WORST on its
 * page: "Most", "Least", or what the document says instead. */
struct span sitting_words_option(const struct sitting *sitting, size_t step,
                                 const struct option *option);
struct span sitting_words_side(const struct sitting *sitting, size_t step, int side);

#endif
