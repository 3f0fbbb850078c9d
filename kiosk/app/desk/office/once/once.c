#include "app/desk/office/once/once.h"

#include "base/file.h"
#include "base/folder.h"

#include <string.h>

/* What one look found: the bytes of a file, that it is missing, or the names of a folder. */
struct office_once {
    const char *name;
    bool is_missing;
    struct span bytes;
    struct span *names; /* of a folder */
    size_t count;
    struct office_once *next;
};

static const char in_use[] = "organization.json";
static const char *const folders[] = {"norms", "vacancies"};
enum { FOLDERS = sizeof folders / sizeof *folders };

static bool is_in(struct span name, const char *folder)
{
    const size_t count = strlen(folder);
    return has_span_prefix(name, folder) && name.count > count && name.data[count] == '/';
}

static bool is_signed_for(const char *name)
{
    static const char *const files[] = {in_use, "questions.json", "invitations.json"};
    const struct span text = span_of(name);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (is_span(text, files[i]))
            return true;
    for (size_t i = 0; i < FOLDERS; i++)
        if (is_span(text, folders[i]) || is_in(text, folders[i]))
            return true;
    return false;
}

static struct office_once *found(const struct office *office, const char *name)
{
    for (struct office_once *at = office->once; at; at = at->next)
        if (strcmp(at->name, name) == 0)
            return at;
    return NULL;
}

static struct office_once *added(struct office *office, const char *name)
{
    struct office_once *once = arena_new(&office->arena, struct office_once);
    once->name = span_text(&office->arena, span_of(name));
    once->next = office->once;
    office->once = once;
    return once;
}

enum status once_read(struct office *office, const char *name, size_t max_bytes,
                      struct span *out_bytes)
{
    const char *path = office_path(office, name);
    if (!is_signed_for(name))
        return file_read(&office->arena, path, max_bytes, out_bytes);
    struct office_once *once = found(office, name);
    if (!once) {
        struct span bytes = SPAN("");
        const enum status status = file_read(&office->arena, path, max_bytes, &bytes);
        if (status != OK && status != STATUS_NOT_FOUND)
            return status;
        once = added(office, name);
        once->is_missing = status == STATUS_NOT_FOUND;
        once->bytes = bytes;
    }
    if (once->is_missing)
        return fail(STATUS_NOT_FOUND, "read %s: there is no such file", path);
    if (once->bytes.count > max_bytes)
        return fail(STATUS_TOO_LARGE, "read %s: it has more than %zu bytes", path,
                    max_bytes);
    *out_bytes = once->bytes;
    return OK;
}

static enum status names_list(struct office *office, const char *folder,
                              struct span **out_names, size_t *out_count)
{
    const char *path = office_path(office, folder);
    *out_count = 0;
    if (!is_folder(path))
        return OK;
    const enum status status =
        folder_list(&office->arena, path, ".json", out_names, out_count);
    for (size_t i = 0; status == OK && i < *out_count; i++)
        (*out_names)[i].count -= strlen(".json");
    return status;
}

/* A list of its own for each who asks: some put it into another order. */
enum status once_names(struct office *office, const char *folder, struct span **out_names,
                       size_t *out_count)
{
    struct office_once *once = is_signed_for(folder) ? found(office, folder) : NULL;
    if (!once) {
        struct span *names = NULL;
        size_t count = 0;
        const enum status status = names_list(office, folder, &names, &count);
        if (status != OK || !is_signed_for(folder)) {
            *out_names = names;
            *out_count = count;
            return status;
        }
        once = added(office, folder);
        once->names = names;
        once->count = count;
    }
    *out_names = arena_array(&office->arena, struct span, once->count + 1);
    if (once->count)
        memcpy(*out_names, once->names, once->count * sizeof **out_names);
    *out_count = once->count;
    return OK;
}

void once_keep(struct office *office, const char *name, struct span bytes)
{
    if (is_signed_for(name))
        added(office, name)->bytes = span_copy(&office->arena, bytes);
}

void once_forget(struct office *office, const char *name)
{
    for (struct office_once **at = &office->once; *at;)
        if (strcmp((*at)->name, name) == 0 || is_in(span_of(name), (*at)->name))
            *at = (*at)->next;
        else
            at = &(*at)->next;
}

void once_forget_all(struct office *office)
{
    struct office_once *kept = found(office, in_use);
    office->once = kept;
    if (kept)
        kept->next = NULL;
}
