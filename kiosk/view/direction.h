/* direction: from which side a language is written, by its code (BCP 47). */
#ifndef VIEW_DIRECTION_H
#define VIEW_DIRECTION_H

#include "base/span.h"

/* is_direction_right_to_left(code): whether the language `code` is written from right to left: by
 * its script where the code names one ("ku-Arab"), else by the usual one. */
bool is_direction_right_to_left(struct span code);

#endif
