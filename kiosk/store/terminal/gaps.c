#include "store/terminal/gaps.h"

#include "base/arena.h"
#include "base/must.h"
#include "store/query.h"
#include "store/terminal/gaps_page.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum {
    DEPTH_MAX = 20, /* SQLite's own limit */
    ROOTS_MAX = 16,
};

struct gaps {
    struct database *database;
    sqlite3_file *file;
    struct arena
        arena; /* guarded: pages of a ledger hold its secrets; one for each depth */
};

static enum status failed(const struct gaps *gaps)
{
    return fail(STATUS_IO, "sweep the %s %s: the disk reported an error",
                gaps->database->shape->thing, gaps->database->path);
}

static enum status damaged(const struct gaps *gaps, uint32_t page)
{
    return fail(STATUS_DAMAGED,
                "sweep the %s %s: its page %u is damaged; put back a copy of it",
                gaps->database->shape->thing, gaps->database->path, page);
}

/* No more is written than is no zero yet, and nothing beside it: a power cut in the middle of a
 * write leaves what is not written as it was, which SQLite relies on, too. */
static enum status clear(const struct gaps *gaps, uint32_t number,
                         const struct gaps_page *page, uint32_t from, uint32_t to)
{
    static const unsigned char zeros[GAPS_PAGE_BYTES];
    const sqlite3_int64 at = ((sqlite3_int64)number - 1) * GAPS_PAGE_BYTES + from;
    if (from >= to || memcmp(page->bytes + from, zeros, to - from) == 0)
        return OK;
    const int code =
        gaps->file->pMethods->xWrite(gaps->file, zeros, (int)(to - from), at);
    return code == SQLITE_OK ? OK : failed(gaps);
}

static enum status page_clear(const struct gaps *gaps, uint32_t number,
                              const struct gaps_page *page)
{
    uint32_t end, next;
    enum status status = clear(gaps, number, page, page->gap_begin, page->gap_end);
    for (uint32_t at = page->first_block;
         status == OK && at && is_gaps_page_block(page, at, &end, &next); at = next)
        status = clear(gaps, number, page, at + GAPS_PAGE_BLOCK_HEAD_BYTES, end);
    return status;
}

/* The first page says what tables there are: nothing of that ever goes. */
static enum status page_read(struct gaps *gaps, uint32_t number, struct gaps_page *page)
{
    unsigned char *bytes = arena_alloc(&gaps->arena, GAPS_PAGE_BYTES);
    if (number < 2)
        return damaged(gaps, number);
    const int code =
        gaps->file->pMethods->xRead(gaps->file, bytes, GAPS_PAGE_BYTES,
                                    ((sqlite3_int64)number - 1) * GAPS_PAGE_BYTES);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) /* behind the end */
        return failed(gaps);
    return code == SQLITE_OK && is_gaps_page(bytes, page) ? OK : damaged(gaps, number);
}

static enum status tree_clear(struct gaps *gaps, uint32_t number, int depth)
{
    const struct arena_mark mark = arena_mark(&gaps->arena);
    struct gaps_page page;
    if (depth == DEPTH_MAX)
        return damaged(gaps, number);
    enum status status = page_read(gaps, number, &page);
    if (status == OK)
        status = page_clear(gaps, number, &page);
    for (uint32_t i = 0; status == OK && page.is_inner && i <= page.cell_count; i++)
        status = tree_clear(gaps, gaps_page_below(&page, i), depth + 1);
    arena_release(&gaps->arena, mark);
    return status;
}

static enum status roots_list(struct gaps *gaps, uint32_t out_roots[ROOTS_MAX],
                              size_t *out_count)
{
    size_t count = 0;
    scoped_query query = query_of(
        gaps->database, "sweep", "SELECT rootpage FROM sqlite_schema WHERE rootpage > 0");
    while (count < ROOTS_MAX && query_step(&query))
        out_roots[count++] = (uint32_t)query_column_integer(&query, 0);
    must(count < ROOTS_MAX); /* a shape is ours */
    *out_count = count;
    return query_end(&query);
}

/* Within a change that nobody else can make one in, while no page lies in the log. What others have
 * read of the file before, this change makes them read again. */
static enum status all_clear(struct gaps *gaps)
{
    char sql[64];
    uint32_t roots[ROOTS_MAX];
    size_t count = 0;
    enum status status = roots_list(gaps, roots, &count);
    for (size_t i = 0; i < count && status == OK; i++)
        status = tree_clear(gaps, roots[i], 0);
    if (status == OK &&
        gaps->file->pMethods->xSync(gaps->file, SQLITE_SYNC_FULL) != SQLITE_OK)
        status = failed(gaps);
    snprintf(sql, sizeof sql, "PRAGMA user_version = %u", gaps->database->shape->version);
    return status == OK ? sqlite_run(gaps->database, "sweep", sql) : status;
}

static enum status log_check(const struct gaps *gaps)
{
    char log[4096];
    struct stat about;
    snprintf(log, sizeof log, "%s-wal", gaps->database->path);
    return stat(log, &about) != 0 || about.st_size == 0
               ? OK
               : fail(STATUS_NO_ACCESS,
                      "sweep the %s %s: another program is using it; close that and "
                      "repeat",
                      gaps->database->shape->thing, gaps->database->path);
}

static enum status file_open(struct gaps *gaps)
{
    int64_t page_bytes;
    scoped_query query = query_of(gaps->database, "sweep", "PRAGMA page_size");
    const enum status status = query_number(&query, &page_bytes);
    if (status == OK && page_bytes != GAPS_PAGE_BYTES)
        return damaged(gaps, 1);
    const int code = sqlite3_file_control(gaps->database->handle, "main",
                                          SQLITE_FCNTL_FILE_POINTER, &gaps->file);
    return status == OK && code != SQLITE_OK ? failed(gaps) : status;
}

enum status gaps_clear(struct database *database)
{
    struct gaps gaps = {.database = database};
    must(sqlite3_get_autocommit(database->handle));
    enum status status =
        arena_init_guarded(&gaps.arena, (DEPTH_MAX + 1) * GAPS_PAGE_BYTES, NULL);
    if (status == OK)
        status = file_open(&gaps);
    if (status == OK)
        status = sqlite_cut_log(database);
    /* Pages that SQLite keeps would be written back with their old gaps. */
    (void)sqlite3_db_release_memory(database->handle);
    if (status == OK)
        status = sqlite_begin(database);
    if (status == OK) {
        status = log_check(&gaps);
        status = sqlite_end(database, status == OK ? all_clear(&gaps) : status);
    }
    arena_done(&gaps.arena);
    return status == OK ? sqlite_cut_log(database) : status;
}
