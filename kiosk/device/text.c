#include "device/text.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "device/run.h"
#include "device/script.h"
#include "base/text/grapheme.h"

#include <math.h>
#include <string.h>

enum {
    SCRATCH_MAX_BYTES = 16 * 1024 * 1024,
    WORD_LETTERS = 20, /* a word of fewer is one that its place must hold in one line */
    PIECE_LETTERS = 4, /* of a broken word, at least, if it can be */
    SLACK_PX = 4,
};

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
    int max_width_px; /* 0: none */
    bool is_by_words;
    struct text_lines *out;
    size_t capacity;
};

static int line_width(const struct breaking *run, size_t from, size_t to)
{
    return width_of(
        run->text, run->style,
        span_cut(run->whole, from, without_end_spaces(run->whole, from, to) - from));
}

static size_t count_letters(const struct breaking *run, size_t from, size_t to)
{
    return utf8_count(
        span_cut(run->whole, from, without_end_spaces(run->whole, from, to) - from));
}

static void add_line(const struct breaking *run, size_t from, size_t to, bool is_right)
{
    struct text_lines *out = run->out;
    if (out->count >= run->capacity)
        return;
    const size_t end = without_end_spaces(run->whole, from, to);
    int width = line_width(run, from, to);
    if (run->is_by_words && count_letters(run, from, to) > WORD_LETTERS)
        width = width * WORD_LETTERS / (int)count_letters(run, from, to);
    out->lines[out->count++] = (struct text_line){.from = from,
                                                  .count = end - from,
                                                  .width_px = width,
                                                  .is_right_to_left = is_right};
    if (width > out->width_px)
        out->width_px = width;
    if (run->max_width_px > 0 && width > run->max_width_px)
        out->is_cut = true;
}

/* ---- a word that no line holds ---- */

/* The word as what is left of it, and where the letters of that end. */
struct long_word {
    size_t from, to;
    const size_t *ends;
    size_t count;
};

static struct long_word long_word_of(const struct breaking *run, size_t from, size_t to)
{
    struct arena *scratch = &run->text->scratch;
    const struct span word = span_cut(run->whole, from, to - from);
    const bool *is_end = breaks_of_letters(&run->text->breaks, scratch, word);
    size_t *ends = arena_array(scratch, size_t, word.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < word.count; i++)
        if (is_end[i])
            ends[count++] = from + i + 1;
    ends[count++] = to;
    return (struct long_word){from, to, ends, count};
}

static bool is_fitting(const struct breaking *run, const struct long_word *word,
                       size_t letters)
{
    return line_width(run, word->from, word->ends[letters - 1]) <= run->max_width_px;
}

/* How many letters fit, at least one; by doubling and halving, so that nothing is measured that
 * is much longer than a line. */
static size_t count_fitting(const struct breaking *run, const struct long_word *word)
{
    size_t low = 1, high = 16;
    while (high < word->count && is_fitting(run, word, high)) {
        low = high;
        high *= 2;
    }
    high = high < word->count ? high : word->count;
    while (low < high) {
        const size_t middle = low + (high - low + 1) / 2;
        if (is_fitting(run, word, middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* A name such as "next_of_kin" breaks after one of its signs, where that leaves no short line. */
static size_t count_nicer(const struct breaking *run, const struct long_word *word,
                          size_t letters)
{
    for (size_t count = letters; count > letters / 2; count--)
        if (strchr("_-./:@&=?", run->whole.data[word->ends[count - 1] - 1]))
            return count;
    return letters;
}

/* No question mark alone on the last line. */
static size_t count_in_company(const struct long_word *word, size_t letters)
{
    const size_t left = word->count - letters;
    return left < PIECE_LETTERS && letters > 2 * PIECE_LETTERS
               ? letters - (PIECE_LETTERS - left)
               : letters;
}

/* All but the last piece of the word become lines; returns where the last piece begins. */
static size_t break_word(const struct breaking *run, size_t from, size_t to,
                         bool is_right)
{
    struct long_word word = long_word_of(run, from, to);
    run->out->is_broken = true;
    if (count_letters(run, from, to) < WORD_LETTERS)
        run->out->is_cut = true;
    for (;;) { /* what is left is not measured whole: it may be 2,000 letters */
        const size_t fitting = count_fitting(run, &word);
        if (fitting == word.count)
            break;
        const size_t count = count_in_company(&word, count_nicer(run, &word, fitting));
        add_line(run, word.from, word.ends[count - 1], is_right);
        word.from = word.ends[count - 1];
        word.ends += count;
        word.count -= count;
    }
    return word.from;
}

/* ---- lines of a paragraph ---- */

struct line {
    size_t from, word_from;
    int used_px, slack_px;
};

static bool is_word_over(const struct breaking *run, const struct line *line, size_t to,
                         int word_px)
{
    const int sum_px = line->used_px + word_px;
    if (run->is_by_words)
        return line->word_from > line->from;
    if (run->max_width_px <= 0 || line->word_from == line->from ||
        sum_px <= run->max_width_px - line->slack_px)
        return false;
    return sum_px > run->max_width_px + line->slack_px ||
           line_width(run, line->from, to) > run->max_width_px;
}

/* Words are added while they fit. The sum of word widths is only a guess at the width of the
 * line (each is rounded, and letters lean on each other across spaces), so what is near the
 * limit, by a pixel a word, is measured as a whole. */
static void take_word(const struct breaking *run, struct line *line, size_t to,
                      bool is_right)
{
    const int word_px = line_width(run, line->word_from, to);
    if (is_word_over(run, line, to, word_px)) {
        add_line(run, line->from, line->word_from, is_right);
        *line = (struct line){line->word_from, line->word_from, 0, SLACK_PX};
    }
    if (run->max_width_px > 0 && line->word_from == line->from &&
        word_px > run->max_width_px)
        line->from = line->word_from = break_word(run, line->from, to, is_right);
    line->slack_px++;
    line->used_px +=
        width_of(run->text, run->style,
                 span_cut(run->whole, line->word_from, to - line->word_from));
    line->word_from = to;
}

static void break_paragraph(const struct breaking *run, size_t from, size_t to,
                            const bool *breaks)
{
    const bool is_right = is_right_to_left(span_cut(run->whole, from, to - from));
    struct line line = {from, from, 0, SLACK_PX};
    for (size_t at = from; at < to; at++) {
        if (!breaks[at] && at + 1 < to)
            continue;
        take_word(run, &line, at + 1, is_right);
    }
    add_line(run, line.from, to, is_right);
}

static void break_all(const struct breaking *run)
{
    const struct span whole = run->whole;
    const bool *breaks = breaks_of_lines(&run->text->breaks, &run->text->scratch, whole);
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
        .is_by_words = max_width_px == TEXT_BY_WORDS,
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

static void text_set_language(void *context, struct span language)
{
    struct text *self = context;
    if (is_span(language, self->fonts.language))
        return;
    font_set_language(&self->fonts, language);
    memset(self->widths, 0, sizeof self->widths);
}

struct text_port text_port_of(struct text *text)
{
    return (struct text_port){
        .context = text,
        .wrap = text_wrap,
        .has_glyphs = text_has_glyphs,
        .caret_px = text_caret_px,
        .caret_at = text_caret_at,
        .set_language = text_set_language,
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
