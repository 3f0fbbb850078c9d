/* What a terminal asks for the audit, and what one person said: read or refused, never a crash;
 * what was read is written as the same bytes, and what was written by hand is read again. */
#include "setup/groups/slip.h"

#include "base/must.h"

enum { ARENA_BYTES = 16 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span input = {(const char *)data, size};
    struct groups *groups, *again;
    struct slip slip;
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    if (groups_read(&arena, input, &groups) == OK)
        must(is_span_equal(groups_write(&arena, groups), input));
    if (groups_take(&arena, input, &groups) == OK) {
        must(groups->question_count && groups->question_count <= GROUPS_QUESTIONS_MAX);
        must(groups_text(&groups->questions[0].words, SPAN("en")).count > 0);
        must(groups_read(&arena, groups_write(&arena, groups), &again) == OK);
    }
    if (slip_read(&arena, input, &slip) == OK)
        must(is_span_equal(slip_write(&arena, &slip), input));
    arena_done(&arena);
    return 0;
}
