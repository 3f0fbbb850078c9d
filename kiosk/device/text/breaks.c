#include "device/text/breaks.h"

#include "base/utf8.h"

#include <dlfcn.h>
#include <linebreak.h>

enum { END_MARK = 0xFFFF, REPLACEMENT = 0xFFFD };

/* The names of ICU's functions and file carry the version of its headers. */
#define AS_IT_IS(name) #name
#define NAME(name) AS_IT_IS(name)
#define ICU_FILE "libicuuc.so." U_ICU_VERSION_SHORT

/* A text letter by letter, each with its last byte. */
struct letters {
    utf32_t *codes;
    size_t *ends;
    size_t count;
};

void breaks_open(struct breaks *breaks)
{
    *breaks = (struct breaks){0};
    init_linebreak();
}

/* The library stays: ICU keeps its dictionaries for the next one, and would lose them. */
void breaks_close(struct breaks *breaks)
{
    if (breaks->lines)
        breaks->close(breaks->lines);
    *breaks = (struct breaks){0};
}

static struct letters letters_of(struct arena *arena, struct span text)
{
    struct letters letters = {
        .codes = arena_array(arena, utf32_t, text.count + 1),
        .ends = arena_array(arena, size_t, text.count + 1),
    };
    for (size_t at = 0; utf8_next(text, &at, &letters.codes[letters.count]);)
        letters.ends[letters.count++] = at - 1;
    return letters;
}

/* ---- ICU ---- */

static bool icu_find(struct breaks *breaks)
{
    breaks->open = (__typeof__(breaks->open))dlsym(breaks->library, NAME(ubrk_open));
    breaks->close = (__typeof__(breaks->close))dlsym(breaks->library, NAME(ubrk_close));
    breaks->set_text =
        (__typeof__(breaks->set_text))dlsym(breaks->library, NAME(ubrk_setText));
    breaks->next = (__typeof__(breaks->next))dlsym(breaks->library, NAME(ubrk_next));
    return breaks->open && breaks->close && breaks->set_text && breaks->next;
}

static bool icu_load(struct breaks *breaks)
{
    UErrorCode wrong = U_ZERO_ERROR;
    if (breaks->library || breaks->is_missing)
        return !breaks->is_missing;
    breaks->library = dlopen(ICU_FILE, RTLD_NOW | RTLD_LOCAL);
    breaks->is_missing = !breaks->library || !icu_find(breaks);
    if (breaks->is_missing)
        return false;
    breaks->lines = breaks->open(UBRK_LINE, "", NULL, 0, &wrong);
    breaks->is_missing = U_FAILURE(wrong);
    return !breaks->is_missing;
}

/* What ICU says of `count` letters from `from`: for the byte at which each ends. */
static void icu_ask(struct breaks *breaks, struct arena *arena,
                    const struct letters *letters, size_t from, size_t count,
                    bool *out_breaks)
{
    UErrorCode wrong = U_ZERO_ERROR;
    UChar *units = arena_array(arena, UChar, 2 * count + 1);
    size_t *letter_of = arena_array(arena, size_t, 2 * count + 1);
    int32_t unit_count = 0;
    for (size_t i = from; i < from + count; i++) {
        U16_APPEND_UNSAFE(units, unit_count, letters->codes[i]);
        letter_of[unit_count] = i;
    }
    breaks->set_text(breaks->lines, units, unit_count, &wrong);
    for (int32_t at = breaks->next(breaks->lines);
         U_SUCCESS(wrong) && at != UBRK_DONE && at < unit_count;
         at = breaks->next(breaks->lines))
        out_breaks[letters->ends[letter_of[at]]] = true;
}

/* ---- all texts ---- */

/* The writing systems whose words only a dictionary tells apart (line breaking class SA). */
static const struct {
    utf32_t first, last;
} without_blanks[] = {
    {0x0E01, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x1950, 0x19DF},
    {0x1A20, 0x1AAF}, {0xA9E0, 0xA9FF}, {0xAA60, 0xAADF},
};

static bool is_without_blanks(utf32_t code)
{
    for (size_t i = 0; i < sizeof without_blanks / sizeof *without_blanks; i++)
        if (code >= without_blanks[i].first && code <= without_blanks[i].last)
            return true;
    return false;
}

static void break_at_words(struct breaks *breaks, struct arena *arena,
                           const struct letters *letters, bool *out_breaks)
{
    for (size_t from = 0, to = 0; from < letters->count; from = to + 1) {
        for (to = from; to < letters->count && is_without_blanks(letters->codes[to]);)
            to++;
        if (to > from + 1 && icu_load(breaks))
            icu_ask(breaks, arena, letters, from, to - from, out_breaks);
    }
}

/* The library is given code points: bytes that are not UTF-8 would end the program there, and so
 * would U+FFFF, its own end mark. */
const bool *breaks_of_lines(struct breaks *breaks, struct arena *arena, struct span text)
{
    const struct letters letters = letters_of(arena, text);
    char *by_letter = arena_alloc(arena, text.count + 1);
    bool *out_breaks = arena_array(arena, bool, text.count + 1);
    for (size_t i = 0; i < letters.count; i++)
        if (letters.codes[i] == END_MARK)
            letters.codes[i] = REPLACEMENT;
    set_linebreaks_utf32(letters.codes, letters.count, "", by_letter);
    for (size_t i = 0; i < letters.count; i++)
        out_breaks[letters.ends[i]] = by_letter[i] == LINEBREAK_ALLOWBREAK;
    break_at_words(breaks, arena, &letters, out_breaks);
    return out_breaks;
}
