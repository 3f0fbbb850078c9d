#include "app/desk/agent/start.h"

#include "base/must.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

/* In a group of its own: the key that ends the desk at a terminal ends nothing else. */
enum status start_process(const char *program, const char *const words[],
                          const posix_spawn_file_actions_t *files, pid_t *out_process)
{
    posix_spawnattr_t how;
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    if (posix_spawnattr_init(&how) != 0)
        must_end_without_memory();
    posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                       POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setsigmask(&how, &none);
    posix_spawnattr_setsigdefault(&how, &usual);
    /* The words are not changed, whatever the interface says. */
    const int why = posix_spawnp(out_process, program, files, &how,
                                 (char *const *)(uintptr_t)words, environ);
    posix_spawnattr_destroy(&how);
    return why == 0 ? OK
                    : fail(why == ENOENT ? STATUS_NOT_FOUND : STATUS_IO, "start %s: %s",
                           program, strerror(why));
}
