#include "sitting/sitting_text.h"

#include "base/utf8.h"

#include <string.h>

size_t sitting_text_room(const struct item *item)
{
    if (item_kind_shape(item->kind) != SHAPE_TEXT)
        return 0;
    return item->words.length_max && item->words.length_max <= SITTING_TEXT_BYTES_MAX / 4
               ? item->words.length_max * 4
               : SITTING_TEXT_BYTES_MAX;
}

/* Other bytes would make the record unreadable, or larger than was promised. */
static bool is_kept(uint32_t code, size_t bytes)
{
    const bool is_wrong = code == 0xFFFD && bytes == 1;
    return !is_wrong && code != 0x7F && (code >= ' ' || code == '\n');
}

size_t sitting_text_fit(const struct item *item, struct span text, char *out_room)
{
    const size_t room = sitting_text_room(item);
    size_t end = 0, count = 0;
    uint32_t code;
    for (size_t from = 0, at = 0; utf8_next(text, &at, &code); from = at) {
        if (!is_kept(code, at - from))
            continue;
        if (at - from > room - end ||
            (item->words.length_max && count == item->words.length_max))
            break;
        if (out_room)
            memmove(out_room + end, text.data + from, at - from);
        end += at - from;
        count++;
    }
    return end;
}
