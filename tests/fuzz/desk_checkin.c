/* The card of a check-in: read or refused, never a crash; what was read is written as the same
 * bytes. */
#include "app/desk/office/after/checkin.h"

#include "base/must.h"

enum { ARENA_BYTES = 1 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span input = {(const char *)data, size};
    struct checkin checkin;
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    if (checkin_read(&arena, input, &checkin) == OK)
        must(is_span_equal(checkin_write(&arena, &checkin), input));
    arena_done(&arena);
    return 0;
}
