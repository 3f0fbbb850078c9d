#include "app/desk/command/operation.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>

enum { SENTENCE_BYTES = 8 * 1024, PAGE_OVERHEAD_BYTES = 192 * 1024 };

struct span operation_word(const struct operation *operation, size_t index)
{
    return index < operation->values.file_count ? span_of(operation->values.files[index])
                                                : SPAN("");
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
