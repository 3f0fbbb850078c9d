/* sqlite: the handle of a database, statements without rows, and what a failure of SQLite means.
 * Failures become our status here, with a sentence that names the path and how to mend it, and
 * never a value. query.h and database.h are built on it. */
#ifndef STORE_SQLITE_H
#define STORE_SQLITE_H

#include "base/span.h"

struct sqlite3;

/* What a kind of file is: `thing` for sentences ("ledger"), the id and version stored in
 * the file, the statements that build an empty one, and the steps that make an earlier version one
 * of this, oldest first and ended by NULL; the last leads to `version` (NULL: none is read). */
struct database_shape {
    const char *thing;
    uint32_t application_id;
    uint32_t version;
    const char *schema;
    const char *const *upgrades;
    bool is_readable; /* where it cannot be written, it is opened for reading */
    int cache_pages; /* how many pages SQLite may keep (sqlite_memory.h); 0: as it likes */
};

struct database {
    struct sqlite3 *handle;
    const char *path;
    const struct database_shape *shape;
    const char *refusal; /* why it is open for reading only; NULL: it can be written */
    enum status refusal_status;
    bool is_log_cut; /* the last try to cut it succeeded */
};

/* sqlite_failed(database, doing):
 * Keeps the sentence for the last failure of SQLite in `database` while `doing` ("append
 * to") and returns its status: STATUS_NO_SPACE, STATUS_NO_ACCESS, STATUS_DAMAGED,
 * STATUS_TOO_LARGE, STATUS_EXISTS for a value that must be there only once, else
 * STATUS_IO. */
must_check enum status sqlite_failed(struct database *database, const char *doing);

/* sqlite_run(database, doing, sql):
 * Runs the statements `sql`, which give no rows, while `doing`; fails as sqlite_failed says. */
must_check enum status sqlite_run(struct database *database, const char *doing,
                                  const char *sql);

/* sqlite_begin(database), sqlite_end(database, status):
 * Begins a change of several steps. sqlite_end makes it durable when `status`, how the
 * steps went, is OK; otherwise, or when that fails, it undoes them. Returns the first
 * failure, whose sentence stays. To begin inside a begun change is a bug (must). */
must_check enum status sqlite_begin(struct database *database);
must_check enum status sqlite_end(struct database *database, enum status status);

/* sqlite_cut_log(database): moves the write-ahead log into the file and cuts it to nothing, both
 * durably; for database_sweep. Nothing is done where it was cut before and is still empty. */
must_check enum status sqlite_cut_log(struct database *database);

#endif
