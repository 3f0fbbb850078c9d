/* fairness_table: who was selected, by two attributes together (sex and origin, say), as an
 * auditor may see it: each group against the group with the highest rate (29 CFR 1607.4 D; 6 RCNY
 * 5-300 asks for such intersections), and no cell that tells of single people. Never a bare
 * "pass". */
#ifndef MEASURE_FAIRNESS_TABLE_H
#define MEASURE_FAIRNESS_TABLE_H

#include "measure/impact.h"

enum {
    FAIRNESS_CELL_MIN = 5,       /* people in a cell that is shown */
    FAIRNESS_SELECTED_MIN = 5,   /* selected people in a group that is judged */
    FAIRNESS_APPLICANTS_MIN = 20 /* people in a group that is judged */
};

/* One person: the categories, as indices, and what became of them. */
struct fairness_person {
    size_t first, second;
    int is_selected;
};

enum fairness_state {
    FAIRNESS_EMPTY,      /* nobody */
    FAIRNESS_SUPPRESSED, /* too few people, or a cell from which others could be worked out */
    FAIRNESS_REFERENCE, /* the highest rate; when equal, the larger group, then the first */
    FAIRNESS_TOO_FEW,   /* shown with its interval, not judged */
    FAIRNESS_ONE_PERSON, /* one selection moved puts the ratio on the other side of .80 */
    FAIRNESS_BELOW,      /* ratio below .80: regarded as evidence of adverse impact */
    FAIRNESS_NOT_BELOW,
};

/* Counts are 0 and `impact` all NAN where the cell is suppressed or empty. */
struct fairness_cell {
    enum fairness_state state;
    size_t count, selected;
    struct impact impact; /* this cell as focal group against the reference cell */
};

/* fairness_table_describe(arena, people, count, first_count, second_count, out_cells):
 * The `first_count` x `second_count` cells, row by row, of `count` `people`; second_count is 1 for
 * one attribute alone. A cell of 1 to FAIRNESS_CELL_MIN - 1 people is suppressed; where it is the
 * only suppressed one of its row or column, so is the smallest other one there, since margins are
 * known elsewhere. A group is too few to judge when it or the reference has fewer than
 * FAIRNESS_SELECTED_MIN selected or FAIRNESS_APPLICANTS_MIN people. `arena` is for scratch. */
void fairness_table_describe(struct arena *arena, const struct fairness_person *people,
                             size_t count, size_t first_count, size_t second_count,
                             struct fairness_cell *out_cells);

/* fairness_table_words(state): the sentence that stands beside a cell in `state`; "" for a
 * reference or an empty one. */
const char *fairness_table_words(enum fairness_state state);

#endif
