/* state: one number for all that a sitting holds, to see after a kill that exactly that came
 * back: item, order, answers. */
#ifndef APP_STORY_STATE_H
#define APP_STORY_STATE_H

#include "screens/journey.h"

/* state_of(journey): 0 without a sitting; else a hash (FNV-1a) over the step on the screen, the
 * shown order of every step, and every answer that counts, without the times. */
uint64_t state_of(const struct journey *journey);

#endif
