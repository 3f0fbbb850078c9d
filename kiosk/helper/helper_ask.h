/* helper_ask: a question to a helper that runs as root (helper_door.h), and its answer. */
#ifndef HELPER_HELPER_ASK_H
#define HELPER_HELPER_ASK_H

#include "base/span.h"

#include <stdbool.h>

/* is_helper_ask_answered(socket, request, file, out_reply, reply_bytes):
 * Sends `request` over `socket` (0: there is no helper) with the open `file` (-1: none), and waits
 * for the answer of
 * `reply_bytes`, at most HELPER_DOOR_BYTES_MAX; false when none of that size comes. */
bool is_helper_ask_answered(int socket, struct span request, int file,
                            unsigned char *out_reply, size_t reply_bytes);

#endif
