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

static int parts_of(int64_t unix_ms, struct tm *out_parts)
{
    const time_t seconds = (time_t)(unix_ms / 1000);
    return gmtime_r(&seconds, out_parts) != NULL;
}

struct span clock_date(struct arena *arena, int64_t unix_ms)
{
    struct tm at;
    if (!parts_of(unix_ms, &at))
        return SPAN("unknown");
    return span_format(arena, "%04d-%02d-%02d", at.tm_year + 1900, at.tm_mon + 1,
                       at.tm_mday);
}

struct span clock_stamp(struct arena *arena, int64_t unix_ms)
{
    struct tm at;
    if (!parts_of(unix_ms, &at))
        return SPAN("unknown");
    return span_format(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", at.tm_year + 1900,
                       at.tm_mon + 1, at.tm_mday, at.tm_hour, at.tm_min, at.tm_sec);
}
