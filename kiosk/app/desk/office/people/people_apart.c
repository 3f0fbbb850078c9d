#include "app/desk/office/people/people_apart.h"

#include "base/buffer.h"

enum { TEXT_BYTES = 1024 };

void people_apart_find(const struct people_row *row,
                       const struct people_row *const *order, size_t count,
                       struct people_apart *out_apart)
{
    *out_apart = (struct people_apart){0};
    for (size_t i = 0; i < count; i++)
        if (is_people_pair(row, order[i]) && out_apart->count++ < PEOPLE_APART_NAMED)
            out_apart->named[out_apart->count - 1] = order[i];
}

struct span people_apart_text(struct arena *arena, const struct people_apart *apart)
{
    char text[TEXT_BYTES];
    struct buffer buffer = {
        .data = text, .capacity = sizeof text, .max_bytes = sizeof text};
    for (size_t i = 0; i < apart->count && i < PEOPLE_APART_NAMED; i++)
        buffer_format(&buffer, "%s%.*s", i ? ", " : "",
                      SPAN_ARGS(apart->named[i]->handle));
    if (apart->count > PEOPLE_APART_NAMED)
        buffer_format(&buffer, " and %zu more", apart->count - PEOPLE_APART_NAMED);
    return span_copy(arena, buffer_span(&buffer));
}
