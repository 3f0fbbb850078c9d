/* Preloaded into a program: kills it before the step to the disk with the number KILL_AT_STEP,
 * from 1, as when the power goes between two writes; with STOP_AT_STEPS it stops before each, so
 * that its memory can be read. A step is a file that gets its name, or data of the database that
 * are made sure of; of a folder that is still made beside its place, no file is one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void step(void)
{
    static long steps;
    const char *at = getenv("KILL_AT_STEP");
    if (at && ++steps == strtol(at, NULL, 10))
        kill(getpid(), SIGKILL);
    if (getenv("STOP_AT_STEPS"))
        kill(getpid(), SIGSTOP);
}

int fdatasync(int descriptor)
{
    int (*next)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    step();
    return next(descriptor);
}

int rename(const char *from, const char *to)
{
    int (*next)(const char *, const char *) =
        (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
    if (!strstr(to, ".new/"))
        step();
    return next(from, to);
}

int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags)
{
    int (*next)(int, const char *, int, const char *, unsigned) =
        (int (*)(int, const char *, int, const char *, unsigned))dlsym(RTLD_NEXT,
                                                                       "renameat2");
    step();
    return next(from_at, from, to_at, to, flags);
}
