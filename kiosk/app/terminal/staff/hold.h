/* hold: a finger, or the mouse, that is held still on one place of the screen for a while, or the
 * key that stands for it. */
#ifndef APP_TERMINAL_STAFF_HOLD_H
#define APP_TERMINAL_STAFF_HOLD_H

#include "view/input.h"
#include "view/node.h"

#include <stdbool.h>

enum { HOLD_KEY = -1 };

struct hold {
    bool is_on;
    int pointer;      /* HOLD_KEY: the key */
    int64_t until_ms; /* steady: held long enough then */
};

/* hold_follow(hold, place, input, hold_ms): what `input` means for it: it begins with a press on
 * `place` (laid out; NULL: there is none, and the key does nothing either) or with the key
 * (INPUT_STAFF), and ends when that is left or let go.
 * is_hold_due(hold, now_ms): it was held for `hold_ms`; then it is over. hold_deadline(hold): when
 * that is, INT64_MAX: nothing is held. */
void hold_follow(struct hold *hold, const struct node *place, const struct input *input,
                 int64_t hold_ms);
bool is_hold_due(struct hold *hold, int64_t now_ms);
int64_t hold_deadline(const struct hold *hold);

#endif
