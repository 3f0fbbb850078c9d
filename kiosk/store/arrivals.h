/* arrivals: the results of an archive one by one, in order of arrival, for who asks for the next
 * when there is time for it. archive_list calls back instead. */
#ifndef STORE_ARRIVALS_H
#define STORE_ARRIVALS_H

#include "store/archive.h"

#include <stdbool.h>

struct arrivals;

/* arrivals_open(arena, archive, out_arrivals), arrivals_close(arrivals):
 * The results of `archive` as they are when the first is asked for; the handle is built in `arena`.
 * Close them before the archive. arrivals_close is NULL-safe. */
must_check enum status arrivals_open(struct arena *arena, struct archive *archive,
                                     struct arrivals **out_arrivals);
void arrivals_close(struct arrivals *arrivals);

/* arrivals_next(arrivals, out_entry, out_is_end):
 * The next result, its payload lent until the next call; at the end `out_is_end` is true and
 * `out_entry` untouched. Threads may take turns, but never two at once, nor beside another use of
 * the archive. */
must_check enum status arrivals_next(struct arrivals *arrivals, struct entry *out_entry,
                                     bool *out_is_end);

#endif
