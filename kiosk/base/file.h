/* file: reads and writes files as a whole, so that a crash or a full disk never leaves half of
 * one. Sentences name the path and how to mend it. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/span.h"

#include <stdbool.h>

/* file_read(arena, path, max_bytes, out_bytes):
 * The bytes of the regular file at `path`, in `arena`. STATUS_NOT_FOUND,
 * STATUS_NO_ACCESS, STATUS_TOO_LARGE over `max_bytes`, STATUS_IO. */
must_check enum status file_read(struct arena *arena, const char *path, size_t max_bytes,
                                 struct span *out_bytes);
/* file_write(path, bytes, mode):
 * Writes `bytes` beside `path`, syncs, renames over `path` and syncs the folder: after OK
 * the file is there whole, after a failure what was there is untouched. `mode` such as 0600. */
must_check enum status file_write(const char *path, struct span bytes, unsigned mode);

/* file_check_place(path): STATUS_EXISTS unless a regular file or nothing stands at `path`: a
 * device, a pipe, a socket or a link is never replaced by a file. */
must_check enum status file_check_place(const char *path);

/* A file that is written in pieces, with the same promise as file_write. */
struct file_new {
    int descriptor;
    const char *path;  /* kept from file_begin until file_drop */
    char beside[4096]; /* where it stands until file_end; "" after it */
};
/* file_begin(path, mode, out_new), file_add(new, bytes), file_end(new), file_drop(new):
 * file_begin makes a file beside `path` with `mode`, file_add appends `bytes`, file_end
 * syncs, renames over `path` and syncs the folder. file_drop closes, and removes what
 * file_end did not finish; a zeroed `new` is fine. Failures are those of file_write, and of
 * file_check_place. */
must_check enum status file_begin(const char *path, unsigned mode,
                                  struct file_new *out_new);
must_check enum status file_add(struct file_new *new, struct span bytes);
must_check enum status file_end(struct file_new *new);
void file_drop(struct file_new *new);
#define scoped_file_new __attribute__((cleanup(file_drop))) struct file_new

/* file_sync_name(path): syncs the folder that `path` stands in, so that its name, new or gone,
 * survives a power cut. */
must_check enum status file_sync_name(const char *path);

/* file_path(arena, folder, name): "folder/name" as a 0-ended string. */
const char *file_path(struct arena *arena, const char *folder, const char *name);
/* is_file(path): whether a regular file stands at `path`. */
bool is_file(const char *path);
/* file_failed(doing, path):
 * Keeps the sentence for errno after a system call on `path` while `doing` ("read"), and returns
 * its status: STATUS_NOT_FOUND, STATUS_NO_ACCESS, STATUS_NO_SPACE, else STATUS_IO. */
must_check enum status file_failed(const char *doing, const char *path);
/* file_close(descriptor): for scoped cleanup of an int descriptor; -1 is left alone. */
void file_close(int *descriptor);
#define scoped_file __attribute__((cleanup(file_close))) int

#endif
