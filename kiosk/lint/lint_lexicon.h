/* lint_lexicon: the lists of a language made ready for looking up, once for many texts, and what
 * is found at a word. */
#ifndef LINT_LINT_LEXICON_H
#define LINT_LINT_LEXICON_H

#include "base/arena.h"
#include "lint/lint_language.h"

#include <stdint.h>

/* One pattern of a list: a row of the patterns, or behind these one of the signs. */
struct lint_phrase {
    struct span words;
    struct span first; /* of them */
    uint32_t row;
    uint32_t next; /* the next phrase of the same list and chain, + 1; 0: none */
    uint8_t chain; /* enum lint_chain */
    bool is_whole; /* the text is these words only */
};

/* The two lists of a language are looked up one at a time. */
enum lint_list { LINT_LIST_PATTERNS, LINT_LIST_SIGNS, LINT_LISTS };

/* A word is looked up among the phrases that can begin with it. */
enum lint_chain {
    LINT_CHAIN_PAIR, /* by the first two bytes of the first word */
    LINT_CHAIN_BYTE, /* by its only byte */
    LINT_CHAIN_ANY,  /* any beginning */
    LINT_CHAINS,
    LINT_CHAIN_STARTS = 1024,
};

struct lint_lexicon {
    const struct lint_language *language;
    struct lint_phrase *phrases;
    size_t count;
    /* phrase + 1 by what begins it */
    uint32_t first[LINT_LISTS][LINT_CHAINS][LINT_CHAIN_STARTS];
};

/* All languages, built once for many documents. */
struct lint_lexicons {
    const struct lint_lexicon *all[LINT_LANGUAGES];
};

/* lint_lexicon_make(arena): the lists of all languages, built in `arena`.
 * lint_lexicon_get(lexicons, code): those of the language of `code`, or NULL. */
const struct lint_lexicons *lint_lexicon_make(struct arena *arena);
const struct lint_lexicon *lint_lexicon_get(const struct lint_lexicons *lexicons,
                                            struct span code);

/* lint_lexicon_match(words, count, at, pattern): counts the words from words[at] on that are the
 * words of `pattern`; 0: not all of them are. */
size_t lint_lexicon_match(const struct span *words, size_t count, size_t at,
                          struct span pattern);

/* lint_lexicon_next(lexicon, list, words, count, at, step, out_phrase): walks over the phrases of
 * `list` that match at words[at]: `*step` is 0 before the first. Returns how many words match, 0
 * after the last. */
size_t lint_lexicon_next(const struct lint_lexicon *lexicon, enum lint_list list,
                         const struct span *words, size_t count, size_t at, size_t *step,
                         const struct lint_phrase **out_phrase);

/* lint_lexicon_signs(lexicon, words, count, out_signs): sets for each word the bits
 * (1 << enum lint_sign) of the signs that it is a part of; returns all of them together. */
uint32_t lint_lexicon_signs(const struct lint_lexicon *lexicon, const struct span *words,
                            size_t count, uint32_t *out_signs);

#endif
