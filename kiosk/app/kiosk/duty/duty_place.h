/* duty_place: how a process of the terminal is started, and where it finds what it needs. */
#ifndef APP_KIOSK_DUTY_DUTY_PLACE_H
#define APP_KIOSK_DUTY_DUTY_PLACE_H

#include "app/kiosk/arguments.h"

#include <sys/types.h>

/* Where its sockets stand, from the first on. */
enum { DUTY_PLACE_SOCKET = 3, DUTY_PLACE_SOCKETS_MAX = 2 };

/* duty_place_start(duty, arguments, sockets, count, out_process):
 * This program once more, as `duty`, with the folders of `arguments`, the `count` sockets and
 * nothing else that is open here but standard output and error; it knows of no screen.
 * STATUS_IO. */
must_check enum status duty_place_start(const char *duty,
                                        const struct arguments *arguments,
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
