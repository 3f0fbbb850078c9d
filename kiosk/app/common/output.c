#include "app/common/output.h"

#include "base/file.h"
#include "base/span.h"

#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Where desktops and people mount sticks, and what these folders lie on. */
static const struct {
    const char *folder, *around;
} places[] = {{"/media", "/"}, {"/run/media", "/run"}, {"/mnt", "/"}};

bool is_output_standard(const char *path)
{
    return strcmp(path, "-") == 0;
}

/* The number of the mount that `path` lies on; of the device where the kernel tells no mounts. */
static bool mount_of(const char *path, uint64_t *out_mount)
{
    struct statx about;
    if (statx(AT_FDCWD, path, 0, STATX_BASIC_STATS | STATX_MNT_ID, &about) != 0)
        return false;
    *out_mount = about.stx_mask & STATX_MNT_ID
                     ? about.stx_mnt_id
                     : ((uint64_t)about.stx_dev_major << 32 | about.stx_dev_minor);
    return true;
}

static bool is_mounted(const char *folder, const char *around)
{
    uint64_t here = 0, there = 0;
    return mount_of(folder, &here) && mount_of(around, &there) && here != there;
}

static enum status not_mounted(const char *folder)
{
    return fail(STATUS_NO_DEVICE,
                "nothing is mounted at %s: what is written there would stay on the disk "
                "of this computer; plug the stick in and mount it",
                folder);
}

enum status output_check_mounted(const char *folder)
{
    char around[PATH_MAX];
    const int count = snprintf(around, sizeof around, "%s/..", folder);
    return count < (int)sizeof around && is_mounted(folder, around) ? OK
                                                                    : not_mounted(folder);
}

static bool is_below(const char *path, const char *folder)
{
    const size_t count = strlen(folder);
    return strncmp(path, folder, count) == 0 && (path[count] == 0 || path[count] == '/');
}

/* The folder around `path`, without links; false when there is none, which the writer says. */
static bool around_of(const char *path, char out_folder[PATH_MAX])
{
    char text[PATH_MAX];
    size_t count = strlen(path);
    while (count > 1 && path[count - 1] == '/')
        count--;
    while (count && path[count - 1] != '/')
        count--;
    snprintf(text, sizeof text, "%.*s", count ? (int)count : 1, count ? path : ".");
    return realpath(text, out_folder) != NULL;
}

static enum status place_check(const char *path)
{
    char folder[PATH_MAX];
    if (!around_of(path, folder))
        return OK;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (is_below(folder, places[i].folder) && !is_mounted(folder, places[i].around))
            return not_mounted(folder);
    return OK;
}

enum status output_check(const char *path)
{
    enum status status = OK;
    if (is_output_standard(path))
        return OK;
    status = file_check_place(path);
    if (status != OK)
        return fail(status, "%s; - is standard output", status_last());
    return place_check(path);
}

enum status output_check_folder(const char *path)
{
    struct stat about;
    if (is_output_standard(path))
        return fail(STATUS_USAGE, "a folder cannot go to standard output; name one");
    if (lstat(path, &about) == 0 && !S_ISDIR(about.st_mode))
        return S_ISREG(about.st_mode)
                   ? fail(STATUS_EXISTS, "%s is a file; name a folder", path)
                   : fail(STATUS_EXISTS,
                          "%s is a link or a device, which is not "
                          "replaced; name a folder",
                          path);
    return place_check(path);
}
