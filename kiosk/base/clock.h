/* clock: the time as a value. Nothing below app/ asks the system for the time: a moment
 * is passed in with each event, so every run can be replayed and tests own the clock. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/span.h"

#include <stdbool.h>

struct moment {
    int64_t unix_ms;   /* wall clock, UTC; may jump */
    int64_t steady_ms; /* since some start; never goes back: all durations use this */
};

/* clock_now(): the system's moment. Only app/ and device/ call it. */
struct moment clock_now(void);
/* clock_date(arena, unix_ms): the day in UTC, "2026-11-23". */
struct span clock_date(struct arena *arena, int64_t unix_ms);
/* clock_time(arena, unix_ms): the time of day where this machine stands, "14:20"; seconds are cut
 * off. */
struct span clock_time(struct arena *arena, int64_t unix_ms);
/* clock_stamp(arena, unix_ms): day and time where this machine stands, "2026-11-23 14:20". */
struct span clock_stamp(struct arena *arena, int64_t unix_ms);
/* is_clock_digits(text, out_unix_ms): `text` is such a day and time in twelve digits,
 * "202611231420"; then `out_unix_ms` is when that begins. */
bool is_clock_digits(struct span text, int64_t *out_unix_ms);
/* clock_day_time(arena, unix_ms): the day of the week and the time of day where this machine
 * stands, "Tuesday, 14:20"; seconds are cut off. */
struct span clock_day_time(struct arena *arena, int64_t unix_ms);
/* is_clock_date(text, out_unix_ms): `text` is such a day of the years 1970 to 9999; then
 * `out_unix_ms` is its first millisecond in UTC. */
bool is_clock_date(struct span text, int64_t *out_unix_ms);

#endif
