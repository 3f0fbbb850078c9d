/* foreign_zip: the files in a ZIP archive, one at a time, by minizip: it comes with
 * libxlsxwriter, needs zlib alone and reads from memory. libzip would bring four libraries for
 * other kinds of compression and for encryption, none of which is wanted here.
 *
 * Bombs: a file ends the reading as soon as it is longer than is taken, whatever the archive
 * says of its length; nothing is written to a disk, so a name leads nowhere. */
#ifndef CONVERT_FOREIGN_FOREIGN_ZIP_H
#define CONVERT_FOREIGN_FOREIGN_ZIP_H

#include "base/span.h"

enum { FOREIGN_ZIP_FILES_MAX = 1000, FOREIGN_ZIP_BYTES_MAX = 32 * 1024 * 1024 };

struct foreign_zip {
    struct span file; /* its own name, for sentences */
    struct span bytes;
    struct span *names; /* in the order of the archive */
    size_t count;
    size_t taken_bytes; /* of all files so far */
};

/* is_foreign_zip(bytes): whether `bytes` begin as an archive does. */
bool is_foreign_zip(struct span bytes);

/* foreign_zip_open(arena, file, bytes, out_zip): the archive in `bytes`, the file called `file`;
 * both are lent. STATUS_BAD_INPUT when it is none, STATUS_TOO_LARGE over FOREIGN_ZIP_FILES_MAX
 * files. */
must_check enum status foreign_zip_open(struct arena *arena, struct span file,
                                        struct span bytes, struct foreign_zip *out_zip);

/* foreign_zip_read(arena, zip, name, out_bytes): the file `name` of it. STATUS_NOT_FOUND,
 * STATUS_UNSUPPORTED when it is encrypted, STATUS_DAMAGED when its sum is wrong, STATUS_TOO_LARGE
 * over FOREIGN_BYTES_MAX, or FOREIGN_ZIP_BYTES_MAX of all that were read. */
must_check enum status foreign_zip_read(struct arena *arena, struct foreign_zip *zip,
                                        struct span name, struct span *out_bytes);

#endif
