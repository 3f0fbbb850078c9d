/* file_set: named files that are put into a folder together: the folder is there whole, or not at
 * all. */
#ifndef APP_DESK_OFFICE_FILE_SET_H
#define APP_DESK_OFFICE_FILE_SET_H

#include "setup/config.h"

struct file_set {
    struct arena *arena;
    struct assessment_file *files; /* "keys/anna.key" and its bytes */
    size_t count;
};

/* file_set_init(arena): an empty set of at most CONFIG_FILES_MAX files. */
struct file_set file_set_init(struct arena *arena);

/* file_set_add(set, name, bytes): adds a file; `bytes` is lent for the life of the set.
 * STATUS_TOO_LARGE when there are too many. */
must_check enum status file_set_add(struct file_set *set, struct span name,
                                    struct span bytes);

/* file_set_manifest(set, sequence): the manifest with the name and hash of every file, sorted. */
struct manifest *file_set_manifest(const struct file_set *set, int64_t sequence);

/* file_set_check(arena, folder): STATUS_NOT_FOUND when the folder in which `folder` would be
 * made is not there, for who wants to know before; `arena` is for the name. */
must_check enum status file_set_check(struct arena *arena, const char *folder);

/* file_set_write(set, folder, mode):
 * Makes `folder` with all files in it, each with `mode`, or replaces the folder that is there.
 * After a failure what was there is untouched, and nothing half-written is left; what a process
 * that was killed left half-written beside `folder` is taken away. */
must_check enum status file_set_write(const struct file_set *set, const char *folder,
                                      unsigned mode);

/* The same in two steps, for whoever does something between them that must not be done in vain:
 * file_set_stage(set, folder, mode): writes all files beside `folder`, where nobody takes them for
 * it; nothing of it is left after a failure. file_set_place(set, folder): gives what was staged the
 * name `folder`. file_set_drop(set, folder, status): takes away what was staged, if anything, after
 * the failure `status`, whose sentence is the last one; gives `status`. */
must_check enum status file_set_stage(const struct file_set *set, const char *folder,
                                      unsigned mode);
must_check enum status file_set_place(const struct file_set *set, const char *folder);
enum status file_set_drop(const struct file_set *set, const char *folder,
                          enum status status);

/* file_set_write_new(set, folder, mode): the same where nothing stands at `folder`, or an empty
 * folder, until the end; STATUS_EXISTS when something has come there meanwhile. */
must_check enum status file_set_write_new(const struct file_set *set, const char *folder,
                                          unsigned mode);

#endif
