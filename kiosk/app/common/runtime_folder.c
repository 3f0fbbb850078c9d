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

enum status runtime_folder(struct arena *arena, const char **out_path)
{
    const char *const runtime = getenv("XDG_RUNTIME_DIR");
    if (!runtime || runtime[0] != '/' || !is_folder(runtime))
        return fail(STATUS_NOT_FOUND,
                    "there is no folder for what runs (XDG_RUNTIME_DIR)");
    const char *const path = file_path(arena, runtime, "resonance");
    const enum status status = folder_make(path);
    if (status == OK && !is_own_alone(path))
        return fail(STATUS_REFUSED,
                    "others can look into %s; take their rights away or remove it", path);
    *out_path = path;
    return status;
}
