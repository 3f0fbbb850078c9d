#include "chain/clock_step.h"

#include <inttypes.h>
#include <stdio.h>

enum { TEXT_BYTES = 64 };
#define BEFORE "{\"clock_step_s\":"
#define AFTER "}"

static struct span written(char text[TEXT_BYTES], int64_t step_s)
{
    (void)snprintf(text, TEXT_BYTES, BEFORE "%" PRId64 AFTER, step_s);
    return span_of(text);
}

struct span clock_step_write(struct arena *arena, int64_t step_s)
{
    char text[TEXT_BYTES];
    return span_copy(arena, written(text, step_s));
}

bool is_clock_step(struct span bytes, int64_t *out_step_s)
{
    const size_t around = sizeof BEFORE - 1 + sizeof AFTER - 1;
    char text[TEXT_BYTES];
    int64_t step_s;
    if (bytes.count < around ||
        !span_to_integer(span_cut(bytes, sizeof BEFORE - 1, bytes.count - around),
                         &step_s) ||
        !is_span_equal(bytes, written(text, step_s)))
        return false;
    *out_step_s = step_s;
    return true;
}
