/* terminal_find: which terminal somebody means, and what is told of one. */
#ifndef APP_DESK_COMMAND_TERMINAL_TERMINAL_FIND_H
#define APP_DESK_COMMAND_TERMINAL_TERMINAL_FIND_H

#include "app/desk/command/operation.h"
#include "app/desk/office/trust/roll.h"

/* terminal_find(operation, roll, typed, out_terminal):
 * The terminal of `roll` in its last enrolment whose number begins with `typed`, four hex digits at
 * least, or whose label that is. STATUS_NOT_FOUND; STATUS_BAD_INPUT when several are meant. */
must_check enum status terminal_find(struct operation *operation, const struct roll *roll,
                                     struct span typed,
                                     const struct enrolled_terminal **out_terminal);

/* terminal_find_number(arena, id): the first eight hex digits, as people name one. */
struct span terminal_find_number(struct arena *arena,
                                 const unsigned char id[CHAIN_ID_BYTES]);

/* terminal_find_words(arena, terminal): the eight words of its request. */
struct span terminal_find_words(struct arena *arena,
                                const struct enrolled_terminal *terminal);

/* is_terminal_find_last(roll, index): whether terminals[index] is the last enrolment of its
 * terminal. */
bool is_terminal_find_last(const struct roll *roll, size_t index);

#endif
