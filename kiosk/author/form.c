#include "author/form.h"

#include <string.h>

struct form form_of(struct arena *arena, const struct assessment_file *files,
                    size_t count)
{
    struct form form = {arena, arena_array(arena, struct assessment_file, FORM_FILES_MAX),
                        count < FORM_FILES_MAX ? count : FORM_FILES_MAX};
    if (form.count)
        memcpy(form.files, files, form.count * sizeof *files);
    return form;
}

static struct assessment_file *find(const struct form *form, struct span name)
{
    for (size_t i = 0; i < form->count; i++)
        if (is_span_equal(form->files[i].name, name))
            return &form->files[i];
    return NULL;
}

const struct assessment_file *form_file(const struct form *form, struct span name)
{
    return find(form, name);
}

enum status form_put(struct form *form, struct span name, struct span bytes)
{
    struct assessment_file *file = find(form, name);
    if (!file && form->count == FORM_FILES_MAX)
        return fail(STATUS_TOO_LARGE, "an assessment has at most %d files",
                    FORM_FILES_MAX);
    if (!file)
        file = &form->files[form->count++];
    *file = (struct assessment_file){span_copy(form->arena, name), bytes};
    return OK;
}

void form_drop(struct form *form, struct span name)
{
    struct assessment_file *file = find(form, name);
    const struct assessment_file *end = form->files + form->count;
    for (; file && file + 1 < end; file++)
        file[0] = file[1];
    form->count -= file ? 1 : 0;
}

enum status form_document(const struct form *form, struct span name,
                          struct edit **out_root)
{
    const struct assessment_file *file = form_file(form, name);
    if (!file)
        return fail(STATUS_NOT_FOUND, "the assessment has no file %.*s", SPAN_ARGS(name));
    return json_edit_read(form->arena, name, file->bytes, out_root);
}

enum status form_put_document(struct form *form, struct span name,
                              const struct edit *root)
{
    return form_put(form, name, json_edit_write(form->arena, root));
}
