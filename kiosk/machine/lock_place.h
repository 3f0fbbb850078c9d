/* lock_place: what stands at a path of a machine, all that is to be the same again afterwards, and
 * the way to make it so in one step. The machine is a folder, its root: "/" or a tree that is being
 * made. No link leads out of it: a path with one among its folders is refused. */
#ifndef MACHINE_LOCK_PLACE_H
#define MACHINE_LOCK_PLACE_H

#include "base/span.h"

#include <stdbool.h>

enum { LOCK_PLACE_BYTES_MAX = 48 * 1024, LOCK_PLACE_PATH_MAX = 200 };

enum lock_kind { LOCK_NOTHING, LOCK_FOLDER, LOCK_FILE, LOCK_LINK, LOCK_KIND_COUNT };

struct lock_place {
    enum lock_kind kind;
    unsigned mode, user, group;    /* 0 of nothing; no mode of a link */
    int64_t changed_s, changed_ns; /* of a file or link; 0: it does not matter when */
    struct span bytes;             /* of a file; where a link leads */
};

/* lock_place_look(arena, root, path, out_place): what stands at `path` below `root`, with copies in
 * `arena`. STATUS_EXISTS when a link or no folder is on the way, or what stands there is a device,
 * a pipe or a socket; STATUS_TOO_LARGE over LOCK_PLACE_BYTES_MAX; fails as file_read. */
must_check enum status lock_place_look(struct arena *arena, const char *root,
                                       const char *path, struct lock_place *out_place);

/* lock_place_put(arena, root, path, place): makes `path` be `place`, in one step and durably: what
 * ends in between leaves it as it was. A folder that is to be nothing but holds something stays.
 * Fails as lock_place_look, and as file_write. */
must_check enum status lock_place_put(struct arena *arena, const char *root,
                                      const char *path, const struct lock_place *place);

/* lock_place_sweep(arena, root, path): takes away what a lock_place_put that was cut off left
 * beside `path`. Fails as lock_place_look. */
enum status lock_place_sweep(struct arena *arena, const char *root, const char *path);

/* is_lock_place_same(a, b): whether they are the same but for the time of the last change. */
bool is_lock_place_same(const struct lock_place *a, const struct lock_place *b);

/* lock_place_file(bytes, mode): a file of this user with these bytes. lock_place_link(target): a
 * link of this user. */
struct lock_place lock_place_file(struct span bytes, unsigned mode);
struct lock_place lock_place_link(const char *target);

#endif
