#include "lint/lint_fold.h"

#include "base/utf8.h"

#include <string.h>

enum { DIAERESIS = 0x308, REPLACED = 0xfffd };

struct range {
    uint32_t first, last;
};

/* `ranges` are in order. */
static bool is_within(const struct range *ranges, size_t count, uint32_t code)
{
    size_t i = 0;
    while (i < count && code > ranges[i].last)
        i++;
    return i < count && code >= ranges[i].first;
}

#define IS_WITHIN(ranges, code) is_within(ranges, sizeof(ranges) / sizeof *(ranges), code)

bool is_lint_fold_mark(uint32_t code)
{
    static const struct range marks[] = {
        {0x300, 0x36f},   {0x483, 0x489},   {0x1ab0, 0x1aff},
        {0x1dc0, 0x1dff}, {0x20d0, 0x20ff}, {0xfe20, 0xfe2f},
    };
    return code >= marks->first && IS_WITHIN(marks, code);
}

/* Control and format characters, fillers, selectors, private use (the Unicode Character Database:
 * Cc, Cf, Co and Default_Ignorable_Code_Point). */
bool is_lint_fold_hidden(uint32_t code)
{
    static const struct range hidden[] = {
        {0x01, 0x08},       {0x0b, 0x0c},       {0x0e, 0x1f},        {0x7f, 0x9f},
        {0xad, 0xad},       {0x34f, 0x34f},     {0x61c, 0x61c},      {0x115f, 0x1160},
        {0x17b4, 0x17b5},   {0x180b, 0x180f},   {0x200b, 0x200f},    {0x2028, 0x202e},
        {0x2060, 0x206f},   {0x2800, 0x2800},   {0x3164, 0x3164},    {0xe000, 0xf8ff},
        {0xfe00, 0xfe0f},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0},    {0xfff0, 0xfffb},
        {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0x10ffff},
    };
    return !(code >= ' ' && code < 0x7f) && IS_WITHIN(hidden, code);
}

/* ---- one letter ---- */

static const struct {
    uint32_t first;
    const char *bases;
} variants[] = {
#define LINT_BASE(first, bases) {first, bases},
#include "lint/lint_base.def"
#undef LINT_BASE
};

/* Alphabets that stand in Unicode once more, whole and in order. */
static const struct {
    uint32_t first, last;
    char base;
} alphabets[] = {
    {0x24b6, 0x24cf, 'a'},   {0x24d0, 0x24e9, 'a'},   {0x249c, 0x24b5, 'a'},
    {0xff21, 0xff3a, 'a'},   {0xff41, 0xff5a, 'a'},   {0x1f110, 0x1f129, 'a'},
    {0x1f130, 0x1f149, 'a'}, {0x1f150, 0x1f169, 'a'}, {0x1f170, 0x1f189, 'a'},
    {0x1d400, 0x1d6a3, 'a'}, /* thirteen times both cases */
};

char lint_fold_base(uint32_t code)
{
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
        if (code >= variants[i].first &&
            code < variants[i].first + strlen(variants[i].bases)) {
            const char base = variants[i].bases[code - variants[i].first];
            return base == '-' || base == ' ' ? 0 : base;
        }
    for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++)
        if (code >= alphabets[i].first && code <= alphabets[i].last)
            return (char)(alphabets[i].base + (int)((code - alphabets[i].first) % 26));
    return 0;
}

/* What a sign stands for in ASCII; 0: it is no sign. */
static char plain_sign(uint32_t code)
{
    static const struct {
        struct range codes;
        char sign;
    } signs[] = {
        {{0x2018, 0x201b}, '\''}, {{0x2bc, 0x2bc}, '\''},    {{0x2b9, 0x2b9}, '\''},
        {{0xb4, 0xb4}, '\''},     {{0x201c, 0x201f}, '"'},   {{0xab, 0xab}, '"'},
        {{0xbb, 0xbb}, '"'},      {{0x2039, 0x203a}, '"'},   {{0x300c, 0x300f}, '"'},
        {{0x2010, 0x2011}, '-'},  {{0x203c, 0x203c}, '!'},   {{0x203d, 0x203d}, '?'},
        {{0x2047, 0x2049}, '?'},  {{0x37e, 0x37e}, '?'},     {{0x61f, 0x61f}, '?'},
        {{0xfe56, 0xfe56}, '?'},  {{0x3002, 0x3002}, '.'},   {{0xa0, 0xa9}, ' '},
        {{0xac, 0xb1}, ' '},      {{0xb6, 0xb8}, ' '},       {{0xbc, 0xbf}, ' '},
        {{0xd7, 0xd7}, ' '},      {{0xf7, 0xf7}, ' '},       {{0x2000, 0x206f}, ' '},
        {{0x2100, 0x2bff}, ' '},  {{0x3000, 0x3020}, ' '},   {{0xfe10, 0xfe6f}, ' '},
        {{0xffe0, 0xffe6}, ' '},  {{0x1f000, 0x1faff}, ' '}, {{REPLACED, REPLACED}, ' '},
    };
    if (code >= 0xff01 && code <= 0xff5e) /* full-width ASCII */
        return (char)(code - 0xff01 + '!');
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (code >= signs[i].codes.first && code <= signs[i].codes.last)
            return signs[i].sign;
    return 0;
}

/* "u" and two dots above are one letter of German, as most programs write it. */
static uint32_t composed(uint32_t code, uint32_t mark)
{
    static const struct {
        char letter;
        uint32_t whole;
    } pairs[] = {{'a', 0xe4}, {'o', 0xf6}, {'u', 0xfc},
                 {'A', 0xc4}, {'O', 0xd6}, {'U', 0xdc}};
    for (size_t i = 0; mark == DIAERESIS && i < sizeof pairs / sizeof *pairs; i++)
        if (code == (uint32_t)pairs[i].letter)
            return pairs[i].whole;
    return code;
}

static bool is_kept(struct span kept, uint32_t code)
{
    uint32_t other;
    for (size_t at = 0; utf8_next(kept, &at, &other);)
        if (other == code)
            return true;
    return false;
}

static size_t put_folded(uint32_t code, struct span kept, char *out)
{
    if (code < 0x80 || is_kept(kept, code))
        return utf8_put(code, out);
    const char base = lint_fold_base(code), sign = base ? base : plain_sign(code);
    if (!sign)
        return utf8_put(code, out);
    *out = sign;
    return 1;
}

/* A letter of another script stays as it is. */
struct span lint_fold_letters(struct arena *arena, struct span text, struct span kept)
{
    char *out = arena_alloc(arena, text.count + 1);
    size_t count = 0, at = 0;
    uint32_t code, mark;
    while (utf8_next(text, &at, &code)) {
        if (is_lint_fold_hidden(code))
            continue;
        size_t next = at;
        while (utf8_next(text, &next, &mark) && is_lint_fold_mark(mark)) {
            const uint32_t whole = composed(code, mark);
            code = is_kept(kept, whole) ? whole : code;
            at = next;
        }
        count += is_lint_fold_mark(code) ? 0 : put_folded(code, kept, out + count);
    }
    return (struct span){out, count};
}

/* ---- signs for letters ---- */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* The letter that a digit or sign looks like; 0: none. */
static char looks_like(char byte)
{
    static const char signs[] = "013457@$!|", letters[] = "oieastasil";
    const char *place = byte ? strchr(signs, byte) : NULL;
    return place ? letters[place - signs] : '\0';
}

static char byte_at(struct span text, size_t at)
{
    return at < text.count ? text.data[at] : '\0';
}

/* "depre55ed", "s3x": beside a letter; signs that end a sentence only between two. */
static char read_sign(struct span text, size_t at)
{
    const char byte = text.data[at], letter = looks_like(byte);
    const bool is_after = at > 0 && is_letter(text.data[at - 1]),
               is_before = is_letter(byte_at(text, at + 1));
    const bool is_sign = byte == '!' || byte == '|' || byte == '@' || byte == '$';
    return letter && (is_sign ? is_after && is_before : is_after || is_before) ? letter
                                                                               : byte;
}

/* The end of single letters from `at` on with one sign between each two: "s.e.x", "s/e/x". */
static size_t run_end(struct span text, size_t at)
{
    const char sign = byte_at(text, at + 1);
    const bool is_start = !at || !is_letter(text.data[at - 1]);
    size_t end = at + 1;
    if (!is_start || !sign || !strchr("._*/+=~'\"|,:", sign))
        return at;
    while (byte_at(text, end) == sign && is_letter(byte_at(text, end + 1)) &&
           !is_letter(byte_at(text, end + 2)))
        end += 2;
    return end - at >= 5 ? end : at;
}

static struct span fold_signs(struct arena *arena, struct span text)
{
    char *out = arena_alloc(arena, text.count + 1);
    size_t count = 0, at = 0;
    while (at < text.count) {
        const size_t end = is_letter(text.data[at]) ? run_end(text, at) : at;
        if (end == at) {
            out[count++] = read_sign(text, at++);
            continue;
        }
        for (size_t i = at; i < end; i += 2)
            out[count++] = text.data[i];
        at = end;
    }
    return (struct span){out, count};
}

struct span lint_fold(struct arena *arena, struct span text, struct span kept)
{
    return fold_signs(arena, lint_fold_letters(arena, text, kept));
}
