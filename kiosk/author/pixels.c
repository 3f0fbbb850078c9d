#include "author/pixels.h"

#include <string.h>

/* The mean of the pixels from x0, y0 to before x1, y1. */
static void mean(struct pixels from, const size_t at[4], unsigned char out_rgb[3])
{
    const size_t count = (at[2] - at[0]) * (at[3] - at[1]);
    for (size_t colour = 0; colour < 3; colour++) {
        size_t sum = count / 2;
        for (size_t y = at[1]; y < at[3]; y++)
            for (size_t x = at[0]; x < at[2]; x++)
                sum += from.rgb[3 * (y * from.width + x) + colour];
        out_rgb[colour] = (unsigned char)(sum / count);
    }
}

struct pixels pixels_fit(struct arena *arena, struct pixels pixels, size_t width_max,
                         size_t height_max)
{
    struct pixels fitted = {pixels.width, pixels.height, NULL};
    if (fitted.width > width_max) {
        fitted.height = fitted.height * width_max / fitted.width;
        fitted.width = width_max;
    }
    if (fitted.height > height_max) {
        fitted.width = fitted.width * height_max / fitted.height;
        fitted.height = height_max;
    }
    if (fitted.width == pixels.width && fitted.height == pixels.height)
        return pixels;
    fitted.width = fitted.width ? fitted.width : 1;
    fitted.height = fitted.height ? fitted.height : 1;
    fitted.rgb = arena_alloc(arena, 3 * fitted.width * fitted.height);
    for (size_t y = 0; y < fitted.height; y++)
        for (size_t x = 0; x < fitted.width; x++) {
            const size_t from[4] = {x * pixels.width / fitted.width,
                                    y * pixels.height / fitted.height,
                                    (x + 1) * pixels.width / fitted.width,
                                    (y + 1) * pixels.height / fitted.height};
            mean(pixels, from, &fitted.rgb[3 * (y * fitted.width + x)]);
        }
    return fitted;
}

struct span pixels_write(struct arena *arena, struct pixels pixels)
{
    const struct span head =
        span_format(arena, "pixels %zu %zu\n", pixels.width, pixels.height);
    const size_t count = 3 * pixels.width * pixels.height;
    char *bytes = arena_alloc(arena, head.count + count);
    memcpy(bytes, head.data, head.count);
    memcpy(bytes + head.count, pixels.rgb, count);
    return (struct span){bytes, head.count + count};
}
