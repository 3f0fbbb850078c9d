/* store_kit: a folder of its own for each test, entries that chain, and a search for bytes that
 * must be gone. */
#ifndef KIT_STORE_KIT_H
#define KIT_STORE_KIT_H

#include "base/buffer.h"
#include "base/chance.h"
#include "base/file.h"
#include "chain/entry.h"
#include "memory_folder.h"

#include <dirent.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* Noon, UTC, of 2026-11-16. */
#define KIT_NOON_S 1794830400
#define KIT __attribute__((unused)) static

#define assert_status(call, wanted)                                                      \
    do {                                                                                 \
        const enum status status_ = (call);                                              \
        if (status_ != (wanted))                                                         \
            print_message("%s: \"%s\"\n", #call, status_ == OK ? "" : status_last());    \
        assert_int_equal(status_, (wanted));                                             \
    } while (0)
#define assert_ok(call) assert_status(call, OK)

static char kit_base[MEMORY_FOLDER_BYTES], kit_folder[96];
static char kit_paths[8][384];
static struct arena kit_arena;

KIT const char *kit_path(const char *name)
{
    static size_t next;
    char *path = kit_paths[next++ % 8];
    snprintf(path, sizeof kit_paths[0], "%s/%s", kit_folder, name);
    return path;
}

/* The folder lies in memory where that is a disk, too: thousands of syncs are waited for, and none
 * of them proves anything here, where the power goes in the kit's own pictures of the disk or a
 * process is killed, and what was written outlives that on any disk. */
KIT int kit_setup(void **state)
{
    (void)state;
    if (!*kit_base && (!memory_folder_open("resonance-store", kit_base) ||
                       chmod(kit_base, 0755) != 0)) /* also for tests as another user */
        return -1;
    snprintf(kit_folder, sizeof kit_folder, "%s/XXXXXX", kit_base);
    arena_init(&kit_arena, 256 * 1024 * 1024);
    return mkdtemp(kit_folder) ? 0 : -1;
}

#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, kit_setup, kit_teardown)

KIT void kit_empty_folder(void)
{
    DIR *folder = opendir(kit_folder);
    for (struct dirent *entry; folder && (entry = readdir(folder));)
        if (entry->d_name[0] != '.')
            unlink(kit_path(entry->d_name));
    if (folder)
        closedir(folder);
}

KIT int kit_teardown(void **state)
{
    (void)state;
    kit_empty_folder();
    rmdir(kit_folder);
    arena_done(&kit_arena);
    return 0;
}

KIT void kit_write(const char *name, struct span bytes)
{
    assert_ok(file_write(kit_path(name), bytes, 0600));
}

KIT struct span kit_read(const char *name)
{
    struct span bytes;
    assert_ok(file_read(&kit_arena, kit_path(name), 64 * 1024 * 1024, &bytes));
    return bytes;
}

KIT void kit_sql(const char *name, const char *sql)
{
    sqlite3 *handle = NULL;
    assert_int_equal(sqlite3_open(kit_path(name), &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(handle), SQLITE_OK);
}

/* What `work` says in a process of its own. */
KIT int kit_child(enum status (*work)(void))
{
    int result = -1;
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0)
        _exit((int)work());
    assert_true(child > 0 && waitpid(child, &result, 0) == child && WIFEXITED(result));
    return WEXITSTATUS(result);
}

/* Whether `needle` is in any file of the folder. */
KIT int kit_has_bytes(struct span needle)
{
    bool is_found = 0;
    DIR *folder = opendir(kit_folder);
    const struct arena_mark mark = arena_mark(&kit_arena);
    assert_non_null(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        struct span bytes;
        if (!is_file(kit_path(entry->d_name)))
            continue;
        assert_ok(
            file_read(&kit_arena, kit_path(entry->d_name), 64 * 1024 * 1024, &bytes));
        if (bytes.count && memmem(bytes.data, bytes.count, needle.data, needle.count))
            is_found = 1;
    }
    arena_release(&kit_arena, mark);
    closedir(folder);
    return is_found;
}

KIT void kit_fill(struct chance *chance, unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        bytes[i] = (unsigned char)chance_next(chance);
}

/* The entry at `sequence` of the device `device`, the same for the same arguments, chained by
 * stand-ins for hashes. `salt` makes another entry for the same place. */
KIT struct entry kit_entry(unsigned char device, uint64_t sequence, uint64_t salt)
{
    struct entry entry = {.epoch = 1, .sequence = sequence, .type = HEADER_RESULT};
    struct chance before = chance_init(device * 1000003u + (sequence - 1) * 7919u);
    struct chance here =
        chance_init(device * 1000003u + sequence * 7919u + salt * 104729u);
    memset(entry.device_id, device, sizeof entry.device_id);
    if (sequence > 1)
        kit_fill(&before, entry.previous_hash, sizeof entry.previous_hash);
    kit_fill(&here, entry.entry_hash, sizeof entry.entry_hash);
    kit_fill(&here, entry.record_id, sizeof entry.record_id);
    kit_fill(&here, entry.header, sizeof entry.header);
    kit_fill(&here, entry.signature, sizeof entry.signature);
    return entry;
}

KIT void assert_same_entry(const struct entry *a, const struct entry *b)
{
    assert_memory_equal(a->device_id, b->device_id, sizeof a->device_id);
    assert_int_equal(a->epoch, b->epoch);
    assert_int_equal(a->sequence, b->sequence);
    assert_int_equal(a->type, b->type);
    assert_memory_equal(a->record_id, b->record_id, sizeof a->record_id);
    assert_memory_equal(a->previous_hash, b->previous_hash, sizeof a->previous_hash);
    assert_memory_equal(a->entry_hash, b->entry_hash, sizeof a->entry_hash);
    assert_memory_equal(a->header, b->header, sizeof a->header);
    assert_memory_equal(a->signature, b->signature, sizeof a->signature);
    assert_true(is_span_equal(a->payload, b->payload));
}

/* KIT_STORE(kind): the store of a test (ledger, archive, drafts), in `kind.db` of its folder:
 * open before each of its tests, closed after it, and opened again by reopen(), as by a program
 * that starts anew. */
#define KIT_STORE(kind)                                                                  \
    static struct kind *kind;                                                            \
    static int setup(void **state)                                                       \
    {                                                                                    \
        if (kit_setup(state) != 0)                                                       \
            return -1;                                                                   \
        return kind##_open(&kit_arena, kit_path(#kind ".db"), &kind) == OK ? 0 : -1;     \
    }                                                                                    \
    static int teardown(void **state)                                                    \
    {                                                                                    \
        kind##_close(kind);                                                              \
        return kit_teardown(state);                                                      \
    }                                                                                    \
    KIT void reopen(void)                                                                \
    {                                                                                    \
        kind##_close(kind);                                                              \
        assert_ok(kind##_open(&kit_arena, kit_path(#kind ".db"), &kind));                \
    }                                                                                    \
    struct kind /* the semicolon after it */

#endif
