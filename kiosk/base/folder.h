/* folder: makes folders, and lists what stands in them in an order that does not depend on the
 * file system. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include "base/span.h"

#include <stdbool.h>

/* folder_make(path): makes the folder (0700) when it is missing; OK when it is there. */
must_check enum status folder_make(const char *path);
/* folder_list(arena, path, suffix, out_names, out_count): names in `path` that end in
 * `suffix` ("" for all but hidden ones), sorted by bytes. */
must_check enum status folder_list(struct arena *arena, const char *path,
                                   const char *suffix, struct span **out_names,
                                   size_t *out_count);
/* is_folder(path): whether a folder stands at `path`. */
bool is_folder(const char *path);

#endif
