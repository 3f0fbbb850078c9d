#include "store/sqlite.h"

#include "base/must.h"

#include <errno.h>
#include <sqlite3.h>

/* Says what a failure of SQLite means to the person, and the way out. Codes that are not in the
 * table are faults of disk or system. */
static const struct {
    int code;
    enum status status;
    const char *way_out;
} meanings[] = {
    {SQLITE_FULL, STATUS_NO_SPACE, "the disk is full; free some space and repeat"},
    {SQLITE_CORRUPT, STATUS_DAMAGED, "the file is damaged; put back a copy of it"},
    {SQLITE_NOTADB, STATUS_DAMAGED, "the file is not a database; put back a copy of it"},
    {SQLITE_MISMATCH, STATUS_DAMAGED, "the file is damaged; put back a copy of it"},
    /* our statements are right, so the layout is not */
    {SQLITE_ERROR, STATUS_DAMAGED, "the file lacks a table; put back a copy of it"},
    {SQLITE_READONLY, STATUS_NO_ACCESS,
     "it cannot be written; check its owner and permissions"},
    {SQLITE_PERM, STATUS_NO_ACCESS,
     "it cannot be opened; check its owner and permissions"},
    {SQLITE_CANTOPEN, STATUS_NO_ACCESS,
     "it cannot be opened; check that its folder is there, its owner and its "
     "permissions"},
    {SQLITE_BUSY, STATUS_NO_ACCESS, "another program is using it; close that and repeat"},
    {SQLITE_LOCKED, STATUS_NO_ACCESS,
     "another program is using it; close that and repeat"},
    {SQLITE_PROTOCOL, STATUS_NO_ACCESS,
     "another program is using it; close that and repeat"},
    {SQLITE_CONSTRAINT, STATUS_EXISTS, "it is already there"},
    {SQLITE_NOMEM, STATUS_IO,
     "there is not enough memory; close other programs and repeat"},
    {SQLITE_TOOBIG, STATUS_TOO_LARGE, "that is more than fits in one piece"},
};

static sqlite3_file *log_of(sqlite3 *handle)
{
    sqlite3_file *log = NULL;
    const int code =
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    return code == SQLITE_OK && log && log->pMethods ? log : NULL;
}

static bool is_full(int cause)
{
    return cause == ENOSPC || cause == EDQUOT || cause == EFBIG;
}

/* SQLite tells ENOSPC as a full disk, but a used up quota or limit as a fault of the disk. */
static int code_of(sqlite3 *handle)
{
    int cause = 0, log_cause = 0;
    const int code = sqlite3_errcode(handle) & 0xFF;
    if (code != SQLITE_IOERR)
        return code;
    sqlite3_file *log = log_of(handle);
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &cause);
    if (log)
        log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &log_cause);
    return is_full(cause) || is_full(log_cause) ? SQLITE_FULL : code;
}

enum status sqlite_failed(struct database *database, const char *doing)
{
    const int code = code_of(database->handle);
    const char *thing = database->shape->thing, *path = database->path;
    if (code == SQLITE_READONLY && database->refusal)
        return fail(database->refusal_status, "%s", database->refusal);
    must(code != SQLITE_MISUSE && code != SQLITE_RANGE);
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++)
        if (meanings[i].code == code)
            return fail(meanings[i].status, "%s the %s %s: %s", doing, thing, path,
                        meanings[i].way_out);
    return fail(STATUS_IO, "%s the %s %s: %s", doing, thing, path, sqlite3_errstr(code));
}

enum status sqlite_run(struct database *database, const char *doing, const char *sql)
{
    return sqlite3_exec(database->handle, sql, NULL, NULL, NULL) == SQLITE_OK
               ? OK
               : sqlite_failed(database, doing);
}

enum status sqlite_begin(struct database *database)
{
    must(sqlite3_get_autocommit(database->handle));
    return sqlite_run(database, "write to", "BEGIN IMMEDIATE");
}

enum status sqlite_end(struct database *database, enum status status)
{
    if (status == OK)
        status = sqlite_run(database, "write to", "COMMIT");
    if (status != OK) /* where SQLite has undone them itself, nothing is left to undo */
        sqlite3_exec(database->handle, "ROLLBACK", NULL, NULL, NULL);
    return status;
}

/* It was cut before, and nothing was written since. */
static bool is_log_cut(struct database *database)
{
    sqlite3_file *log = log_of(database->handle);
    sqlite3_int64 bytes = 0;
    return database->is_log_cut && log &&
           log->pMethods->xFileSize(log, &bytes) == SQLITE_OK && bytes == 0;
}

enum status sqlite_cut_log(struct database *database)
{
    if (is_log_cut(database))
        return OK;
    database->is_log_cut = false;
    if (sqlite3_wal_checkpoint_v2(database->handle, NULL, SQLITE_CHECKPOINT_TRUNCATE,
                                  NULL, NULL) != SQLITE_OK)
        return sqlite_failed(database, "sweep");
    /* SQLite cuts the log but does not sync the cut: after a power loss the old log would be
     * back, with what was erased in it. */
    sqlite3_file *log = log_of(database->handle);
    if (log && log->pMethods->xSync(log, SQLITE_SYNC_FULL) != SQLITE_OK)
        return fail(STATUS_IO, "sweep the %s %s: the disk reported an error",
                    database->shape->thing, database->path);
    database->is_log_cut = true;
    return OK;
}
