#include "base/buffer.h"

#include "base/must.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct buffer buffer_init(struct arena *arena, size_t max_bytes)
{
    return (struct buffer){.arena = arena, .max_bytes = max_bytes};
}

static bool has_room(struct buffer *buffer, size_t more)
{
    if (more > buffer->max_bytes - buffer->count) {
        buffer->is_full = true;
        return false;
    }
    if (more <= buffer->capacity - buffer->count)
        return true;
    size_t capacity = buffer->capacity ? 2 * buffer->capacity : 256;
    if (capacity < buffer->count + more)
        capacity = buffer->count + more;
    if (capacity > buffer->max_bytes)
        capacity = buffer->max_bytes;
    char *data = arena_alloc(buffer->arena, capacity);
    if (buffer->count)
        memcpy(data, buffer->data, buffer->count);
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void buffer_add(struct buffer *buffer, struct span span)
{
    if (!span.count || !has_room(buffer, span.count))
        return;
    memcpy(buffer->data + buffer->count, span.data, span.count);
    buffer->count += span.count;
}

void buffer_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, span_of(text));
}

void buffer_format(struct buffer *buffer, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    const int count = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    must(count >= 0);
    if (has_room(buffer, (size_t)count + 1)) { /* + 1: vsnprintf's ending 0 */
        vsnprintf(buffer->data + buffer->count, (size_t)count + 1, format, again);
        buffer->count += (size_t)count;
    }
    va_end(again);
}

struct span buffer_span(const struct buffer *buffer)
{
    return (struct span){buffer->data ? buffer->data : "", buffer->count};
}

struct span buffer_fill(struct arena *arena, size_t max_bytes, struct span text,
                        buffer_word *word_of, const void *context)
{
    struct buffer filled = buffer_init(arena, max_bytes);
    size_t open = span_find(text, '{');
    if (open == text.count)
        return text;
    for (; open < text.count; open = span_find(text, '{')) {
        buffer_add(&filled, span_cut(text, 0, open));
        text = span_cut(text, open, text.count);
        const size_t close = span_find(text, '}');
        const struct span word =
            close < text.count ? word_of(arena, context, span_cut(text, 1, close - 1))
                               : (struct span){0};
        buffer_add(&filled, word.data ? word : span_cut(text, 0, 1));
        text = span_cut(text, word.data ? close + 1 : 1, text.count);
    }
    buffer_add(&filled, text);
    return buffer_span(&filled);
}
