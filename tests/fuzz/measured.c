/* The file of measured screens on any bytes: what is taken is written the same, and every screen in
 * it has millimetres that can be. */
#include "device/screen/measured.h"

#include "base/must.h"
#include "edits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char good[] =
    "{\"screens\":[{\"connector\":\"HDMI-1\",\"day\":\"2026-11-29\",\"height_px\":1080,"
    "\"name\":\"10ac0102000000000000\",\"width_px\":1920,\"width_um\":476000},"
    "{\"connector\":\"\",\"day\":\"1970-01-01\",\"height_px\":1920,"
    "\"name\":\"00000000000000000000\",\"width_px\":1080,\"width_um\":268000}],"
    "\"version\":1}";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct measured measured;
    arena_init(&arena, 16 << 20);
    const struct span bytes = edits_apply(&arena, span_of(good), data, size);
    if (measured_read(&arena, bytes, &measured) == OK) {
        must(is_span_equal(bytes, measured_write(&arena, &measured)));
        for (size_t i = 0; i < measured.count; i++)
            must(can_display_have(measured_px_per_mm(&measured.screens[i])));
    }
    arena_done(&arena);
    return 0;
}
