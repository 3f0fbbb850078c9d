/* Photographs, in whole numbers, so that every machine shows the same. */
#include "device/raster.h"

/* Where a pixel of the surface lies in the photograph: between `from` and the next, in 256ths. */
struct between {
    int from, next, share;
};

/* The middle of pixel `at` of `count`, told among `all` pixels. */
static struct between between_of(int at, int count, int all)
{
    const int64_t middle = ((2 * (int64_t)at + 1) * all * 128) / count - 128;
    const int64_t held = middle < 0 ? 0 : middle;
    const int from = (int)(held / 256);
    return from >= all - 1 ? (struct between){all - 1, all - 1, 0}
                           : (struct between){from, from + 1, (int)(held % 256)};
}

static int mixed(int a, int b, int share)
{
    return (a * (256 - share) + b * share + 128) / 256;
}

static uint32_t colour_at(const struct paint_command *command, struct between x,
                          struct between y)
{
    const unsigned char *rgb = command->pixels;
    const size_t wide = (size_t)command->pixels_wide;
    const unsigned char *upper = rgb + 3 * wide * (size_t)y.from;
    const unsigned char *lower = rgb + 3 * wide * (size_t)y.next;
    uint32_t colour = 0;
    for (int i = 0; i < 3; i++) {
        const int above = mixed(upper[3 * x.from + i], upper[3 * x.next + i], x.share);
        const int below = mixed(lower[3 * x.from + i], lower[3 * x.next + i], x.share);
        colour = colour << 8 | (uint32_t)mixed(above, below, y.share);
    }
    return colour;
}

void raster_pixels(SDL_Surface *surface, struct box clip,
                   const struct paint_command *command)
{
    const int left = (int)command->x, top = (int)command->y;
    for (int y = clip.y; y < clip.y + clip.height; y++) {
        uint32_t *row =
            (uint32_t *)(void *)((char *)surface->pixels + y * surface->pitch);
        const struct between down =
            between_of(y - top, (int)command->height, command->pixels_high);
        for (int x = clip.x; x < clip.x + clip.width; x++)
            row[x] = colour_at(
                command, between_of(x - left, (int)command->width, command->pixels_wide),
                down);
    }
}
