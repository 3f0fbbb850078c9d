/* duty_place: how a process of the terminal with a duty of its own (resonance-duty) is started, and
 * where it finds what it needs. */
#ifndef APP_TERMINAL_DUTY_DUTY_PLACE_H
#define APP_TERMINAL_DUTY_DUTY_PLACE_H

#include "app/terminal/keeper/keeper.h"

#include <sys/types.h>

/* Where its sockets stand, from the first on. */
enum { DUTY_PLACE_SOCKET = 3, DUTY_PLACE_SOCKETS_MAX = 2 };

/* What it is started with. */
struct duty_folders {
    struct keeper_folders keeper;
    const char *stick, *machine; /* sockets of the helpers; NULL: there is none */
};

/* duty_place_start(program, duty, folders, sockets, count, out_process):
 * The program resonance-duty, which lies at `program`, as `duty`, with `folders`, the `count`
 * sockets and nothing else that is open here but standard output and error; it knows of no
 * screen. STATUS_IO. */
must_check enum status duty_place_start(const char *program, const char *duty,
                                        const struct duty_folders *folders,
                                        const int *sockets, size_t count,
                                        pid_t *out_process);

/* duty_place_take(name): this process, called `name` in lists from now on, ends when the one
 * that has started it does, and not by the keys of a console, which are for the screens. */
void duty_place_take(const char *name);

/* duty_place_join(): waits until the screens connect, where the system has started this process;
 * where another process of the terminal has, they have already. STATUS_IO. */
must_check enum status duty_place_join(void);

/* is_duty_place(): somebody has started this process with a socket. */
bool is_duty_place(void);

#endif
