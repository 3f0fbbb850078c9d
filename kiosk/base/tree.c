#include "base/tree.h"

#include "base/file.h"
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { DEPTH_DESCRIPTORS = 8, PATH_BYTES_MAX = 4096 };

static int remove_one(const char *path, const struct stat *about, int kind,
                      struct FTW *place)
{
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

enum status tree_remove(const char *path)
{
    if (!is_folder(path))
        return OK;
    if (nftw(path, remove_one, DEPTH_DESCRIPTORS, FTW_DEPTH | FTW_PHYS) != 0)
        return file_failed("remove", path);
    return OK;
}

/* File systems of sticks cannot exchange two names: there, for a moment, no folder is at `path`. */
static enum status put_aside(const char *beside, const char *path)
{
    char aside[PATH_BYTES_MAX];
    if (snprintf(aside, sizeof aside, "%s.%ld.old", path, (long)getpid()) >=
        (int)sizeof aside)
        return fail(STATUS_BAD_INPUT, "write %s: the path is too long", path);
    if (rename(path, aside) != 0)
        return file_failed("replace", path);
    if (rename(beside, path) != 0) {
        const enum status status = file_failed("write", path);
        return rename(aside, path) == 0 ? status : file_failed("put back", path);
    }
    const enum status status = file_sync_name(path);
    return status == OK ? tree_remove(aside) : status;
}

static enum status change_places(const char *beside, const char *path)
{
    if (renameat2(AT_FDCWD, beside, AT_FDCWD, path, RENAME_EXCHANGE) == 0) {
        const enum status status = file_sync_name(path);
        return status == OK ? tree_remove(beside) : status;
    }
    return errno == EINVAL || errno == ENOSYS ? put_aside(beside, path)
                                              : file_failed("replace", path);
}

/* The system itself looks whether it is empty, in the step in which it takes its place. */
enum status tree_place(const char *beside, const char *path)
{
    if (rename(beside, path) == 0)
        return file_sync_name(path);
    return errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR
               ? fail(STATUS_EXISTS,
                      "something stands at %s now, and stays as it is; name another "
                      "folder",
                      path)
               : file_failed("write", path);
}

enum status tree_replace(const char *beside, const char *path)
{
    return is_folder(path) && !is_tree_empty(path) ? change_places(beside, path)
                                                   : tree_place(beside, path);
}

/* "form.123.new": whose it is, by which process, and what for. */
struct left {
    struct span name, number, use;
};

/* Its index, or span.count. */
static size_t last_dot(struct span span)
{
    size_t at = span.count;
    while (at > 0 && span.data[at - 1] != '.')
        at--;
    return at ? at - 1 : span.count;
}

static bool left_read(struct span file, struct left *out)
{
    const size_t use = last_dot(file);
    const size_t number = last_dot(span_cut(file, 0, use));
    int64_t process;
    if (use == file.count || number == use)
        return false;
    *out = (struct left){
        .name = span_cut(file, 0, number),
        .number = span_cut(file, number + 1, use - number - 1),
        .use = span_cut(file, use + 1, file.count),
    };
    return out->name.count && (is_span(out->use, "new") || is_span(out->use, "old")) &&
           span_to_integer(out->number, &process) && process > 0;
}

/* One with our own number is left from before, too: nothing is swept while something is written. */
static bool is_writer_gone(const struct left *left)
{
    int64_t process = 0;
    return span_to_integer(left->number, &process) &&
           (process == getpid() || process > INT_MAX ||
            (kill((pid_t)process, 0) != 0 && errno == ESRCH));
}

static enum status left_take(struct arena *arena, const char *folder, struct span file,
                             const struct left *left)
{
    const char *path = file_path(arena, folder, span_text(arena, file));
    const char *whole = file_path(arena, folder, span_text(arena, left->name));
    if (is_span(left->use, "old") && access(whole, F_OK) != 0)
        return rename(path, whole) == 0 ? file_sync_name(whole)
                                        : file_failed("put back", whole);
    if (is_folder(path))
        return tree_remove(path);
    return unlink(path) == 0 ? OK : file_failed("remove", path);
}

enum status tree_sweep(struct arena *arena, const char *folder, struct span name)
{
    struct span *files;
    struct left left;
    size_t count = 0;
    if (!is_folder(folder))
        return OK;
    enum status status = folder_list(arena, folder, "", &files, &count);
    for (size_t i = count; i-- > 0 && status == OK;) /* .old before .new */
        if (left_read(files[i], &left) &&
            (!name.count || is_span_equal(left.name, name)) && is_writer_gone(&left))
            status = left_take(arena, folder, files[i], &left);
    return status;
}

bool is_tree_empty(const char *path)
{
    size_t count = 0;
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder))
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(folder);
    return count == 0;
}
