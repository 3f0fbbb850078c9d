#include "app/desk/form/form_earlier.h"

#include "app/desk/office/assessment_files.h"
#include "base/folder.h"

#define FORMS "forms"

enum { NAME_BYTES = 16, PREFIX_BYTES = sizeof "assessment/" - 1 };

static const char *folder_of(struct office *office, struct span name)
{
    return office_path(office,
                       span_format(&office->arena, FORMS "/%.*s", SPAN_ARGS(name)).data);
}

static enum status names_read(struct office *office, struct span **out_names,
                              size_t *out_count)
{
    const char *path = office_path(office, FORMS);
    *out_count = 0;
    return is_folder(path) ? folder_list(&office->arena, path, "", out_names, out_count)
                           : OK;
}

enum status form_earlier_keep(struct office *office, const struct file_set *set,
                              const struct assessment *assessment)
{
    struct arena *arena = &office->arena;
    struct file_set kept = file_set_init(arena);
    char hex[2 * NAME_BYTES + 1];
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
    office_hex(assessment->hash, NAME_BYTES, hex);
    return file_set_write(&kept, folder_of(office, span_of(hex)), 0600);
}

enum status form_earlier_read(struct office *office, struct assessment ***out_assessments,
                              size_t *out_count)
{
    struct span *names;
    size_t count;
    enum status status = names_read(office, &names, &count);
    if (status == OK && count > FORM_EARLIER_MAX)
        count = FORM_EARLIER_MAX;
    if (status != OK)
        return status;
    struct assessment **all = arena_array(&office->arena, struct assessment *, count);
    for (size_t i = 0; i < count && status == OK; i++) {
        struct file_set set = file_set_init(&office->arena);
        status = assessment_files_read(&set, folder_of(office, names[i]), NULL, &all[i]);
    }
    if (status != OK)
        return status;
    *out_assessments = all;
    *out_count = count;
    return OK;
}
