/* people_apart: who cannot be told apart from somebody, for whatever names them one by one. */
#ifndef APP_DESK_OFFICE_PEOPLE_PEOPLE_APART_H
#define APP_DESK_OFFICE_PEOPLE_PEOPLE_APART_H

#include "app/desk/office/people/people.h"

enum { PEOPLE_APART_NAMED = 20 };

struct people_apart {
    const struct people_row *named[PEOPLE_APART_NAMED]; /* the first of them */
    size_t count;                                       /* of all */
};

/* people_apart_find(row, order, count, out_apart): those of the `count` rows in `order` whom `row`
 * cannot be told apart from (is_people_pair), in that order.
 * people_apart_text(arena, apart): their references, "D8-4F, K2-9C and 3 more", in `arena`; empty
 * for none. */
void people_apart_find(const struct people_row *row,
                       const struct people_row *const *order, size_t count,
                       struct people_apart *out_apart);
struct span people_apart_text(struct arena *arena, const struct people_apart *apart);

#endif
