#include "app/common/assessment_folder.h"

#include "base/file.h"
#include "base/folder.h"

enum {
    FOLDER_FILES_MAX = 200,
    FOLDER_DOCUMENT_BYTES_MAX =
        8 * 1024 * 1024,                 /* all documents; those of the form: 0.3 */
    FOLDER_BYTES_MAX = 64 * 1024 * 1024, /* pictures with them */
};

struct folder {
    struct arena *arena;
    const char *path;
    struct assessment_file *files;
    size_t count, byte_count;
};

static bool is_picture(struct span name)
{
    return has_span_prefix(name, "pictures/");
}

static enum status add_file(struct folder *folder, struct span name)
{
    if (folder->count == FOLDER_FILES_MAX)
        return fail(STATUS_TOO_LARGE, "%s holds more than %d files", folder->path,
                    FOLDER_FILES_MAX);
    struct assessment_file *file = &folder->files[folder->count++];
    file->name = name;
    const enum status status =
        file_read(folder->arena,
                  file_path(folder->arena, folder->path, span_text(folder->arena, name)),
                  QUESTIONNAIRE_BYTES_MAX, &file->bytes);
    if (status != OK)
        return status;
    folder->byte_count += file->bytes.count;
    const size_t most = is_picture(name) ? FOLDER_BYTES_MAX : FOLDER_DOCUMENT_BYTES_MAX;
    return folder->byte_count <= most
               ? OK
               : fail(STATUS_TOO_LARGE,
                      "%s holds more than %zu MiB of %s; take files out that do not "
                      "belong to the form",
                      folder->path, most >> 20, is_picture(name) ? "files" : "documents");
}

/* All names in `below` (with its slash, or "") that end in `suffix`. */
static enum status add_all(struct folder *folder, const char *below, const char *suffix)
{
    struct span *names;
    size_t count;
    enum status status =
        folder_list(folder->arena, file_path(folder->arena, folder->path, below), suffix,
                    &names, &count);
    for (size_t i = 0; status == OK && i < count; i++)
        status = add_file(
            folder, span_format(folder->arena, "%s%.*s", below, SPAN_ARGS(names[i])));
    return status;
}

enum status assessment_folder_read(struct arena *arena, const char *path,
                                   struct assessment_file **out_files, size_t *out_count)
{
    struct folder folder = {
        arena, path, arena_array(arena, struct assessment_file, FOLDER_FILES_MAX), 0, 0};
    if (!is_folder(path))
        return fail(STATUS_NOT_FOUND, "%s is not an assessment: there is no such folder",
                    path);
    enum status status = add_file(&folder, SPAN("assessment.json"));
    if (status == STATUS_NOT_FOUND)
        return fail(status, "%s is not an assessment: there is no assessment.json in it",
                    path);
    if (status == OK)
        status = add_all(&folder, "", ".osd");
    if (status == OK && is_folder(file_path(arena, path, "pictures")))
        status = add_all(&folder, "pictures/", ".picture");
    if (status != OK)
        return status;
    *out_files = folder.files;
    *out_count = folder.count;
    return OK;
}
