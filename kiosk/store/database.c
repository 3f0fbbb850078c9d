/* The order at opening matters. Nothing is written before the file has told that it is
 * ours: switching a stranger's database to WAL would change it. WAL is asked back,
 * because SQLite silently stays with another journal where it cannot have shared memory. */
#include "store/database.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/must.h"
#include "store/guard/super_journal.h"
#include "store/query.h"

#include <fcntl.h>
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { BUSY_MS = 5000 };
enum {
    ADDRESS_MAX_BYTES = 16 * 1024,
    SHARED_MEMORY_BYTES = 64 * 1024,
    SWEEP_MEMORY_BYTES = 16 * 1024 * 1024,
};

static enum status ask(struct database *database, const char *sql, int64_t *out_number)
{
    scoped_query query = query_of(database, "open", sql);
    return query_number(&query, out_number);
}

static uint32_t upgrade_count(const struct database_shape *shape)
{
    uint32_t count = 0;
    while (shape->upgrades && shape->upgrades[count])
        count++;
    return count;
}

static enum status check_identity(struct database *database, int64_t application_id)
{
    const struct database_shape *shape = database->shape;
    int64_t version;
    if (application_id != shape->application_id)
        return fail(STATUS_BAD_INPUT, "open the %s %s: this file is not a Resonance %s",
                    shape->thing, database->path, shape->thing);
    const enum status status = ask(database, "PRAGMA user_version", &version);
    const int64_t oldest = (int64_t)shape->version - upgrade_count(shape);
    if (status == OK && (version > shape->version || version < oldest))
        return fail(STATUS_UNSUPPORTED,
                    "open the %s %s: it has layout %" PRId64
                    " and this program knows layout %" PRIu32
                    "; use the program that made it or a newer one",
                    shape->thing, database->path, version, shape->version);
    return status;
}

static enum status mark(struct database *database)
{
    char identity[128];
    snprintf(identity, sizeof identity,
             "PRAGMA application_id = %" PRIu32 "; PRAGMA user_version = %" PRIu32,
             database->shape->application_id, database->shape->version);
    return sqlite_run(database, "build", identity);
}

static enum status upgrade_from(struct database *database, int64_t version)
{
    const struct database_shape *shape = database->shape;
    const uint32_t count = upgrade_count(shape);
    enum status status = OK;
    for (uint32_t at = (uint32_t)(count - (shape->version - version));
         at < count && status == OK; at++)
        status = sqlite_run(database, "upgrade", shape->upgrades[at]);
    return status == OK ? mark(database) : status;
}

/* Another process may have been quicker: the version is asked again inside the change. */
static enum status upgrade(struct database *database)
{
    int64_t version;
    enum status status = ask(database, "PRAGMA user_version", &version);
    if (status != OK || version == database->shape->version)
        return status;
    status = sqlite_begin(database);
    if (status != OK)
        return status;
    status = ask(database, "PRAGMA user_version", &version);
    if (status == OK && version != database->shape->version)
        status = upgrade_from(database, version);
    return sqlite_end(database, status);
}

static enum status build(struct database *database)
{
    int64_t application_id;
    enum status status = ask(database, "PRAGMA application_id", &application_id);
    if (status != OK || application_id) /* another process was quicker */
        return status;
    status = sqlite_run(database, "build", database->shape->schema);
    return status == OK ? mark(database) : status;
}

static enum status set_journal(struct database *database)
{
    scoped_query query = query_of(database, "open", "PRAGMA journal_mode = WAL");
    const bool is_wal =
        query_step(&query) && is_span(query_column_bytes(&query, 0), "wal");
    const enum status status = query_end(&query);
    if (status == OK && !is_wal)
        return fail(STATUS_UNSUPPORTED,
                    "open the %s %s: its folder does not allow a write-ahead log; use a "
                    "local disk",
                    database->shape->thing, database->path);
    return status;
}

static off_t size_of(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 ? about.st_size : 0;
}

/* SQLite reads a last page that is not there whole as zeros, and a file of one byte as empty.
 * While there is a log, the rest of the page may stand in it. */
static enum status check_whole(struct database *database)
{
    char log[4096];
    int64_t page_bytes;
    const enum status status = ask(database, "PRAGMA page_size", &page_bytes);
    if (status != OK)
        return status;
    must(page_bytes > 0);
    snprintf(log, sizeof log, "%s-wal", database->path);
    if (size_of(database->path) % page_bytes && !size_of(log))
        return fail(STATUS_DAMAGED,
                    "open the %s %s: the file is cut short; put back a copy of it",
                    database->shape->thing, database->path);
    return OK;
}

/* Nothing is written to a file that has not told that it is ours. */
static enum status identify(struct database *database)
{
    int64_t application_id, table_count;
    enum status status = ask(database, "PRAGMA application_id", &application_id);
    if (status == OK)
        status = ask(database, "SELECT count(*) FROM sqlite_schema", &table_count);
    if (status == OK)
        status = check_whole(database);
    if (status != OK)
        return status;
    const bool is_empty = application_id == 0 && table_count == 0;
    if (!is_empty)
        status = check_identity(database, application_id);
    if (status == OK)
        status = set_journal(database);
    if (status != OK)
        return status;
    if (!is_empty)
        return upgrade(database);
    status = sqlite_begin(database);
    if (status == OK)
        status = sqlite_end(database, build(database));
    return status == OK ? check_identity(database, database->shape->application_id)
                        : status;
}

static enum status set_cache(struct database *database)
{
    char pragma[64];
    snprintf(pragma, sizeof pragma, "PRAGMA cache_size = %d",
             database->shape->cache_pages);
    return sqlite_run(database, "open", pragma);
}

static enum status set(struct database *database)
{
    static const char settings[] = "PRAGMA synchronous = FULL; PRAGMA secure_delete = "
                                   "ON; PRAGMA temp_store = MEMORY;PRAGMA foreign_keys "
                                   "= ON; PRAGMA trusted_schema = OFF; PRAGMA "
                                   "cell_size_check = ON";
    sqlite3_busy_timeout(database->handle, BUSY_MS);
    sqlite3_limit(database->handle, SQLITE_LIMIT_LENGTH, DATABASE_MAX_BLOB_BYTES);
    sqlite3_db_config(database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    const enum status status = sqlite_run(database, "open", settings);
    return status == OK && database->shape->cache_pages ? set_cache(database) : status;
}

static enum status configure(struct database *database)
{
    const enum status status = set(database);
    if (status == OK && sqlite3_db_readonly(database->handle, "main"))
        return fail(
            STATUS_NO_ACCESS,
            "open the %s %s: it cannot be written; check its owner and permissions",
            database->shape->thing, database->path);
    return status == OK ? identify(database) : status;
}

/* SQLite would make the file readable for all. O_EXCL: closing a descriptor of a file
 * that is open elsewhere in this process would drop its locks. Failures are left to
 * SQLite to meet. */
static void make_private(const char *path)
{
    scoped_file descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    (void)descriptor;
}

static enum status open_to_write(struct database *database)
{
    make_private(database->path);
    const int code = sqlite3_open_v2(database->path, &database->handle,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    must_memory(database->handle);
    return code == SQLITE_OK ? configure(database) : sqlite_failed(database, "open");
}

/* "file:PATH?SETTING", the three letters that would mean something else in hexadecimal. */
static const char *address_of(struct arena *arena, const char *path, const char *setting)
{
    struct buffer buffer = buffer_init(arena, ADDRESS_MAX_BYTES);
    buffer_format(&buffer, "file:");
    for (const char *at = path; *at; at++)
        buffer_format(&buffer, strchr("?#%", *at) ? "%%%02x" : "%c", (unsigned char)*at);
    buffer_format(&buffer, "?%s", setting);
    return span_text(arena, buffer_span(&buffer));
}

/* Without a log beside it, the file is all there is, and needs neither locks nor shared memory,
 * which could not be made here. With one, SQLite reads both if it can. With `is_looking` the shared
 * memory is only read, too: where nobody holds it, SQLite makes itself one of its own. */
static enum status open_to_read(struct arena *arena, struct database *database,
                                bool is_looking)
{
    char log[4096], shared[4096];
    int64_t application_id;
    snprintf(log, sizeof log, "%s-wal", database->path);
    snprintf(shared, sizeof shared, "%s-shm", database->path);
    const bool is_held =
        size_of(log) > 0 || (is_looking && is_file(log) && is_file(shared));
    const char *address = !is_held ? address_of(arena, database->path, "immutable=1")
                          : is_looking
                              ? address_of(arena, database->path, "readonly_shm=1")
                              : database->path;
    const int code = sqlite3_open_v2(
        address, &database->handle,
        SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
    must_memory(database->handle);
    enum status status =
        code == SQLITE_OK ? set(database) : sqlite_failed(database, "open");
    if (status == OK)
        status = ask(database, "PRAGMA application_id", &application_id);
    if (status == OK)
        status = check_whole(database);
    return status == OK ? check_identity(database, application_id) : status;
}

/* Where there is no room for the shared memory, SQLite tells a fault of the disk. */
static enum status told_full(const struct database *database, enum status status)
{
    struct statvfs disk;
    if (status != STATUS_IO || statvfs(database->path, &disk) != 0 ||
        (uint64_t)disk.f_bavail * disk.f_frsize >= SHARED_MEMORY_BYTES)
        return status;
    return fail(STATUS_NO_SPACE,
                "open the %s %s: the disk is full; free some space and repeat",
                database->shape->thing, database->path);
}

/* A file that another program holds is waited for, not read behind its back. */
static bool can_only_be_read(const struct database *database, struct arena *arena,
                             enum status status)
{
    const char *slash = strrchr(database->path, '/');
    const char *folder =
        slash ? span_text(arena,
                          (struct span){database->path, (size_t)(slash - database->path)})
              : ".";
    return database->shape->is_readable && size_of(database->path) &&
           (status == STATUS_NO_SPACE || access(database->path, W_OK) != 0 ||
            access(*folder ? folder : "/", W_OK) != 0);
}

/* Whoever can write to the folder could let root open, or make, a file elsewhere. For one that
 * comes after this look, super_journal.h. Folders above may be links. */
static enum status link_check(const struct database *database)
{
    struct stat about;
    if (lstat(database->path, &about) != 0 || !S_ISLNK(about.st_mode))
        return OK;
    return fail(STATUS_REFUSED,
                "open the %s %s: it is a link, and such a file has to lie in its folder; "
                "put the file itself there",
                database->shape->thing, database->path);
}

/* Before SQLite sees the file: it would do what a journal says at its first look. */
static enum status check_beside(const struct database *database)
{
    enum status status = super_journal_refuse();
    if (status == OK)
        status = link_check(database);
    if (status != OK || !is_super_journal_named(database->path))
        return status;
    return fail(STATUS_FORGED,
                "open the %s %s: %s-journal names another file, which would be deleted; "
                "this program did not make it: take it away, and ask who can write to "
                "this folder",
                database->shape->thing, database->path, database->path);
}

enum status database_open(struct arena *arena, const char *path,
                          const struct database_shape *shape,
                          struct database **out_database)
{
    struct database *database = arena_new(arena, struct database);
    *database =
        (struct database){.path = span_text(arena, span_of(path)), .shape = shape};
    enum status status = check_beside(database);
    if (status != OK)
        return status;
    status = told_full(database, open_to_write(database));
    if (status != OK && can_only_be_read(database, arena, status)) {
        const enum status refused = status;
        database->refusal = span_text(arena, span_of(status_last()));
        database->refusal_status = refused;
        must(sqlite3_close(database->handle) == SQLITE_OK);
        status = open_to_read(arena, database, false);
        if (status != OK)
            status = fail(refused, "%s", database->refusal);
    }
    if (status == OK)
        *out_database = database;
    else
        database_close(database);
    return status;
}

enum status database_look(struct arena *arena, const char *path,
                          const struct database_shape *shape,
                          struct database **out_database)
{
    struct database *database = arena_new(arena, struct database);
    *database = (struct database){.path = span_text(arena, span_of(path)),
                                  .shape = shape,
                                  .refusal = "it is only looked at",
                                  .refusal_status = STATUS_NO_ACCESS};
    if (!is_file(path))
        return fail(STATUS_NOT_FOUND, "open the %s %s: there is none", shape->thing,
                    path);
    enum status status = check_beside(database);
    if (status != OK)
        return status;
    status = open_to_read(arena, database, true);
    if (status == OK)
        *out_database = database;
    else
        database_close(database);
    return status;
}

void database_close(struct database *database)
{
    if (!database)
        return;
    must(sqlite3_close(database->handle) == SQLITE_OK);
}

/* The copy of a large file that SQLite makes meanwhile lies beside it, under no name, instead of in
 * memory. */
static enum status temporary_beside(struct database *database)
{
    const char *slash = strrchr(database->path, '/');
    char *sql = slash ? sqlite3_mprintf("PRAGMA temp_store_directory = %.*Q",
                                        (int)(slash - database->path), database->path)
                      : sqlite3_mprintf("PRAGMA temp_store_directory = '.'");
    must_memory(sql);
    enum status status = sqlite_run(database, "sweep", sql);
    sqlite3_free(sql);
    return status == OK ? sqlite_run(database, "sweep", "PRAGMA temp_store = FILE")
                        : status;
}

/* secure_delete overwrites what is deleted where it stands. But while pages are split and
 * merged, rows move, and their old places keep stale pieces. Only writing the file anew from the
 * living rows leaves none. The log is cut even when there is no room for that. */
enum status database_sweep(struct database *database)
{
    must(sqlite3_get_autocommit(database->handle));
    enum status rewritten = OK;
    if (size_of(database->path) >= SWEEP_MEMORY_BYTES)
        rewritten = temporary_beside(database);
    if (rewritten == OK)
        rewritten = sqlite_run(database, "sweep", "VACUUM");
    const enum status cut = sqlite_cut_log(database);
    /* What did not fit into guarded memory meanwhile is given back, and wiped. */
    (void)sqlite3_db_release_memory(database->handle);
    return rewritten == OK ? cut : rewritten;
}

enum status database_check(struct database *database)
{
    scoped_query query = query_of(database, "check", "PRAGMA quick_check(1)");
    const bool is_sound =
        query_step(&query) && is_span(query_column_bytes(&query, 0), "ok");
    const enum status status = query_end(&query);
    if (status == OK && !is_sound)
        return fail(STATUS_DAMAGED,
                    "check the %s %s: the file is damaged; put back a copy of it",
                    database->shape->thing, database->path);
    return status;
}
