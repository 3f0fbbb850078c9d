/* answer: what a person gave for one item, and when. "No answer yet" differs from every answer,
 * and "I prefer not to say" is an answer of its own. */
#ifndef MODEL_ANSWER_H
#define MODEL_ANSWER_H

#include "base/span.h"
#include "model/questionnaire.h"

enum answer_state {
    ANSWER_NONE,     /* nothing yet */
    ANSWER_PARTIAL,  /* begun: one of best and worst, some rows of a grid */
    ANSWER_GIVEN,
    ANSWER_DECLINED, /* "I prefer not to say" */
};

enum { NOT_PICKED = -1 };

/* Meaning of the fields by kind:
 *   likert, vas       number = the value
 *   multi             picks[0] = option index
 *   multicheck        picks[i] = 1 where option i is checked, else NOT_PICKED
 *   grid              picks[row] = column index or NOT_PICKED
 *   best-worst,       picks[0] = best or most, picks[1] = worst or least; document order index
 *   most-least
 *   short, long, number   text (number: decimal text as typed) */
struct answer {
    enum answer_state state;
    int16_t picks[OPTIONS_MAX];
    double number;
    struct span text;        /* in the sitting's arena */
    int64_t spent_ms;        /* on the screen, over all visits */
    int32_t change_count;    /* how often it was changed after it was complete */
};

/* answer_empty(): state NONE, every pick NOT_PICKED. */
struct answer answer_empty(void);

/* is_answer_complete(item, answer): GIVEN and nothing missing for `item`, or DECLINED. */
int is_answer_complete(const struct item *item, const struct answer *answer);

#endif
