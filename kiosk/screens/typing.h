/* typing: editing a short UTF-8 text with a caret, by on-screen keys or a physical keyboard,
 * within a limit in code points. The text never holds half a character. */
#ifndef SCREENS_TYPING_H
#define SCREENS_TYPING_H

#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

enum { TYPED_MAX_BYTES = 4800, TYPED_MAX_CODES = 1200 };

enum typing_layer { LAYER_LETTERS, LAYER_FIGURES, LAYER_ACCENTS, LAYER_COUNT };

struct typing {
    char text[TYPED_MAX_BYTES];
    size_t count, caret; /* bytes */
    bool is_shifted;     /* the next letter is a capital; typing one ends it */
    enum typing_layer layer;
};

/* typing_set(typing, text): begins with `text`, the caret after it; an empty text begins with
 * a capital. What does not fit is cut at a whole character. */
void typing_set(struct typing *typing, struct span text);
/* typing_span(typing): what has been typed, lent until the next change. */
struct span typing_span(const struct typing *typing);
/* typing_put(typing, code, limit): puts the code point at the caret. Returns 0 and changes
 * nothing when there are `limit` code points already (0: TYPED_MAX_CODES), no room is left, or
 * `code` is a control character other than the line feed. */
int typing_put(struct typing *typing, uint32_t code, size_t limit);
/* typing_add(typing, text, limit): what a physical keyboard sent: each character of `text` by
 * typing_put; "\b" erases one, "\x17" a word. Returns 1 when anything changed. */
int typing_add(struct typing *typing, struct span text, size_t limit);
/* typing_erase(typing), typing_erase_word(typing): the character or word before the caret, with
 * the blanks after that word. Return 0 at the beginning. */
int typing_erase(struct typing *typing);
int typing_erase_word(struct typing *typing);
/* typing_move(typing, direction): the caret one character left (-1) or right (1). */
void typing_move(struct typing *typing, int direction);

#endif
