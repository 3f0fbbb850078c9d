/* shot: a surface as a PNG file, for tests and for the guides. The picture is not compressed:
 * scripts can do that better. */
#ifndef DEVICE_SHOT_H
#define DEVICE_SHOT_H

#include "base/status.h"

#include <SDL2/SDL.h>

/* shot_write(surface, path): writes the 32-bit `surface` to `path`. STATUS_NO_ACCESS when the
 * file cannot be made, STATUS_IO when it cannot be written. */
must_check enum status shot_write(SDL_Surface *surface, const char *path);

#endif
