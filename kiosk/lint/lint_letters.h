/* lint_letters: what hides a word from whoever checks a text, and has no other use in a language
 * that is written with Latin letters: a fault of the text itself, whatever the word is. */
#ifndef LINT_LINT_LETTERS_H
#define LINT_LINT_LETTERS_H

#include "base/span.h"

/* has_lint_letters_hidden(text, out_code): whether `text` holds a character that nobody sees, and
 * the first one. Those that join or part letters are allowed beside a letter of a script that
 * needs them (Persian, Hindi) and in a picture sign; those that turn the direction are not. */
bool has_lint_letters_hidden(struct span text, uint32_t *out_code);

/* has_lint_letters_mixed(text, out_word): whether `text` holds a word of three letters or more that
 * mixes Latin letters with those of another script, or a word only of letters of another script
 * that look like Latin ones, or of phonetic signs; and the first one. A whole word of Greek or
 * Russian is none. */
bool has_lint_letters_mixed(struct span text, struct span *out_word);

/* has_lint_letters_spaced(text, out_run): whether `text`, of which lint_fold_letters has made plain
 * letters, spells a word in single ones, three or more with blanks between them, or five or more
 * with one sign, and the first such run. An alphabet (a b c) and capitals with full stops (U.S.A.)
 * are none. */
bool has_lint_letters_spaced(struct span text, struct span *out_run);

#endif
