#include "app/desk/command/operation.h"

#include "base/file.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <strings.h>

enum {
    SENTENCE_BYTES = 8 * 1024,
    PAGE_OVERHEAD_BYTES = 192 * 1024,
    FAULTS_TEXT_BYTES = 1 << 20,
};

struct span operation_word(const struct operation *operation, size_t index)
{
    return index < operation->values.file_count ? span_of(operation->values.files[index])
                                                : SPAN("");
}

static bool is_same_name(struct span a, struct span b)
{
    return a.count == b.count && strncasecmp(a.data, b.data, a.count) == 0;
}

bool operation_names(const struct operation *operation,
                     struct span out_names[BASIS_NAMES])
{
    const struct options *values = &operation->values;
    bool is_right = !options_text_again(values, "by", BASIS_NAMES);
    for (size_t i = 0; i < BASIS_NAMES; i++) {
        const struct span name = span_trim(span_of(options_text_again(values, "by", i)));
        is_right &= name.count > 0 && utf8_wrong(name) == name.count &&
                    utf8_count(name) <= OPERATION_NAME_CHARACTERS_MAX;
        for (size_t before = 0; before < i; before++)
            is_right &= !is_same_name(out_names[before], name);
        out_names[i] = name;
    }
    return is_right;
}

enum status operation_page_open(struct operation *operation, size_t bytes)
{
    arena_done(&operation->shown);
    const enum status status = office_guarded(
        &operation->office, bytes + PAGE_OVERHEAD_BYTES, &operation->shown);
    if (status == OK)
        operation->page = page_init(&operation->shown, SPAN(""), SPAN(""));
    return status;
}

void operation_say(struct operation *operation, const char *format, ...)
{
    char text[SENTENCE_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    page_add_text(&operation->page.head, span_copy(&operation->shown, span_of(text)));
    wipe(text, sizeof text);
}

void operation_say_lines(struct operation *operation, struct span text)
{
    if (text.count)
        page_add_exact(&operation->page.head, SPAN(""), text);
}

struct buffer operation_faults(struct operation *operation)
{
    return buffer_init(operation->arena, FAULTS_TEXT_BYTES);
}

void operation_say_faults(struct operation *operation, const struct buffer *faults)
{
    operation_say_lines(operation, span_trim(buffer_span(faults)));
}

enum status operation_put(struct operation *operation, struct span bytes, unsigned mode)
{
    const char *path = options_text(&operation->values, "out");
    if (!path)
        return office_put(&operation->office, bytes);
    const enum status status = file_write(path, bytes, mode);
    if (status == OK)
        operation_say(operation, "Wrote %s.", path);
    return status;
}

enum status operation_json(const struct operation *operation, struct span bytes)
{
    const enum status status = office_put(&operation->office, bytes);
    return status == OK ? office_put(&operation->office, SPAN("\n")) : status;
}

enum status operation_reader_open(struct operation *operation, size_t record_count)
{
    return result_reader_open(&operation->office, &operation->keys, record_count,
                              &operation->reader);
}

enum status operation_wants_nothing(struct operation *operation)
{
    operation->wants = (struct operation_wants){0};
    return OK;
}

enum status operation_wants_result_keys(struct operation *operation)
{
    operation->wants.result_keys = true;
    return OK;
}
