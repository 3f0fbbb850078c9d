/* sitting_progress: how far somebody is, honestly: by what is still open and the time it takes, not
 * by pages. It begins with the time that the form expects, and takes the person's own pace the more
 * of it is known; a slow one not before the first questions are done. Looking again at what is
 * answered takes nothing back. */
#ifndef SITTING_SITTING_PROGRESS_H
#define SITTING_SITTING_PROGRESS_H

#include "sitting/sitting.h"

#include <stdbool.h>

struct progress {
    size_t part_number, part_count; /* "Part 2 of 6"; practice is none of them */
    size_t question_number,
        question_count; /* of the part; number 0: nothing is asked here */
    bool is_practice;
    int minutes_left;     /* rounded up, 0 only when nothing is open */
    double fraction_done; /* of the expected time */
};

/* sitting_progress(sitting, step, now): where the person at `step` is; `now` is the answer there
 * that is on the screen and not kept yet, NULL: as it is kept. NO_STEP: before the first step,
 * or at the end once `sitting` is finished. */
struct progress sitting_progress(const struct sitting *sitting, int step,
                                 const struct answer *now);

/* What a part holds, for who is about to begin it. */
struct part_size {
    size_t question_count, page_count; /* pages are only read */
    int minutes;                       /* at the person's own pace, at least 1 */
};

/* sitting_progress_part(sitting, part): the shown steps of the part with index `part`. */
struct part_size sitting_progress_part(const struct sitting *sitting, size_t part);

#endif
