#include "author/form_reason.h"

/* What is done to one dimension of a document; whether that changed it. */
typedef bool change(void *context, struct edit *dimension);

static bool is_document(struct span name)
{
    return name.count > 4 && is_span(span_cut(name, name.count - 4, 4), ".osd");
}

static enum status file_change(struct form *form, struct span name, change *on_dimension,
                               void *context)
{
    struct edit *root = NULL;
    bool is_changed = false;
    const enum status status = form_document(form, name, &root);
    if (status != OK)
        return status;
    struct edit *list = json_edit_get(json_edit_get(root, "definition"), "dimensions");
    for (struct edit *dimension = list ? list->first : NULL; dimension;
         dimension = dimension->next)
        is_changed = on_dimension(context, dimension) || is_changed;
    return is_changed ? form_put_document(form, name, root) : OK;
}

static enum status all_change(struct form *form, change *on_dimension, void *context)
{
    enum status status = OK;
    for (size_t i = 0; i < form->count && status == OK; i++)
        if (is_document(form->files[i].name))
            status = file_change(form, form->files[i].name, on_dimension, context);
    return status;
}

static void drop_reason(struct edit *ours)
{
    json_edit_drop(ours, SPAN("sample"));
    json_edit_drop(ours, SPAN("why"));
    json_edit_drop(ours, SPAN("agreed"));
}

struct reason {
    struct arena *arena;
    struct span topic, why, agreed;
    bool is_found;
};

static bool reason_put(void *context, struct edit *dimension)
{
    struct reason *reason = context;
    struct edit *ours = json_edit_get(dimension, "x-resonance");
    if (!ours || !is_span_equal(json_edit_text_of(dimension, "id"), reason->topic))
        return false;
    reason->is_found = true;
    drop_reason(ours);
    if (reason->why.count) {
        json_edit_set(ours, SPAN("why"), json_edit_text(reason->arena, reason->why));
        json_edit_set(ours, SPAN("agreed"),
                      json_edit_text(reason->arena, reason->agreed));
    }
    return true;
}

enum status form_reason_set(struct form *form, struct span topic, struct span why,
                            struct span agreed)
{
    struct reason reason = {form->arena, topic, why, agreed, false};
    const enum status status = all_change(form, reason_put, &reason);
    if (status == OK && !reason.is_found)
        return fail(
            STATUS_NOT_FOUND,
            "\"%.*s\" is not a topic of the assessment; 'resonance reason' lists them",
            SPAN_ARGS(span_cut(topic, 0, 60)));
    return status;
}

static bool sample_drop(void *context, struct edit *dimension)
{
    struct edit *ours = json_edit_get(dimension, "x-resonance");
    const struct edit *sample = json_edit_get(ours, "sample");
    (void)context;
    if (!sample || !is_span(sample->text, "true"))
        return false;
    drop_reason(ours);
    return true;
}

enum status form_reason_drop_samples(struct form *form)
{
    return all_change(form, sample_drop, NULL);
}
