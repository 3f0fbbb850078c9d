/* The record of a lock, and the files that a lock edits, of any bytes: what is taken is written
 * again byte for byte, and an edit keeps all that was there. */
#include "machine/lock_edit.h"
#include "machine/lock_record.h"

#include "base/must.h"

enum { ARENA_BYTES = 64 << 20 };

static void try_record(struct arena *arena, struct span input)
{
    static struct lock_record record;
    if (lock_record_read(arena, input, &record) != OK)
        return;
    must(is_span_equal(lock_record_write(arena, &record), input));
    for (size_t i = 0; i < record.count; i++)
        must(record.entries[i].path[0] == '/');
}

static size_t count_of(struct span text, char byte)
{
    size_t count = 0;
    for (size_t i = 0; i < text.count; i++)
        count += text.data[i] == byte;
    return count;
}

static void try_edits(struct arena *arena, struct span input)
{
    struct span after;
    if (lock_edit_apply(arena, LOCK_EDIT_FSTAB, input, &after) == OK)
        must(after.count >= input.count &&
             count_of(after, '\n') == count_of(input, '\n'));
    if (lock_edit_apply(arena, LOCK_EDIT_GRUB_ENTRIES, input, &after) == OK) {
        struct span again;
        must(lock_edit_apply(arena, LOCK_EDIT_GRUB_ENTRIES, after, &again) == OK);
        must(is_span_equal(again, after));
    }
    if (lock_edit_apply(arena, LOCK_EDIT_USBGUARD, input, &after) == OK)
        must(after.count > input.count);
    if (lock_edit_apply(arena, LOCK_EDIT_USB_RULES, input, &after) == OK)
        must(has_span_prefix(after,
                             span_text(arena, span_cut(input, 0, span_find(input, 0)))));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span input = {(const char *)data, size};
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    try_record(&arena, input);
    try_edits(&arena, input);
    arena_done(&arena);
    return 0;
}
