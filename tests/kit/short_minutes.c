/* Loaded first: a timer of a program runs out at once when the file that $SHORT_MINUTES names is
 * there, and only then. A test decides so when the time of a real process is over. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/timerfd.h>
#include <unistd.h>

static int the_timer = -1;

int timerfd_create(clockid_t clock, int flags)
{
    int (*real)(clockid_t, int) =
        (int (*)(clockid_t, int))dlsym(RTLD_NEXT, "timerfd_create");
    the_timer = real(clock, flags);
    return the_timer;
}

/* Looks every tenth of a second whether the time is over. */
int poll(struct pollfd *waits, nfds_t count, int timeout)
{
    int (*real)(struct pollfd *, nfds_t, int) =
        (int (*)(struct pollfd *, nfds_t, int))dlsym(RTLD_NEXT, "poll");
    const char *place = getenv("SHORT_MINUTES");
    while (the_timer >= 0 && place && timeout < 0) {
        const int got = real(waits, count, 100);
        if (got != 0)
            return got;
        if (access(place, F_OK) != 0)
            continue;
        const struct itimerspec now = {.it_value.tv_nsec = 1};
        timerfd_settime(the_timer, 0, &now, NULL);
    }
    return real(waits, count, timeout);
}
