/* The lines of a recovery sheet, and what people type: read or refused, never a crash; what was
 * read is written and read again as the same letters. */
#include "seal/seal.h"
#include "seal/sheet/sheet_lines.h"
#include "seal/sheet/sheet_text.h"

#include "base/must.h"

enum { ARENA_BYTES = 16 * SHEET_TEXT_MAX_BYTES };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct span input = {(const char *)data, size};
    struct span letters, again, text;
    struct arena arena;
    if (size > SHEET_TEXT_MAX_BYTES)
        return 0;
    must(seal_start() == OK);
    must(arena_init_guarded(&arena, ARENA_BYTES, NULL) == OK);
    if (sheet_lines_read(&arena, input, SHEET_TEXT_KEY_LINE, SHEET_TEXT_KEY_LETTERS,
                         &letters) == OK) {
        must(sheet_lines_read(&arena,
                              sheet_lines_write(&arena, SHEET_TEXT_KEY_LINE, letters),
                              SHEET_TEXT_KEY_LINE, SHEET_TEXT_KEY_LETTERS, &again) == OK);
        must(is_span_equal(letters, again));
    }
    arena_reset(&arena);
    if (sheet_text_read(&arena, input, &text) == OK)
        must(text.count <= 2 * size + SHEET_TEXT_MAX_BYTES);
    arena_done(&arena);
    return 0;
}
