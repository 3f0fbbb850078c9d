/* pixels: a picture of an organization as our own plain file, the only form in which a terminal
 * takes it: a first line, then the colours row by row, three bytes each.
 *
 *   PNG -> png_read -> struct pixels -> pixels_fit -> pixels_write -> pictures/NAME.picture
 *
 * Foreign bytes are decoded at the desk, once; view/paint/picture.h reads what is written here. */
#ifndef AUTHOR_PIXELS_H
#define AUTHOR_PIXELS_H

#include "base/span.h"

struct pixels {
    size_t width, height;
    unsigned char *rgb; /* 3 * width * height */
};

/* pixels_fit(arena, pixels, width_max, height_max): the same picture, made smaller where it is
 * larger than these, each new pixel the mean of those it takes the place of. */
struct pixels pixels_fit(struct arena *arena, struct pixels pixels, size_t width_max,
                         size_t height_max);

/* pixels_write(arena, pixels): the file. */
struct span pixels_write(struct arena *arena, struct pixels pixels);

#endif
