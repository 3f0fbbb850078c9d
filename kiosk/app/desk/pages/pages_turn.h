/* pages_turn: one question on its way to an answer, and what all pages share. */
#ifndef APP_DESK_PAGES_PAGES_TURN_H
#define APP_DESK_PAGES_PAGES_TURN_H

#include "app/desk/command/operation.h"
#include "app/desk/office/people/people.h"
#include "app/desk/pages/pages_question.h"
#include "report/page/html/page_shell.h"
#include "report/page/page.h"

enum { PAGES_PARTS_MAX = 3, PAGES_ROWS = 50 };

/* The places of the rail. */
enum pages_room {
    PAGES_TODAY,
    PAGES_PEOPLE,
    PAGES_INTERVIEWS,
    PAGES_AFTER,
    PAGES_PROFILE,
    PAGES_DRIVERS,
    PAGES_STORY,
    PAGES_VACANCIES,
    PAGES_ORGANIZATION,
    PAGES_IMPORT,
    PAGES_TERMINALS,
    PAGES_KEYS,
    PAGES_AUDIT,
    PAGES_DOCTOR,
    PAGES_ME,
    PAGES_HELP,
};

struct pages_turn {
    struct pages *pages;
    struct operation *operation;       /* what the operations of the desk work on */
    const struct staff_person *person; /* who asks; NULL: from before there was a list */
    staff_role_set roles;              /* what they are */
    const struct pages_question *question;
    struct arena *arena;                /* of the answer; guarded */
    struct span parts[PAGES_PARTS_MAX]; /* of the route: what stands for each "*" */
    struct page page;                   /* the answer, unless `answer` has a body */
    struct page_shell shell;
    struct pages_answer *answer;
    struct buffer put; /* what an operation puts out */
    struct page_section notices;
};

/* pages_turn_field(turn, name): the value of the field `name`; empty when it was not sent.
 * is_pages_turn_form(turn): a form was sent. */
struct span pages_turn_field(const struct pages_turn *turn, const char *name);
bool is_pages_turn_form(const struct pages_turn *turn);

/* is_pages_turn_sent(turn, name, value): one of the fields `name` was sent with this `value`. */
bool is_pages_turn_sent(const struct pages_turn *turn, const char *name,
                        struct span value);

/* pages_turn_word(turn, word): the operation is given this word, and no values yet.
 * pages_turn_value(turn, name, value): and `value` as its option `name`, unless it is empty; of
 * more than OPTIONS_MOST the rest is left out, as no operation takes as many. */
void pages_turn_word(struct pages_turn *turn, struct span word);
void pages_turn_value(struct pages_turn *turn, const char *name, struct span value);

/* has_pages_turn_role(turn, letters): whether who asks is one of these (staff_role.def). */
bool has_pages_turn_role(const struct pages_turn *turn, const char *letters);

/* pages_turn_begin(turn, title): begins the page `title` on whose top the line about the form
 * stands. pages_turn_crumb(turn, words, address): a further step of the way to this page; the last
 * has no address. */
void pages_turn_begin(struct pages_turn *turn, struct span title);
void pages_turn_crumb(struct pages_turn *turn, struct span words, struct span address);

/* pages_turn_people(turn, out_people): who answered, kept until the archive changes. */
must_check enum status pages_turn_people(struct pages_turn *turn,
                                         struct people **out_people);

/* pages_turn_person(turn, typed, out_row): the row of the one whose reference is `typed`. Of
 * somebody who is not in the list the failure is that of result_reader_read, which says when and
 * why their content went; STATUS_NOT_FOUND for whoever never came. */
must_check enum status pages_turn_person(struct pages_turn *turn, struct span typed,
                                         const struct people_row **out_row);

/* pages_turn_vacancy(turn, id): the title of the vacancy `id`; `id` itself where its document is
 * not here. */
struct span pages_turn_vacancy(struct pages_turn *turn, struct span id);

/* pages_turn_note(turn, what, about): adds to the log of the desk, before anything is given out.
 */
void pages_turn_note(struct pages_turn *turn, const char *what, struct span about);

/* pages_turn_note_people(turn, what, about, is_given): the same before somebody's answers or
 * figures are shown, or given as a file; fails as operation_note_people does. */
must_check enum status pages_turn_note_people(struct pages_turn *turn, const char *what,
                                              struct span about, bool is_given);

/* pages_turn_done(turn, address, words): a form has done something: the answer sends on to
 * `address`, one of our own, and the page there says on top, once, that it is done, in `words`,
 * which are a sentence of the program. */
void pages_turn_done(struct pages_turn *turn, struct span address, const char *words);

/* pages_turn_change_begin(turn), pages_turn_change_end(turn): around what changes the folder:
 * nobody else changes it meanwhile. STATUS_IN_USE when somebody does. What was kept is dropped. */
must_check enum status pages_turn_change_begin(struct pages_turn *turn);
void pages_turn_change_end(struct pages_turn *turn);

/* pages_X(turn): what each route of pages_route.def answers. */
#define PAGES_ROUTE(symbol, route, methods, fields, roles, room)                         \
    must_check enum status pages_##symbol(struct pages_turn *turn);
#include "app/desk/pages/pages_route.def"
#undef PAGES_ROUTE

#endif
