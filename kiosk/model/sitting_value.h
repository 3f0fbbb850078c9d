/* sitting_value: in which of seven shapes an answer is kept and written. The kinds of items are
 * many; what they leave behind is not. */
#ifndef MODEL_SITTING_VALUE_H
#define MODEL_SITTING_VALUE_H

#include "model/questionnaire.h"

enum sitting_value {
    VALUE_NONE,   /* nothing but the time */
    VALUE_NUMBER, /* a rating */
    VALUE_PICK,   /* one option */
    VALUE_TICKS,  /* any options */
    VALUE_ROWS,   /* one column for each row */
    VALUE_PAIR,   /* the first and the last of some statements */
    VALUE_TEXT,
};

/* sitting_value_of(kind): the shape for items of `kind`. */
enum sitting_value sitting_value_of(enum item_kind kind);

#endif
