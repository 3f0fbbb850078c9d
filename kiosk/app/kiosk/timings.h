/* timings: how long start and touches took, for measurements on a real display. Numbers only. */
#ifndef APP_KIOSK_TIMINGS_H
#define APP_KIOSK_TIMINGS_H

#include "base/status.h"

#include <stdint.h>
#include <stdio.h>

enum { TIMINGS_MAX = 100000 };

struct timings {
    const char *path;       /* NULL: nothing is kept */
    FILE *file;             /* open from the start: later none may be opened */
    int64_t first_frame_us; /* since the process began */
    uint32_t *touch_us;     /* from input to pushed pixels, in order */
    uint32_t count, is_marking;
    int64_t mark_us;
};

/* timings_open(path, room, timings): begins, with a new file at `path`; `room` holds TIMINGS_MAX
 * values, kept. STATUS_NO_ACCESS; fails as file_check_place. */
must_check enum status timings_open(const char *path, uint32_t *room,
                                    struct timings *timings);
/* timings_first(timings): the first frame stands. timings_begin(timings), timings_end(timings):
 * an input arrived; what follows from it was pushed. */
void timings_first(struct timings *timings);
void timings_begin(struct timings *timings);
void timings_end(struct timings *timings);
/* timings_write(timings): "first_frame_us N", then one "touch_us N" a line. Closes the file. OK
 * without a path. */
must_check enum status timings_write(const struct timings *timings);

#endif
