#include "device/text/measure.h"

#include "base/hash.h"

enum font_weight measure_weight(enum text_style style)
{
    switch (style) {
    case TEXT_HEADING:
    case TEXT_TITLE:
    case TEXT_STRONG:
        return FONT_SEMIBOLD;
    case TEXT_CODE:
    case TEXT_LABEL:
        return FONT_MEDIUM;
    case TEXT_BODY:
    case TEXT_NOTE:
        return FONT_REGULAR;
    }
    return FONT_REGULAR;
}

TTF_Font *measure_font(struct text *text, struct measure_style style,
                       const struct run *run)
{
    TTF_Font *font = font_get(&text->fonts, run->family < 0 ? 0 : run->family,
                              style.weight, style.cap_px);
    if (font) {
        TTF_SetFontDirection(font,
                             run->level % 2 ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
        TTF_SetFontScriptName(font, run->script ? run->script : "Latn");
    }
    return font;
}

int measure_run(struct text *text, struct measure_style style, struct span all,
                const struct run *run)
{
    int width = 0;
    TTF_Font *font = measure_font(text, style, run);
    const char *bytes = span_text(&text->scratch, span_cut(all, run->from, run->count));
    if (!font || TTF_SizeUTF8(font, bytes, &width, NULL) != 0)
        return 0;
    return width;
}

int measure_width(struct text *text, struct measure_style style, struct span stretch)
{
    if (!stretch.count)
        return 0;
    const int about[] = {(int)style.weight, style.cap_px};
    const uint64_t key =
        hash_mix(hash_mix(HASH_START, about, sizeof about), stretch.data, stretch.count);
    struct text_width *kept = &text->widths[(key ^ key >> 32) % MEASURE_WIDTHS];
    if (kept->key == key)
        return kept->width_px;
    const struct arena_mark mark = arena_mark(&text->scratch);
    struct run_list list;
    (void)run_split(&text->scratch, &text->fonts, style.weight, style.cap_px, stretch,
                    RUN_BASE_AUTO, &list);
    int width = 0;
    for (size_t i = 0; i < list.count; i++)
        width += measure_run(text, style, stretch, &list.runs[i]);
    arena_release(&text->scratch, mark);
    *kept = (struct text_width){.key = key, .width_px = width};
    return width;
}
