#include "author/drawn.h"

#include "author/drawn_table.h"
#include "base/buffer.h"

enum { NAMES_BYTES_MAX = 1000 };

struct span drawn_find(struct span name)
{
    for (const struct drawn_row *row = drawn_table; row->name; row++)
        if (is_span(name, row->name))
            return span_of(row->text);
    return SPAN("");
}

struct span drawn_names(struct arena *arena)
{
    struct buffer names = buffer_init(arena, NAMES_BYTES_MAX);
    for (const struct drawn_row *row = drawn_table; row->name; row++)
        buffer_format(&names, "%s%s", row == drawn_table ? "" : ", ", row->name);
    return buffer_span(&names);
}
