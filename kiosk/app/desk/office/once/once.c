#include "app/desk/office/once/once.h"

#include "base/file.h"
#include "base/folder.h"

#include <string.h>

/* What one look found: the bytes of a file, that it is missing, or the names of a folder. */
struct once {
    const char *name;
    bool is_missing;
    struct span bytes;
    struct span *names; /* of a folder */
    size_t count;
    struct once *next;
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
    static const char *const files[] = {in_use, "questions.json", "invitations.json",
                                        "groups.json"};
    const struct span text = span_of(name);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (is_span(text, files[i]))
            return true;
    for (size_t i = 0; i < FOLDERS; i++)
        if (is_span(text, folders[i]) || is_in(text, folders[i]))
            return true;
    return false;
}

static struct once *found(struct once *first, const char *name)
{
    for (struct once *at = first; at; at = at->next)
        if (strcmp(at->name, name) == 0)
            return at;
    return NULL;
}

static struct once *added(struct arena *arena, const char *name, struct once **first)
{
    struct once *once = arena_new(arena, struct once);
    once->name = span_text(arena, span_of(name));
    once->next = *first;
    *first = once;
    return once;
}

enum status once_read(struct arena *arena, const char *root, const char *name,
                      size_t max_bytes, struct once **first, struct span *out_bytes)
{
    const char *path = file_path(arena, root, name);
    if (!is_signed_for(name))
        return file_read(arena, path, max_bytes, out_bytes);
    struct once *once = found(*first, name);
    if (!once) {
        struct span bytes = SPAN("");
        const enum status status = file_read(arena, path, max_bytes, &bytes);
        if (status != OK && status != STATUS_NOT_FOUND)
            return status;
        once = added(arena, name, first);
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

static enum status names_list(struct arena *arena, const char *path,
                              struct span **out_names, size_t *out_count)
{
    *out_count = 0;
    if (!is_folder(path))
        return OK;
    const enum status status = folder_list(arena, path, ".json", out_names, out_count);
    for (size_t i = 0; status == OK && i < *out_count; i++)
        (*out_names)[i].count -= strlen(".json");
    return status;
}

/* A list of its own for each who asks: some put it into another order. */
enum status once_names(struct arena *arena, const char *root, const char *folder,
                       struct once **first, struct span **out_names, size_t *out_count)
{
    struct once *once = is_signed_for(folder) ? found(*first, folder) : NULL;
    if (!once) {
        struct span *names = NULL;
        size_t count = 0;
        const enum status status =
            names_list(arena, file_path(arena, root, folder), &names, &count);
        if (status != OK || !is_signed_for(folder)) {
            *out_names = names;
            *out_count = count;
            return status;
        }
        once = added(arena, folder, first);
        once->names = names;
        once->count = count;
    }
    *out_names = arena_array(arena, struct span, once->count + 1);
    if (once->count)
        memcpy(*out_names, once->names, once->count * sizeof **out_names);
    *out_count = once->count;
    return OK;
}

void once_keep(struct arena *arena, const char *name, struct span bytes,
               struct once **first)
{
    if (is_signed_for(name))
        added(arena, name, first)->bytes = span_copy(arena, bytes);
}

void once_forget(const char *name, struct once **first)
{
    for (struct once **at = first; *at;)
        if (strcmp((*at)->name, name) == 0 || is_in(span_of(name), (*at)->name))
            *at = (*at)->next;
        else
            at = &(*at)->next;
}

void once_forget_all(struct once **first)
{
    struct once *kept = found(*first, in_use);
    *first = kept;
    if (kept)
        kept->next = NULL;
}
