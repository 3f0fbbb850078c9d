#include "base/file.h"

#include "base/descriptor/descriptor.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum status file_failed(const char *doing, const char *path)
{
    switch (errno) {
    case ENOENT:
    case ENOTDIR:
        return fail(STATUS_NOT_FOUND, "%s %s: there is no such file or folder", doing,
                    path);
    case EACCES:
    case EPERM:
    case EROFS:
        return fail(STATUS_NO_ACCESS, "%s %s: %s; check its owner and permissions", doing,
                    path, strerror(errno));
    case ENOSPC:
    case EFBIG:
    case EDQUOT:
        return fail(STATUS_NO_SPACE,
                    "%s %s: the disk is full; free some space and repeat", doing, path);
    case EISDIR:
        return fail(STATUS_IO, "%s %s: a folder stands there; name a file", doing, path);
    default:
        return fail(STATUS_IO, "%s %s: %s", doing, path, strerror(errno));
    }
}

void file_close(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
}

enum status file_read(struct arena *arena, const char *path, size_t max_bytes,
                      struct span *out_bytes)
{
    struct stat about;
    scoped_file descriptor =
        open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe: no wait */
    if (descriptor < 0 || fstat(descriptor, &about) != 0)
        return file_failed("read", path);
    if (S_ISDIR(about.st_mode))
        return fail(STATUS_BAD_INPUT, "read %s: this is a folder; name a file", path);
    if (!S_ISREG(about.st_mode))
        return fail(STATUS_BAD_INPUT, "read %s: this is not a file", path);
    if ((uintmax_t)about.st_size > max_bytes)
        return fail(STATUS_TOO_LARGE, "read %s: %jd bytes, at most %zu are accepted",
                    path, (intmax_t)about.st_size, max_bytes);
    char *data = arena_alloc(arena, (size_t)about.st_size + 1);
    const ssize_t got = descriptor_read(descriptor, data, (size_t)about.st_size);
    if (got < 0)
        return file_failed("read", path);
    *out_bytes = (struct span){data, (size_t)got};
    return OK;
}

enum { FOLDER_BYTES_MAX = 4096 };

static void folder_of(const char *path, char out_folder[FOLDER_BYTES_MAX])
{
    const char *slash = strrchr(path, '/');
    const int count = slash ? (int)(slash - path) : 0;
    snprintf(out_folder, FOLDER_BYTES_MAX, "%.*s", count ? count : 1,
             count   ? path
             : slash ? "/"
                     : ".");
}

static int sync_folder_of(const char *path)
{
    char folder[FOLDER_BYTES_MAX];
    folder_of(path, folder);
    scoped_file descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return descriptor < 0 ? -1 : fsync(descriptor);
}

enum status file_sync_name(const char *path)
{
    return sync_folder_of(path) == 0 ? OK : file_failed("write", path);
}

/* Nothing is missing at `path` itself, so the folder is named. */
static enum status begin_failed(const char *path)
{
    char folder[FOLDER_BYTES_MAX];
    if (errno != ENOENT && errno != ENOTDIR)
        return file_failed("write", path);
    folder_of(path, folder);
    return fail(STATUS_NOT_FOUND, "write %s: there is no folder %s; make it first", path,
                folder);
}

static const char *kind_of(mode_t mode)
{
    return S_ISLNK(mode)    ? "a link"
           : S_ISDIR(mode)  ? "a folder"
           : S_ISFIFO(mode) ? "a pipe"
           : S_ISSOCK(mode) ? "a socket"
                            : "a device";
}

/* The name is looked at, not where it leads: a rename would replace the link itself. */
enum status file_check_place(const char *path)
{
    struct stat about;
    return lstat(path, &about) != 0 || S_ISREG(about.st_mode)
               ? OK
               : fail(STATUS_EXISTS, "write %s: %s stands there; name a file", path,
                      kind_of(about.st_mode));
}

enum status file_begin(const char *path, unsigned mode, struct file_new *out_new)
{
    struct file_new new = {.path = path};
    if (snprintf(new.beside, sizeof new.beside, "%s.%ld.new", path, (long)getpid()) >=
        (int)sizeof new.beside)
        return fail(STATUS_BAD_INPUT, "write %s: the path is too long", path);
    const enum status status = file_check_place(path);
    if (status != OK)
        return status;
    unlink(new.beside); /* left by a crash of an earlier process with our number */
    new.descriptor = open(new.beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (new.descriptor < 0)
        return begin_failed(path);
    *out_new = new;
    return OK;
}

enum status file_add(struct file_new *new, struct span bytes)
{
    return descriptor_write(new->descriptor, bytes) ? OK
                                                    : file_failed("write", new->path);
}

enum status file_end(struct file_new *new)
{
    if (fsync(new->descriptor) != 0 || rename(new->beside, new->path) != 0)
        return file_failed("write", new->path);
    new->beside[0] = 0; /* it has its name: nothing to drop */
    return file_sync_name(new->path);
}

void file_drop(struct file_new *new)
{
    if (!new->path)
        return;
    close(new->descriptor);
    if (new->beside[0])
        unlink(new->beside);
    *new = (struct file_new){0};
}

enum status file_write(const char *path, struct span bytes, unsigned mode)
{
    scoped_file_new new = {0};
    enum status status = file_begin(path, mode, &new);
    if (status == OK)
        status = file_add(&new, bytes);
    return status == OK ? file_end(&new) : status;
}

const char *file_path(struct arena *arena, const char *folder, const char *name)
{
    return span_format(arena, "%s/%s", folder, name).data;
}

bool is_file(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}
