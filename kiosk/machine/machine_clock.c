#include "machine/machine_clock.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/rtc.h>
#include <sys/ioctl.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

enum { ADJTIME_BYTES = 4096, ARENA_BYTES = 64 * 1024 };

bool is_machine_clock_synced(void)
{
    struct timex about = {0};
    return adjtimex(&about) != TIME_ERROR && !(about.status & STA_UNSYNC);
}

/* The clock of the hardware has no time zone: the third line of /etc/adjtime says which it
 * keeps. */
static bool is_kept_local(void)
{
    struct arena arena;
    struct span text, line = SPAN("");
    arena_init(&arena, ARENA_BYTES);
    if (file_read(&arena, "/etc/adjtime", ADJTIME_BYTES, &text) == OK)
        for (int i = 0; i < 3 && span_next(&text, '\n', &line); i++)
            continue;
    const bool is_local = is_span(span_trim(line), "LOCAL");
    arena_done(&arena);
    return is_local;
}

static bool is_kept(int64_t unix_s)
{
    const time_t seconds = (time_t)unix_s;
    struct tm at;
    scoped_file clock = open("/dev/rtc0", O_RDONLY | O_CLOEXEC);
    if (clock < 0 || !(is_kept_local() ? localtime_r : gmtime_r)(&seconds, &at))
        return false;
    const struct rtc_time told = {.tm_sec = at.tm_sec,
                                  .tm_min = at.tm_min,
                                  .tm_hour = at.tm_hour,
                                  .tm_mday = at.tm_mday,
                                  .tm_mon = at.tm_mon,
                                  .tm_year = at.tm_year};
    return ioctl(clock, RTC_SET_TIME, &told) == 0;
}

enum machine_result machine_clock_set(int64_t unix_s)
{
    const struct timespec wanted = {.tv_sec = (time_t)unix_s};
    if (clock_settime(CLOCK_REALTIME, &wanted) != 0)
        return MACHINE_RESULT_HELD;
    return is_kept(unix_s) ? MACHINE_RESULT_DONE : MACHINE_RESULT_FORGOTTEN;
}
