/* pages_people_state: how far it has come with somebody who answered. */
#ifndef APP_DESK_PAGES_PAGES_PEOPLE_STATE_H
#define APP_DESK_PAGES_PAGES_PEOPLE_STATE_H

#include "app/desk/office/people/people_progress.h"
#include "app/desk/pages/pages_turn.h"

struct pages_people_state {
    const char *id, *words; /* in an address; as people read it */
    enum page_state sign;
};

enum { PAGES_PEOPLE_STATES = 2 + PEOPLE_DECIDED };

/* All, and each state there is. */
extern const struct pages_people_state pages_people_states[PAGES_PEOPLE_STATES];

/* is_pages_people_state(id, row): whether `row` is in the state `id`; anybody is in that of all,
 * and nobody in one that is not known. pages_people_state_put(row, table, line, column): writes
 * its state into a cell. */
bool is_pages_people_state(struct span id, const struct people_row *row);
void pages_people_state_put(const struct people_row *row, const struct page_block *table,
                            struct page_row *line, size_t column);

/* pages_people_state_steps(turn, row): the way from the first reading to a decision, on top of the
 * page, with where `row` stands on it. */
void pages_people_state_steps(struct pages_turn *turn, const struct people_row *row);

/* pages_people_state_cards(turn, people, vacancy, words, route): how many cards of `vacancy` (NULL:
 * nothing is said) were printed, how many have come, and with `words` the way to `route`, whose "*"
 * is the vacancy; NULL: none. */
void pages_people_state_cards(struct pages_turn *turn, const struct people *people,
                              const struct vacancy *vacancy, const char *words,
                              const char *route);

#endif
