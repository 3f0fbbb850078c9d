/* checkin_read: the check-ins of the person whom the first word of an operation names: which cards
 * were made, and who came. */
#ifndef APP_DESK_COMMAND_AFTER_CHECKIN_READ_H
#define APP_DESK_COMMAND_AFTER_CHECKIN_READ_H

#include "app/desk/command/after/plan_made.h"
#include "app/desk/office/after/checkin_came.h"
#include "app/desk/office/after/checkin_change.h"
#include "app/desk/office/after/checkin_kept.h"
#include "app/desk/office/after/plan_page.h"

struct checkin_read {
    struct plan_made made; /* whose they are; of its facts only the handle */
    struct span date; /* of the session before they were hired, and what came of it */
    struct figure figure;
    struct checkin_voice voice;
    struct checkin *cards;
    size_t card_count;
    struct checkin_came *came; /* of everybody */
    size_t came_count;
    struct checkin_change changes[CHECKIN_TIMES]; /* of those who came */
    size_t change_count;
};

/* checkin_read_open(operation, out_read): as plan_made_open, and the cards, into operation->shown.
 * Fails as plan_made_open, checkin_kept_list and checkin_came_list. checkin_read_changes(operation,
 * read): opens the session before and each check-in that came, and finds what has moved; fails as
 * result_reader_read and checkin_change_find. */
must_check enum status checkin_read_open(struct operation *operation,
                                         struct checkin_read *out_read);
must_check enum status checkin_read_changes(struct operation *operation,
                                            struct checkin_read *read);

/* checkin_read_say(page, read, look, day): all of it as sections of `page`; what was written stands
 * in sections of `look`; days are told by `day`, or as they are where it is NULL. */
void checkin_read_say(struct page *page, const struct checkin_read *read,
                      enum page_look look, plan_page_day *day);

/* checkin_read_card(read, month): the card that was made last for `month`; NULL: none.
 * checkin_read_came(read, month): what was answered then; NULL: nothing yet. */
const struct checkin *checkin_read_card(const struct checkin_read *read, int month);
const struct checkin_came *checkin_read_came(const struct checkin_read *read, int month);

#endif
