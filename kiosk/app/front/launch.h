/* launch: how the browser of this person comes to the desk. The address that begins a visit holds a
 * secret, and every user of a machine can read the words that a program is started with (ps); so
 * the browser is given a page, in a folder that only this person can open, which sends it on. */
#ifndef APP_FRONT_LAUNCH_H
#define APP_FRONT_LAUNCH_H

#include "base/span.h"
#include "base/status.h"

#include <stdbool.h>
#include <sys/types.h>

/* launch_page_write(path, address), launch_page_remove(path): the page at `path`, which sends a
 * browser on to `address`, for its owner only; and its end, once it has been used. */
must_check enum status launch_page_write(struct arena *arena, const char *path,
                                         struct span address);
void launch_page_remove(const char *path);

/* launch_browser(path, out_process): shows the page at `path` in the browser that $BROWSER names,
 * else in the one of this desktop. STATUS_NOT_FOUND when there is none. launch_reap(process): asks
 * whether it has ended, and forgets it then; 0 is nobody. */
must_check enum status launch_browser(const char *path, pid_t *out_process);
void launch_reap(pid_t *process);

#endif
