#include "base/clock.h"

#include "base/must.h"
#include "base/words.h"

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

struct span clock_time(struct arena *arena, int64_t unix_ms)
{
    const time_t seconds = (time_t)(unix_ms / 1000);
    struct tm at;
    if (!localtime_r(&seconds, &at))
        return SPAN("unknown");
    return span_format(arena, "%02d:%02d", at.tm_hour, at.tm_min);
}

struct span clock_stamp(struct arena *arena, int64_t unix_ms)
{
    const time_t seconds = (time_t)(unix_ms / 1000);
    struct tm at;
    if (!localtime_r(&seconds, &at))
        return SPAN("unknown");
    return span_format(arena, "%04d-%02d-%02d %02d:%02d", at.tm_year + 1900,
                       at.tm_mon + 1, at.tm_mday, at.tm_hour, at.tm_min);
}

struct span clock_day_time(struct arena *arena, int64_t unix_ms)
{
    static const char *const days[] = {WN("Sunday"),    WN("Monday"),   WN("Tuesday"),
                                       WN("Wednesday"), WN("Thursday"), WN("Friday"),
                                       WN("Saturday")};
    const time_t seconds = (time_t)(unix_ms / 1000);
    struct tm at;
    must(localtime_r(&seconds, &at) != NULL);
    return span_format(arena, "%s, %02d:%02d", W(days[at.tm_wday]), at.tm_hour,
                       at.tm_min);
}

/* -1 unless `count` digits stand at `from`. */
static int digits_at(struct span text, size_t from, size_t count)
{
    int value = 0;
    for (size_t i = from; i < from + count; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return -1;
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}

/* timegm makes the 2nd of March of the 30th of February: only what comes out as it went in is a
 * day. */
bool is_clock_date(struct span text, int64_t *out_unix_ms)
{
    if (text.count != 10 || text.data[4] != '-' || text.data[7] != '-')
        return false;
    const struct tm wanted = {.tm_year = digits_at(text, 0, 4) - 1900,
                              .tm_mon = digits_at(text, 5, 2) - 1,
                              .tm_mday = digits_at(text, 8, 2)};
    struct tm day = wanted;
    const time_t seconds = timegm(&day);
    if (seconds < 0 || day.tm_year != wanted.tm_year || day.tm_mon != wanted.tm_mon ||
        day.tm_mday != wanted.tm_mday)
        return false;
    *out_unix_ms = (int64_t)seconds * 1000;
    return true;
}

/* An hour that a change of the clocks leaves out is none either. */
bool is_clock_digits(struct span text, int64_t *out_unix_ms)
{
    if (text.count != 12)
        return false;
    const struct tm wanted = {.tm_year = digits_at(text, 0, 4) - 1900,
                              .tm_mon = digits_at(text, 4, 2) - 1,
                              .tm_mday = digits_at(text, 6, 2),
                              .tm_hour = digits_at(text, 8, 2),
                              .tm_min = digits_at(text, 10, 2),
                              .tm_isdst = -1};
    struct tm at = wanted;
    const time_t seconds = mktime(&at);
    if (wanted.tm_hour < 0 || wanted.tm_min < 0 || seconds < 0 ||
        at.tm_year != wanted.tm_year || at.tm_mon != wanted.tm_mon ||
        at.tm_mday != wanted.tm_mday || at.tm_hour != wanted.tm_hour ||
        at.tm_min != wanted.tm_min)
        return false;
    *out_unix_ms = (int64_t)seconds * 1000;
    return true;
}
