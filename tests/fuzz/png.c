/* Any bytes as a PNG file of an author: refused, or made into a picture that a terminal shows. Sums
 * are what a search cannot guess, so it also writes them right. */
#include "author/png.h"
#include "base/must.h"
#include "sum.h"
#include "view/paint/picture.h"

#include <string.h>

enum {
    SIGNATURE_BYTES = 8,
    LENGTH_BYTES = 4,
    TYPE_BYTES = 4,
    SUM_BYTES = 4,
    FUZZ_PIXELS_MAX = 1 << 16
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint32_t big(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static void sums_mend(unsigned char *bytes, size_t count)
{
    size_t at = SIGNATURE_BYTES;
    while (count >= at && count - at >= LENGTH_BYTES + TYPE_BYTES + SUM_BYTES) {
        const size_t length = big(bytes + at);
        if (length > count - at - LENGTH_BYTES - TYPE_BYTES - SUM_BYTES)
            return;
        unsigned char *type = bytes + at + LENGTH_BYTES,
                      *sum = type + TYPE_BYTES + length;
        const uint32_t right = sum_of(type, TYPE_BYTES + length);
        for (int i = 0; i < SUM_BYTES; i++)
            sum[i] = (unsigned char)(right >> (24 - 8 * i));
        at += LENGTH_BYTES + TYPE_BYTES + length + SUM_BYTES;
    }
}

/* Large ones take long and lead nowhere new. */
static bool is_large(const unsigned char *bytes, size_t count)
{
    return count >= 24 && (uint64_t)big(bytes + 16) * big(bytes + 20) > FUZZ_PIXELS_MAX;
}

static void try(struct arena *arena, const unsigned char *bytes, size_t count)
{
    struct pixels pixels;
    struct picture picture;
    if (png_read(arena, "fuzz.png", (struct span){(const char *)bytes, count}, &pixels) !=
        OK)
        return;
    const struct span written =
        pixels_write(arena, pixels_fit(arena, pixels, picture_limits_usual.pixels_wide,
                                       picture_limits_usual.pixels_high));
    must(picture_read(arena, "fuzz", written, picture_limits_usual, &picture) == OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    if (is_large(data, size))
        return 0;
    arena_init(&arena, 256 * 1024 * 1024);
    unsigned char *mended = arena_alloc(&arena, size + 1);
    if (size)
        memcpy(mended, data, size);
    sums_mend(mended, size);
    try(&arena, data, size);
    try(&arena, mended, size);
    arena_done(&arena);
    return 0;
}
