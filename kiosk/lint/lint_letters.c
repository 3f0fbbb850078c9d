#include "lint/lint_letters.h"

#include "base/utf8.h"
#include "lint/lint_fold.h"

#include <string.h>

enum { WORD_LETTERS_MIN = 3, LOOK_ALIKE_LETTERS_MIN = 2, RUN_MIN = 3, SIGN_RUN_MIN = 5 };

/* ---- characters that nobody sees ---- */

/* Turned text is read in another order than it is shown. */
static bool is_turning(uint32_t code)
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/* Arabic, Hebrew, the scripts of India and others join and part letters, East Asia and picture
 * signs choose a shape. */
static bool is_joining(uint32_t code)
{
    return (code >= 0x590 && code <= 0x1cff) || (code >= 0x2190 && code <= 0xfdff) ||
           (code >= 0xfe70 && code <= 0xfeff) || (code >= 0x1f000 && code <= 0x3ffff);
}

/* The character that is seen after byte `at`; 0: none. */
static uint32_t seen_after(struct span text, size_t at)
{
    uint32_t code;
    while (utf8_next(text, &at, &code))
        if (!is_lint_fold_hidden(code))
            return code;
    return 0;
}

bool has_lint_letters_hidden(struct span text, uint32_t *out_code)
{
    uint32_t code, before = 0;
    for (size_t at = 0; utf8_next(text, &at, &code);) {
        if (!is_lint_fold_hidden(code)) {
            before = code;
            continue;
        }
        *out_code = code;
        if (is_turning(code) ||
            (!is_joining(before) && !is_joining(seen_after(text, at))))
            return true;
    }
    return false;
}

/* ---- words of several scripts ---- */

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_LOOK_ALIKE, SCRIPT_SIGN, SCRIPT_OTHER };

/* Letters of Greek, Cyrillic, Armenian and Cherokee that look like Latin ones (Unicode Technical
 * Standard 39, confusables). */
static bool is_look_alike(uint32_t code)
{
    static const char look_alikes[] = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχϲϳ"
                                      "АВЕЅІЈКМНОРСТУХѴҮԌԚԜаеорсухѕіјһӏԁԍԛԝѵүգհոսօցԼՏՍՕ"
                                      "ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃ";
    uint32_t other;
    for (size_t at = 0; utf8_next(span_of(look_alikes), &at, &other);)
        if (other == code)
            return true;
    return false;
}

/* Latin letters that no word of a language is written with here: phonetic, small capitals. */
static bool is_phonetic(uint32_t code)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0x250, 0x2af},   {0x1d00, 0x1dbf}, {0x2071, 0x2071}, {0x207f, 0x207f},
                  {0x2090, 0x209c}, {0x2c60, 0x2c7f}, {0xa720, 0xa7ff}, {0xab30, 0xab6f}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code >= ranges[i].first && code <= ranges[i].last)
            return true;
    return code >= 0x180 && code <= 0x24f && !lint_fold_base(code);
}

static bool is_other_script(uint32_t code)
{
    return (code >= 0x370 && code <= 0x1cff) || (code >= 0x1f00 && code <= 0x1fff) ||
           (code >= 0x2c80 && code <= 0x2dff) || (code >= 0x3040 && code <= 0xd7ff) ||
           (code >= 0xf900 && code <= 0xfdff) || (code >= 0x10000 && code <= 0x1cfff);
}

static enum script script_of(uint32_t code)
{
    if ((code | 0x20) >= 'a' && (code | 0x20) <= 'z')
        return SCRIPT_LATIN;
    if (code < 0xc0)
        return SCRIPT_NONE;
    if (code >= 0x370 && is_look_alike(code))
        return SCRIPT_LOOK_ALIKE;
    if (is_phonetic(code))
        return SCRIPT_SIGN;
    if (lint_fold_base(code))
        return SCRIPT_LATIN;
    return is_other_script(code) && code != 0x37e ? SCRIPT_OTHER : SCRIPT_NONE;
}

/* One word while its letters are counted. */
struct word {
    size_t start, letters[SCRIPT_OTHER + 1];
};

static bool is_mixed(const struct word *word)
{
    const size_t latin = word->letters[SCRIPT_LATIN], signs = word->letters[SCRIPT_SIGN],
                 alike = word->letters[SCRIPT_LOOK_ALIKE],
                 other = word->letters[SCRIPT_OTHER], all = latin + signs + alike + other;
    return (all >= WORD_LETTERS_MIN && (signs || (latin && latin < all))) ||
           (all >= LOOK_ALIKE_LETTERS_MIN && alike == all);
}

static bool is_word_code(uint32_t code)
{
    return script_of(code) != SCRIPT_NONE || (code >= '0' && code <= '9') ||
           is_lint_fold_mark(code) || is_lint_fold_hidden(code);
}

bool has_lint_letters_mixed(struct span text, struct span *out_word)
{
    struct word word = {0};
    bool is_more = true;
    for (size_t at = 0; is_more;) {
        const size_t before = at;
        uint32_t code;
        is_more = utf8_next(text, &at, &code);
        if (is_more && is_word_code(code)) {
            const enum script script = script_of(code);
            word.letters[script] += script != SCRIPT_NONE;
            continue;
        }
        *out_word = span_cut(text, word.start, before - word.start);
        if (is_mixed(&word))
            return true;
        word = (struct word){.start = at};
    }
    return false;
}

/* ---- words in single letters ---- */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (unsigned char)byte >= 0x80;
}

static bool is_word_byte(char byte)
{
    return is_letter(byte) || (byte >= '0' && byte <= '9');
}

static size_t skip_signs(struct span text, size_t at)
{
    while (at < text.count && !is_word_byte(text.data[at]))
        at++;
    return at;
}

/* A letter of ASCII that stands alone. */
static bool is_single(struct span text, size_t at)
{
    return at < text.count && is_letter(text.data[at]) &&
           (unsigned char)text.data[at] < 0x80 &&
           (!at || !is_word_byte(text.data[at - 1])) &&
           (at + 1 == text.count || !is_word_byte(text.data[at + 1]));
}

/* Single letters with the same between each two. */
struct run {
    size_t start, end, letters, capitals, in_order;
    struct span between;
};

/* All blanks are one. */
static bool is_same_between(struct span a, struct span b)
{
    return is_span_equal(a, b) || (!span_trim(a).count && !span_trim(b).count);
}

static struct run run_read(struct span text, size_t start)
{
    struct run run = {.start = start, .end = start + 1, .letters = 1};
    run.capitals = text.data[start] <= 'Z';
    for (;;) {
        const size_t next = skip_signs(text, run.end);
        const struct span between = span_cut(text, run.end, next - run.end);
        if (!is_single(text, next) ||
            (run.letters > 1 && !is_same_between(between, run.between)))
            return run;
        run.between = between;
        run.in_order += (text.data[next] | 0x20) == (text.data[run.end - 1] | 0x20) + 1;
        run.capitals += text.data[next] <= 'Z';
        run.letters++;
        run.end = next + 1;
    }
}

static bool is_spaced(const struct run *run)
{
    if (run->letters < RUN_MIN || run->in_order + 1 == run->letters)
        return false;
    const bool is_short_form =
        run->capitals == run->letters && run->between.data[0] == '.';
    return !span_trim(run->between).count ||
           (run->letters >= SIGN_RUN_MIN && !is_short_form);
}

bool has_lint_letters_spaced(struct span text, struct span *out_run)
{
    size_t at = 0;
    while (at < text.count) {
        if (!is_single(text, at)) {
            at++;
            continue;
        }
        const struct run run = run_read(text, at);
        *out_run = span_cut(text, run.start, run.end - run.start);
        if (is_spaced(&run))
            return true;
        at = run.end;
    }
    return false;
}
