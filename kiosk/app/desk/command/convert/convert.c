/* `resonance convert FILE --from FORMAT | --to osd`: a questionnaire of another program as one of
 * ours, or ours for other programs, and an exact list of what was lost. */
#include "app/desk/command/operation.h"

#include "base/file.h"
#include "convert/convert.h"
#include "convert/foreign/foreign_zip.h"
#include "questionnaire/questionnaire.h"

enum { WORDS_BYTES = 4 * 1024 * 1024 };

static enum status convert(struct operation *operation, struct span bytes,
                           struct losses *losses, struct span *out_document)
{
    const struct span file = operation_word(operation, 0);
    const char *from = options_text(&operation->values, "from");
    enum convert_format format;
    if (!from)
        return convert_to_osd(operation->arena, file, bytes, losses, out_document);
    const enum status status = convert_format_read(span_of(from), &format);
    return status == OK
               ? convert_from(operation->arena, format, file, bytes, losses, out_document)
               : status;
}

/* What came out is read as anybody would read it; a document with errors is not written. */
static enum status tried(struct operation *operation, struct span document,
                         size_t *out_items)
{
    struct questionnaire *questionnaire = NULL;
    struct fault_list faults = fault_list_init(operation->arena);
    struct buffer text = operation_faults(operation);
    const enum status status = questionnaire_read(
        operation->arena, SPAN("what it became"), document, &faults, &questionnaire);
    if (status == OK) {
        *out_items = questionnaire->item_count;
        return OK;
    }
    fault_list_text(&faults, &text);
    operation_say_faults(operation, &text);
    return fail(STATUS_DAMAGED,
                "what it became has errors: %zu; they are named above, and nothing was "
                "written",
                faults.error_count);
}

enum status convert_prepare(struct operation *operation)
{
    const char *from = options_text(&operation->values, "from");
    const char *to = options_text(&operation->values, "to");
    const char *out;
    enum convert_format format;
    enum status status = options_need(&operation->values, "out", &out);
    if (status == OK && !from == !to)
        status = fail(STATUS_USAGE, "either --from FORMAT or --to osd is needed");
    if (status == OK && to && !is_span(span_of(to), "osd"))
        status = fail(STATUS_USAGE, "--to is osd");
    if (status == OK && from)
        status = convert_format_read(span_of(from), &format);
    return status;
}

enum status convert_run(struct operation *operation)
{
    const char *path = operation->values.files[0];
    struct losses losses = losses_init(operation->arena);
    struct span bytes, document;
    size_t items = 0;
    enum status status = operation_page_open(operation, WORDS_BYTES);
    if (status == OK)
        status = file_read(operation->arena, path, FOREIGN_ZIP_BYTES_MAX, &bytes);
    if (status == OK)
        status = convert(operation, bytes, &losses, &document);
    if (status == OK)
        status = tried(operation, document, &items);
    if (status == OK)
        status = operation_put(operation, document, 0644);
    if (status != OK)
        return status;
    operation_say(operation, "Questions: %zu. Lost: %zu, at %zu places.", items,
                  losses.count, losses.place_count);
    operation_say_lines(operation, losses_text(&losses));
    return OK;
}
