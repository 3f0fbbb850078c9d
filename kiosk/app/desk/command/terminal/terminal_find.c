#include "app/desk/command/terminal/terminal_find.h"

#include "app/common/request_words.h"

#include <string.h>

enum { NUMBER_BYTES = 4, TYPED_LEAST = 4, TYPED_SHOWN_BYTES = 64 };

bool is_terminal_find_last(const struct roll *roll, size_t index)
{
    return index + 1 == roll->terminal_count ||
           memcmp(roll->terminals[index].id, roll->terminals[index + 1].id,
                  CHAIN_ID_BYTES) != 0;
}

struct span terminal_find_number(struct arena *arena,
                                 const unsigned char id[CHAIN_ID_BYTES])
{
    return span_hex(arena, id, NUMBER_BYTES);
}

struct span terminal_find_words(struct arena *arena,
                                const struct enrolled_terminal *terminal)
{
    struct config_request request = {.label = terminal->label};
    memcpy(request.device_id, terminal->id, sizeof request.device_id);
    memcpy(request.device_key, terminal->public_key, sizeof request.device_key);
    return request_words(arena, &request);
}

static bool is_meant(struct arena *arena, const struct enrolled_terminal *terminal,
                     struct span typed)
{
    const struct span id = span_hex(arena, terminal->id, sizeof terminal->id);
    return is_span_equal(terminal->label, typed) ||
           (typed.count >= TYPED_LEAST &&
            is_span_equal(span_cut(id, 0, typed.count), typed));
}

enum status terminal_find(struct operation *operation, const struct roll *roll,
                          struct span typed,
                          const struct enrolled_terminal **out_terminal)
{
    const struct enrolled_terminal *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < roll->terminal_count; i++)
        if (is_terminal_find_last(roll, i) &&
            is_meant(operation->arena, &roll->terminals[i], typed)) {
            found = &roll->terminals[i];
            count++;
        }
    if (!count)
        return fail(STATUS_NOT_FOUND,
                    "there is no terminal \"%.*s\"; 'resonance terminal list' shows them",
                    SPAN_ARGS(span_cut(typed, 0, TYPED_SHOWN_BYTES)));
    if (count > 1)
        return fail(STATUS_BAD_INPUT,
                    "%zu terminals are called \"%.*s\"; name one by its number, which "
                    "'resonance terminal list' shows",
                    count, SPAN_ARGS(span_cut(typed, 0, TYPED_SHOWN_BYTES)));
    *out_terminal = found;
    return OK;
}
