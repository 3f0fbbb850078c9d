/* Preloaded into a program: a power cut leaves no more and no less of its files than a kill
 * does. So whatever is given its name must be on the disk before, and the name must be on the
 * disk before another file gets its own and before the program ends; else this is said and the
 * program ends with 99. Files of a database are left to SQLite, which is cut by a disk of its
 * own. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SYNCED_MAX = 4096, PATH_BYTES = 4096 };

static struct known {
    dev_t device;
    ino_t number;
} synced[SYNCED_MAX];
static size_t synced_count;
static char waiting[PATH_BYTES]; /* the folder that has a new name which may still go */
static char named[PATH_BYTES];

static int is_synced(const struct stat *about)
{
    for (size_t i = 0; i < synced_count; i++)
        if (synced[i].device == about->st_dev && synced[i].number == about->st_ino)
            return 1;
    return 0;
}

static void broken(const char *what, const char *path)
{
    fprintf(stderr, "not made sure of: %s of %s\n", what, path);
    _exit(99);
}

static void check_waiting(void)
{
    if (waiting[0])
        broken("the name", named);
}

static void folder_of(const char *path, char out_folder[PATH_BYTES])
{
    const char *slash = strrchr(path, '/');
    snprintf(out_folder, PATH_BYTES, "%.*s", slash ? (int)(slash - path) : 1,
             slash ? path : ".");
}

static void note(int descriptor)
{
    struct stat about, folder;
    if (fstat(descriptor, &about) != 0)
        return;
    if (synced_count < SYNCED_MAX)
        synced[synced_count++] = (struct known){about.st_dev, about.st_ino};
    if (waiting[0] && stat(waiting, &folder) == 0 && folder.st_ino == about.st_ino)
        waiting[0] = 0;
}

int fsync(int descriptor)
{
    int (*next)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    note(descriptor);
    return next(descriptor);
}

int fdatasync(int descriptor)
{
    int (*next)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    note(descriptor);
    return next(descriptor);
}

static int check_file(const char *path, const struct stat *about, int kind,
                      struct FTW *place)
{
    (void)place;
    if (kind == FTW_F && !strstr(path, ".db") && !is_synced(about))
        broken("the content", path);
    return 0;
}

static void naming(const char *from, const char *to)
{
    check_waiting();
    nftw(from, check_file, 16, FTW_PHYS);
    folder_of(to, waiting);
    snprintf(named, sizeof named, "%s", to);
}

int rename(const char *from, const char *to)
{
    int (*next)(const char *, const char *) =
        (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
    naming(from, to);
    return next(from, to);
}

int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags)
{
    int (*next)(int, const char *, int, const char *, unsigned) =
        (int (*)(int, const char *, int, const char *, unsigned))dlsym(RTLD_NEXT,
                                                                       "renameat2");
    naming(from, to);
    return next(from_at, from, to_at, to, flags);
}

__attribute__((destructor)) static void ends(void)
{
    check_waiting();
}
