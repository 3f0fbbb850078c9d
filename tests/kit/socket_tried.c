/* Loaded before a program (LD_PRELOAD): when it asks its database, or serves a browser, it tries to
 * open a way out of its process, as code that a page or a request has taken over would, and says in
 * the file SOCKET_TRIED what came of it: the process, and for each way 0 or the fault of the
 * system. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static int fault_of(long descriptor)
{
    if (descriptor < 0)
        return errno;
    close((int)descriptor);
    return 0;
}

static void try_all(const char *path)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    unsigned char ring[256] = {0}; /* at least as large as what io_uring_setup wants */
    const int internet = fault_of(socket(AF_INET, SOCK_STREAM, 0));
    const int later = fault_of(socket(AF_INET6, SOCK_STREAM, 0));
    const int local = fault_of(socket(AF_UNIX, SOCK_STREAM, 0));
    const int rings = fault_of(syscall(SYS_io_uring_setup, 1, ring));
    dprintf(file, "%d %d %d %d %d\n", (int)getpid(), internet, later, local, rings);
    close(file);
}

static void try_once(void)
{
    static int is_tried;
    const char *path = getenv("SOCKET_TRIED");
    if (path && !is_tried++)
        try_all(path);
}

int sqlite3_step(void *statement);
int sqlite3_step(void *statement)
{
    int (*next)(void *) = (int (*)(void *))dlsym(RTLD_NEXT, "sqlite3_step");
    try_once();
    return next(statement);
}

int MHD_run(void *server);
int MHD_run(void *server)
{
    int (*run)(void *) = (int (*)(void *))dlsym(RTLD_NEXT, "MHD_run");
    try_once();
    return run(server);
}
