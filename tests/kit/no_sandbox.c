/* Preloaded into a program: a system without Landlock and seccomp; with NO_LANDLOCK_ONLY in the
 * environment, one that has seccomp. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/syscall.h>

int seccomp_load(void *filter)
{
    int (*next)(void *) = (int (*)(void *))dlsym(RTLD_NEXT, "seccomp_load");
    return getenv("NO_LANDLOCK_ONLY") ? next(filter) : -ENOSYS;
}

long syscall(long number, ...)
{
    long (*next)(long, ...) = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    long given[6];
    va_list arguments;
    va_start(arguments, number);
    for (int i = 0; i < 6; i++)
        given[i] = va_arg(arguments, long);
    va_end(arguments);
    if (number == SYS_landlock_create_ruleset ||
        (number == SYS_seccomp && !getenv("NO_LANDLOCK_ONLY"))) {
        errno = ENOSYS;
        return -1;
    }
    return next(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}
