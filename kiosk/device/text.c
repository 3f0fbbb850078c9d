#include "device/text.h"

#include "base/text/grapheme.h"
#include "base/utf8.h"
#include "device/text/wrap.h"

#include <string.h>

enum { SCRATCH_MAX_BYTES = 16 * 1024 * 1024 };

enum status text_open(struct arena *arena, struct text **out_text)
{
    struct text *text = arena_new(arena, struct text);
    const enum status status = font_set_open(arena, &text->fonts);
    if (status != OK)
        return status;
    arena_init(&text->scratch, SCRATCH_MAX_BYTES);
    (void)arena_alloc(&text->scratch, 1); /* a first block that stays */
    breaks_open(&text->breaks);
    *out_text = text;
    return OK;
}

void text_close(struct text *text)
{
    if (!text)
        return;
    font_set_close(&text->fonts);
    breaks_close(&text->breaks);
    arena_done(&text->scratch);
}

static void text_wrap(void *context, struct arena *arena, enum text_style style,
                      int cap_height_px, struct span text, int max_width_px,
                      struct text_lines *out_lines)
{
    wrap_text(context, arena, style, cap_height_px, text, max_width_px, out_lines);
}

static bool text_has_glyphs(void *context, struct span text)
{
    struct text *self = context;
    size_t at = 0;
    uint32_t code;
    while (utf8_next(text, &at, &code)) {
        if (code >= 0x20 && font_pick(&self->fonts, FONT_REGULAR, 21, code, -1) < 0)
            return false;
    }
    return true;
}

static void text_set_language(void *context, struct span language)
{
    struct text *self = context;
    if (is_span(language, self->fonts.language))
        return;
    font_set_language(&self->fonts, language);
    memset(self->widths, 0, sizeof self->widths);
}

/* ---- where a caret stands ---- */

/* The runs of a line as the eye meets them, and what measuring them needs. */
struct caret_line {
    struct text *text;
    struct measure_style style;
    struct span line;
    struct run_list list;
};

static struct caret_line caret_line_of(struct text *text, const struct text_place *place)
{
    struct caret_line caret = {
        .text = text,
        .style = {measure_weight(place->style), place->cap_height_px},
        .line = place->line,
    };
    (void)run_split(&text->scratch, &text->fonts, caret.style.weight, caret.style.cap_px,
                    place->line, place->is_right_to_left ? RUN_BASE_RIGHT : RUN_BASE_LEFT,
                    &caret.list);
    run_order(&caret.list);
    return caret;
}

static bool is_joining(const char *script)
{
    return script && (strcmp(script, "Arab") == 0 || strcmp(script, "Syrc") == 0);
}

/* The width of `run` up to byte `to`. Letters that join keep the form they have within the word. */
static int part_width(const struct caret_line *caret, const struct run *run, size_t to)
{
    struct arena *scratch = &caret->text->scratch;
    struct run part = *run;
    part.count = to - run->from;
    if (part.count == 0)
        return 0;
    if (part.count == run->count || !is_joining(run->script))
        return measure_run(caret->text, caret->style, caret->line, &part);
    const struct span joined = span_format(
        scratch, "%.*s\u200d", SPAN_ARGS(span_cut(caret->line, part.from, part.count)));
    part.from = 0;
    part.count = joined.count;
    return measure_run(caret->text, caret->style, joined, &part);
}

static int into_run(const struct caret_line *caret, const struct run *run, size_t at)
{
    const int part = part_width(caret, run, at);
    if (run->level % 2 == 0)
        return part;
    return part_width(caret, run, run->from + run->count) - part;
}

/* Of the letter before the caret, or of the first. */
static bool is_run_of(const struct run *run, size_t at)
{
    const size_t letter = at > 0 ? at - 1 : 0;
    return letter >= run->from && letter < run->from + run->count;
}

static int text_caret_px(void *context, const struct text_place *place, size_t at)
{
    struct text *self = context;
    const struct arena_mark mark = arena_mark(&self->scratch);
    const struct caret_line caret = caret_line_of(self, place);
    const struct run *run = caret.list.runs, *end = run + caret.list.count;
    int x = 0;
    for (; run < end && !is_run_of(run, at); run++)
        x += part_width(&caret, run, run->from + run->count);
    if (run < end)
        x += into_run(&caret, run, at);
    arena_release(&self->scratch, mark);
    return x;
}

/* The boundary between letters of `run` that is nearest to `into` pixels from where it begins. */
static size_t nearest_in_run(const struct caret_line *caret, const struct run *run,
                             int into)
{
    const size_t end = run->from + run->count;
    size_t *ends = arena_array(&caret->text->scratch, size_t, run->count + 2);
    size_t count = 0, low = 0;
    for (size_t at = grapheme_near(caret->line, run->from);
         at <= end && count <= run->count; at = grapheme_next(caret->line, at)) {
        if (at >= run->from)
            ends[count++] = at;
        if (at == caret->line.count)
            break;
    }
    if (count == 0)
        return grapheme_near(caret->line, run->from);
    for (size_t high = count - 1; low < high;) { /* the first that is not left of it */
        const size_t middle = (low + high) / 2;
        if (part_width(caret, run, ends[middle]) < into)
            low = middle + 1;
        else
            high = middle;
    }
    if (low > 0 && into - part_width(caret, run, ends[low - 1]) <
                       part_width(caret, run, ends[low]) - into)
        low--;
    return ends[low];
}

static size_t text_caret_at(void *context, const struct text_place *place, int x)
{
    struct text *self = context;
    const struct arena_mark mark = arena_mark(&self->scratch);
    const struct caret_line caret = caret_line_of(self, place);
    size_t at = 0;
    int left = 0;
    for (size_t i = 0; i < caret.list.count; i++) {
        const struct run *run = &caret.list.runs[i];
        const int width = part_width(&caret, run, run->from + run->count);
        const bool is_last = i + 1 == caret.list.count;
        if (x < left + width || is_last) {
            at =
                nearest_in_run(&caret, run, run->level % 2 ? left + width - x : x - left);
            break;
        }
        left += width;
    }
    arena_release(&self->scratch, mark);
    return at;
}

struct text_port text_port_of(struct text *text)
{
    return (struct text_port){
        .context = text,
        .wrap = text_wrap,
        .has_glyphs = text_has_glyphs,
        .set_language = text_set_language,
        .caret_px = text_caret_px,
        .caret_at = text_caret_at,
    };
}

/* ---- drawing ---- */

static int draw_run(struct text *text, SDL_Surface *surface,
                    const struct text_drawing *drawing, const struct run *run, int x)
{
    const struct measure_style style = {measure_weight(drawing->style), drawing->cap_px};
    TTF_Font *font = measure_font(text, style, run);
    const char *bytes =
        span_text(&text->scratch, span_cut(drawing->line, run->from, run->count));
    const SDL_Color colour = {(Uint8)(drawing->rgb >> 16), (Uint8)(drawing->rgb >> 8),
                              (Uint8)drawing->rgb, 255};
    SDL_Surface *letters = font ? TTF_RenderUTF8_Blended(font, bytes, colour) : NULL;
    if (!letters)
        return 0;
    SDL_Rect place = {.x = x, .y = drawing->baseline - TTF_FontAscent(font)};
    const int width = letters->w;
    SDL_BlitSurface(letters, NULL, surface, &place);
    SDL_FreeSurface(letters);
    return width;
}

void text_draw(struct text *text, SDL_Surface *surface,
               const struct text_drawing *drawing)
{
    const struct arena_mark mark = arena_mark(&text->scratch);
    struct run_list list;
    (void)run_split(&text->scratch, &text->fonts, measure_weight(drawing->style),
                    drawing->cap_px, drawing->line,
                    drawing->is_right_to_left ? RUN_BASE_RIGHT : RUN_BASE_LEFT, &list);
    run_order(&list);
    int x = drawing->x;
    for (size_t i = 0; i < list.count; i++)
        x += draw_run(text, surface, drawing, &list.runs[i], x);
    arena_release(&text->scratch, mark);
}
