/* answer: what a person gave for one item, and when. "No answer yet" differs from every
 * answer, and "I prefer not to say" is an answer of its own. */
#ifndef QUESTIONNAIRE_ANSWER_H
#define QUESTIONNAIRE_ANSWER_H

#include "base/span.h"
#include "questionnaire/questionnaire.h"

#include <stdbool.h>

enum answer_state {
    ANSWER_NONE,    /* nothing yet */
    ANSWER_PARTIAL, /* begun: one of best and worst, some rows or places */
    ANSWER_GIVEN,
    ANSWER_DECLINED, /* "I prefer not to say" */
};

enum { NOT_PICKED = -1 };

/* The two sides of SHAPE_PAIR: best and worst, or most and least. */
enum { PAIR_BEST, PAIR_WORST, PAIR_COUNT };

/* What an answer means depends on the shape of its item's kind, answer_shape.def. Options,
 * columns and statements are indexes in document order, whatever order was shown.
 *
 *   SHAPE_NONE    nothing
 *   SHAPE_NUMBER  number = the value
 *   SHAPE_PICK    pick = the option
 *   SHAPE_TICKS   is_ticked[option]
 *   SHAPE_ROWS    columns[row] = the column
 *   SHAPE_PAIR    pair[PAIR_BEST], pair[PAIR_WORST] = the statements
 *   SHAPE_ORDER   order[place] = the option, from the first place on without a gap
 *   SHAPE_TEXT    text; of a number item its decimal text as typed
 *
 * An index that is not chosen yet is NOT_PICKED. */
struct answer {
    enum answer_state state;
    int32_t change_count; /* how often it was changed after it was complete */
    int64_t spent_ms;     /* on the screen, over all visits */
    union {
        double number;
        int16_t pick;
        bool is_ticked[OPTIONS_MAX];
        int16_t columns[OPTIONS_MAX];
        int16_t pair[PAIR_COUNT];
        int16_t order[OPTIONS_MAX];
        struct span text; /* in the sitting's arena */
    };
};

/* answer_empty(item): no answer to `item`: state NONE and nothing chosen. */
struct answer answer_empty(const struct item *item);

/* answer_content(item, answer): the bytes of `answer` that mean something for `item`, lent: two
 * answers to `item` in the same state are the same when these are. */
struct span answer_content(const struct item *item, const struct answer *answer);

/* is_answer_complete(item, answer): GIVEN and nothing missing for `item`, or DECLINED. A
 * text must not be blank, a grid needs every row, best and worst must be two different
 * statements, an order names each option once. */
bool is_answer_complete(const struct item *item, const struct answer *answer);

/* is_answer_open(item, answer): `item` waits for an answer and `answer` is none, or not whole. Own
 * words that may be left out wait for nothing. */
bool is_answer_open(const struct item *item, const struct answer *answer);

/* answer_check(item, answer):
 * The first rule of `item` that a given `answer` breaks, in the order of enum item_check;
 * its own words are item->check_keys[check]. CHECK_NONE when all are kept. An empty text
 * breaks no rule of content: whether it is needed is is_required. */
enum item_check answer_check(const struct item *item, const struct answer *answer);

/* An answer as the texts that conditions and scoring compare: a rating of 4 is "4", a choice is
 * its value, three ticked boxes are three texts. It points into itself, so it must not be
 * copied. */
struct answer_values {
    size_t count; /* 0: not answered, declined, or not shown */
    struct span texts[OPTIONS_MAX];
    char number[32];
};

/* answer_values(item, answer, out_values): the texts of `answer`; those of a grid are the rows
 * that are filled in, in order. */
void answer_values(const struct item *item, const struct answer *answer,
                   struct answer_values *out_values);

/* Where conditions and scoring find answers, by item id. GRID_1, GRID_2 ... are the rows
 * of the grid GRID. `values` fills `out_values`, count 0 when there is no answer. */
struct answer_source {
    const void *context;
    void (*values)(const void *context, struct span id, struct answer_values *out_values);
};

/* answer_source_of(set): the source over one answer per item. `set` is lent for the source's
 * life. */
struct answer_set {
    const struct questionnaire *questionnaire;
    const struct answer *const *answers; /* by item index; NULL where there is none */
};
struct answer_source answer_source_of(const struct answer_set *set);

#endif
