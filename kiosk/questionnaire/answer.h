/* answer: what a person gave for one item, and when. "No answer yet" differs from every
 * answer, and "I prefer not to say" is an answer of its own. */
#ifndef QUESTIONNAIRE_ANSWER_H
#define QUESTIONNAIRE_ANSWER_H

#include "base/span.h"
#include "questionnaire/questionnaire.h"

#include <stdbool.h>

enum answer_state {
    ANSWER_NONE,    /* nothing yet */
    ANSWER_PARTIAL, /* begun: one of best and worst, some rows of a grid */
    ANSWER_GIVEN,
    ANSWER_DECLINED, /* "I prefer not to say" */
};

enum { NOT_PICKED = -1 };

/* Meaning of the fields by the shape of the item's kind; indexes are those of the document:
 *   number   number = the value
 *   pick     picks[0] = the option
 *   ticks    picks[i] = 1 where option i is ticked, else NOT_PICKED
 *   rows     picks[row] = the column, or NOT_PICKED
 *   pair     picks[0] = best or most, picks[1] = worst or least
 *   text     text, as typed; a number too */
struct answer {
    enum answer_state state;
    int16_t picks[OPTIONS_MAX];
    double number;
    struct span text;     /* in the sitting's arena */
    int64_t spent_ms;     /* on the screen, over all visits */
    int32_t change_count; /* how often it was changed after it was complete */
};

/* answer_empty(): state NONE, every pick NOT_PICKED. */
struct answer answer_empty(void);

/* is_answer_complete(item, answer): GIVEN and nothing missing for `item`, or DECLINED. A
 * text must not be blank, a grid needs every row, best and worst must be two different
 * statements. */
bool is_answer_complete(const struct item *item, const struct answer *answer);

/* answer_check(item, answer):
 * The first rule of `item` that a given `answer` breaks, in the order of enum item_check;
 * its own words are item->check_keys[check]. CHECK_NONE when all are kept. An empty text
 * breaks no rule of content: whether it is needed is is_required. */
enum item_check answer_check(const struct item *item, const struct answer *answer);

/* An answer as the texts that conditions and scoring compare: a rating of 4 is "4", a
 * choice its value, three ticked boxes are three texts. Holds a pointer into itself: not
 * to be copied. */
struct answer_values {
    size_t count; /* 0: not answered, declined, or not shown */
    struct span texts[OPTIONS_MAX];
    char number[32];
};

/* answer_values(item, answer, out_values): the texts of `answer`; those of a grid are the
 * rows that are filled in, in order. */
void answer_values(const struct item *item, const struct answer *answer,
                   struct answer_values *out_values);

/* Where conditions and scoring find answers, by item id. GRID_1, GRID_2 ... are the rows
 * of the grid GRID. `values` fills `out_values`, count 0 when there is no answer. */
struct answer_source {
    const void *context;
    void (*values)(const void *context, struct span id, struct answer_values *out_values);
};

/* answer_source_of(set): the source over one answer per item. `set` is lent for the
 * source's life. */
struct answer_set {
    const struct questionnaire *questionnaire;
    const struct answer *const *answers; /* by item index; NULL where there is none */
};
struct answer_source answer_source_of(const struct answer_set *set);

#endif
