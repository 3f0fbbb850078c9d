#include "base/tree.h"

#include "base/file.h"
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
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

enum status tree_replace(const char *beside, const char *path)
{
    if (is_folder(path) && !is_tree_empty(path))
        return change_places(beside, path);
    if (rename(beside, path) != 0)
        return file_failed("write", path);
    return file_sync_name(path);
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
