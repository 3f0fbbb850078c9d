#include "app/terminal/keeper/wire.h"

#include <string.h>

enum { NUMBER_BYTES = 8 };

void wire_put_number(struct buffer *wire, uint64_t number)
{
    unsigned char bytes[NUMBER_BYTES];
    for (int i = 0; i < NUMBER_BYTES; i++)
        bytes[i] = (unsigned char)(number >> (8 * i));
    wire_put_bytes(wire, bytes, sizeof bytes);
}

void wire_put_bytes(struct buffer *wire, const void *bytes, size_t count)
{
    buffer_add(wire, (struct span){bytes, count});
}

void wire_put_span(struct buffer *wire, struct span span)
{
    wire_put_number(wire, span.count);
    buffer_add(wire, span);
}

/* The next `count` bytes, or NULL: nothing of a wrong message is read any more. */
static const char *take(struct wire *wire, size_t count)
{
    const char *bytes = wire->rest.data;
    wire->is_wrong = wire->is_wrong || count > wire->rest.count;
    if (wire->is_wrong)
        return NULL;
    wire->rest = span_cut(wire->rest, count, wire->rest.count);
    return bytes;
}

uint64_t wire_take_number(struct wire *wire, uint64_t most)
{
    const char *bytes = take(wire, NUMBER_BYTES);
    uint64_t number = 0;
    for (int i = 0; bytes && i < NUMBER_BYTES; i++)
        number |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
    wire->is_wrong = wire->is_wrong || number > most;
    return wire->is_wrong ? 0 : number;
}

void wire_take_bytes(struct wire *wire, void *out_bytes, size_t count)
{
    const char *bytes = take(wire, count);
    if (bytes)
        memcpy(out_bytes, bytes, count);
    else
        memset(out_bytes, 0, count);
}

struct span wire_take_span(struct wire *wire, size_t most)
{
    const size_t count = (size_t)wire_take_number(wire, most);
    const char *bytes = take(wire, count);
    return bytes ? (struct span){bytes, count} : SPAN("");
}

bool is_wire_taken(const struct wire *wire)
{
    return !wire->is_wrong && wire->rest.count == 0;
}
