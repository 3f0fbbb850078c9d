#include "app/desk/office/sticks/sticks.h"

#include "base/file.h"
#include "base/folder.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <mntent.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

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
    sticks_wanted *is_wanted; /* of files */
    const char *name;         /* of folders */
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

/* Each place that is mounted there. */
static void places_walk(struct finding_sticks *found,
                        void (*look)(struct finding_sticks *found, const char *place))
{
    FILE *mounts = setmntent("/proc/self/mounts", "re");
    for (struct mntent *mount; mounts && (mount = getmntent(mounts));)
        if (is_place_of_sticks(mount->mnt_dir))
            look(found, span_text(found->arena, span_of(mount->mnt_dir)));
    if (mounts)
        endmntent(mounts);
}

static void files_look(struct finding_sticks *found, const char *place)
{
    folder_look(found, place, 1);
}

/* A stick is foreign: no link on it leads to another place. */
static bool is_folder_below(const char *place, const char *path)
{
    const struct open_how how = {.flags = O_PATH | O_DIRECTORY | O_CLOEXEC,
                                 .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS};
    scoped_file around = open(place, O_PATH | O_DIRECTORY | O_CLOEXEC);
    scoped_file folder =
        around < 0 ? -1 : (int)syscall(SYS_openat2, around, path, &how, sizeof how);
    return folder >= 0;
}

/* `above`: in which folder of the place; empty: at its top. */
static void folder_take(struct finding_sticks *found, const char *place,
                        struct span above)
{
    const char *path = span_format(found->arena, "%.*s%s%s", SPAN_ARGS(above),
                                   above.count ? "/" : "", found->name)
                           .data;
    if (found->count < STICKS_MAX && is_folder_below(place, path))
        found->paths[found->count++] = span_of(file_path(found->arena, place, path));
}

static void folders_look(struct finding_sticks *found, const char *place)
{
    struct span *names;
    size_t count;
    folder_take(found, place, SPAN(""));
    if (folder_list(found->arena, place, "", &names, &count) != OK)
        return;
    for (size_t i = 0; i < count; i++)
        folder_take(found, place, names[i]);
}

void sticks_folders(struct arena *arena, const char *name, struct span **out_paths,
                    size_t *out_count)
{
    struct finding_sticks found = {.arena = arena,
                                   .name = name,
                                   .paths = arena_array(arena, struct span, STICKS_MAX)};
    places_walk(&found, folders_look);
    *out_paths = found.paths;
    *out_count = found.count;
}

void sticks_list_of(struct arena *arena, sticks_wanted *is_wanted,
                    struct span **out_paths, size_t *out_count)
{
    struct finding_sticks found = {.arena = arena,
                                   .is_wanted = is_wanted,
                                   .paths = arena_array(arena, struct span, STICKS_MAX)};
    places_walk(&found, files_look);
    *out_paths = found.paths;
    *out_count = found.count;
}
