/* archive_shape: whether the archive's file is made of what a desk makes, and of nothing else.
 * SQLite carries out what stands in a file: a trigger keeps what is erased, or drops what comes,
 * and a table beside the others may hold what was to be gone. */
#ifndef STORE_DESK_ARCHIVE_SHAPE_H
#define STORE_DESK_ARCHIVE_SHAPE_H

#include "store/sqlite.h"

/* ARCHIVE_SHAPE_TRIGGER, ARCHIVE_SHAPE_PAPERS: the two that there may be, as the file keeps them
 * (shares.h, papers.h). */
#define ARCHIVE_SHAPE_TRIGGER                                                            \
    "share_erased AFTER UPDATE OF payload ON entry WHEN NEW.payload IS NULL BEGIN "      \
    "DELETE FROM share WHERE record_id = OLD.record_id; END"
#define ARCHIVE_SHAPE_PAPERS                                                             \
    "paper_erased AFTER UPDATE OF payload ON entry WHEN NEW.payload IS NULL BEGIN "      \
    "DELETE FROM paper WHERE record_id = OLD.record_id; END"

/* archive_shape_check(database): STATUS_FORGED with what stands there that no desk put there. */
must_check enum status archive_shape_check(struct database *database);

#endif
