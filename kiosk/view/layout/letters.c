#include "view/layout/letters.h"

#include <math.h>

static const float cap_mm[] = {
    [TEXT_BODY] = 5.2f, [TEXT_HEADING] = 8.0f, [TEXT_TITLE] = 13.0f, [TEXT_STRONG] = 5.2f,
    [TEXT_NOTE] = 4.2f, [TEXT_CODE] = 5.2f,    [TEXT_LABEL] = 4.2f,
};

int letters_cap_px(const struct surface_facts *facts, enum text_style style)
{
    return (int)lrint(cap_mm[style] * theme_step(facts) * facts->px_per_mm);
}

double letters_of_body(enum text_style style)
{
    return cap_mm[style] / cap_mm[TEXT_BODY];
}

struct text_lines letters_wrap(const struct fit *fit, enum text_style style, float scale,
                               struct span text, int width_px)
{
    const int cap_px = letters_cap_px(fit->facts, style);
    const int scaled_px = scale > 0 ? (int)lrintf((float)cap_px * scale) : cap_px;
    struct text_lines lines = {0};
    fit->port->wrap(fit->port->context, fit->arena, style, scaled_px, text, width_px,
                    &lines);
    return lines;
}

int letters_line_px(const struct fit *fit, enum text_style style, struct span text)
{
    return letters_wrap(fit, style, 0, text, 0).width_px;
}
