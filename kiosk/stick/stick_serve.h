/* stick_serve: one request of the terminal done: the stick is found, mounted where nobody else sees
 * it, used and let go again, so that it can be pulled out once the answer stands on the screen. */
#ifndef STICK_STICK_SERVE_H
#define STICK_STICK_SERVE_H

#include "stick/stick_message.h"
#include "stick/stick_place.h"

/* stick_serve(place, request, file): does what `request` says; `file` is what came with it, open,
 * -1: nothing. It stays open. */
struct stick_reply stick_serve(const struct stick_place *place,
                               const struct stick_request *request, int file);

#endif
