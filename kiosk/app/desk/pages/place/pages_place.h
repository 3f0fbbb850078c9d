/* pages_place: what the pages about the organization's own profile share. */
#ifndef APP_DESK_PAGES_PLACE_PAGES_PLACE_H
#define APP_DESK_PAGES_PLACE_PAGES_PLACE_H

#include "app/desk/pages/pages_turn.h"
#include "profile/profile_rows.h"

/* A frozen profile, and the rows that are made of it. */
struct pages_place {
    const struct assessment *assessment;
    struct basis *basis;
    struct profile_rows rows;
};

/* pages_place_read(turn, id, out_place): the frozen profile `id`. STATUS_NOT_FOUND with those that
 * are there.
 * pages_place_chart(turn, place, is_drivers): its topics, or its drivers, as a chart of nobody,
 * with how far colleagues agree on each in a word. */
must_check enum status pages_place_read(struct pages_turn *turn, struct span id,
                                        struct pages_place *out_place);
struct chart *pages_place_chart(struct pages_turn *turn, const struct pages_place *place,
                                bool is_drivers);

#endif
