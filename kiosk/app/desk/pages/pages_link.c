#include "app/desk/pages/pages_link.h"

#include "base/buffer.h"

enum { ADDRESS_BYTES_MAX = 4096 };

static bool is_plain(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-';
}

static void add_part(struct buffer *out, struct span part)
{
    for (size_t i = 0; i < part.count; i++)
        if (is_plain(part.data[i]))
            buffer_add(out, span_cut(part, i, 1));
        else
            buffer_format(out, "%%%02X", (unsigned)(unsigned char)part.data[i]);
}

struct span pages_link(struct arena *arena, const char *route, struct span part)
{
    const struct span all = span_of(route);
    struct buffer out = buffer_init(arena, ADDRESS_BYTES_MAX);
    const size_t star = span_find(all, '*');
    buffer_add(&out, span_cut(all, 0, star));
    if (star < all.count)
        add_part(&out, part);
    buffer_add(&out, span_cut(all, star + 1, all.count));
    return buffer_span(&out);
}

struct span pages_link_with(struct arena *arena, struct span address, const char *name,
                            struct span value)
{
    struct buffer out = buffer_init(arena, ADDRESS_BYTES_MAX);
    if (!value.count)
        return address;
    buffer_add(&out, address);
    buffer_text(&out, span_find(address, '?') < address.count ? "&" : "?");
    buffer_text(&out, name);
    buffer_text(&out, "=");
    add_part(&out, value);
    return buffer_span(&out);
}
