/* descriptor: bytes from and to an open file as a whole, however many pieces the system makes of it
 * and whatever signal comes between. */
#ifndef BASE_DESCRIPTOR_DESCRIPTOR_H
#define BASE_DESCRIPTOR_DESCRIPTOR_H

#include "base/span.h"

#include <stdbool.h>
#include <sys/types.h>

/* descriptor_read(descriptor, data, count): reads into `data` until there are `count` bytes or the
 * file ends; how many there are then, -1 with errno set where it cannot be read.
 * descriptor_write(descriptor, bytes): writes all of `bytes`; false with errno set where that does
 * not come to its end. */
ssize_t descriptor_read(int descriptor, void *data, size_t count);
must_check bool descriptor_write(int descriptor, struct span bytes);

#endif
