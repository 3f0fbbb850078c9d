/* Loaded before a program (LD_PRELOAD), it moves the steady clock on by as many seconds as the file
 * that CLOCK_SHIFT names says in its first letters, which may change at any time. The program is
 * the real one; only waiting is spared. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

typedef int read_clock(clockid_t id, struct timespec *out_time);

static long shift_s(void)
{
    static int file = -1;
    char text[16] = {0};
    const char *path = getenv("CLOCK_SHIFT");
    if (file < 0 && path)
        file = open(path, O_RDONLY | O_CLOEXEC);
    return file >= 0 && pread(file, text, sizeof text - 1, 0) > 0 ? strtol(text, NULL, 10)
                                                                  : 0;
}

int clock_gettime(clockid_t id, struct timespec *out_time)
{
    static read_clock *system_clock;
    if (!system_clock)
        *(void **)&system_clock = dlsym(RTLD_NEXT, "clock_gettime");
    const int got = system_clock(id, out_time);
    if (got == 0 && id == CLOCK_MONOTONIC)
        out_time->tv_sec += shift_s();
    return got;
}
