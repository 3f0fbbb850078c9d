/* declined: somebody who passes by all that comes before a step. */
#ifndef KIT_DECLINED_H
#define KIT_DECLINED_H

#include "sitting/sitting.h"

/* Each shown step before `step` is declined, after `spent_ms` on its screen. */
static inline void sample_decline_before(struct sitting *sitting, int step,
                                         int64_t spent_ms)
{
    for (int i = 0; i < step; i++) {
        struct answer answer = answer_empty(sitting->steps[i].item);
        if (!is_sitting_shown(sitting, (size_t)i))
            continue;
        answer.state = ANSWER_DECLINED;
        answer.spent_ms = spent_ms;
        sitting_put(sitting, (size_t)i, &answer);
    }
}

#endif
