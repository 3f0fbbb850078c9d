/* report_trials: what trials with made-up people have shown of a second session. */
#ifndef REPORT_REPORT_TRIALS_H
#define REPORT_REPORT_TRIALS_H

#include "report/report_source.h"

/* report_trials_words(source): how often the point of a second session lies in the range of the
 * first, where the form of `source` tells it; else empty. */
struct span report_trials_words(const struct report_source *source);

#endif
