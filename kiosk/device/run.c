#include "device/run.h"

#include "base/utf8.h"
#include "device/script.h"

#include <fribidi/fribidi.h>
#include <string.h>

/* The letters of a text with all that decides where a run ends. */
struct letters {
    uint32_t *codes;
    size_t *at;
    FriBidiLevel *levels;
    size_t count;
    bool has_right_to_left;
};

static struct letters letters_of(struct arena *arena, struct span text)
{
    struct letters letters = {
        .codes = arena_array(arena, uint32_t, text.count + 1),
        .at = arena_array(arena, size_t, text.count + 1),
        .levels = arena_array(arena, FriBidiLevel, text.count + 1),
    };
    size_t at = 0;
    for (;;) {
        letters.at[letters.count] = at;
        if (!utf8_next(text, &at, &letters.codes[letters.count]))
            break;
        if (is_script_right_to_left(letters.codes[letters.count]))
            letters.has_right_to_left = true;
        letters.count++;
    }
    return letters;
}

static FriBidiParType par_type(enum run_base base)
{
    switch (base) {
    case RUN_BASE_AUTO:
        return FRIBIDI_PAR_ON;
    case RUN_BASE_LEFT:
        return FRIBIDI_PAR_LTR;
    case RUN_BASE_RIGHT:
        return FRIBIDI_PAR_RTL;
    }
    return FRIBIDI_PAR_ON;
}

/* Most texts have no letter from the right: then all levels are 0 and fribidi is not asked. */
static int set_levels(struct arena *arena, struct letters *letters, enum run_base base)
{
    if (!letters->has_right_to_left && base != RUN_BASE_RIGHT)
        return 0;
    const FriBidiStrIndex count = (FriBidiStrIndex)letters->count;
    FriBidiCharType *types = arena_array(arena, FriBidiCharType, letters->count + 1);
    FriBidiBracketType *brackets =
        arena_array(arena, FriBidiBracketType, letters->count + 1);
    FriBidiParType direction = par_type(base);
    fribidi_get_bidi_types(letters->codes, count, types);
    fribidi_get_bracket_types(letters->codes, count, types, brackets);
    if (fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction,
                                            letters->levels) == 0)
        memset(letters->levels, 0, letters->count);
    return FRIBIDI_IS_RTL(direction) != 0;
}

static bool is_same_script(const char *a, const char *b)
{
    return !a || !b || strcmp(a, b) == 0;
}

/* Which fonts the letters before have: of the line, that is of the last letter of a script, and of
 * the letter just before. */
struct last {
    int line, letter;
};

/* A letter of a script takes the first font that has it. What all scripts share goes with the
 * line, so that a full stop looks like its sentence, and after a sign that only another font
 * has, the line goes on in its own. A mark stays with the letter it stands on. */
static int family_of(struct font_set *fonts, enum font_weight weight, int cap_px,
                     uint32_t code, struct last last)
{
    const bool is_mark = fribidi_get_bidi_type(code) == FRIBIDI_TYPE_NSM;
    if (is_mark)
        return font_pick(fonts, weight, cap_px, code, last.letter);
    return font_pick(fonts, weight, cap_px, code, script_of(code) ? -1 : last.line);
}

int run_split(struct arena *arena, struct font_set *fonts, enum font_weight weight,
              int cap_px, struct span text, enum run_base base, struct run_list *out_list)
{
    struct letters letters = letters_of(arena, text);
    const bool is_right = set_levels(arena, &letters, base);
    struct run_list list = {.runs = arena_array(arena, struct run, letters.count + 1)};
    struct last last = {-1, -1};
    struct run *run = NULL;
    for (size_t i = 0; i < letters.count; i++) {
        const char *script = script_of(letters.codes[i]);
        const int family = family_of(fonts, weight, cap_px, letters.codes[i], last);
        if (!run || letters.levels[i] != run->level || family != run->family ||
            !is_same_script(run->script, script)) {
            run = &list.runs[list.count++];
            *run = (struct run){
                .from = letters.at[i], .level = letters.levels[i], .family = family};
        }
        run->script = run->script ? run->script : script;
        run->count = letters.at[i + 1] - run->from;
        last.letter = family;
        last.line = script && family >= 0 ? family : last.line;
    }
    *out_list = list;
    return is_right;
}

static void reverse(struct run *runs, size_t from, size_t to)
{
    while (from + 1 < to) {
        const struct run kept = runs[from];
        runs[from++] = runs[--to];
        runs[to] = kept;
    }
}

void run_order(struct run_list *list)
{
    int highest = 0;
    for (size_t i = 0; i < list->count; i++)
        highest = list->runs[i].level > highest ? list->runs[i].level : highest;
    for (int level = highest; level > 0; level--) {
        size_t from = 0;
        while (from < list->count) {
            size_t to = from;
            while (to < list->count && list->runs[to].level >= level)
                to++;
            reverse(list->runs, from, to);
            from = to + 1;
        }
    }
}
