/* Editing against a model that knows no bytes: a list of letters, a caret and an anchor. */
#include "view/edit/edit.h"
#include "base/text/grapheme.h"

#include "base/utf8.h"
#include "law.h"

#include <string.h>

enum { ROOM = 600, LIMIT = 60, LETTERS = 200, ACTS = 120 };

enum class { WORD, BLANK, SIGN };

/* Letters that do not join each other, and what each is. */
static const struct letter {
    const char *text;
    size_t codes;
    enum class is;
} letters[] = {
    {"a", 1, WORD},        {"b", 1, WORD},
    {"7", 1, WORD},        {"'", 1, WORD},
    {"é", 1, WORD},        {"ش", 1, WORD},
    {"e\u0301", 2, WORD},  {"नि", 2, WORD},
    {" ", 1, BLANK},       {" ", 1, BLANK},
    {"\n", 1, BLANK},      {".", 1, SIGN},
    {"👍🏽", 2, SIGN}, {"👩‍👩‍👧", 5, SIGN},
    {"🇩🇪", 2, SIGN},
};
enum { LETTER_KINDS = sizeof letters / sizeof *letters };

struct model {
    const struct letter *all[LETTERS];
    size_t count, caret, anchor;
};

static size_t low(const struct model *model)
{
    return model->caret < model->anchor ? model->caret : model->anchor;
}

static size_t high(const struct model *model)
{
    return model->caret < model->anchor ? model->anchor : model->caret;
}

static size_t codes(const struct model *model)
{
    size_t count = 0;
    for (size_t i = 0; i < model->count; i++)
        count += model->all[i]->codes;
    return count;
}

static void cut(struct model *model, size_t from, size_t to)
{
    for (size_t i = to; i < model->count; i++)
        model->all[i - (to - from)] = model->all[i];
    model->count -= to - from;
    model->caret = model->anchor = from;
}

static void put(struct model *model, const struct letter *letter)
{
    cut(model, low(model), high(model));
    for (size_t i = model->count; i > model->caret; i--)
        model->all[i] = model->all[i - 1];
    model->all[model->caret++] = letter;
    model->anchor = model->caret;
    model->count++;
}

static size_t back(const struct model *model, size_t at, enum class kind, bool wanted)
{
    while (at > 0 && (model->all[at - 1]->is == kind) == wanted)
        at--;
    return at;
}

static size_t on(const struct model *model, size_t at, enum class kind, bool wanted)
{
    while (at < model->count && (model->all[at]->is == kind) == wanted)
        at++;
    return at;
}

static void model_erase(struct model *model, enum edit_kind kind)
{
    const size_t at = model->caret;
    if (model->caret != model->anchor)
        cut(model, low(model), high(model));
    else if (kind == EDIT_ERASE && at > 0)
        cut(model, at - 1, at);
    else if (kind == EDIT_ERASE_WORD)
        cut(model, back(model, back(model, at, BLANK, 1), BLANK, 0), at);
    else if (kind == EDIT_ERASE_NEXT && at < model->count)
        cut(model, at, at + 1);
    else if (kind == EDIT_ERASE_NEXT_WORD)
        cut(model, at, on(model, on(model, at, BLANK, 1), BLANK, 0));
}

static size_t model_target(const struct model *model, enum edit_kind kind, bool is_plain)
{
    const size_t at = model->caret;
    const bool is_leaving = is_plain && model->caret != model->anchor;
    if (kind == EDIT_BACK)
        return is_leaving ? low(model) : at > 0 ? at - 1 : 0;
    if (kind == EDIT_ON)
        return is_leaving ? high(model) : at < model->count ? at + 1 : at;
    if (kind == EDIT_BACK_WORD)
        return back(model, back(model, at, WORD, 0), WORD, 1);
    if (kind == EDIT_ON_WORD)
        return on(model, on(model, at, WORD, 0), WORD, 1);
    return kind == EDIT_FIRST ? 0 : model->count;
}

static void model_select_word(struct model *model, size_t at)
{
    if (at == model->count && at > 0)
        at--;
    const bool is_word = at < model->count && model->all[at]->is == WORD;
    model->anchor = back(model, at, WORD, is_word);
    model->caret = on(model, at, WORD, is_word);
}

static void model_apply(struct model *model, const struct edit_act *act, size_t place)
{
    if (act->kind <= EDIT_ERASE_NEXT_WORD) {
        model_erase(model, act->kind);
        return;
    }
    if (act->kind == EDIT_WORD) {
        model_select_word(model, place);
        return;
    }
    const bool is_all = act->kind == EDIT_ALL;
    model->caret = act->kind == EDIT_PLACE ? place
                   : is_all                ? model->count
                            : model_target(model, act->kind, !act->is_selecting);
    if (is_all)
        model->anchor = 0;
    else if (!act->is_selecting)
        model->anchor = model->caret;
}

/* The byte of letter `at`, and the whole text. */
static size_t byte_of(const struct model *model, size_t at)
{
    size_t bytes = 0;
    for (size_t i = 0; i < at; i++)
        bytes += strlen(model->all[i]->text);
    return bytes;
}

static bool is_alike(const struct edit_text *text, const struct model *model)
{
    size_t at = 0;
    for (size_t i = 0; i < model->count; i++) {
        const size_t count = strlen(model->all[i]->text);
        if (at + count > text->count ||
            memcmp(text->bytes + at, model->all[i]->text, count) != 0)
            return false;
        at += count;
    }
    return at == text->count && byte_of(model, model->caret) == text->caret &&
           byte_of(model, model->anchor) == text->anchor;
}

/* A byte inside of letter `at` means that letter. */
static size_t some_byte_of(const struct model *model, size_t at)
{
    const size_t inside = at < model->count ? strlen(model->all[at]->text) : 1000;
    return byte_of(model, at) + (size_t)chance_below(&chance, inside);
}

static int editing_is_as_in_a_list_of_letters(void)
{
    char bytes[ROOM] = {0};
    struct edit_text text = {.bytes = bytes, .room_bytes = ROOM, .limit_codes = LETTERS};
    struct model model = {0};
    for (int i = 0; i < ACTS; i++) {
        struct edit_act act = {.kind =
                                   (enum edit_kind)chance_below(&chance, EDIT_KIND_COUNT),
                               .is_selecting = chance_below(&chance, 3) == 0};
        const size_t place = (size_t)chance_below(&chance, model.count + 1);
        if (act.kind == EDIT_WRITE || chance_below(&chance, 2)) {
            const struct letter *letter = &letters[chance_below(&chance, LETTER_KINDS)];
            if (model.count + 1 >= LETTERS || codes(&model) + letter->codes > LETTERS)
                continue;
            act = (struct edit_act){.kind = EDIT_WRITE, .text = span_of(letter->text)};
            if (text.count + act.text.count > ROOM)
                continue;
            put(&model, letter);
        } else {
            act.place = some_byte_of(&model, place);
            model_apply(&model, &act, place);
        }
        edit_apply(&text, &act);
        if (!is_alike(&text, &model))
            return 0;
    }
    return 1;
}

static struct span span_in(const struct edit_text *text)
{
    return (struct span){text->bytes, text->count};
}

static bool is_boundary(const struct edit_text *text, size_t at)
{
    return at <= text->count && grapheme_near(span_in(text), at) == at;
}

static size_t some_text(char bytes[64])
{
    size_t count = 0;
    for (size_t left = chance_below(&chance, 12); left > 0; left--) {
        static const uint32_t joining[] = {0x301,   0x200D,  0xFE0F, 0x1F1E9,
                                           0x1F3FD, 0x1F469, '\n',   ' ',
                                           0x7F,    0x1100,  0x1161, 0x93F};
        uint32_t code = joining[chance_below(&chance, sizeof joining / sizeof *joining)];
        if (chance_below(&chance, 3) == 0)
            code = (uint32_t)chance_below(&chance, 0xD800);
        if (chance_below(&chance, 9) == 0)
            bytes[count++] = (char)chance_below(&chance, 256);
        else
            count += utf8_put(code, bytes + count);
    }
    return count;
}

/* Whatever is sent, letters that join across the caret included. */
static int a_text_never_breaks(void)
{
    char bytes[ROOM] = {0};
    struct edit_text text = {.bytes = bytes, .room_bytes = 90, .limit_codes = LIMIT};
    for (int i = 0; i < ACTS; i++) {
        char sent[64];
        const size_t count = some_text(sent);
        const struct edit_act act = {
            .kind = chance_below(&chance, 2)
                        ? EDIT_WRITE
                        : (enum edit_kind)chance_below(&chance, EDIT_KIND_COUNT),
            .is_selecting = chance_below(&chance, 2) == 0,
            .place = (size_t)chance_below(&chance, 200),
            .text = {sent, count}};
        edit_apply(&text, &act);
        if (text.count > 90 || utf8_wrong(span_in(&text)) != text.count ||
            utf8_count(span_in(&text)) > LIMIT || !is_boundary(&text, text.caret) ||
            !is_boundary(&text, text.anchor))
            return 0;
        for (size_t at = text.count; at < ROOM; at++)
            if (bytes[at]) /* what was taken away is wiped */
                return 0;
    }
    return 1;
}

/* On and back by letters visits the same places. */
static int letters_are_the_same_from_both_ends(void)
{
    char bytes[64];
    size_t places[64], count = 0;
    struct edit_text text = {
        .bytes = (char[ROOM]){0}, .room_bytes = ROOM, .limit_codes = ROOM};
    const size_t size = some_text(bytes);
    edit_apply(&text, &(struct edit_act){.text = {bytes, size}});
    const struct span all = span_in(&text);
    for (size_t at = 0; at < all.count; at = grapheme_next(all, at))
        places[count++] = at;
    for (size_t at = all.count; at > 0 && count > 0;) {
        at = grapheme_before(all, at);
        if (at != places[--count])
            return 0;
    }
    return count == 0;
}

int main(void)
{
    struct law laws[] = {
        {"editing is as in a list of letters", editing_is_as_in_a_list_of_letters, 3000},
        {"a text never breaks", a_text_never_breaks, 3000},
        {"letters are the same from both ends", letters_are_the_same_from_both_ends,
         20000},
    };
    return laws_try(laws, sizeof laws / sizeof *laws);
}
