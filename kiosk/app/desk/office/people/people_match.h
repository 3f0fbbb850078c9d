/* people_match: whether somebody is looked for: by reference, by the number of the card, by a word
 * of the vacancy they came for, or by a topic that stands out. Never by figure. */
#ifndef APP_DESK_OFFICE_PEOPLE_PEOPLE_MATCH_H
#define APP_DESK_OFFICE_PEOPLE_PEOPLE_MATCH_H

#include "app/desk/office/people/people.h"

struct people_match {
    struct span find;          /* without blanks at its ends; empty: everybody */
    const struct part *values; /* where the names of topics stand; NULL: not by topic */
    struct span language;      /* of these names */
    bool is_by_vacancy;        /* also by title and id of the vacancy */
};

/* is_people_match(match, row, title): whether `row`, who came for a vacancy called `title`, is
 * looked for. */
bool is_people_match(const struct people_match *match, const struct people_row *row,
                     struct span title);

#endif
