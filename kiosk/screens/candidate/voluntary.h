/* voluntary: what is asked for the audit, after the receipt, of whoever wants to say it (setup:
 * groups.h). */
#ifndef SCREENS_CANDIDATE_VOLUNTARY_H
#define SCREENS_CANDIDATE_VOLUNTARY_H

#include "screens/journey.h"

/* is_voluntary_asked(journey): whether the person who is here is asked: the configuration asks
 * something, and they have applied for work. */
bool is_voluntary_asked(const struct journey *journey);

#endif
