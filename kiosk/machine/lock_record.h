/* lock_record: what a locked machine was before, so that it becomes that again: one file, which
 * only its owner reads. Each change stands in it before it is made; so whatever ends the lock
 * half-way, what was made can be undone. */
#ifndef MACHINE_LOCK_RECORD_H
#define MACHINE_LOCK_RECORD_H

#include "machine/lock_place.h"

enum {
    LOCK_RECORD_MAX = 128, /* changes */
    LOCK_RECORD_BYTES_MAX = 1024 * 1024,
    LOCK_RECORD_BOOT_BYTES = 36,
};

#define LOCK_RECORD_FOLDER "/var/lib/resonance-lock"

struct lock_entry {
    const char *path;
    struct lock_place before, after;
};

struct lock_record {
    char boot[LOCK_RECORD_BOOT_BYTES +
              1]; /* the start of the machine that it was locked in; "" */
    struct lock_entry entries[LOCK_RECORD_MAX];
    size_t count; /* 0: not locked */
};

/* lock_record_read(arena, bytes, out_record), lock_record_write(arena, record): canonical JSON.
 * STATUS_DAMAGED, also for a path that is none or that leads elsewhere. */
must_check enum status lock_record_read(struct arena *arena, struct span bytes,
                                        struct lock_record *out_record);
struct span lock_record_write(struct arena *arena, const struct lock_record *record);

/* lock_record_load(arena, root, out_record): that of the machine `root`; an empty one where it was
 * never locked. lock_record_save(arena, root, record): keeps it, durably, with its folder; an empty
 * one is removed with its folder. Fail as file_read, file_write and lock_record_read. */
must_check enum status lock_record_load(struct arena *arena, const char *root,
                                        struct lock_record *out_record);
must_check enum status lock_record_save(struct arena *arena, const char *root,
                                        const struct lock_record *record);

/* lock_record_find(record, path): the entry of `path`, or NULL. */
const struct lock_entry *lock_record_find(const struct lock_record *record,
                                          const char *path);

#endif
