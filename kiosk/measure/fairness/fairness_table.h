/* fairness_table: who was selected, by one or two attributes (sex and origin, say) and where they
 * meet, as an auditor may see it: each group against the group with the highest rate (29 CFR
 * 1607.4 D; 6 RCNY 5-300 asks for such intersections), and no cell that tells of single people.
 * Never a bare "pass".
 *
 *              second attribute
 *            +------------------+-------+
 *     first  | cells, by row    | first |   first, second: each attribute alone
 *            +------------------+-------+
 *            | second           |
 *            +------------------+
 *
 * Formulas: questionnaires/STUDY.md, fairness. */
#ifndef MEASURE_FAIRNESS_FAIRNESS_TABLE_H
#define MEASURE_FAIRNESS_FAIRNESS_TABLE_H

#include "measure/fairness/impact.h"

enum {
    FAIRNESS_CELL_MIN = 5,       /* people in a cell that is shown */
    FAIRNESS_SELECTED_MIN = 5,   /* selected people in a group that is judged */
    FAIRNESS_APPLICANTS_MIN = 20 /* people in a group that is judged */
};

enum fairness_state {
    FAIRNESS_EMPTY,      /* nobody */
    FAIRNESS_SUPPRESSED, /* too few people, or a cell from which others could be worked out */
    FAIRNESS_NOT_SAID, /* who did not say: counted, not compared */
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
    struct impact
        impact; /* this cell as focal group against the reference of its table */
};

struct fairness_table {
    size_t first_count, second_count; /* categories; second_count 1: one attribute */
    /* the category of those who did not say; first_count, second_count or more: none */
    size_t first_not_said, second_not_said;
    struct fairness_cell *cells;          /* first_count x second_count, row by row */
    struct fairness_cell *first, *second; /* made from `cells` */
};

/* fairness_table_describe(arena, table):
 * Fills in what follows from `count` and `selected` of the cells of `table`, and the tables of each
 * attribute alone, in `arena`; each of the three has its own reference. Small cells
 * are suppressed, and further ones with them (see fairness_hidden). A group is too few to judge
 * when it or the reference has fewer than FAIRNESS_SELECTED_MIN selected or
 * FAIRNESS_APPLICANTS_MIN people. */
void fairness_table_describe(struct arena *arena, struct fairness_table *table);

/* fairness_table_state(state): `state` as a word for a table. fairness_table_words(state): the
 * sentence that stands beside such a cell; "" for a reference or an empty one. */
const char *fairness_table_state(enum fairness_state state);
const char *fairness_table_words(enum fairness_state state);

#endif
