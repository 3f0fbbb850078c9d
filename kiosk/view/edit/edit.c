#include "view/edit/edit.h"

#include "base/utf8.h"
#include "base/text/grapheme.h"
#include "view/event.h"

#include <string.h>

static struct span all_of(const struct edit_text *text)
{
    return (struct span){text->bytes, text->count};
}

struct edit_act edit_act_of(const struct event *event)
{
    const int32_t kind = event->b & ~EDIT_SELECTING;
    if (kind < 0 || kind >= EDIT_KIND_COUNT || event->a < 0)
        return (struct edit_act){.kind = EDIT_WRITE};
    return (struct edit_act){.kind = (enum edit_kind)kind,
                             .is_selecting = (event->b & EDIT_SELECTING) != 0,
                             .place = (size_t)event->a,
                             .text = event->text};
}

static void go(struct edit_text *text, size_t at, bool is_selecting)
{
    text->caret = at;
    if (!is_selecting)
        text->anchor = at;
}

/* Takes the bytes between `from` and `to` away; the caret stands there. */
static bool cut(struct edit_text *text, size_t from, size_t to)
{
    go(text, from, 0);
    if (from == to)
        return false;
    memmove(text->bytes + from, text->bytes + to, text->count - to);
    wipe(text->bytes + text->count - (to - from), to - from);
    text->count -= to - from;
    return true;
}

static size_t low_end(const struct edit_text *text)
{
    return text->caret < text->anchor ? text->caret : text->anchor;
}

static size_t high_end(const struct edit_text *text)
{
    return text->caret < text->anchor ? text->anchor : text->caret;
}

/* ---- words ---- */

/* From `at` backwards as long as `is_so` says of the letter before. */
static size_t back_while(struct span text, size_t at, bool (*is_so)(struct span, size_t),
                         bool wanted)
{
    while (at > 0 && is_so(text, grapheme_before(text, at)) == wanted)
        at = grapheme_before(text, at);
    return at;
}

static size_t on_while(struct span text, size_t at, bool (*is_so)(struct span, size_t),
                       bool wanted)
{
    while (at < text.count && is_so(text, at) == wanted)
        at = grapheme_next(text, at);
    return at;
}

static size_t word_before(struct span text, size_t at)
{
    return back_while(text, back_while(text, at, is_grapheme_word, 0), is_grapheme_word,
                      1);
}

static size_t word_after(struct span text, size_t at)
{
    return on_while(text, on_while(text, at, is_grapheme_word, 0), is_grapheme_word, 1);
}

/* What is erased as a word ends at a blank: with its comma or bracket. */
static size_t erased_before(struct span text, size_t at)
{
    return back_while(text, back_while(text, at, is_grapheme_blank, 1), is_grapheme_blank,
                      0);
}

static size_t erased_after(struct span text, size_t at)
{
    return on_while(text, on_while(text, at, is_grapheme_blank, 1), is_grapheme_blank, 0);
}

/* The word under a finger; between words what stands there: blanks or signs. */
static void select_word(struct edit_text *text, size_t place)
{
    const struct span all = all_of(text);
    size_t at = grapheme_near(all, place);
    if (at == all.count && at > 0)
        at = grapheme_before(all, at);
    const bool is_word = at < all.count && is_grapheme_word(all, at);
    text->anchor = back_while(all, at, is_grapheme_word, is_word);
    text->caret = on_while(all, at, is_grapheme_word, is_word);
}

/* ---- writing ---- */

static bool is_writable(uint32_t code)
{
    return code == '\n' || (code >= 0x20 && code != 0x7f &&
                            !(code >= 0x80 && code < 0xa0) && code != 0xFFFD);
}

static bool has_writable(struct span written)
{
    size_t at = 0;
    uint32_t code;
    while (utf8_next(written, &at, &code))
        if (is_writable(code))
            return true;
    return false;
}

/* How much of `written` is kept, put into `text` right away. */
static size_t put_all(struct edit_text *text, struct span written, size_t left_codes)
{
    size_t at = 0, put = 0;
    uint32_t code;
    while (left_codes > 0 && utf8_next(written, &at, &code)) {
        char bytes[4];
        const size_t size = utf8_put(code, bytes);
        if (!is_writable(code))
            continue;
        if (text->count + size > text->room_bytes)
            break;
        char *place = text->bytes + text->caret + put;
        memmove(place + size, place, text->count - text->caret - put);
        memcpy(place, bytes, size);
        text->count += size;
        put += size;
        left_codes--;
    }
    return put;
}

static bool write_text(struct edit_text *text, struct span written)
{
    if (!has_writable(written))
        return false;
    const bool is_cut = cut(text, low_end(text), high_end(text));
    const size_t codes = utf8_count(all_of(text));
    const size_t left = text->limit_codes > codes ? text->limit_codes - codes : 0;
    const size_t put = put_all(text, written, left);
    /* An accent joins the letter before it, and may join the two that it was put between. */
    size_t at = grapheme_near(all_of(text), text->caret + put);
    if (at < text->caret + put)
        at = grapheme_next(all_of(text), at);
    go(text, at, 0);
    return is_cut || put > 0;
}

/* ---- what each act does ---- */

static bool erase(struct edit_text *text, const struct edit_act *act)
{
    const struct span all = all_of(text);
    size_t from = low_end(text), to = high_end(text);
    const bool is_selected = from != to;
    if (!is_selected && act->kind == EDIT_ERASE)
        from = grapheme_before(all, to);
    else if (!is_selected && act->kind == EDIT_ERASE_WORD)
        from = erased_before(all, to);
    else if (!is_selected && act->kind == EDIT_ERASE_NEXT)
        to = grapheme_next(all, from);
    else if (!is_selected)
        to = erased_after(all, from);
    const bool is_changed = cut(text, from, to);
    /* What was apart may have become one letter: an accent and the one before it. */
    go(text, grapheme_near(all_of(text), text->caret), 0);
    return is_changed;
}

/* Where a movement leads. Without Shift it leaves a selection at the side it moves to. */
static size_t target(const struct edit_text *text, const struct edit_act *act)
{
    const struct span all = all_of(text);
    const bool is_leaving = !act->is_selecting && text->caret != text->anchor;
    switch (act->kind) {
    case EDIT_BACK:
        return is_leaving ? low_end(text) : grapheme_before(all, text->caret);
    case EDIT_ON:
        return is_leaving ? high_end(text) : grapheme_next(all, text->caret);
    case EDIT_BACK_WORD:
        return word_before(all, text->caret);
    case EDIT_ON_WORD:
        return word_after(all, text->caret);
    case EDIT_FIRST:
        return 0;
    case EDIT_LAST:
        return all.count;
    case EDIT_PLACE:
        return grapheme_near(all, act->place);
    case EDIT_WRITE:
    case EDIT_ERASE:
    case EDIT_ERASE_WORD:
    case EDIT_ERASE_NEXT:
    case EDIT_ERASE_NEXT_WORD:
    case EDIT_WORD:
    case EDIT_ALL:
    case EDIT_KIND_COUNT:
        break;
    }
    return text->caret;
}

bool edit_apply(struct edit_text *text, const struct edit_act *act)
{
    if (act->kind == EDIT_WRITE)
        return write_text(text, act->text);
    if (act->kind <= EDIT_ERASE_NEXT_WORD)
        return erase(text, act);
    if (act->kind == EDIT_WORD) {
        select_word(text, act->place);
    } else if (act->kind == EDIT_ALL) {
        text->anchor = 0;
        text->caret = text->count;
    } else {
        go(text, target(text, act), act->is_selecting);
    }
    return false;
}
