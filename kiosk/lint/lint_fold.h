/* lint_fold: a text as its words are looked up. What can be written in several ways becomes one
 * way: accents and full-width letters, dashes and blanks, digits that stand for letters. What
 * hides a word without any good reason is a fault (lint_letters.h) and is left out here. */
#ifndef LINT_LINT_FOLD_H
#define LINT_LINT_FOLD_H

#include "base/arena.h"
#include "base/span.h"

/* lint_fold_letters(arena, text, kept): `text` with plain letters for those that are variants of
 * them (lint_base.def; full-width, circled, mathematical), except the letters in `kept`, which
 * belong to the language; a mark that combines to one of these is one with its letter, any other
 * is dropped, and so are characters that nobody sees. Quotation marks, apostrophes, hyphens and
 * sentence marks are those of ASCII, all other signs are blanks. In `arena`. */
struct span lint_fold_letters(struct arena *arena, struct span text, struct span kept);

/* lint_fold(arena, text, kept): the same, and in a word with letters, digits and signs that stand
 * for a letter are that letter ("alc0hol"), and single letters between equal signs are one word
 * ("s.e.x"). */
struct span lint_fold(struct arena *arena, struct span text, struct span kept);

/* lint_fold_base(code): the letter of English, in lower case, of which the Latin letter `code` is a
 * variant; 0: it is none, or only looks like one. */
char lint_fold_base(uint32_t code);

/* is_lint_fold_mark(code), is_lint_fold_hidden(code): whether `code` combines with the letter
 * before it; whether it is never seen, also between letters that need it. */
bool is_lint_fold_mark(uint32_t code);
bool is_lint_fold_hidden(uint32_t code);

#endif
