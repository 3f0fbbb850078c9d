/* numbers: the points of a scale of numbers in even rows. A chosen one is wider than the others;
 * the rows are laid out for that from the start, so that none of them moves to another row. */
#ifndef SCREENS_ITEMS_NUMBERS_H
#define SCREENS_ITEMS_NUMBERS_H

#include "screens/items/question.h"

struct numbers {
    struct arena *arena;
    struct node *group; /* the rows stand in it */
    struct node *row;   /* the last one */
    struct span id;     /* of the rows, which get a number */
    enum node_look look;
    size_t count, per_row, added;
};

/* numbers_begin(question, group, id, count, can_be_cards): rows for `count` points below
 * `group`, which becomes the group of the choices: cards where there is room for all in one row
 * and `can_be_cards`, else pills. */
struct numbers numbers_begin(const struct question *question, struct node *group,
                             struct span id, size_t count, bool can_be_cards);
/* numbers_row(numbers): the row in which the next point belongs; call it once for each.
 * numbers_end(numbers): after the last one, fills the last row. */
struct node *numbers_row(struct numbers *numbers);
void numbers_end(struct numbers *numbers);

#endif
