/* The file of how a screen stands on any bytes: what is taken is written the same, and every pixel
 * of the picture then has one of the glass. */
#include "device/screen/stand.h"

#include "base/must.h"
#include "edits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char good[] =
    "{\"touch_x\":50000,\"touch_xx\":900000,\"touch_xy\":-5,\"touch_y\":-30000,\"touch_yx\":3,"
    "\"touch_yy\":1100000,\"turn\":3,\"version\":1}";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct stand stand;
    arena_init(&arena, 16 << 20);
    const struct span bytes = edits_apply(&arena, span_of(good), data, size);
    if (stand_read(&arena, bytes, &stand) == OK) {
        int x = size % 7, y = size % 5;
        must(is_span_equal(bytes, stand_write(&arena, &stand)));
        const bool is_upright = is_stand_upright(&stand);
        stand_glass(&stand, is_upright ? 5 : 7, is_upright ? 7 : 5, &x, &y);
        must(x >= 0 && y >= 0 && x < (is_upright ? 5 : 7) && y < (is_upright ? 7 : 5));
        stand_picture(&stand, is_upright ? 5 : 7, is_upright ? 7 : 5, &x, &y);
        must(x == (int)(size % 7) && y == (int)(size % 5));
    }
    arena_done(&arena);
    return 0;
}
