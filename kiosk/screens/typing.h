/* typing: the text that a person writes, on-screen keys and a physical keyboard alike, and what
 * the on-screen keys show. How a text is edited is view/edit/edit.h's. The text never holds half a
 * letter. */
#ifndef SCREENS_TYPING_H
#define SCREENS_TYPING_H

#include "view/edit/edit.h"
#include "view/event.h"

#include <stdbool.h>
#include <stdint.h>

enum { TYPED_MAX_BYTES = 4800, TYPED_MAX_CODES = 1200 };

enum typing_layer { LAYER_LETTERS, LAYER_FIGURES, LAYER_ACCENTS, LAYER_COUNT };

/* The letters on the keys. A capital is wanted where a sentence begins, until a letter is typed. */
enum typing_case { CASE_SMALL, CASE_CAPITAL, CASE_CAPITALS };

struct typing {
    char text[TYPED_MAX_BYTES];
    size_t count, caret, anchor; /* bytes, as in struct edit_text */
    enum typing_case letter_case;
    enum typing_layer layer;
};

/* typing_set(typing, text): begins with `text`, the caret after it. What does not fit is cut at a
 * whole character. */
void typing_set(struct typing *typing, struct span text);
/* typing_span(typing): what has been typed, lent until the next change. */
struct span typing_span(const struct typing *typing);
/* typing_edit(typing, act, limit): edit_apply with at most `limit` code points (0:
 * TYPED_MAX_CODES). Where the caret then begins a sentence, the keys show a capital. */
bool typing_edit(struct typing *typing, const struct edit_act *act, size_t limit);
/* typing_write(typing, text, limit), typing_do(typing, kind): the same for `text` at the caret, and
 * for an act that needs nothing but its `kind`. */
bool typing_write(struct typing *typing, struct span text, size_t limit);
bool typing_do(struct typing *typing, enum edit_kind kind);
/* typing_key(typing, code, limit): the key with the code point `code` was touched: it is written,
 * and the keys go back to the letters after an accent, and after a blank. */
bool typing_key(struct typing *typing, uint32_t code, size_t limit);
/* typing_shift(typing, is_again): the key Shift: a capital or none; twice at once (`is_again`):
 * capitals until it is pressed again.
 * typing_show(typing, layer): the keys show `layer`; an unknown one changes nothing. */
void typing_shift(struct typing *typing, bool is_again);
void typing_show(struct typing *typing, int32_t layer);

#endif
