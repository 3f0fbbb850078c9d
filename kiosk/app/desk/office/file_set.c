#include "app/desk/office/file_set.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/tree.h"
#include "seal/seal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct file_set file_set_init(struct arena *arena)
{
    return (struct file_set){
        .arena = arena,
        .files = arena_array(arena, struct assessment_file, CONFIG_FILES_MAX)};
}

enum status file_set_add(struct file_set *set, struct span name, struct span bytes)
{
    if (set->count == CONFIG_FILES_MAX)
        return fail(STATUS_TOO_LARGE, "there are more than %d files; remove some",
                    CONFIG_FILES_MAX);
    set->files[set->count++] =
        (struct assessment_file){span_copy(set->arena, name), bytes};
    return OK;
}

static int order_files(const void *a, const void *b)
{
    return span_order(((const struct manifest_file *)a)->name,
                      ((const struct manifest_file *)b)->name);
}

struct manifest *file_set_manifest(const struct file_set *set, int64_t sequence)
{
    struct manifest *manifest = arena_new(set->arena, struct manifest);
    *manifest = (struct manifest){
        .sequence = sequence,
        .files = arena_array(set->arena, struct manifest_file, set->count),
        .file_count = set->count,
    };
    for (size_t i = 0; i < set->count; i++) {
        manifest->files[i].name = set->files[i].name;
        seal_hash(NULL, set->files[i].bytes, manifest->files[i].hash);
    }
    if (set->count)
        qsort(manifest->files, set->count, sizeof *manifest->files, order_files);
    return manifest;
}

static enum status file_put(const struct file_set *set, const char *folder,
                            const struct assessment_file *file, unsigned mode)
{
    const char *path = file_path(set->arena, folder, span_text(set->arena, file->name));
    for (size_t i = 0; i < file->name.count; i++) {
        if (file->name.data[i] != '/')
            continue;
        const char *parent = file_path(set->arena, folder,
                                       span_text(set->arena, span_cut(file->name, 0, i)));
        const enum status status = folder_make(parent);
        if (status != OK)
            return status;
        if (chmod(parent, mode | (mode & 0444) >> 2) != 0)
            return file_failed("change the permissions of", parent);
    }
    return file_write(path, file->bytes, mode);
}

static enum status all_put(const struct file_set *set, const char *folder, unsigned mode)
{
    enum status status = folder_make(folder);
    if (status == OK && chmod(folder, mode | (mode & 0444) >> 2) != 0)
        status = file_failed("change the permissions of", folder);
    for (size_t i = 0; i < set->count && status == OK; i++)
        status = file_put(set, folder, &set->files[i], mode);
    return status;
}

/* The path without "/" at its end, which would put what is beside it into it. */
static struct span without_slash(const char *path)
{
    struct span text = span_of(path);
    while (text.count > 1 && text.data[text.count - 1] == '/')
        text.count--;
    return text;
}

/* How many bytes of `path` name the folder around it; 0: it has none. */
static size_t around(struct span path)
{
    size_t end = path.count;
    while (end && path.data[end - 1] != '/')
        end--;
    return end;
}

enum status file_set_check(struct arena *arena, const char *folder)
{
    const struct span path = without_slash(folder);
    const size_t end = around(path);
    return !end || is_folder(span_text(arena, span_cut(path, 0, end)))
               ? OK
               : fail(STATUS_NOT_FOUND,
                      "make folder %s: the folder around it is not there; make that "
                      "first",
                      folder);
}

/* What killed processes left beside `path`. */
static enum status left_sweep(struct arena *arena, const char *path)
{
    const struct span all = span_of(path);
    const size_t end = around(all);
    const char *folder = end ? span_text(arena, span_cut(all, 0, end)) : ".";
    return tree_sweep(arena, folder, span_cut(all, end, all.count));
}

static const char *path_of(const struct file_set *set, const char *folder)
{
    return span_text(set->arena, without_slash(folder));
}

static const char *beside_of(const struct file_set *set, const char *folder)
{
    return span_format(set->arena, "%s.%ld.new", path_of(set, folder), (long)getpid())
        .data;
}

enum status file_set_drop(const struct file_set *set, const char *folder,
                          enum status status)
{
    const char *why = span_text(set->arena, span_of(status_last()));
    const char *beside = beside_of(set, folder);
    return tree_remove(beside) == OK ? fail(status, "%s", why)
                                     : fail(status, "%s; remove %s by hand", why, beside);
}

enum status file_set_stage(const struct file_set *set, const char *folder, unsigned mode)
{
    const char *path = path_of(set, folder);
    enum status status = file_set_check(set->arena, path);
    if (status == OK)
        status = left_sweep(set->arena, path);
    if (status == OK)
        status = all_put(set, beside_of(set, path), mode);
    return status == OK ? OK : file_set_drop(set, folder, status);
}

static enum status place_by(const struct file_set *set, const char *folder,
                            enum status (*take_place)(const char *beside,
                                                      const char *path))
{
    const enum status status = take_place(beside_of(set, folder), path_of(set, folder));
    return status == OK ? OK : file_set_drop(set, folder, status);
}

enum status file_set_place(const struct file_set *set, const char *folder)
{
    return place_by(set, folder, tree_replace);
}

enum status file_set_write(const struct file_set *set, const char *folder, unsigned mode)
{
    const enum status status = file_set_stage(set, folder, mode);
    return status == OK ? file_set_place(set, folder) : status;
}

enum status file_set_write_new(const struct file_set *set, const char *folder,
                               unsigned mode)
{
    const enum status status = file_set_stage(set, folder, mode);
    return status == OK ? place_by(set, folder, tree_place) : status;
}
