/* item_value: in which of seven shapes an answer is kept and written. The kinds of items are
 * many; what they leave behind is not. */
#ifndef QUESTIONNAIRE_ITEM_VALUE_H
#define QUESTIONNAIRE_ITEM_VALUE_H

#include "questionnaire/questionnaire.h"

enum item_value {
    VALUE_NONE,   /* nothing but the time */
    VALUE_NUMBER, /* a rating */
    VALUE_PICK,   /* one option */
    VALUE_TICKS,  /* any options */
    VALUE_ROWS,   /* one column for each row */
    VALUE_PAIR,   /* the first and the last of some statements */
    VALUE_TEXT,
};

/* item_value_of(kind): the shape for items of `kind`. */
enum item_value item_value_of(enum item_kind kind);

#endif
