/* Any bytes as what an event says of a clock, and as the line that the desk makes of them: what is
 * taken is written again byte for byte. */
#include "app/desk/command/import/import_clock.h"
#include "chain/clock_step.h"
#include "chain/header.h"

#include "base/must.h"

enum { ARENA_BYTES = 64 * 1024, LINE_BYTES = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span input = {(const char *)data, size};
    const struct entry entry = {.type = HEADER_EVENT, .sequence = 1, .payload = input};
    int64_t step_s;
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    struct buffer line = buffer_init(&arena, LINE_BYTES);
    import_clock_tell(&entry, &line);
    if (is_clock_step(input, &step_s))
        must(is_span_equal(input, clock_step_write(&arena, step_s)));
    else
        must(line.count == 0);
    must(!line.is_full);
    arena_done(&arena);
    return 0;
}
