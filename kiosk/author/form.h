/* form: the files of an assessment while an organization makes it its own. Nothing here touches the
 * disk: files in, files out, so that a change is there whole or not at all. */
#ifndef AUTHOR_FORM_H
#define AUTHOR_FORM_H

#include "assessment/assessment.h"
#include "author/json_edit.h"

enum { FORM_FILES_MAX = 200 };

struct form {
    struct arena *arena;
    struct assessment_file *files; /* room for FORM_FILES_MAX */
    size_t count;
};

/* form_of(arena, files, count): the form of these `count` files, whose bytes are lent. */
struct form form_of(struct arena *arena, const struct assessment_file *files,
                    size_t count);

/* form_file(form, name): the file, or NULL. form_put(form, name, bytes): makes `bytes` the file
 * `name`; STATUS_TOO_LARGE when there are too many. form_drop(form, name): takes it away. */
const struct assessment_file *form_file(const struct form *form, struct span name);
must_check enum status form_put(struct form *form, struct span name, struct span bytes);
void form_drop(struct form *form, struct span name);

/* form_document(form, name, out_root), form_put_document(form, name, root): the file `name` as a
 * tree, and back. STATUS_NOT_FOUND, STATUS_BAD_INPUT. */
must_check enum status form_document(const struct form *form, struct span name,
                                     struct edit **out_root);
must_check enum status form_put_document(struct form *form, struct span name,
                                         const struct edit *root);

#endif
