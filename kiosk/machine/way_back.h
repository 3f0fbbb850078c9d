/* way_back: how somebody who looks after a locked machine still gets at it, when no console offers
 * a login any more. */
#ifndef MACHINE_WAY_BACK_H
#define MACHINE_WAY_BACK_H

#include "base/span.h"

#include <stdbool.h>

/* is_way_back_ssh(arena, root, out_words): whether ssh of the machine `root` starts with it, lets
 * somebody in and leads to root: root with a key of their own, or a person with a key or password
 * who may use sudo, or su to a root with a password. `out_words`: how; or what is missing, as a
 * sentence that begins small. What cannot be read counts as missing. */
bool is_way_back_ssh(struct arena *arena, const char *root, struct span *out_words);

#endif
