/* pages_talk: what the pages of one interview have in common. */
#ifndef APP_DESK_PAGES_INTERVIEW_PAGES_TALK_H
#define APP_DESK_PAGES_INTERVIEW_PAGES_TALK_H

#include "app/desk/command/interview/interview_open.h"
#include "app/desk/office/interview/panel_draft.h"
#include "app/desk/office/interview/ended/panel_drop.h"
#include "app/desk/pages/pages_turn.h"

enum { PAGES_TALK_WRONG_FORM = 422 };

/* The interview that the route names. */
struct pages_talk {
    struct panel panel;
    struct interview_guide guide;
    const struct panel_member
        *own;               /* who looks, as one of those who ask; NULL: a reader */
    bool is_locked;         /* by them */
    size_t locked;          /* members who have */
    struct panel_drop drop; /* how it ended, if it did */
};

/* pages_talk_open(turn, here, out_talk): opens it, notes that in the log, and begins its page,
 * called `here` in the way to it (NULL: the interview itself). */
must_check enum status pages_talk_open(struct pages_turn *turn, const char *here,
                                       struct pages_talk *out_talk);

/* pages_talk_run(turn, prepare, run): the operation, with the values that were set; nobody else
 * changes the folder meanwhile. `prepare` may be NULL. */
must_check enum status pages_talk_run(struct pages_turn *turn,
                                      enum status (*prepare)(struct operation *operation),
                                      enum status (*run)(struct operation *operation));

/* pages_talk_rating(turn, form, asked, rating): the fields of a rating of `asked`, filled with
 * what was typed or with `rating` (NULL: none yet). */
void pages_talk_rating(struct pages_turn *turn, struct page_form *form,
                       const struct interview_asked *asked,
                       const struct interview_rating *rating);

/* pages_talk_wrong(turn, status, form, field): says the last failure beside `field`; `status`
 * itself when it is one that no form can mend. */
must_check enum status pages_talk_wrong(struct pages_turn *turn, enum status status,
                                        struct page_form *form, const char *field);

#endif
