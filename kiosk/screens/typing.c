#include "screens/typing.h"

#include "base/utf8.h"

#include <string.h>

struct span typing_span(const struct typing *typing)
{
    return (struct span){typing->text, typing->count};
}

void typing_set(struct typing *typing, struct span text)
{
    size_t count = text.count;
    if (count > TYPED_MAX_BYTES)
        count = utf8_before(text, TYPED_MAX_BYTES);
    wipe(typing->text, sizeof typing->text);
    if (count)
        memcpy(typing->text, text.data, count);
    typing->count = typing->caret = count;
    typing->is_shifted = count == 0;
    typing->layer = LAYER_LETTERS;
}

static bool is_typeable(uint32_t code)
{
    return code == '\n' || (code >= 0x20 && code != 0x7f &&
                            !(code >= 0x80 && code < 0xa0) && code != 0xFFFD);
}

int typing_put(struct typing *typing, uint32_t code, size_t limit)
{
    char bytes[4];
    if (!is_typeable(code))
        return 0;
    const size_t size = utf8_put(code, bytes);
    const size_t codes = utf8_count(typing_span(typing));
    if (codes >= (limit ? limit : TYPED_MAX_CODES) ||
        typing->count + size > TYPED_MAX_BYTES)
        return 0;
    char *at = typing->text + typing->caret;
    memmove(at + size, at, typing->count - typing->caret);
    memcpy(at, bytes, size);
    typing->count += size;
    typing->caret += size;
    typing->is_shifted = false;
    return 1;
}

int typing_add(struct typing *typing, struct span text, size_t limit)
{
    size_t at = 0;
    uint32_t code;
    bool is_changed = false;
    while (utf8_next(text, &at, &code)) {
        if (code == '\b')
            is_changed |= typing_erase(typing);
        else if (code == 0x17)
            is_changed |= typing_erase_word(typing);
        else
            is_changed |= typing_put(typing, code, limit);
    }
    return is_changed;
}

/* Takes the bytes from `from` up to the caret away. */
static int cut_before_caret(struct typing *typing, size_t from)
{
    if (from == typing->caret)
        return 0;
    const size_t rest = typing->count - typing->caret;
    memmove(typing->text + from, typing->text + typing->caret, rest);
    wipe(typing->text + from + rest, typing->caret - from);
    typing->count = from + rest;
    typing->caret = from;
    return 1;
}

int typing_erase(struct typing *typing)
{
    return cut_before_caret(typing, utf8_before(typing_span(typing), typing->caret));
}

static bool is_blank_before(const struct typing *typing, size_t at)
{
    return typing->text[at - 1] == ' ' || typing->text[at - 1] == '\n';
}

int typing_erase_word(struct typing *typing)
{
    size_t from = typing->caret;
    while (from > 0 && is_blank_before(typing, from))
        from--;
    while (from > 0 && !is_blank_before(typing, from))
        from--;
    return cut_before_caret(typing, from);
}

void typing_move(struct typing *typing, int direction)
{
    const struct span text = typing_span(typing);
    uint32_t code;
    if (direction < 0)
        typing->caret = utf8_before(text, typing->caret);
    else
        utf8_next(text, &typing->caret, &code);
}
