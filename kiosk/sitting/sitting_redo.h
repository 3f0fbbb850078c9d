/* sitting_redo: before the end a person may be offered, once, to answer some parts again. New
 * answers count; where none is given, the old one stands, so nothing is lost by breaking off. */
#ifndef SITTING_SITTING_REDO_H
#define SITTING_SITTING_REDO_H

#include "sitting/sitting.h"

#include <stdbool.h>

/* sitting_redo_begin(sitting, parts): the offer was made and answered. `parts` has one flag per
 * part of the assessment; all steps of the flagged ones wait for a new answer, until sitting_put
 * gives it. With `parts` NULL, or none flagged, the offer was declined. */
void sitting_redo_begin(struct sitting *sitting, const unsigned char *parts);

/* sitting_redo_end(sitting): no step of `sitting` waits any more. */
void sitting_redo_end(struct sitting *sitting);

/* is_sitting_redo(sitting, step): the part of `step` is being answered again.
 * is_sitting_redo_waiting(sitting, step): and `step` itself has no new answer yet. */
bool is_sitting_redo(const struct sitting *sitting, size_t step);
bool is_sitting_redo_waiting(const struct sitting *sitting, size_t step);

#endif
