#include "stick/stick_copy.h"

#include "base/descriptor/descriptor.h"
#include "base/folder.h"
#include "base/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { BLOCK_BYTES = 256 * 1024, DEPTH_MAX = 4, NAME_BYTES = 96 };

static char block[BLOCK_BYTES], other_block[BLOCK_BYTES];

/* What is being taken, and how much of it there was so far. */
struct taking {
    int files, folders;
    uint64_t bytes;
};

/* One name: no link is followed, no other file system entered. openat2 says so in one call, which
 * a unit with RestrictSUIDSGID is refused. */
static int step(int folder, const char *name, int flags)
{
    struct stat here, there;
    const int file =
        openat(folder, name, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
    if (file < 0)
        return -1;
    if (fstat(folder, &here) == 0 && fstat(file, &there) == 0 &&
        here.st_dev == there.st_dev)
        return file;
    close(file);
    errno = EXDEV;
    return -1;
}

/* The folder `path`, of plain names, below `stick`. */
static int folder_below(int stick, const char *path)
{
    char name[NAME_BYTES];
    int folder = dup(stick);
    while (folder >= 0 && *path) {
        const size_t count = strcspn(path, "/");
        snprintf(name, sizeof name, "%.*s", (int)count, path);
        const int next = step(folder, name, O_RDONLY | O_DIRECTORY);
        const int error = errno;
        close(folder);
        errno = error;
        folder = next;
        path += count + (path[count] == '/');
    }
    return folder;
}

static void number_text(const unsigned char number[STICK_NUMBER_BYTES],
                        char text[2 * STICK_NUMBER_BYTES + 1])
{
    for (int i = 0; i < STICK_NUMBER_BYTES; i++)
        snprintf(text + 2 * i, 3, "%02x", number[i]);
}

static bool is_plain(const char *name)
{
    const size_t count = strlen(name);
    if (!count || count > 80)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.",
                    name[i]))
            return false;
    return true;
}

/* ---- from the stick ---- */

static enum stick_result content_take(int from, int to, struct taking *taking)
{
    uint64_t bytes = 0;
    for (;;) {
        const ssize_t got = descriptor_read(from, block, sizeof block);
        if (got < 0)
            return STICK_RESULT_FAULTY;
        if (got == 0)
            return fsync(to) == 0 ? STICK_RESULT_DONE : STICK_RESULT_DISK;
        bytes += (uint64_t)got;
        taking->bytes += (uint64_t)got;
        if (bytes > STICK_FILE_MAX_BYTES || taking->bytes > STICK_TAKEN_MAX_BYTES)
            return STICK_RESULT_LARGE;
        if (!descriptor_write(to, (struct span){block, (size_t)got}))
            return STICK_RESULT_DISK;
    }
}

static enum stick_result file_take(int folder, const char *name, int into,
                                   struct taking *taking)
{
    struct stat about;
    const int from = step(folder, name, O_RDONLY);
    enum stick_result result = STICK_RESULT_FAULTY;
    if (from < 0)
        return errno == ELOOP || errno == EXDEV ? STICK_RESULT_STRANGE : result;
    const int to = openat(into, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (++taking->files > STICK_FILES_MAX)
        result = STICK_RESULT_LARGE;
    else if (fstat(from, &about) != 0 || !S_ISREG(about.st_mode))
        result = STICK_RESULT_STRANGE;
    else if (to < 0)
        result = errno == EEXIST ? STICK_RESULT_STRANGE : STICK_RESULT_DISK;
    else
        result = content_take(from, to, taking);
    if (to >= 0)
        close(to);
    close(from);
    return result;
}

static enum stick_result folder_take(int folder, int into, int depth,
                                     struct taking *taking);

static enum stick_result folder_enter(int folder, const char *name, int into, int depth,
                                      struct taking *taking)
{
    if (++taking->folders > STICK_FOLDERS_MAX)
        return STICK_RESULT_LARGE;
    const int from = step(folder, name, O_RDONLY | O_DIRECTORY);
    if (from < 0 || depth == DEPTH_MAX) {
        if (from >= 0)
            close(from);
        return STICK_RESULT_STRANGE;
    }
    enum stick_result result = STICK_RESULT_DISK;
    int to = -1;
    if (mkdirat(into, name, 0755) == 0)
        to = openat(into, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (to >= 0) {
        result = folder_take(from, to, depth + 1, taking);
        close(to);
    } else {
        close(from);
    }
    return result;
}

/* Hidden files are what other systems leave on a stick by themselves. */
static enum stick_result entry_take(int folder, const char *name, int into, int depth,
                                    struct taking *taking)
{
    struct stat about;
    if (name[0] == '.')
        return STICK_RESULT_DONE;
    if (!is_plain(name))
        return STICK_RESULT_STRANGE;
    if (fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) != 0)
        return STICK_RESULT_FAULTY;
    if (S_ISREG(about.st_mode))
        return file_take(folder, name, into, taking);
    return S_ISDIR(about.st_mode) ? folder_enter(folder, name, into, depth, taking)
                                  : STICK_RESULT_STRANGE;
}

/* Closes `folder`. */
static enum stick_result folder_take(int folder, int into, int depth,
                                     struct taking *taking)
{
    struct dirent *row;
    enum stick_result result = STICK_RESULT_DONE;
    DIR *rows = fdopendir(folder);
    if (!rows) {
        close(folder);
        return STICK_RESULT_FAULTY;
    }
    errno = 0;
    while (result == STICK_RESULT_DONE && (row = readdir(rows)))
        result = entry_take(dirfd(rows), row->d_name, into, depth, taking);
    closedir(rows);
    if (result == STICK_RESULT_DONE && fsync(into) != 0)
        return STICK_RESULT_DISK;
    return result;
}

static int configuration_open(int stick, const unsigned char number[STICK_NUMBER_BYTES])
{
    char text[2 * STICK_NUMBER_BYTES + 1], path[NAME_BYTES];
    number_text(number, text);
    snprintf(path, sizeof path, "resonance/configurations/%s", text);
    const int folder = folder_below(stick, path);
    return folder >= 0 || errno != ENOENT ? folder : folder_below(stick, "config");
}

static enum stick_result beside_take(int folder, const char *beside,
                                     struct taking *taking)
{
    const int into = tree_remove(beside) == OK && mkdir(beside, 0755) == 0
                         ? open(beside, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
                         : -1;
    if (into < 0) {
        close(folder);
        return STICK_RESULT_DISK;
    }
    const enum stick_result result = folder_take(folder, into, 0, taking);
    close(into);
    return result;
}

enum stick_result stick_copy_in(int stick, const unsigned char number[STICK_NUMBER_BYTES],
                                const char *slot, uint64_t *out_count)
{
    char beside[PATH_MAX];
    struct taking taking = {0};
    const int folder = configuration_open(stick, number);
    if (folder < 0)
        return errno == ENOENT ? STICK_RESULT_NOTHING : STICK_RESULT_STRANGE;
    snprintf(beside, sizeof beside, "%s.new", slot);
    enum stick_result result = beside_take(folder, beside, &taking);
    if (result == STICK_RESULT_DONE && taking.files == 0)
        result = STICK_RESULT_NOTHING;
    if (result == STICK_RESULT_DONE && tree_replace(beside, slot) != OK)
        result = STICK_RESULT_DISK;
    if (result != STICK_RESULT_DONE && tree_remove(beside) != OK)
        return result; /* the next try takes it away */
    *out_count = taking.bytes;
    return result;
}

/* ---- onto the stick ---- */

static enum stick_result because(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return STICK_RESULT_FULL;
    case EROFS:
    case EPERM:
    case EACCES:
        return STICK_RESULT_LOCKED;
    case ELOOP:
    case EXDEV:
    case ENOTDIR:
    case EISDIR:
    case EEXIST:
        return STICK_RESULT_STRANGE;
    default:
        return STICK_RESULT_FAULTY;
    }
}

static int folder_need(int folder, const char *name)
{
    if (mkdirat(folder, name, 0755) != 0 && errno != EEXIST)
        return -1;
    return step(folder, name, O_RDONLY | O_DIRECTORY);
}

static enum stick_result size_check(int folder, uint64_t bytes)
{
    struct statvfs about;
    if (fstatvfs(folder, &about) != 0)
        return STICK_RESULT_FAULTY;
    return (uint64_t)about.f_bavail * about.f_frsize < bytes + 64 * 1024
               ? STICK_RESULT_FULL
               : STICK_RESULT_DONE;
}

static enum stick_result content_put(int from, int to, uint64_t *out_count)
{
    *out_count = 0;
    if (lseek(from, 0, SEEK_SET) != 0)
        return STICK_RESULT_REFUSED;
    for (;;) {
        const ssize_t got = descriptor_read(from, block, sizeof block);
        if (got < 0)
            return STICK_RESULT_DISK;
        if (got == 0)
            return fsync(to) == 0 ? STICK_RESULT_DONE : because(errno);
        if (!descriptor_write(to, (struct span){block, (size_t)got}))
            return because(errno);
        *out_count += (uint64_t)got;
    }
}

/* From the medium, as far as the kernel lets go of what it remembers. */
static enum stick_result content_compare(int from, int to)
{
    (void)posix_fadvise(to, 0, 0, POSIX_FADV_DONTNEED);
    if (lseek(from, 0, SEEK_SET) != 0 || lseek(to, 0, SEEK_SET) != 0)
        return STICK_RESULT_FAULTY;
    for (;;) {
        const ssize_t one = descriptor_read(from, block, sizeof block),
                      two = descriptor_read(to, other_block, sizeof other_block);
        if (one < 0 || one != two || memcmp(block, other_block, (size_t)one) != 0)
            return STICK_RESULT_FAULTY;
        if (one == 0)
            return STICK_RESULT_DONE;
    }
}

static enum stick_result file_put(int folder, const char *name, int file,
                                  uint64_t *out_count)
{
    char beside[NAME_BYTES + 8];
    snprintf(beside, sizeof beside, "%s.new", name);
    if (unlinkat(folder, beside, 0) != 0 && errno != ENOENT)
        return because(errno);
    const int to = step(folder, beside, O_RDWR | O_CREAT | O_EXCL);
    if (to < 0)
        return because(errno);
    enum stick_result result = content_put(file, to, out_count);
    if (result == STICK_RESULT_DONE)
        result = content_compare(file, to);
    close(to);
    if (result == STICK_RESULT_DONE && renameat(folder, beside, folder, name) != 0)
        result = because(errno);
    if (result == STICK_RESULT_DONE && (fsync(folder) != 0 && errno != EINVAL))
        result = because(errno);
    if (result != STICK_RESULT_DONE)
        (void)unlinkat(folder, beside, 0);
    return result;
}

static bool is_file_fit(int file, uint64_t max_bytes, uint64_t *out_bytes)
{
    struct stat about;
    if (file < 0 || fstat(file, &about) != 0 || !S_ISREG(about.st_mode) ||
        about.st_size <= 0 || (max_bytes && (uint64_t)about.st_size > max_bytes))
        return false;
    *out_bytes = (uint64_t)about.st_size;
    return true;
}

static enum stick_result folder_put(int top, const char *kind,
                                    const unsigned char number[STICK_NUMBER_BYTES],
                                    int file, uint64_t bytes, uint64_t *out_count)
{
    char name[NAME_BYTES], text[2 * STICK_NUMBER_BYTES + 1];
    snprintf(name, sizeof name, "%ss", kind);
    const int folder = folder_need(top, name);
    if (folder < 0)
        return because(errno);
    number_text(number, text);
    snprintf(name, sizeof name, "%s.%s", text, kind);
    enum stick_result result = size_check(folder, bytes);
    if (result == STICK_RESULT_DONE)
        result = file_put(folder, name, file, out_count);
    close(folder);
    return result;
}

enum stick_result stick_copy_out(int stick, const char *kind,
                                 const unsigned char number[STICK_NUMBER_BYTES], int file,
                                 uint64_t max_bytes, uint64_t *out_count)
{
    uint64_t bytes = 0;
    if (!is_file_fit(file, max_bytes, &bytes))
        return STICK_RESULT_REFUSED;
    const int top = folder_need(stick, "resonance");
    if (top < 0)
        return because(errno);
    enum stick_result result = folder_put(top, kind, number, file, bytes, out_count);
    if (result == STICK_RESULT_DONE && syncfs(top) != 0)
        result = because(errno);
    close(top);
    return result;
}

bool is_stick_copy_place(int stick)
{
    const int folder = folder_below(stick, "resonance");
    if (folder >= 0)
        close(folder);
    return folder >= 0;
}
