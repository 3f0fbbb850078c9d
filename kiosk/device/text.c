#include "device/text.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "device/run.h"
#include "device/script.h"
#include "base/text/grapheme.h"

#include <linebreak.h>
#include <math.h>
#include <string.h>

enum { SCRATCH_MAX_BYTES = 16 * 1024 * 1024, END_MARK = 0xFFFF, REPLACEMENT = 0xFFFD };

enum status text_open(struct arena *arena, struct text **out_text)
{
    struct text *text = arena_new(arena, struct text);
    const enum status status = font_set_open(&text->fonts);
    if (status != OK)
        return status;
    arena_init(&text->scratch, SCRATCH_MAX_BYTES);
    (void)arena_alloc(&text->scratch, 1); /* a first block that stays */
    init_linebreak();
    *out_text = text;
    return OK;
}

void text_close(struct text *text)
{
    if (!text)
        return;
    font_set_close(&text->fonts);
    arena_done(&text->scratch);
}

static enum font_weight weight_of(enum text_style style)
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

/* Line height over capital height: reading text is set wider than headings and labels. */
static double leading_of(enum text_style style)
{
    switch (style) {
    case TEXT_TITLE:
    case TEXT_HEADING:
        return 1.74;
    case TEXT_LABEL:
        return 1.72;
    case TEXT_BODY:
    case TEXT_STRONG:
    case TEXT_NOTE:
    case TEXT_CODE:
        return 1.95;
    }
    return 1.95;
}

/* ---- measuring ---- */

struct letter_style {
    enum font_weight weight;
    int cap_px;
};

static TTF_Font *font_for(struct text *text, struct letter_style style,
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

static int run_width(struct text *text, struct letter_style style, struct span all,
                     const struct run *run)
{
    int width = 0;
    TTF_Font *font = font_for(text, style, run);
    const char *bytes = span_text(&text->scratch, span_cut(all, run->from, run->count));
    if (!font || TTF_SizeUTF8(font, bytes, &width, NULL) != 0)
        return 0;
    return width;
}

/* The width of one stretch without line feeds, remembered by hash. */
static int width_of(struct text *text, struct letter_style style, struct span stretch)
{
    if (!stretch.count)
        return 0;
    const int about[] = {(int)style.weight, style.cap_px};
    const uint64_t key =
        hash_mix(hash_mix(HASH_START, about, sizeof about), stretch.data, stretch.count);
    struct text_width *kept = &text->widths[(key ^ key >> 32) % TEXT_WIDTHS];
    if (kept->key == key)
        return kept->width_px;
    const struct arena_mark mark = arena_mark(&text->scratch);
    struct run_list list;
    (void)run_split(&text->scratch, &text->fonts, style.weight, style.cap_px, stretch,
                    RUN_BASE_AUTO, &list);
    int width = 0;
    for (size_t i = 0; i < list.count; i++)
        width += run_width(text, style, stretch, &list.runs[i]);
    arena_release(&text->scratch, mark);
    *kept = (struct text_width){.key = key, .width_px = width};
    return width;
}

/* ---- breaking ---- */

/* The first letter that has a direction decides for its paragraph. */
static bool is_right_to_left(struct span paragraph)
{
    size_t at = 0;
    uint32_t code;
    while (utf8_next(paragraph, &at, &code)) {
        if (is_script_right_to_left(code))
            return true;
        if (script_of(code))
            return false;
    }
    return false;
}

static size_t without_end_spaces(struct span text, size_t from, size_t to)
{
    while (to > from && text.data[to - 1] == ' ')
        to--;
    return to;
}

struct breaking {
    struct text *text;
    struct letter_style style;
    struct span whole;
    int max_width_px;
    struct text_lines *out;
    size_t capacity;
};

static int line_width(const struct breaking *run, size_t from, size_t to)
{
    return width_of(
        run->text, run->style,
        span_cut(run->whole, from, without_end_spaces(run->whole, from, to) - from));
}

static void add_line(const struct breaking *run, size_t from, size_t to, bool is_right)
{
    struct text_lines *out = run->out;
    if (out->count >= run->capacity)
        return;
    const size_t end = without_end_spaces(run->whole, from, to);
    const int width = line_width(run, from, to);
    out->lines[out->count++] = (struct text_line){.from = from,
                                                  .count = end - from,
                                                  .width_px = width,
                                                  .is_right_to_left = is_right};
    if (width > out->width_px)
        out->width_px = width;
    if (run->max_width_px > 0 && width > run->max_width_px)
        out->is_cut = true;
}

/* ---- a word that is wider than its line ---- */

/* The end of the letter that begins `letters` letters behind `from`; at most `to`. */
static size_t letters_on(const struct breaking *run, size_t from, size_t to,
                         size_t letters)
{
    size_t at = from;
    while (letters-- > 0 && at < to)
        at = grapheme_next(run->whole, at);
    return at < to ? at : to;
}

/* How many letters of the word between `from` and `to` fill a line: one at least. Not more is
 * measured than could stand there, so that a long word costs no more than other text. */
static size_t letters_that_fit(const struct breaking *run, size_t from, size_t to)
{
    size_t fits = 1, over = 8;
    while (letters_on(run, from, to, over) < to &&
           line_width(run, from, letters_on(run, from, to, over)) <= run->max_width_px) {
        fits = over;
        over *= 2;
    }
    while (over - fits > 1) {
        const size_t middle = (fits + over) / 2;
        const size_t end = letters_on(run, from, to, middle);
        if (line_width(run, from, end) <= run->max_width_px)
            fits = middle;
        else
            over = middle;
    }
    return fits;
}

/* Breaks the word that begins a line between letters; returns where its last line begins. A limit
 * of one pixel asks for the widest word: it stays whole. */
static size_t break_word(const struct breaking *run, size_t from, size_t to,
                         bool is_right)
{
    while (run->max_width_px > 1 && line_width(run, from, to) > run->max_width_px) {
        const size_t end = letters_on(run, from, to, letters_that_fit(run, from, to));
        if (end >= to)
            break;
        add_line(run, from, end, is_right);
        run->out->is_cut = true;
        from = end;
    }
    return from;
}

/* Words are added while they fit. The sum of word widths is only a guess at the width of the
 * line (each is rounded, and letters lean on each other across spaces), so what is near the
 * limit, by a pixel a word, is measured as a whole. */
static void break_paragraph(const struct breaking *run, size_t from, size_t to,
                            const char *breaks)
{
    const bool is_right = is_right_to_left(span_cut(run->whole, from, to - from));
    size_t line_from = from, word_from = from;
    int used = 0, slack = 4;
    for (size_t at = from; at < to; at++) {
        const bool is_last = at + 1 == to;
        if (breaks[at] != LINEBREAK_ALLOWBREAK && !is_last)
            continue;
        const int word = line_width(run, word_from, at + 1);
        bool is_over = run->max_width_px > 0 && word_from > line_from &&
                       used + word > run->max_width_px - slack;
        if (is_over && used + word <= run->max_width_px + slack)
            is_over = line_width(run, line_from, at + 1) > run->max_width_px;
        if (is_over) {
            add_line(run, line_from, word_from, is_right);
            line_from = word_from;
            used = 0;
            slack = 4;
        }
        if (line_from == word_from && run->max_width_px > 0 && word > run->max_width_px)
            line_from = word_from = break_word(run, word_from, at + 1, is_right);
        slack++;
        used += width_of(run->text, run->style,
                         span_cut(run->whole, word_from, at + 1 - word_from));
        word_from = at + 1;
    }
    add_line(run, line_from, to, is_right);
}

/* Where lines may break, told at the last byte of each letter. The library is given code points:
 * bytes that are not UTF-8 would end the program there, and so would U+FFFF, its own end mark. */
static char *breaks_of(struct arena *scratch, struct span text)
{
    char *breaks = arena_alloc(scratch, text.count + 1);
    char *by_letter = arena_alloc(scratch, text.count + 1);
    utf32_t *codes = arena_array(scratch, utf32_t, text.count + 1);
    size_t *ends = arena_array(scratch, size_t, text.count + 1);
    size_t count = 0, at = 0;
    for (; utf8_next(text, &at, &codes[count]); count++) {
        ends[count] = at - 1;
        if (codes[count] == END_MARK)
            codes[count] = REPLACEMENT;
    }
    set_linebreaks_utf32(codes, count, "", by_letter);
    memset(breaks, LINEBREAK_NOBREAK, text.count + 1);
    for (size_t i = 0; i < count; i++)
        breaks[ends[i]] = by_letter[i];
    return breaks;
}

static void break_all(const struct breaking *run)
{
    const struct span whole = run->whole;
    const char *breaks = breaks_of(&run->text->scratch, whole);
    size_t from = 0;
    for (size_t at = 0; at <= whole.count; at++) {
        if (at < whole.count && whole.data[at] != '\n')
            continue;
        break_paragraph(run, from, at, breaks);
        from = at + 1;
    }
}

static void measure_lines(enum text_style style, int cap_px, struct text_lines *out)
{
    out->cap_height_px = cap_px;
    out->line_height_px = (int)lrint(cap_px * leading_of(style));
    out->ascent_px = (out->line_height_px + cap_px) / 2;
}

static size_t count_lines_at_most(struct span text)
{
    size_t count = 1;
    for (size_t i = 0; i < text.count; i++)
        count += text.data[i] == '\n' || (text.data[i] & 0xC0) != 0x80;
    return count;
}

static void text_wrap(void *context, struct arena *arena, enum text_style style,
                      int cap_height_px, struct span text, int max_width_px,
                      struct text_lines *out_lines)
{
    struct text *self = context;
    const struct arena_mark mark = arena_mark(&self->scratch);
    struct text_lines lines = {0};
    struct breaking run = {
        .text = self,
        .style = {.weight = weight_of(style), .cap_px = cap_height_px},
        .whole = text.data ? text : SPAN(""),
        .max_width_px = max_width_px,
        .out = &lines,
        .capacity = count_lines_at_most(text),
    };
    lines.lines = arena_array(&self->scratch, struct text_line, run.capacity);
    measure_lines(style, cap_height_px, &lines);
    break_all(&run);
    struct text_line *kept = arena_array(arena, struct text_line, lines.count);
    memcpy(kept, lines.lines, lines.count * sizeof *kept);
    lines.lines = kept;
    arena_release(&self->scratch, mark);
    *out_lines = lines;
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

/* ---- where a caret stands ---- */

/* The runs of a line as the eye meets them, and what measuring them needs. */
struct caret_line {
    struct text *text;
    struct letter_style style;
    struct span line;
    struct run_list list;
};

static struct caret_line caret_line_of(struct text *text, const struct text_place *place)
{
    struct caret_line caret = {
        .text = text,
        .style = {weight_of(place->style), place->cap_height_px},
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
        return run_width(caret->text, caret->style, caret->line, &part);
    const struct span joined = span_format(
        scratch, "%.*s\u200d", SPAN_ARGS(span_cut(caret->line, part.from, part.count)));
    part.from = 0;
    part.count = joined.count;
    return run_width(caret->text, caret->style, joined, &part);
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
        .caret_px = text_caret_px,
        .caret_at = text_caret_at,
    };
}

/* ---- drawing ---- */

static int draw_run(struct text *text, SDL_Surface *surface,
                    const struct text_drawing *drawing, const struct run *run, int x)
{
    const struct letter_style style = {weight_of(drawing->style), drawing->cap_px};
    TTF_Font *font = font_for(text, style, run);
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
    (void)run_split(&text->scratch, &text->fonts, weight_of(drawing->style),
                    drawing->cap_px, drawing->line,
                    drawing->is_right_to_left ? RUN_BASE_RIGHT : RUN_BASE_LEFT, &list);
    run_order(&list);
    int x = drawing->x;
    for (size_t i = 0; i < list.count; i++)
        x += draw_run(text, surface, drawing, &list.runs[i], x);
    arena_release(&text->scratch, mark);
}
