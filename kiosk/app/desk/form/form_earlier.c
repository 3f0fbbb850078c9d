#include "app/desk/form/form_earlier.h"

#include "app/desk/office/assessment_files.h"
#include "base/file.h"
#include "base/folder.h"

#include <string.h>

#define FORMS "forms"

enum { NAME_BYTES = 16, PREFIX_BYTES = sizeof "assessment/" - 1 };

/* One that was asked for, whether it is there or not: many results may ask for it. */
struct form_earlier {
    const struct form_earlier *next;
    unsigned char name[NAME_BYTES];
    const struct assessment *assessment; /* NULL: none, or it cannot be read */
    enum status status;
    struct span why;
};

static const char *folder_of(struct office *office, const unsigned char *hash)
{
    return file_path(&office->arena, office_path(office, FORMS),
                     span_hex(&office->arena, hash, NAME_BYTES).data);
}

/* Not what a command that was killed left half-written. */
static bool is_name(struct span name)
{
    return name.count == 2 * NAME_BYTES && span_find(name, '.') == name.count;
}

static enum status names_read(struct office *office, struct span **out_names,
                              size_t *out_count)
{
    const char *path = office_path(office, FORMS);
    *out_count = 0;
    if (!is_folder(path))
        return OK;
    const enum status status =
        folder_list(&office->arena, path, "", out_names, out_count);
    size_t kept = 0;
    for (size_t i = 0; i < *out_count && status == OK; i++)
        if (is_name((*out_names)[i]))
            (*out_names)[kept++] = (*out_names)[i];
    *out_count = kept;
    return status;
}

enum status form_earlier_keep(struct office *office, const struct file_set *set,
                              const struct assessment *assessment)
{
    struct arena *arena = &office->arena;
    struct file_set kept = file_set_init(arena);
    struct span *names;
    size_t count;
    enum status status = names_read(office, &names, &count);
    if (status == OK && count >= FORM_EARLIER_MAX)
        status = fail(STATUS_TOO_LARGE,
                      "%d earlier forms are kept in %s; it cannot change any more",
                      FORM_EARLIER_MAX, office_path(office, FORMS));
    for (size_t i = 0; i < set->count && status == OK; i++)
        if (has_span_prefix(set->files[i].name, "assessment/"))
            status = file_set_add(
                &kept,
                span_cut(set->files[i].name, PREFIX_BYTES, set->files[i].name.count),
                set->files[i].bytes);
    if (status == OK)
        status = folder_make(office_path(office, FORMS));
    if (status != OK)
        return status;
    return file_set_write(&kept, folder_of(office, assessment->hash), 0600);
}

static const struct form_earlier *form_read(struct office *office,
                                            const unsigned char *hash)
{
    struct form_earlier *form = arena_new(&office->arena, struct form_earlier);
    struct file_set set = file_set_init(&office->arena);
    struct assessment *assessment;
    const char *path = folder_of(office, hash);
    memcpy(form->name, hash, sizeof form->name);
    form->next = office->earlier;
    office->earlier = form;
    if (!is_folder(path))
        return form;
    form->status = assessment_files_read(&set, path, NULL, &assessment);
    if (form->status != OK) {
        form->why = span_format(&office->arena, "%s", status_last());
        return form;
    }
    assessment_files_fill(office, assessment);
    form->assessment = assessment;
    return form;
}

enum status form_earlier_find(struct office *office,
                              const unsigned char hash[CHAIN_HASH_BYTES],
                              const struct assessment **out_assessment)
{
    const struct form_earlier *form = office->earlier;
    while (form && memcmp(form->name, hash, sizeof form->name) != 0)
        form = form->next;
    if (!form)
        form = form_read(office, hash);
    if (form->status != OK)
        return fail(form->status, "%.*s", SPAN_ARGS(form->why));
    const bool is_it =
        form->assessment && memcmp(form->assessment->hash, hash, CHAIN_HASH_BYTES) == 0;
    *out_assessment = is_it ? form->assessment : NULL;
    return OK;
}
