/* sticks: the bundles of terminals that lie on mounted sticks. */
#ifndef APP_DESK_OFFICE_STICKS_STICKS_H
#define APP_DESK_OFFICE_STICKS_STICKS_H

#include "base/span.h"

#include <stdbool.h>

/* sticks_list(arena, out_paths, out_count): the bundles at the top of what is mounted below
 * /media, /run/media and /mnt, and of the folders there; at most STICKS_MAX. None where nothing
 * can be read.
 * sticks_list_of(arena, is_wanted, out_paths, out_count): of other files, those that `is_wanted`
 * says.
 * sticks_folders(arena, name, out_paths, out_count): the folders `name` (which may have parts) at
 * the top of these, and in the folders there.
 * is_sticks_bundle(path): whether a file that begins as a bundle does stands at `path`. */
enum { STICKS_MAX = 200 };
void sticks_list(struct arena *arena, struct span **out_paths, size_t *out_count);
typedef bool sticks_wanted(const char *path);
void sticks_list_of(struct arena *arena, sticks_wanted *is_wanted,
                    struct span **out_paths, size_t *out_count);
void sticks_folders(struct arena *arena, const char *name, struct span **out_paths,
                    size_t *out_count);
bool is_sticks_bundle(const char *path);

#endif
