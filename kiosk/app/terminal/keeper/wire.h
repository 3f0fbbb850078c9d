/* wire: what one process says to another, as bytes: numbers of eight bytes, the lowest first,
 * bytes of a size that both know, and texts after their length. Who reads one believes nothing:
 * what does not fit makes the whole message wrong. */
#ifndef APP_TERMINAL_KEEPER_WIRE_H
#define APP_TERMINAL_KEEPER_WIRE_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stdint.h>

/* wire_put_number(wire, number), wire_put_bytes(wire, bytes, count), wire_put_span(wire, span):
 * Append to `wire`: eight bytes; `count` bytes as they are; the length and the bytes of `span`. */
void wire_put_number(struct buffer *wire, uint64_t number);
void wire_put_bytes(struct buffer *wire, const void *bytes, size_t count);
void wire_put_span(struct buffer *wire, struct span span);

/* A message that is being read. */
struct wire {
    struct span rest;
    bool is_wrong;
};

/* wire_take_number(wire, most): the next number; 0, and the message is wrong, when it is over
 * `most` or the message is over. */
uint64_t wire_take_number(struct wire *wire, uint64_t most);
/* wire_take_bytes(wire, out_bytes, count): the next `count` bytes; zeros when there are fewer,
 * and the message is wrong. */
void wire_take_bytes(struct wire *wire, void *out_bytes, size_t count);
/* wire_take_span(wire, most): the next text, of at most `most` bytes, lent as long as the message;
 * empty when the message is wrong. */
struct span wire_take_span(struct wire *wire, size_t most);
/* is_wire_taken(wire): all of the message was read, and nothing in it was wrong. */
bool is_wire_taken(const struct wire *wire);

#endif
