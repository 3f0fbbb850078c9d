/* reason: why a control that is shown cannot be chosen now. */
#ifndef SCREENS_REASON_H
#define SCREENS_REASON_H

#include "base/span.h"

enum reason {
    REASON_NONE,
#define REASON(name, sentence) REASON_##name,
#include "screens/reason.def"
#undef REASON
    REASON_COUNT,
};

/* reason_words(reason): the sentence for the person; empty for REASON_NONE. */
struct span reason_words(enum reason reason);

#endif
