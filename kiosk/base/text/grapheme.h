/* grapheme: where one letter, as people see it, ends and the next begins: a letter with its
 * accents, an emoji with its colour, a flag. The rules are Unicode's (UAX 29), by utf8proc. */
#ifndef BASE_TEXT_GRAPHEME_H
#define BASE_TEXT_GRAPHEME_H

#include "base/span.h"

#include <stdbool.h>

/* grapheme_next(text, at), grapheme_before(text, at): the end of the letter that begins at byte
 * `at`, and the beginning of the one that ends there; `text` is valid UTF-8 and `at` one of its
 * boundaries. At the ends they stay where they are. */
size_t grapheme_next(struct span text, size_t at);
size_t grapheme_before(struct span text, size_t at);
/* grapheme_near(text, at): the last boundary that is not beyond `at`, wherever `at` points. */
size_t grapheme_near(struct span text, size_t at);
/* is_grapheme_blank(text, at), is_grapheme_word(text, at): the letter that begins at byte `at` is
 * a blank or line feed; it belongs to a word: a letter, a figure, or an apostrophe. */
bool is_grapheme_blank(struct span text, size_t at);
bool is_grapheme_word(struct span text, size_t at);

#endif
