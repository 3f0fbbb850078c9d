#include "model/answer_read.h"

#include "model/document.h"

struct given {
    struct arena *arena;
    const struct json *root;
};

static int is_missing(struct span text)
{
    return !text.count || is_span(text, "NA");
}

static void put_scalar(const struct given *given, const struct json *value,
                       struct answer_values *values)
{
    const struct span text = document_scalar(given->arena, value);
    if (!is_missing(text) && values->count < OPTIONS_MAX)
        values->texts[values->count++] = text;
}

static void set_values(const void *context, struct span id,
                       struct answer_values *out_values)
{
    const struct given *given = context;
    const struct json *value = json_find(given->root, id);
    out_values->count = 0;
    if (!value)
        return;
    if (value->kind != JSON_ARRAY)
        put_scalar(given, value, out_values);
    else
        for (const struct json *each = value->first; each; each = each->next)
            put_scalar(given, each, out_values);
}

static void check_answers(struct document *document, const struct json *root)
{
    for (const struct json *value = root->first; value; value = value->next) {
        const struct json *each = value->kind == JSON_ARRAY ? value->first : value;
        for (; each; each = value->kind == JSON_ARRAY ? each->next : NULL)
            if (!is_document_scalar(each) && each->kind != JSON_NULL)
                document_fault(document, FAULT_ERROR, each, "",
                               "An answer is a number, a text or a list of these");
    }
}

enum status answer_read(struct arena *arena, struct span file, struct span bytes,
                        struct fault_list *faults, struct answer_source *out_source)
{
    static const struct json_limits limits = {ANSWER_FILE_BYTES_MAX, 3, 100000};
    const size_t errors_before = faults->error_count;
    struct document document = {.arena = arena, .file = file, .faults = faults};
    struct given *given = arena_new(arena, struct given);
    *given = (struct given){arena, document_open(&document, bytes, &limits)};
    if (given->root)
        check_answers(&document, given->root);
    if (faults->error_count > errors_before)
        return fail(STATUS_BAD_INPUT, "%.*s does not hold answers", SPAN_ARGS(file));
    *out_source = (struct answer_source){given, set_values};
    return OK;
}
