/* suggest: a passphrase made of plain words by chance, which people can keep in mind.
 *
 * Own list, because a word that somebody does not know, or that can be taken for another one, is
 * typed wrong: 2,048 English words of 4 to 8 small letters, no two of which differ by one letter
 * that is added, left out or changed. Each word is 11 bits: six of them are 66, behind the
 * stretching of each guess (seal/keyfile.h). */
#ifndef SEAL_SUGGEST_H
#define SEAL_SUGGEST_H

#include "base/span.h"

enum {
    SUGGEST_WORD_BITS = 11,
    SUGGEST_LIST_COUNT = 1 << SUGGEST_WORD_BITS,
    SUGGEST_WORD_MAX_BYTES = 8,
};

/* suggest_words(arena, count): `count` words, each by chance, with blanks between; `arena` should
 * be guarded. */
struct span suggest_words(struct arena *arena, size_t count);

#endif
