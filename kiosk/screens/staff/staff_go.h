/* staff_go: from one page for staff to another. */
#ifndef SCREENS_STAFF_STAFF_GO_H
#define SCREENS_STAFF_STAFF_GO_H

#include "screens/journey.h"

/* staff_go(journey, to, moment): shows `to`; what was typed, asked and done on the page before is
 * over. */
void staff_go(struct journey *journey, enum screen_kind to, struct moment moment);

#endif
