/* start: another process, with the signals of a program that a person starts. */
#ifndef APP_DESK_AGENT_START_H
#define APP_DESK_AGENT_START_H

#include "base/status.h"

#include <spawn.h>
#include <sys/types.h>

/* start_process(program, words, files, out_process): starts `program`, found as a shell finds it,
 * with the `words` (NULL at the end, the name first) and what `files` say of its descriptors.
 * STATUS_NOT_FOUND, STATUS_IO. */
must_check enum status start_process(const char *program, const char *const words[],
                                     const posix_spawn_file_actions_t *files,
                                     pid_t *out_process);

#endif
