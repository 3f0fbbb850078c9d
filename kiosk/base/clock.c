#include "base/clock.h"

#include <time.h>

struct moment clock_now(void)
{
    struct timespec wall, steady;
    clock_gettime(CLOCK_REALTIME, &wall);
    clock_gettime(CLOCK_MONOTONIC, &steady);
    return (struct moment){
        .unix_ms = (int64_t)wall.tv_sec * 1000 + wall.tv_nsec / 1000000,
        .steady_ms = (int64_t)steady.tv_sec * 1000 + steady.tv_nsec / 1000000,
    };
}

struct span clock_date(struct arena *arena, int64_t unix_ms)
{
    const time_t seconds = (time_t)(unix_ms / 1000);
    struct tm at;
    if (!gmtime_r(&seconds, &at))
        return SPAN("unknown");
    return span_format(arena, "%04d-%02d-%02d", at.tm_year + 1900, at.tm_mon + 1,
                       at.tm_mday);
}
