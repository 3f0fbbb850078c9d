/* fairness_hidden: which cells of a table of counts must be hidden, so that no small group shows
 * and none can be worked out from the cells and totals that are left.
 * Formulas: questionnaires/STUDY.md, fairness. */
#ifndef MEASURE_FAIRNESS_FAIRNESS_HIDDEN_H
#define MEASURE_FAIRNESS_FAIRNESS_HIDDEN_H

#include "measure/fairness/fairness_table.h"

/* fairness_hidden_mark(arena, table):
 * Sets the state of the cells and totals of `table`, whose counts stand, to FAIRNESS_EMPTY,
 * FAIRNESS_SUPPRESSED or (shown) FAIRNESS_NOT_BELOW. Hidden are cells of 1 to FAIRNESS_CELL_MIN - 1
 * people, and further ones, small ones first and totals last, until no hidden one can be worked
 * out exactly (Gusfield 1988) and no line with a shown total hides fewer than FAIRNESS_CELL_MIN
 * people together. How many people there are in all is taken as known. `arena` is for scratch. */
void fairness_hidden_mark(struct arena *arena, struct fairness_table *table);

#endif
