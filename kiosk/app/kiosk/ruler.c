#include "app/kiosk/ruler.h"

#include "app/common/console.h"

#include <math.h>

enum status ruler_open(struct ruler *ruler, const struct arguments *arguments)
{
    *ruler = (struct ruler){.command_mm = arguments->width_mm};
    arena_init(&ruler->words, RULER_WORDS_BYTES);
    return measured_load(arguments->screens, &ruler->measured);
}

void ruler_close(struct ruler *ruler)
{
    arena_done(&ruler->words);
}

static void find(struct ruler *ruler, double config_mm)
{
    const struct scale_told told = {.command_mm = ruler->command_mm,
                                    .measured = &ruler->measured,
                                    .config_mm = config_mm};
    ruler->scale = scale_find(&ruler->display, &told);
}

bool ruler_look(struct ruler *ruler, double config_mm)
{
    struct display display;
    if (!display_look(&display) || display.width_px <= 0)
        return false;
    ruler->display = display;
    find(ruler, config_mm);
    return true;
}

void ruler_hold(struct ruler *ruler, double config_mm, struct surface_facts *facts)
{
    if (!ruler_look(ruler, config_mm)) {
        ruler->display =
            (struct display){.width_px = facts->width_px, .height_px = facts->height_px};
        find(ruler, config_mm);
    }
    facts->px_per_mm = ruler->scale.px_per_mm;
}

bool ruler_rescale(struct ruler *ruler, double config_mm, struct surface_facts *facts)
{
    const double before = facts->px_per_mm;
    find(ruler, config_mm);
    facts->px_per_mm = ruler->scale.px_per_mm;
    return facts->px_per_mm < before || facts->px_per_mm > before;
}

enum status ruler_keep(struct ruler *ruler, const char *folder, double width_mm)
{
    struct arena arena;
    arena_init(&arena, RULER_WORDS_BYTES);
    measured_put(&ruler->measured, &ruler->display, (int)lrint(width_mm * 1000),
                 clock_date(&arena, clock_now().unix_ms));
    arena_done(&arena);
    return measured_save(folder, &ruler->measured);
}

enum status ruler_fault(const struct ruler *ruler)
{
    struct arena arena;
    enum status status = OK;
    arena_init(&arena, RULER_WORDS_BYTES);
    const struct span words = scale_words(&arena, &ruler->display, &ruler->scale);
    if (ruler->scale.source == SCALE_GUESS)
        status = fail(STATUS_REFUSED,
                      "%.*s; measure it once with a bank card (resonance-kiosk "
                      "--calibrate)",
                      SPAN_ARGS(words));
    else if (is_scale_small(&ruler->scale))
        status =
            fail(STATUS_REFUSED,
                 "%.*s; pages fit from %d x %d mm on, so people will have to scroll: "
                 "use a larger screen, or smaller letters (Comfort)",
                 SPAN_ARGS(words), THEME_WIDTH_MIN_MM, THEME_HEIGHT_MIN_MM);
    arena_done(&arena);
    return status;
}

void ruler_tell(struct ruler *ruler)
{
    if (ruler_fault(ruler) == OK || is_span(ruler->told, status_last()))
        return;
    arena_reset(&ruler->words);
    ruler->told = span_copy(&ruler->words, span_of(status_last()));
    console_line(CONSOLE_ERROR, "resonance-kiosk: screen %s", status_last());
}
