/* import_clock: what a terminal tells of its clock, which staff there have set, in words. */
#ifndef APP_DESK_COMMAND_IMPORT_IMPORT_CLOCK_H
#define APP_DESK_COMMAND_IMPORT_IMPORT_CLOCK_H

#include "base/buffer.h"
#include "chain/entry.h"

/* import_clock_tell(entry, lines): adds a line to `lines` where `entry` says that the clock of its
 * terminal was set, and by how much; nothing for any other entry. */
void import_clock_tell(const struct entry *entry, struct buffer *lines);

#endif
