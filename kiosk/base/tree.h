/* tree: a folder with all that is in it, taken away or put into place as one thing. */
#ifndef BASE_TREE_H
#define BASE_TREE_H

#include "base/span.h"

#include <stdbool.h>

/* tree_remove(path):
 * Removes the folder `path` with everything below it, symbolic links as such. OK when there is
 * none. */
must_check enum status tree_remove(const char *path);

/* tree_replace(beside, path):
 * Gives the folder `beside` the name `path`, durably. A folder that stands at `path` changes places
 * with it in one step and is then removed; where the file system cannot do that, it is put aside
 * first, and put back when `beside` cannot take its place. */
must_check enum status tree_replace(const char *beside, const char *path);

/* tree_place(beside, path):
 * Gives the folder `beside` the name `path`, durably, where nothing stands, or an empty folder.
 * STATUS_EXISTS when something does, which stays as it is. */
must_check enum status tree_place(const char *beside, const char *path);

/* tree_sweep(arena, folder, name):
 * Takes away what processes that were killed while they wrote left in `folder`: NAME.PID.new and
 * NAME.PID.old, of `name`, empty: of any. What was put aside as .old gets its name back where
 * nothing has it. Other processes that still run keep theirs. OK when there is no such folder. */
must_check enum status tree_sweep(struct arena *arena, const char *folder,
                                  struct span name);

/* is_tree_empty(path): whether `path` is a folder with nothing in it, hidden files included. */
bool is_tree_empty(const char *path);

#endif
