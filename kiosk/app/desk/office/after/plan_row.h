/* plan_row: one row of what was written down about the plan of a person who was hired: a line as
 * it is from then on, or that two people agreed on the lines before. Values only; plan.h makes a
 * plan of rows, plan_kept.h keeps them. */
#ifndef APP_DESK_OFFICE_AFTER_PLAN_ROW_H
#define APP_DESK_OFFICE_AFTER_PLAN_ROW_H

#include "base/arena.h"
#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>

enum plan_way {
#define PLAN_WAY(symbol, word, title) symbol,
#include "app/desk/office/after/plan_way.def"
#undef PLAN_WAY
    PLAN_WAYS
};
enum plan_state { PLAN_PLANNED, PLAN_DONE, PLAN_DROPPED, PLAN_STATES };

enum {
    PLAN_LINES_MAX = 30,
    PLAN_TEXT_MAX = 300,  /* characters of what is done, and of a reason */
    PLAN_MATTER_MAX = 80, /* of what it is for */
    PLAN_NAME_MAX = 80,
    PLAN_ROW_BYTES_MAX = 16 * 1024,
    PLAN_AGREE = 2, /* people: the one whose plan it is, and the one they agree with */
};

struct plan_line {
    int64_t number; /* from 1 */
    enum plan_way way;
    enum plan_state state;
    struct span what;   /* is done */
    struct span matter; /* what it is for; may be empty */
    struct span owner;  /* the name of the one who sees to it */
    struct span day;    /* by which, "2026-12-20" */
    struct span why;    /* it was dropped; else empty */
};

struct plan_agreement {
    struct span names[PLAN_AGREE];
    struct span days[PLAN_AGREE];
};

struct plan_row {
    bool is_agreement;
    struct plan_line line;           /* unless it is an agreement */
    struct plan_agreement agreement; /* if it is one */
    int64_t time_s;
    struct span who; /* the label of the key */
};

/* plan_row_write(arena, row): its canonical bytes; `arena` should be guarded.
 * plan_row_read(arena, bytes, out_row): and back; STATUS_DAMAGED for any other. */
struct span plan_row_write(struct arena *arena, const struct plan_row *row);
must_check enum status plan_row_read(struct arena *arena, struct span bytes,
                                     struct plan_row *out_row);

/* plan_row_check(row): refuses, with how to mend it, a row that nobody should keep: a text that is
 * empty, too long or has what nobody sees; a day that is none; a line that was dropped without a
 * reason, or that has a reason and was not. STATUS_BAD_INPUT. The names of people are checked by
 * who takes them. */
must_check enum status plan_row_check(const struct plan_row *row);

/* is_plan_row_same(a, b): the same is to be done by the same person until the same day, however far
 * it is. */
bool is_plan_row_same(const struct plan_line *a, const struct plan_line *b);

/* plan_row_way(word, out_way), plan_row_state(word, out_state): what is typed as `word`;
 * STATUS_BAD_INPUT with those that there are. The other way: plan_row_way_word(way),
 * plan_row_state_word(state). plan_row_way_title(way), plan_row_state_title(state): as they are
 * read. */
must_check enum status plan_row_way(struct span word, enum plan_way *out_way);
must_check enum status plan_row_state(struct span word, enum plan_state *out_state);
const char *plan_row_way_word(enum plan_way way);
const char *plan_row_state_word(enum plan_state state);
const char *plan_row_way_title(enum plan_way way);
const char *plan_row_state_title(enum plan_state state);

#endif
