/* output: one rule for the files that people ask our programs for (--out, --export, --request,
 * --recovery-out): a new file or a regular one, which it replaces whole; "-" is standard output;
 * and below /media, /run/media and /mnt, where sticks are mounted, only on what is mounted: a
 * result for a stick that is not there would lie on the disk of the computer, for ever. */
#ifndef APP_COMMON_OUTPUT_H
#define APP_COMMON_OUTPUT_H

#include "base/status.h"

#include <stdbool.h>

/* is_output_standard(path): whether `path` is "-": standard output. */
bool is_output_standard(const char *path);

/* output_check(path): STATUS_EXISTS when a device, a pipe, a socket, a link or a folder stands at
 * `path`, STATUS_NO_DEVICE when it lies where sticks are mounted, and none is; with how to go on.
 * Neither for "-". */
must_check enum status output_check(const char *path);

/* output_check_folder(path): the same for a folder that is to be made or replaced; "-" is none. */
must_check enum status output_check_folder(const char *path);

/* output_check_mounted(folder): STATUS_NO_DEVICE unless something is mounted at `folder` itself. */
must_check enum status output_check_mounted(const char *folder);

#endif
