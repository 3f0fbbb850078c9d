#include "screens/typing.h"

#include "base/utf8.h"

#include <string.h>

struct span typing_span(const struct typing *typing)
{
    return (struct span){typing->text, typing->count};
}

/* ---- capitals ---- */

static bool is_sentence_end(char byte)
{
    return byte == '.' || byte == '!' || byte == '?';
}

/* At the beginning, on a new line, and behind a full stop and a blank. */
static bool is_sentence_start(const struct typing *typing)
{
    size_t at = typing->caret;
    while (at > 0 && typing->text[at - 1] == ' ')
        at--;
    if (at == 0 || typing->text[at - 1] == '\n')
        return true;
    return at < typing->caret && is_sentence_end(typing->text[at - 1]);
}

static void set_case(struct typing *typing)
{
    if (typing->letter_case != CASE_CAPITALS)
        typing->letter_case = is_sentence_start(typing) ? CASE_CAPITAL : CASE_SMALL;
}

void typing_shift(struct typing *typing, bool is_again)
{
    if (is_again && typing->letter_case != CASE_CAPITALS)
        typing->letter_case = CASE_CAPITALS;
    else
        typing->letter_case =
            typing->letter_case == CASE_SMALL ? CASE_CAPITAL : CASE_SMALL;
}

void typing_show(struct typing *typing, int32_t layer)
{
    if (layer >= 0 && layer < LAYER_COUNT)
        typing->layer = (enum typing_layer)layer;
}

/* ---- the text ---- */

void typing_set(struct typing *typing, struct span text)
{
    size_t count = text.count;
    if (count > TYPED_MAX_BYTES)
        count = utf8_before(text, TYPED_MAX_BYTES);
    wipe(typing->text, sizeof typing->text);
    if (count)
        memcpy(typing->text, text.data, count);
    typing->count = typing->caret = typing->anchor = count;
    typing->letter_case = CASE_SMALL;
    typing->layer = LAYER_LETTERS;
    set_case(typing);
}

bool typing_edit(struct typing *typing, const struct edit_act *act, size_t limit)
{
    struct edit_text text = {.bytes = typing->text,
                             .room_bytes = TYPED_MAX_BYTES,
                             .limit_codes = limit ? limit : TYPED_MAX_CODES,
                             .count = typing->count,
                             .caret = typing->caret,
                             .anchor = typing->anchor};
    const bool is_changed = edit_apply(&text, act);
    typing->count = text.count;
    typing->caret = text.caret;
    typing->anchor = text.anchor;
    set_case(typing);
    return is_changed;
}

bool typing_write(struct typing *typing, struct span text, size_t limit)
{
    return typing_edit(typing, &(struct edit_act){.kind = EDIT_WRITE, .text = text},
                       limit);
}

bool typing_do(struct typing *typing, enum edit_kind kind)
{
    return typing_edit(typing, &(struct edit_act){.kind = kind}, 0);
}

bool typing_key(struct typing *typing, uint32_t code, size_t limit)
{
    char bytes[4];
    const size_t size = utf8_put(code, bytes);
    if (typing->layer == LAYER_ACCENTS || code == ' ')
        typing->layer = LAYER_LETTERS;
    return typing_write(typing, (struct span){bytes, size}, limit);
}
