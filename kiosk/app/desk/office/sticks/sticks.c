#include "app/desk/office/sticks/sticks.h"

#include "base/file.h"
#include "base/folder.h"

#include <mntent.h>
#include <stdio.h>
#include <string.h>

bool is_sticks_bundle(const char *path)
{
    char magic[4] = {0};
    FILE *file = is_file(path) ? fopen(path, "re") : NULL;
    if (!file)
        return false;
    const bool is_one = fread(magic, 1, sizeof magic, file) == sizeof magic &&
                        memcmp(magic, "HFB1", 4) == 0;
    fclose(file);
    return is_one;
}

struct finding_sticks {
    struct arena *arena;
    sticks_wanted *is_wanted;
    struct span *paths;
    size_t count;
};

static void folder_look(struct finding_sticks *found, const char *folder, int depth)
{
    struct span *names;
    size_t count;
    if (folder_list(found->arena, folder, "", &names, &count) != OK)
        return;
    for (size_t i = 0; i < count && found->count < STICKS_MAX; i++) {
        const char *path = file_path(found->arena, folder, names[i].data);
        if (found->is_wanted(path))
            found->paths[found->count++] = span_of(path);
        else if (depth && is_folder(path))
            folder_look(found, path, depth - 1);
    }
}

static bool is_place_of_sticks(const char *folder)
{
    const struct span span = span_of(folder);
    return has_span_prefix(span, "/media/") || has_span_prefix(span, "/run/media/") ||
           has_span_prefix(span, "/mnt");
}

void sticks_list(struct arena *arena, struct span **out_paths, size_t *out_count)
{
    sticks_list_of(arena, is_sticks_bundle, out_paths, out_count);
}

void sticks_list_of(struct arena *arena, sticks_wanted *is_wanted,
                    struct span **out_paths, size_t *out_count)
{
    struct finding_sticks found = {.arena = arena,
                                   .is_wanted = is_wanted,
                                   .paths = arena_array(arena, struct span, STICKS_MAX)};
    FILE *mounts = setmntent("/proc/self/mounts", "re");
    for (struct mntent *mount; mounts && (mount = getmntent(mounts));)
        if (is_place_of_sticks(mount->mnt_dir))
            folder_look(&found, span_text(arena, span_of(mount->mnt_dir)), 1);
    if (mounts)
        endmntent(mounts);
    *out_paths = found.paths;
    *out_count = found.count;
}
