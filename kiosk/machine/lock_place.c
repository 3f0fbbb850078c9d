#include "machine/lock_place.h"

#include "base/file.h"
#include "base/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BESIDE ".resonance-lock"

static const char *full_path(struct arena *arena, const char *root, const char *path)
{
    const bool is_whole = strcmp(root, "/") == 0;
    return span_format(arena, "%s%s", is_whole ? "" : root, path).data;
}

static enum status in_the_way(const char *path, const char *what)
{
    return fail(STATUS_EXISTS,
                "%s is %s, which this program does not follow or replace; put a plain "
                "file or folder there, or nothing",
                path, what);
}

/* Each folder on the way below `root` is one, or there is none yet. */
static enum status way_check(struct arena *arena, const char *root, const char *path)
{
    struct stat about;
    for (const char *at = strchr(path + 1, '/'); at; at = strchr(at + 1, '/')) {
        const struct span part = {path, (size_t)(at - path)};
        const char *folder = full_path(arena, root, span_text(arena, part));
        if (lstat(folder, &about) != 0)
            return errno == ENOENT ? OK : file_failed("look at", folder);
        if (!S_ISDIR(about.st_mode))
            return in_the_way(folder, S_ISLNK(about.st_mode) ? "a link" : "no folder");
    }
    return OK;
}

static enum status link_read(struct arena *arena, const char *path, struct span *out)
{
    char target[PATH_MAX];
    const ssize_t count = readlink(path, target, sizeof target);
    if (count < 0)
        return file_failed("read", path);
    *out = span_copy(arena, (struct span){target, (size_t)count});
    return OK;
}

static enum status kind_of(mode_t mode, const char *path, enum lock_kind *out_kind)
{
    if (S_ISDIR(mode))
        *out_kind = LOCK_FOLDER;
    else if (S_ISREG(mode))
        *out_kind = LOCK_FILE;
    else if (S_ISLNK(mode))
        *out_kind = LOCK_LINK;
    else
        return in_the_way(path, S_ISFIFO(mode)   ? "a pipe"
                                : S_ISSOCK(mode) ? "a socket"
                                                 : "a device");
    return OK;
}

static enum status about_take(struct arena *arena, const char *path,
                              const struct stat *about, struct lock_place *out_place)
{
    struct lock_place place = {.user = about->st_uid, .group = about->st_gid};
    enum status status = kind_of(about->st_mode, path, &place.kind);
    if (status != OK)
        return status;
    if (place.kind != LOCK_LINK)
        place.mode = about->st_mode & 07777;
    if (place.kind != LOCK_FOLDER) {
        place.changed_s = about->st_mtim.tv_sec;
        place.changed_ns = about->st_mtim.tv_nsec;
    }
    if (place.kind == LOCK_FILE)
        status = file_read(arena, path, LOCK_PLACE_BYTES_MAX, &place.bytes);
    if (place.kind == LOCK_LINK)
        status = link_read(arena, path, &place.bytes);
    if (status == OK)
        *out_place = place;
    return status;
}

enum status lock_place_look(struct arena *arena, const char *root, const char *path,
                            struct lock_place *out_place)
{
    struct stat about;
    const char *full = full_path(arena, root, path);
    const enum status status = way_check(arena, root, path);
    if (status != OK)
        return status;
    if (lstat(full, &about) == 0)
        return about_take(arena, full, &about, out_place);
    if (errno != ENOENT)
        return file_failed("look at", full);
    *out_place = (struct lock_place){.kind = LOCK_NOTHING};
    return OK;
}

static enum status owner_set(const char *path, const struct lock_place *place)
{
    struct stat about;
    const bool is_same = lstat(path, &about) == 0 && about.st_uid == place->user &&
                         about.st_gid == place->group;
    if (!is_same && lchown(path, place->user, place->group) != 0)
        return file_failed("change the owner of", path);
    /* After the owner: the system takes some modes away with it. */
    if (place->kind != LOCK_LINK && chmod(path, place->mode) != 0)
        return file_failed("change the mode of", path);
    return OK;
}

static enum status time_set(const char *path, const struct lock_place *place)
{
    const struct timespec times[2] = {{0, UTIME_OMIT},
                                      {place->changed_s, place->changed_ns}};
    if (!place->changed_s && !place->changed_ns)
        return OK;
    return utimensat(AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW) == 0
               ? OK
               : file_failed("set the time of", path);
}

static enum status beside_make(struct arena *arena, const char *beside,
                               const struct lock_place *place)
{
    enum status status = OK;
    if (place->kind == LOCK_FILE)
        status = file_write(beside, place->bytes, 0600);
    else if (symlink(span_text(arena, place->bytes), beside) != 0)
        status = file_failed("make", beside);
    if (status == OK)
        status = owner_set(beside, place);
    return status == OK ? time_set(beside, place) : status;
}

static enum status file_put(struct arena *arena, const char *full,
                            const struct lock_place *place)
{
    const char *beside = span_format(arena, "%s" BESIDE, full).data;
    enum status status = beside_make(arena, beside, place);
    if (status == OK && rename(beside, full) != 0)
        status = file_failed("write", full);
    if (status != OK)
        (void)unlink(beside);
    return status == OK ? file_sync_name(full) : status;
}

static enum status folder_put(const char *full, const struct lock_place *place)
{
    if (mkdir(full, 0700) != 0 && errno != EEXIST)
        return file_failed("make", full);
    const enum status status = owner_set(full, place);
    return status == OK ? file_sync_name(full) : status;
}

static enum status nothing_put(const char *full)
{
    if (unlink(full) == 0)
        return file_sync_name(full);
    if (errno == ENOENT)
        return OK;
    if (rmdir(full) == 0)
        return file_sync_name(full);
    /* Somebody has put something of theirs into it meanwhile. */
    return errno == ENOTEMPTY || errno == EEXIST ? OK : file_failed("remove", full);
}

enum status lock_place_put(struct arena *arena, const char *root, const char *path,
                           const struct lock_place *place)
{
    const char *full = full_path(arena, root, path);
    enum status status = lock_place_sweep(arena, root, path);
    if (status != OK)
        return status;
    switch (place->kind) {
    case LOCK_NOTHING:
        return nothing_put(full);
    case LOCK_FOLDER:
        return folder_put(full, place);
    case LOCK_FILE:
    case LOCK_LINK:
        return file_put(arena, full, place);
    case LOCK_KIND_COUNT:
        break;
    }
    return OK;
}

enum status lock_place_sweep(struct arena *arena, const char *root, const char *path)
{
    const char *full = full_path(arena, root, path), *name = strrchr(full, '/');
    const char *folder = full_path(
        arena, root,
        span_text(arena, (struct span){path, (size_t)(strrchr(path, '/') - path)}));
    const enum status status = way_check(arena, root, path);
    if (status != OK)
        return status;
    const char *beside = span_format(arena, "%s" BESIDE, full).data;
    if (unlink(beside) != 0 && errno != ENOENT && errno != ENOTDIR)
        return file_failed("remove", beside);
    return tree_sweep(arena, *folder ? folder : "/",
                      span_format(arena, "%s" BESIDE, name + 1));
}

bool is_lock_place_same(const struct lock_place *a, const struct lock_place *b)
{
    return a->kind == b->kind && a->mode == b->mode && a->user == b->user &&
           a->group == b->group && is_span_equal(a->bytes, b->bytes);
}

struct lock_place lock_place_file(struct span bytes, unsigned mode)
{
    return (struct lock_place){.kind = LOCK_FILE,
                               .mode = mode,
                               .user = geteuid(),
                               .group = getegid(),
                               .bytes = bytes};
}

struct lock_place lock_place_link(const char *target)
{
    return (struct lock_place){.kind = LOCK_LINK,
                               .user = geteuid(),
                               .group = getegid(),
                               .bytes = span_of(target)};
}
