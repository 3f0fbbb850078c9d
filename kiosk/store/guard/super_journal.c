#include "store/guard/super_journal.h"

#include "base/file.h"
#include "base/span.h"

#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What a journal begins with, and ends with after the name of another file. */
static const unsigned char mark[] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};

bool is_super_journal_named(const char *path)
{
    char journal[4096];
    unsigned char end[sizeof mark] = {0};
    const int length = snprintf(journal, sizeof journal, "%s-journal", path);
    if (length < 0 || (size_t)length >= sizeof journal)
        return false;
    scoped_file file = open(journal, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    const off_t size = file < 0 ? 0 : lseek(file, 0, SEEK_END);
    return size >= (off_t)sizeof end &&
           pread(file, end, sizeof end, size - (off_t)sizeof end) == sizeof end &&
           memcmp(end, mark, sizeof mark) == 0;
}

/* --- the layer over SQLite's own way to files --- */

static sqlite3_vfs *plain, layer;
static int code = SQLITE_OK;

static bool has_end(const char *path, const char *end)
{
    const size_t count = strlen(path), wanted = strlen(end);
    return count >= wanted && strcmp(path + count - wanted, end) == 0;
}

static int open_refusing(sqlite3_vfs *vfs, const char *path, sqlite3_file *file,
                         int flags, int *out_flags)
{
    (void)vfs;
    if (flags & SQLITE_OPEN_SUPER_JOURNAL) {
        file->pMethods = NULL;
        return SQLITE_CANTOPEN;
    }
    return plain->xOpen(plain, path, file, flags, out_flags);
}

static int delete_refusing(sqlite3_vfs *vfs, const char *path, int is_synced)
{
    (void)vfs;
    return has_end(path, "-journal") || has_end(path, "-wal")
               ? plain->xDelete(plain, path, is_synced)
               : SQLITE_IOERR_DELETE;
}

/* SQLite would follow a link in the place of a database. What it opens by this name it opens
 * without following one, so it does not matter who was quicker. */
static int name_in_folder(sqlite3_vfs *vfs, const char *path, int room, char *out_name)
{
    char folder[PATH_MAX], real[PATH_MAX];
    const char *slash = strrchr(path, '/'), *last = slash ? slash + 1 : path;
    (void)vfs;
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) + 1 : 1,
             slash ? path : ".");
    if (strlen(path) >= sizeof folder || !realpath(folder, real))
        return SQLITE_CANTOPEN;
    const int count = snprintf(out_name, (size_t)room, "%s/%s",
                               strcmp(real, "/") == 0 ? "" : real, last);
    return count < room ? SQLITE_OK : SQLITE_CANTOPEN;
}

static void layer_add(void)
{
    plain = sqlite3_vfs_find(NULL);
    if (!plain) {
        code = SQLITE_ERROR;
        return;
    }
    layer = *plain;
    layer.zName = "resonance";
    layer.pNext = NULL;
    layer.xOpen = open_refusing;
    layer.xDelete = delete_refusing;
    layer.xFullPathname = name_in_folder;
    code = sqlite3_vfs_register(&layer, 1);
}

enum status super_journal_refuse(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    (void)pthread_once(&once, layer_add);
    return code == SQLITE_OK
               ? OK
               : fail(STATUS_UNSUPPORTED, "SQLite cannot be kept from other files; use "
                                          "the SQLite of Debian 12");
}
