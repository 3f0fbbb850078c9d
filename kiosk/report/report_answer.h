/* report_answer: what was answered, in the words in which it was offered. */
#ifndef REPORT_REPORT_ANSWER_H
#define REPORT_REPORT_ANSWER_H

#include "sitting/sitting.h"

/* report_answer_words(arena, sitting, step): the answer to `step` of `sitting` as a person reads
 * it:
 * labels, a line each where there are several, and a number only where the point has no label;
 * empty when nothing was given. */
struct span report_answer_words(struct arena *arena, const struct sitting *sitting,
                                size_t step);

#endif
