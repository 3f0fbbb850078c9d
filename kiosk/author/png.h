/* png: reads a PNG file of an author, and writes one for a page. Only the desk does: foreign
 * bytes never reach a terminal.
 *
 * libpng is the reference decoder of the format, kept by Debian; it is given no more than the
 * chunks that make the picture, after their sizes were found to be within bounds. */
#ifndef AUTHOR_PNG_H
#define AUTHOR_PNG_H

#include "author/pixels.h"

enum {
    PNG_FILE_BYTES_MAX = 4 * 1024 * 1024,
    PNG_SIDE_MAX = 4096,
    PNG_PIXELS_MAX = 8 * 1024 * 1024,
    PNG_SIDE_MIN = 16
};

/* png_read(arena, name, bytes, out_pixels): the picture in `bytes`, the file called `name`, what
 * is transparent laid on white. STATUS_TOO_LARGE, STATUS_UNSUPPORTED when it moves, has 16 bits
 * a colour or is interlaced, STATUS_BAD_INPUT when it is broken, tiny, or higher than wide. */
must_check enum status png_read(struct arena *arena, const char *name, struct span bytes,
                                struct pixels *out_pixels);

/* png_write(arena, width, height, rgb, out_bytes): a PNG file of so many pixels. STATUS_IO when
 * there is no memory for it. */
must_check enum status png_write(struct arena *arena, size_t width, size_t height,
                                 const unsigned char *rgb, struct span *out_bytes);

#endif
