#include "app/common/runtime_folder.h"

#include "base/file.h"
#include "base/folder.h"

#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A link is not followed: it could point into a folder of somebody else's. */
static bool is_own_alone(const char *path)
{
    struct stat facts;
    return lstat(path, &facts) == 0 && S_ISDIR(facts.st_mode) &&
           facts.st_uid == geteuid() && (facts.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

static enum status own_make(const char *path, const char **out_path)
{
    const enum status status = folder_make(path);
    if (status == OK && !is_own_alone(path))
        return fail(STATUS_REFUSED,
                    "others can look into %s; take their rights away or remove it", path);
    *out_path = path;
    return status;
}

/* Where the system has one for each person, it is there also for who came another way than by
 * signing in, without the word that leads to it. */
enum status runtime_folder(struct arena *arena, const char **out_path)
{
    const char *const named = getenv("XDG_RUNTIME_DIR");
    const char *const runtime =
        named ? named
              : span_format(arena, "/run/user/%lu", (unsigned long)geteuid()).data;
    if (runtime[0] != '/' || !is_folder(runtime))
        return fail(STATUS_NOT_FOUND,
                    "there is no folder for what runs (XDG_RUNTIME_DIR)");
    return own_make(file_path(arena, runtime, "resonance"), out_path);
}

enum status runtime_folder_any(struct arena *arena, const char **out_path)
{
    if (runtime_folder(arena, out_path) == OK)
        return OK;
    return own_make(
        span_format(arena, "/tmp/resonance-%lu", (unsigned long)geteuid()).data,
        out_path);
}
