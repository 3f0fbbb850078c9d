/* archive_shape: whether the archive's file is made of what a desk makes, and of nothing else.
 * SQLite carries out what stands in a file: a trigger keeps what is erased, or drops what comes,
 * and a table beside the others may hold what was to be gone. */
#ifndef STORE_DESK_ARCHIVE_SHAPE_H
#define STORE_DESK_ARCHIVE_SHAPE_H

#include "store/sqlite.h"

/* ARCHIVE_SHAPE_TRIGGER(table): the only kind of trigger that there may be, as the file keeps it:
 * what stands in `table` beside a result goes with its payload (shares.h, papers.h). */
#define ARCHIVE_SHAPE_TRIGGER(table)                                                     \
    table "_erased AFTER UPDATE OF payload ON entry WHEN NEW.payload IS NULL BEGIN "     \
          "DELETE FROM " table " WHERE record_id = OLD.record_id; END"

/* archive_shape_check(database): STATUS_FORGED with what stands there that no desk put there. */
must_check enum status archive_shape_check(struct database *database);

#endif
