/* lint_plain: how plainly one English text is said, for a reader at level B1, who has learned the
 * language later. The two things that stop such a reader, and that words alone tell, are a
 * sentence that is too long to keep in mind and a long word that is not of every day. */
#ifndef LINT_LINT_PLAIN_H
#define LINT_LINT_PLAIN_H

#include "base/arena.h"
#include "base/span.h"

#include <stddef.h>

/* A longer sentence is read twice (guides on plain language say 15 to 20). */
enum { LINT_PLAIN_SENTENCE_MAX = 20 };

/* lint_plain_longest(arena, text): how many words the longest sentence of `text` has; a sentence
 * ends with . ? or ! before a blank, and with a line. `arena` is needed on the way. */
size_t lint_plain_longest(struct arena *arena, struct span text);

/* lint_plain_hard(arena, text): the hard words of `text` in lower case, each once, with ", "
 * between them, in `arena`; empty where there is none. A word is hard with three syllables or
 * more, not counting the endings -ed, -es, -ing and -ly (Gunning 1952), unless lint_known_en.def
 * says that readers at B1 know it or that it has to be said. What stands in {braces} is filled in
 * later and is no word yet. */
struct span lint_plain_hard(struct arena *arena, struct span text);

#endif
