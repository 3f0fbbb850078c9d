#include "device/text/wrap.h"

#include "base/text/grapheme.h"
#include "base/utf8.h"
#include "device/script.h"

#include <math.h>
#include <string.h>

enum {
    WORD_LETTERS = 20, /* a word of fewer is one that its place must hold in one line */
    PIECE_LETTERS = 4, /* of a broken word, at least, if it can be */
    SLACK_PX = 4,
};

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
    struct measure_style style;
    struct span whole;
    int max_width_px; /* 0: none */
    bool is_by_words;
    struct text_lines *out;
    size_t capacity;
};

static int line_width(const struct breaking *run, size_t from, size_t to)
{
    return measure_width(
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
    const struct span word = span_cut(run->whole, from, to - from);
    size_t *ends = arena_array(&run->text->scratch, size_t, word.count + 1);
    size_t count = 0;
    for (size_t at = 0; at < word.count;) {
        at = grapheme_next(word, at);
        ends[count++] = from + at;
    }
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
    if (word.count < WORD_LETTERS)
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
        measure_width(run->text, run->style,
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

void wrap_text(struct text *self, struct arena *arena, enum text_style style,
               int cap_height_px, struct span text, int max_width_px,
               struct text_lines *out_lines)
{
    const struct arena_mark mark = arena_mark(&self->scratch);
    struct text_lines lines = {0};
    struct breaking run = {
        .text = self,
        .style = {.weight = measure_weight(style), .cap_px = cap_height_px},
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
