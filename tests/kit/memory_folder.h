/* memory_folder: a folder of a test, in memory where that is a disk, too. It goes with the test,
 * however that ends: a process of its own waits for the end of it. */
#ifndef KIT_MEMORY_FOLDER_H
#define KIT_MEMORY_FOLDER_H

#include "base/tree.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MEMORY_FOLDER_BYTES = 64 };

/* The read end of a pipe tells when the last process has ended that holds the other end: the test
 * and all that it has forked. */
static void memory_folder_wait(const char *folder, const int *ends)
{
    char byte;
    if (fork() != 0)
        _exit(
            0); /* nobody's child: whoever ends the test and its children does not find it */
    (void)setsid();
    (void)signal(SIGINT, SIG_IGN);
    (void)signal(SIGTERM, SIG_IGN);
    if (dup2(ends[0], 0) < 0)
        _exit(1);
    (void)close_range(1, ~0U, 0);
    while (read(0, &byte, 1) > 0)
        continue;
    _exit(tree_remove(folder) == OK ? 0 : 1);
}

/* memory_folder_open(name, out_folder): makes a folder whose name begins with `name` and the number
 * of this process; false when it cannot be made. */
static bool memory_folder_open(const char *name, char out_folder[MEMORY_FOLDER_BYTES])
{
    int ends[2];
    snprintf(out_folder, MEMORY_FOLDER_BYTES, "%s/%s-%d-XXXXXX",
             access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp", name,
             (int)getpid());
    if (!mkdtemp(out_folder) || pipe2(ends, O_CLOEXEC) != 0)
        return false;
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0)
        memory_folder_wait(out_folder, ends);
    close(ends[0]);
    return child > 0 && waitpid(child, NULL, 0) == child;
}

#endif
