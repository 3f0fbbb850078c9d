/* fail_disk: loaded before a program (LD_PRELOAD), lets the FAIL_AT-th call that changes
 * something on the disk fail with the error FAIL_WITH (a number of errno), and with FAIL_EVER
 * all after it; with FAIL_COUNT it tells at the end how many there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static long asked;

static long number_of(const char *name)
{
    const char *value = getenv(name);
    return value ? atol(value) : 0;
}

static int fails(void)
{
    const long at = number_of("FAIL_AT"), now = ++asked;
    const int does = at > 0 && (now == at || (now > at && getenv("FAIL_EVER")));
    if (does)
        errno = (int)number_of("FAIL_WITH");
    return does;
}

/* HOOK(type, name, parameters, arguments, is_meant): `name` fails where it is its turn and it is
 * meant to be counted. */
#define HOOK(type, name, parameters, arguments, is_meant)                                \
    type name parameters                                                                 \
    {                                                                                    \
        type(*next) parameters = dlsym(RTLD_NEXT, #name);                                \
        return (is_meant) && fails() ? -1 : next arguments;                              \
    }

HOOK(ssize_t, write, (int file, const void *bytes, size_t count), (file, bytes, count),
     file > 2)
HOOK(ssize_t, pwrite, (int file, const void *bytes, size_t count, off_t at),
     (file, bytes, count, at), 1)
HOOK(ssize_t, pwrite64, (int file, const void *bytes, size_t count, off64_t at),
     (file, bytes, count, at), 1)
HOOK(int, fsync, (int file), (file), 1)
HOOK(int, fdatasync, (int file), (file), 1)
HOOK(int, ftruncate, (int file, off_t count), (file, count), 1)
HOOK(int, ftruncate64, (int file, off64_t count), (file, count), 1)
HOOK(int, rename, (const char *from, const char *to), (from, to), 1)
HOOK(int, renameat2, (int a, const char *from, int b, const char *to, unsigned how),
     (a, from, b, to, how), 1)
HOOK(int, mkdir, (const char *path, mode_t mode), (path, mode), 1)

static int opened(const char *name, const char *path, int flags, mode_t mode)
{
    int (*next)(const char *, int, ...) =
        (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, name);
    return flags & O_CREAT && fails() ? -1 : next(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opened("open", path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return opened("open64", path, flags, mode);
}

__attribute__((destructor)) static void tell(void)
{
    if (getenv("FAIL_COUNT"))
        fprintf(stderr, "calls %ld\n", asked);
}
