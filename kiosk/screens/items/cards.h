/* cards: the answers of a question as cards, one below the other; where room is short and their
 * words are few, in two columns that are read line by line. */
#ifndef SCREENS_ITEMS_CARDS_H
#define SCREENS_ITEMS_CARDS_H

#include "screens/items/question.h"

struct cards {
    struct arena *arena;
    struct node *group; /* of the choices */
    struct node *row;   /* the last one; NULL: a single column */
    size_t per_row, added;
};

/* cards_begin(question, id, letters): the group `id` in the body, for cards of which the longest
 * has so many `letters`. */
struct cards cards_begin(const struct question *question, struct span id, size_t letters);
/* cards_put(cards, choice_id, text, is_chosen, event): the next card. cards_end(cards): after the
 * last one, fills the last row. */
struct node *cards_put(struct cards *cards, struct span choice_id, struct span text,
                       bool is_chosen, struct event event);
void cards_end(struct cards *cards);

#endif
