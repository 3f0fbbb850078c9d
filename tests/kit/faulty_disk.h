/* faulty_disk: a disk for SQLite that fails or loses its power at a chosen call.
 *
 *   SQLite -> faulty disk -> the files in kit_folder
 *                  \-> what a disk would hold after a power loss: per file the bytes of its last
 *                      sync, and the changes since then, of which any may have arrived
 *
 * Only one test uses it at a time. Sizes are small, so each file's image is one array. */
#ifndef KIT_FAULTY_DISK_H
#define KIT_FAULTY_DISK_H

#include "store_kit.h"

#include "base/must.h"

#include <sqlite3.h>

enum {
    FAULTY_FILES = 16,
    FAULTY_BYTES = 1024 * 1024,
    FAULTY_CHANGES = 4096,
    FAULTY_SECTOR = 512
};

/* A write, or a cut to `offset` when `bytes` is NULL, that is not synced yet. */
struct faulty_change {
    sqlite3_int64 offset;
    size_t count;
    char *bytes;
};

struct faulty_image {
    char path[384];
    int is_synced; /* at least once: before it, a power loss takes the file */
    int is_deleted;
    size_t synced_count;
    char *synced;
    size_t change_count;
    struct faulty_change *changes;
};

static struct {
    sqlite3_vfs *real;
    struct arena arena;
    struct faulty_image images[FAULTY_FILES];
    size_t image_count;
    uint64_t call_count; /* writes, cuts, syncs, deletes so far */
    uint64_t fail_at;    /* the call that fails, from 1; 0: none */
    int fails_for_ever;  /* that and all later ones */
    int code;            /* of the failure */
    int cause;           /* what the system says of it, as errno; 0: nothing */
    int keeps_images;
} faulty;

struct faulty_file {
    sqlite3_file base;
    struct faulty_image *image; /* NULL: not followed */
    int syncs_folder; /* with its first sync, as SQLite does for logs it may have made */
    int cause;        /* of its last failure */
    sqlite3_file *real;
};

/* Counts a call; the code it must fail with, or SQLITE_OK. */
KIT int faulty_call(void)
{
    faulty.call_count++;
    if (!faulty.fail_at || faulty.call_count < faulty.fail_at)
        return SQLITE_OK;
    return faulty.call_count == faulty.fail_at || faulty.fails_for_ever ? faulty.code
                                                                        : SQLITE_OK;
}

/* The same for a call on `file`, which remembers the cause. */
KIT int faulty_call_on(sqlite3_file *file)
{
    const int code = faulty_call();
    if (code != SQLITE_OK)
        ((struct faulty_file *)(void *)file)->cause = faulty.cause;
    return code;
}

KIT sqlite3_file *faulty_real(sqlite3_file *file)
{
    return ((struct faulty_file *)(void *)file)->real;
}

KIT struct faulty_image *faulty_image_of(sqlite3_file *file)
{
    return ((struct faulty_file *)(void *)file)->image;
}

KIT void faulty_apply(char *bytes, size_t *count, const struct faulty_change *change)
{
    const size_t offset = (size_t)change->offset;
    if (!change->bytes) {
        *count = offset;
        return;
    }
    must(offset + change->count <= FAULTY_BYTES);
    if (offset > *count)
        memset(bytes + *count, 0, offset - *count);
    memcpy(bytes + offset, change->bytes, change->count);
    if (offset + change->count > *count)
        *count = offset + change->count;
}

KIT void faulty_note(struct faulty_image *image, sqlite3_int64 offset, const void *bytes,
                     size_t count)
{
    if (!image || !faulty.keeps_images)
        return;
    must(image->change_count < FAULTY_CHANGES);
    struct faulty_change *change = &image->changes[image->change_count++];
    *change = (struct faulty_change){.offset = offset, .count = count};
    if (bytes)
        change->bytes = memcpy(arena_alloc(&faulty.arena, count + 1), bytes, count);
}

KIT int faulty_close(sqlite3_file *file)
{
    return faulty_real(file)->pMethods->xClose(faulty_real(file));
}

KIT int faulty_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
    return faulty_real(file)->pMethods->xRead(faulty_real(file), bytes, count, offset);
}

KIT int faulty_write(sqlite3_file *file, const void *bytes, int count,
                     sqlite3_int64 offset)
{
    const int code = faulty_call_on(file);
    if (code != SQLITE_OK)
        return code;
    faulty_note(faulty_image_of(file), offset, bytes, (size_t)count);
    return faulty_real(file)->pMethods->xWrite(faulty_real(file), bytes, count, offset);
}

KIT int faulty_truncate(sqlite3_file *file, sqlite3_int64 count)
{
    const int code = faulty_call_on(file);
    if (code != SQLITE_OK)
        return code;
    faulty_note(faulty_image_of(file), count, NULL, 0);
    return faulty_real(file)->pMethods->xTruncate(faulty_real(file), count);
}

/* Deletes before this moment are certain now. */
KIT void faulty_sync_folder(void)
{
    for (size_t i = 0; i < faulty.image_count; i++)
        if (faulty.images[i].is_deleted)
            faulty.images[i].is_synced = 0;
}

/* The real files need no sync: what a power loss leaves is kept here. */
KIT int faulty_sync(sqlite3_file *file, int flags)
{
    struct faulty_file *ours = (struct faulty_file *)(void *)file;
    struct faulty_image *image = ours->image;
    const int code = faulty_call_on(file);
    (void)flags;
    if (code != SQLITE_OK)
        return code;
    for (size_t i = 0; image && i < image->change_count; i++)
        faulty_apply(image->synced, &image->synced_count, &image->changes[i]);
    if (image) {
        image->change_count = 0;
        image->is_synced = 1;
    }
    if (ours->syncs_folder)
        faulty_sync_folder();
    ours->syncs_folder = 0;
    return SQLITE_OK;
}

KIT int faulty_size(sqlite3_file *file, sqlite3_int64 *out_count)
{
    return faulty_real(file)->pMethods->xFileSize(faulty_real(file), out_count);
}

KIT int faulty_lock(sqlite3_file *file, int level)
{
    return faulty_real(file)->pMethods->xLock(faulty_real(file), level);
}

KIT int faulty_unlock(sqlite3_file *file, int level)
{
    return faulty_real(file)->pMethods->xUnlock(faulty_real(file), level);
}

KIT int faulty_check_lock(sqlite3_file *file, int *out_is_locked)
{
    return faulty_real(file)->pMethods->xCheckReservedLock(faulty_real(file),
                                                           out_is_locked);
}

KIT int faulty_control(sqlite3_file *file, int what, void *value)
{
    const struct faulty_file *ours = (struct faulty_file *)(void *)file;
    if (what == SQLITE_FCNTL_LAST_ERRNO && ours->cause) {
        *(int *)value = ours->cause;
        return SQLITE_OK;
    }
    return faulty_real(file)->pMethods->xFileControl(faulty_real(file), what, value);
}

KIT int faulty_sector(sqlite3_file *file)
{
    (void)file;
    return FAULTY_SECTOR;
}

KIT int faulty_traits(sqlite3_file *file)
{
    (void)file;
    return 0; /* promises nothing */
}

KIT int faulty_shm_map(sqlite3_file *file, int page, int count, int extends,
                       void volatile **out_memory)
{
    return faulty_real(file)->pMethods->xShmMap(faulty_real(file), page, count, extends,
                                                out_memory);
}

KIT int faulty_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return faulty_real(file)->pMethods->xShmLock(faulty_real(file), offset, count, flags);
}

KIT void faulty_shm_barrier(sqlite3_file *file)
{
    faulty_real(file)->pMethods->xShmBarrier(faulty_real(file));
}

KIT int faulty_shm_unmap(sqlite3_file *file, int deletes)
{
    return faulty_real(file)->pMethods->xShmUnmap(faulty_real(file), deletes);
}

static const sqlite3_io_methods faulty_methods = {
    .iVersion = 2,
    .xClose = faulty_close,
    .xRead = faulty_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = faulty_size,
    .xLock = faulty_lock,
    .xUnlock = faulty_unlock,
    .xCheckReservedLock = faulty_check_lock,
    .xFileControl = faulty_control,
    .xSectorSize = faulty_sector,
    .xDeviceCharacteristics = faulty_traits,
    .xShmMap = faulty_shm_map,
    .xShmLock = faulty_shm_lock,
    .xShmBarrier = faulty_shm_barrier,
    .xShmUnmap = faulty_shm_unmap,
};

KIT struct faulty_image *faulty_follow(const char *path)
{
    for (size_t i = 0; i < faulty.image_count; i++)
        if (strcmp(faulty.images[i].path, path) == 0) {
            faulty.images[i].is_deleted = 0;
            return &faulty.images[i];
        }
    must(faulty.image_count < FAULTY_FILES);
    struct faulty_image *image = &faulty.images[faulty.image_count++];
    snprintf(image->path, sizeof image->path, "%s", path);
    image->synced = arena_alloc(&faulty.arena, FAULTY_BYTES);
    image->changes = arena_array(&faulty.arena, struct faulty_change, FAULTY_CHANGES);
    return image;
}

KIT int faulty_open(sqlite3_vfs *disk, const char *path, sqlite3_file *file, int flags,
                    int *out_flags)
{
    struct faulty_file *ours = (struct faulty_file *)(void *)file;
    (void)disk;
    ours->base.pMethods = NULL;
    ours->real = (sqlite3_file *)(void *)(ours + 1);
    ours->image = NULL;
    ours->cause = 0;
    ours->syncs_folder = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0;
    const int code = faulty.real->xOpen(faulty.real, path, ours->real, flags, out_flags);
    if (code != SQLITE_OK)
        return code;
    if (path && faulty.keeps_images)
        ours->image = faulty_follow(path);
    ours->base.pMethods = &faulty_methods;
    return SQLITE_OK;
}

/* A delete may or may not have arrived when the power goes; `is_synced` makes it certain. */
KIT int faulty_delete(sqlite3_vfs *disk, const char *path, int is_synced)
{
    const int code = faulty_call();
    (void)disk;
    if (code != SQLITE_OK)
        return code;
    for (size_t i = 0; i < faulty.image_count; i++)
        if (strcmp(faulty.images[i].path, path) == 0)
            faulty.images[i].is_deleted = 1;
    if (is_synced)
        faulty_sync_folder();
    return faulty.real->xDelete(faulty.real, path, 0);
}

/* faulty_use(): all databases that are opened from now on stand on the faulty disk. */
KIT void faulty_use(void)
{
    static sqlite3_vfs disk;
    faulty.real = sqlite3_vfs_find("unix");
    disk = *faulty.real;
    disk.zName = "faulty";
    disk.szOsFile = (int)sizeof(struct faulty_file) + faulty.real->szOsFile;
    disk.xOpen = faulty_open;
    disk.xDelete = faulty_delete;
    assert_int_equal(sqlite3_vfs_register(&disk, 1), SQLITE_OK);
}

/* faulty_leave(): databases stand on the real disk again. */
KIT void faulty_leave(void)
{
    sqlite3_vfs_unregister(sqlite3_vfs_find("faulty"));
    assert_int_equal(sqlite3_vfs_register(faulty.real, 1), SQLITE_OK);
    arena_done(&faulty.arena);
}

/* faulty_reset(fail_at, fails_for_ever, code, keeps_images): a fresh disk and plan. */
KIT void faulty_reset(uint64_t fail_at, int fails_for_ever, int code, int keeps_images)
{
    arena_done(&faulty.arena);
    arena_init(&faulty.arena, 512 * 1024 * 1024);
    faulty.image_count = 0;
    memset(faulty.images, 0, sizeof faulty.images);
    faulty.call_count = 0;
    faulty.fail_at = fail_at;
    faulty.fails_for_ever = fails_for_ever;
    faulty.code = code;
    faulty.keeps_images = keeps_images;
    faulty.cause = 0;
}

/* One sector after the other of `change`, each with an even chance to have arrived. */
KIT void faulty_tear(struct chance *chance, char *bytes, size_t *count,
                     const struct faulty_change *change)
{
    for (size_t at = 0; at < change->count; at += FAULTY_SECTOR) {
        const size_t part =
            change->count - at < FAULTY_SECTOR ? change->count - at : FAULTY_SECTOR;
        const struct faulty_change sector = {change->offset + (sqlite3_int64)at, part,
                                             change->bytes + at};
        if (chance_below(chance, 2))
            faulty_apply(bytes, count, &sector);
    }
}

/* faulty_power_loss(chance): the folder now holds what the disk would. With `chance`, any of the
 * changes that were not synced may have arrived, in sectors; without it none has. */
KIT void faulty_power_loss(struct chance *chance)
{
    kit_empty_folder();
    for (size_t i = 0; i < faulty.image_count; i++) {
        struct faulty_image *image = &faulty.images[i];
        const int comes_back = image->is_deleted && (!chance || chance_below(chance, 2));
        if (!image->is_synced || (image->is_deleted && !comes_back))
            continue;
        for (size_t c = 0; chance && c < image->change_count; c++)
            if (!image->changes[c].bytes && chance_below(chance, 2))
                faulty_apply(image->synced, &image->synced_count, &image->changes[c]);
            else
                faulty_tear(chance, image->synced, &image->synced_count,
                            &image->changes[c]);
        const struct span bytes = {image->synced, image->synced_count};
        assert_ok(file_write(image->path, bytes, 0600));
    }
}

#endif
