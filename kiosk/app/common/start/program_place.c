#include "app/common/start/program_place.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Below the folder that our own program lies in. */
static const char *const folders[] = {"", "../lib/resonance/"};

bool is_program_place(const char *name, char out_path[PATH_MAX])
{
    char own[PATH_MAX];
    const ssize_t count = readlink("/proc/self/exe", own, sizeof own - 1);
    own[count > 0 ? count : 0] = 0;
    const char *const slash = strrchr(own, '/');
    for (size_t i = 0; slash && i < sizeof folders / sizeof *folders; i++)
        if (snprintf(out_path, PATH_MAX, "%.*s/%s%s", (int)(slash - own), own, folders[i],
                     name) < PATH_MAX &&
            access(out_path, X_OK) == 0)
            return true;
    return false;
}
