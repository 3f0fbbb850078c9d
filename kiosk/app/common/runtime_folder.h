/* runtime_folder: where the running desk of a person keeps what only they may reach: sockets, and
 * the page that sends a browser on. */
#ifndef APP_COMMON_RUNTIME_FOLDER_H
#define APP_COMMON_RUNTIME_FOLDER_H

#include "base/span.h"
#include "base/status.h"

/* runtime_folder(arena, out_path): the folder "resonance" in $XDG_RUNTIME_DIR (where nothing is
 * said of it, in /run/user/UID), made when it is missing. STATUS_NOT_FOUND without such a folder;
 * STATUS_REFUSED when another user could look into it or change it.
 * runtime_folder_any(arena, out_path): the same, and without it /tmp/resonance-UID: for what may
 * reach the disk, and is refused to everybody else. STATUS_REFUSED as above. */
must_check enum status runtime_folder(struct arena *arena, const char **out_path);
must_check enum status runtime_folder_any(struct arena *arena, const char **out_path);

#endif
