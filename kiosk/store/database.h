/* database: one SQLite file of ours, opened so that what was acknowledged survives a
 * power cut and what was erased leaves nothing behind: WAL, synchronous=FULL,
 * secure_delete. Shared by drafts, ledger and archive; the layers above never see SQLite.
 *
 * A file is known by its application id and the version of its layout. */
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include "store/sqlite.h"

/* No row may be larger: one sealed record with much own text, and room beside it. */
enum { DATABASE_MAX_BLOB_BYTES = 64 * 1024 * 1024 };

/* database_open(arena, path, shape, out_database):
 * Opens the file at `path` as `shape`, and makes it (0600) when it is missing or empty.
 * The handle is built in `arena`, which must outlive it; `shape` is kept. STATUS_DAMAGED
 * when the file is no database or cut short, STATUS_BAD_INPUT when it is one of another
 * program or kind, STATUS_UNSUPPORTED when a newer version of this program made it,
 * STATUS_NO_ACCESS when it cannot be written or another program holds it,
 * STATUS_NO_SPACE, STATUS_IO. One whose shape is readable is opened all the same on a full disk, in
 * a folder or from a medium that cannot be written: to read it; a later try to write gives the
 * failure that opening met, which is its refusal. */
must_check enum status database_open(struct arena *arena, const char *path,
                                     const struct database_shape *shape,
                                     struct database **out_database);

/* database_look(arena, path, shape, out_database):
 * Opens the file at `path` to be read, without changing a byte of it or of what stands beside it:
 * what a program of ours does with it meanwhile is seen. A write gives STATUS_NO_ACCESS.
 * STATUS_NOT_FOUND, and the failures of database_open; STATUS_NO_ACCESS also where a program that
 * was killed left a log that only the next one can read. */
must_check enum status database_look(struct arena *arena, const char *path,
                                     const struct database_shape *shape,
                                     struct database **out_database);

/* database_close(database):
 * Moves the log into the file and closes. Work begun and not ended is undone. NULL-safe. */
void database_close(struct database *database);

/* database_sweep(database):
 * Writes the file anew from its living rows and cuts the log to nothing, so that no byte of
 * what was erased is left in either. Takes as much room on the disk as the file is large, and some
 * seconds for 100 MB: not while a person waits. STATUS_NO_ACCESS while another program
 * reads, STATUS_NO_SPACE when the disk has no room for a copy: repeat it then. Inside a
 * begun change it is a bug (must). */
must_check enum status database_sweep(struct database *database);

/* database_check(database):
 * Reads all of the file and checks its structure, which takes minutes for a large one.
 * STATUS_DAMAGED. */
must_check enum status database_check(struct database *database);

#endif
