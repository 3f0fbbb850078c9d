/* sticks_taken: which bundles on sticks are here whole, so that nobody is told to bring them in
 * again. A bundle is known by its size, its beginning and its end, which is what its terminal
 * signed last: one that was written anew is another one. What is kept is a help for pages only:
 * every bundle can be brought in again, and an archive of before knows none that came after it. */
#ifndef APP_DESK_OFFICE_STICKS_STICKS_TAKEN_H
#define APP_DESK_OFFICE_STICKS_STICKS_TAKEN_H

#include "app/desk/office/office.h"

enum { STICKS_TAKEN_MOST = 400 };

/* sticks_taken_note(office, path): all of the bundle at `path` is in the archive. Fails as
 * file_write does; then it counts as not taken. is_sticks_taken(office, path): it was noted, and
 * the archive has not gone back behind that. */
must_check enum status sticks_taken_note(struct office *office, const char *path);
bool is_sticks_taken(struct office *office, const char *path);

#endif
