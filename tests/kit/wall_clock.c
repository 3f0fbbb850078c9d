/* Loaded before a program (LD_PRELOAD): it is the second CLOCK_AT, Unix time, and stays so. The
 * program is the real one; tests of days do not depend on the day on which they run. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

typedef int read_clock(clockid_t id, struct timespec *out_time);

int clock_gettime(clockid_t id, struct timespec *out_time)
{
    static read_clock *system_clock;
    const char *at = getenv("CLOCK_AT");
    if (!system_clock)
        *(void **)&system_clock = dlsym(RTLD_NEXT, "clock_gettime");
    const int got = system_clock(id, out_time);
    if (got == 0 && at && id == CLOCK_REALTIME)
        *out_time = (struct timespec){.tv_sec = strtol(at, NULL, 10)};
    return got;
}
