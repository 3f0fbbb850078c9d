/* What an auditor knows of one person: read or refused, never a crash; what was read is written
 * as the same bytes. */
#include "app/desk/office/audit/audit_text.h"

#include "base/must.h"

enum { ARENA_BYTES = 1 << 20 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span input = {(const char *)data, size};
    struct audit_outcome outcome;
    struct audit_group group;
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    if (audit_text_group_read(&arena, input, &group) == OK)
        must(is_span_equal(audit_text_group_write(&arena, &group), input));
    if (audit_text_outcome_read(&arena, input, &outcome) == OK)
        must(is_span_equal(audit_text_outcome_write(&arena, &outcome), input));
    arena_done(&arena);
    return 0;
}
