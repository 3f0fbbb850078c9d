#include "device/screen/scale.h"

#include "view/theme.h"

#include <math.h>
#include <string.h>

static int longer(int a, int b)
{
    return a > b ? a : b;
}
static int shorter(int a, int b)
{
    return a < b ? a : b;
}

/* Some screens give the shape of their picture where its size belongs. */
static bool is_shape(int long_mm, int short_mm)
{
    static const struct {
        int across, down;
    } shapes[] = {{16, 9}, {16, 10}, {4, 3}, {5, 4}, {21, 9}};
    for (int unit = 1; unit <= 100; unit *= 10)
        for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
            if (long_mm == shapes[i].across * unit && short_mm == shapes[i].down * unit)
                return true;
    return false;
}

/* Pixels to the millimetre by the screen's own word; 0 when it says none that can be true. */
static double by_display(const struct display *display)
{
    const int long_mm = longer(display->told_width_mm, display->told_height_mm);
    const int short_mm = shorter(display->told_width_mm, display->told_height_mm);
    if (short_mm <= 0 || is_shape(long_mm, short_mm))
        return 0;
    const double along = longer(display->width_px, display->height_px) / (double)long_mm;
    const double across =
        shorter(display->width_px, display->height_px) / (double)short_mm;
    const bool is_square = fabs(along / across - 1) <= SCALE_SKEW_MAX;
    /* The longer edge: the size in whole centimetres says more of it. */
    return is_square && can_display_have(along) && can_display_have(across) ? along : 0;
}

/* The screens that these numbers of pixels are usual for among terminals. A larger one than was
 * guessed shows larger letters, which shuts nobody out. */
static double by_guess(const struct display *display)
{
    static const struct {
        int long_px, short_px, long_mm;
    } usual[] = {
        {1024, 600, 222},  {1024, 768, 304},  {1280, 720, 344},  {1280, 800, 217},
        {1280, 1024, 376}, {1366, 768, 344},  {1440, 900, 408},  {1600, 900, 443},
        {1680, 1050, 474}, {1920, 1080, 476}, {1920, 1200, 518}, {2560, 1080, 797},
        {2560, 1440, 597}, {2560, 1600, 641}, {3440, 1440, 797}, {3840, 2160, 597},
    };
    const int long_px = longer(display->width_px, display->height_px);
    const int short_px = shorter(display->width_px, display->height_px);
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (long_px == usual[i].long_px && short_px == usual[i].short_px)
            return long_px / (double)usual[i].long_mm;
    /* Any other: as dense as the usual ones, but within the sizes that terminals have. */
    const double long_mm = fmin(fmax(long_px * 476.0 / 1920, 222), 600);
    return long_px / long_mm;
}

static struct scale scale_of(const struct display *display, double px_per_mm,
                             enum scale_source source)
{
    return (struct scale){.px_per_mm = px_per_mm,
                          .width_mm = display->width_px / px_per_mm,
                          .height_mm = display->height_px / px_per_mm,
                          .source = source};
}

struct scale scale_find(const struct display *display, const struct scale_told *told)
{
    const struct measured_screen *card =
        told->measured ? measured_find(told->measured, display) : NULL;
    if (told->command_mm > 0)
        return scale_of(display, display->width_px / told->command_mm, SCALE_COMMAND);
    if (card) {
        struct scale scale = scale_of(display, measured_px_per_mm(card), SCALE_CARD);
        memcpy(scale.day, card->day, sizeof scale.day);
        return scale;
    }
    if (told->config_mm > 0)
        return scale_of(display, display->width_px / told->config_mm, SCALE_CONFIG);
    const double own = by_display(display);
    if (own > 0)
        return scale_of(display, own, SCALE_DISPLAY);
    struct scale scale = scale_of(display, by_guess(display), SCALE_GUESS);
    scale.is_display_wrong = display->told_width_mm > 0;
    return scale;
}

bool is_scale_small(const struct scale *scale)
{
    return is_theme_room_small(scale->width_mm, scale->height_mm);
}

static struct span source_words(struct arena *arena, const struct display *display,
                                const struct scale *scale)
{
    switch (scale->source) {
    case SCALE_COMMAND:
        return SPAN("as --width-mm says");
    case SCALE_CARD:
        return span_format(arena, "measured with a card on %s", scale->day);
    case SCALE_CONFIG:
        return SPAN("as the configuration says");
    case SCALE_DISPLAY:
        return SPAN("as the screen says");
    case SCALE_GUESS:
        break;
    }
    const struct span guess = span_format(arena, "guessed from %d x %d pixels",
                                          display->width_px, display->height_px);
    return scale->is_display_wrong
               ? span_format(arena, "%.*s, since the %d x %d mm that it says cannot be",
                             SPAN_ARGS(guess), display->told_width_mm,
                             display->told_height_mm)
               : span_format(arena, "%.*s, since it does not say its size",
                             SPAN_ARGS(guess));
}

struct span scale_words(struct arena *arena, const struct display *display,
                        const struct scale *scale)
{
    return span_format(arena, "%.0f x %.0f mm, %.*s", scale->width_mm, scale->height_mm,
                       SPAN_ARGS(source_words(arena, display, scale)));
}
