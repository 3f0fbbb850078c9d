#include "base/folder.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool is_folder(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

enum status folder_make(const char *path)
{
    if (mkdir(path, 0700) == 0 || (errno == EEXIST && is_folder(path)))
        return OK;
    switch (errno) {
    case EEXIST:
        return fail(STATUS_IO, "make folder %s: a file stands there; name another", path);
    case ENOENT:
    case ENOTDIR:
        return fail(STATUS_NOT_FOUND,
                    "make folder %s: the folder around it is not there; make that first",
                    path);
    default:
        return file_failed("make folder", path);
    }
}

static bool has_suffix(const char *name, const char *suffix)
{
    const size_t count = strlen(name), end = strlen(suffix);
    return count >= end && strcmp(name + count - end, suffix) == 0;
}

static int order_names(const void *a, const void *b)
{
    return span_order(*(const struct span *)a, *(const struct span *)b);
}

enum status folder_list(struct arena *arena, const char *path, const char *suffix,
                        struct span **out_names, size_t *out_count)
{
    struct dirent **entries = NULL;
    const int found = scandir(path, &entries, NULL, NULL);
    if (found < 0)
        return file_failed("list", path);
    struct span *names = arena_array(arena, struct span, found);
    size_t count = 0;
    for (int i = 0; i < found; i++) {
        if (entries[i]->d_name[0] != '.' && has_suffix(entries[i]->d_name, suffix))
            names[count++] = span_copy(arena, span_of(entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
    if (count)
        qsort(names, count, sizeof *names, order_names);
    *out_names = names;
    *out_count = count;
    return OK;
}
