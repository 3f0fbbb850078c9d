/* staff_digits: digits that staff type, with the pad on the screen, a keyboard or two switches. */
#ifndef SCREENS_STAFF_STAFF_DIGITS_H
#define SCREENS_STAFF_STAFF_DIGITS_H

#include "screens/typing.h"

/* staff_digits_type(typing, event, most): what `event` means for the digits in `typing`, of which
 * there are at most `most`; whether it was one that types. */
bool staff_digits_type(struct typing *typing, const struct event *event, size_t most);

#endif
