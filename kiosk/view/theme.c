#include "view/theme.h"

#include "base/must.h"

#include <math.h>

static const struct theme themes[THEME_COUNT] = {
#define THEME(name, ...) [THEME_##name] = {__VA_ARGS__},
#include "view/theme.def"
#undef THEME
};

const struct theme_measures theme_mm = {
    .corner_mm = 3.5f,
    .outline_mm = 0.5f,
    .chosen_mm = 1.0f,
    .hairline_mm = 0.25f,
    .ring_mm = 1.2f,
    .ring_distance_mm = 1.5f,
    .target_min_mm = 12.7f,
    .gap_min_mm = 2.54f,
    .button_mm = 23.0f,
    .button_low_mm = 18.0f,
    .tool_mm = 16.0f,
    .key_mm = 18.0f,
    .key_low_mm = 13.0f,
    .round_mm = 24.0f,
    .round_low_mm = 16.0f,
    .text_column_mm = 260.0f,
};

const struct theme *theme_get(enum theme_name name)
{
    must(name < THEME_COUNT);
    return &themes[name];
}

const char *const theme_step_words[STEP_COUNT] = {
    [STEP_SMALL] = "small",
    [STEP_NORMAL] = "normal",
    [STEP_LARGE] = "large",
    [STEP_EXTRA_LARGE] = "extra-large",
};

int theme_step_find(struct span word, enum text_size *out_step)
{
    for (int step = 0; step < STEP_COUNT; step++)
        if (is_span(word, theme_step_words[step])) {
            *out_step = (enum text_size)step;
            return 1;
        }
    return 0;
}

int theme_find(struct span id, enum theme_name *out_name)
{
    for (unsigned name = 0; name < THEME_COUNT; name++)
        if (is_span(id, themes[name].id)) {
            *out_name = (enum theme_name)name;
            return 1;
        }
    return 0;
}

static uint32_t channel(uint32_t rgb, unsigned shift)
{
    return rgb >> shift & 0xff;
}

static uint32_t mix_channel(uint32_t under, uint32_t over, double share, unsigned shift)
{
    const double a = channel(under, shift), b = channel(over, shift);
    return (uint32_t)lrint(a + (b - a) * share) << shift;
}

uint32_t theme_mix(uint32_t under, uint32_t over, double share)
{
    return mix_channel(under, over, share, 16) | mix_channel(under, over, share, 8) |
           mix_channel(under, over, share, 0);
}

static double linear(uint32_t value)
{
    const double s = value / 255.0;
    return s <= 0.04045 ? s / 12.92 : pow((s + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t rgb)
{
    return 0.2126 * linear(channel(rgb, 16)) + 0.7152 * linear(channel(rgb, 8)) +
           0.0722 * linear(channel(rgb, 0));
}

double theme_contrast(uint32_t a, uint32_t b)
{
    const double light_a = luminance(a), light_b = luminance(b);
    return (fmax(light_a, light_b) + 0.05) / (fmin(light_a, light_b) + 0.05);
}

int theme_px(const struct surface_facts *facts, double mm)
{
    const int px = (int)lrint(mm * facts->px_per_mm);
    return mm > 0 && px < 1 ? 1 : px;
}

/* A page that gives up letters does so by half a step: it keeps what it has room for. */
enum { HALF_STEP_COUNT = 2 * STEP_COUNT - 1 };

double theme_step(const struct surface_facts *facts)
{
    static const double factors[HALF_STEP_COUNT] = {
        3.8 / 5.2, 4.5 / 5.2, 1.0, 5.9 / 5.2, 6.7 / 5.2, 7.7 / 5.2, 8.75 / 5.2};
    must(facts->step < STEP_COUNT && facts->room.letters_less <= 2U * facts->step);
    return factors[2U * facts->step - facts->room.letters_less];
}

/* Large letters were asked for by somebody who needs them; the usual ones by nobody. */
bool theme_tighten(struct surface_facts *facts)
{
    return room_tighten(&facts->room, 2U * facts->step, facts->step <= STEP_NORMAL);
}

bool is_theme_narrow(const struct surface_facts *facts)
{
    return facts->width_px < 360 * facts->px_per_mm;
}

bool is_theme_low(const struct surface_facts *facts)
{
    return facts->height_px < 240 * facts->px_per_mm;
}

bool is_theme_room_small(double width_mm, double height_mm)
{
    return width_mm < THEME_WIDTH_MIN_MM - 1 || height_mm < THEME_HEIGHT_MIN_MM - 1;
}

bool has_theme_letters(const struct surface_facts *facts)
{
    static const struct {
        int width_mm, height_mm;
    } least[STEP_COUNT] = {[STEP_SMALL] = {THEME_WIDTH_MIN_MM, THEME_HEIGHT_MIN_MM},
                           [STEP_NORMAL] = {344, 193},
                           [STEP_LARGE] = {344, 193},
                           [STEP_EXTRA_LARGE] = {476, 267}};
    must(facts->step < STEP_COUNT);
    return facts->width_px / facts->px_per_mm > least[facts->step].width_mm - 1 &&
           facts->height_px / facts->px_per_mm > least[facts->step].height_mm - 1;
}
