/* pages_compare: two sessions in one chart. */
#ifndef APP_DESK_PAGES_PAGES_COMPARE_H
#define APP_DESK_PAGES_PAGES_COMPARE_H

#include "app/desk/pages/pages_turn.h"
#include "profile/profile_rows.h"

/* One session as rows, with what they are called. */
struct pages_compare_side {
    struct profile_rows rows;
    struct span label;
};

/* pages_compare_rows(turn, record): the rows of the session `record`, which the page lends.
 * pages_compare_chart(turn, section, first, second): the topics of both, `second` hollow; where
 * both were not asked the same topics, nothing. */
struct profile_rows pages_compare_rows(struct pages_turn *turn,
                                       const struct record *record);
void pages_compare_chart(struct pages_turn *turn, struct page_section *section,
                         const struct pages_compare_side *first,
                         const struct pages_compare_side *second);

#endif
