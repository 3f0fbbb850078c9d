/* lint_sentence: what a careful colleague would say of one sentence of a questionnaire: two things
 * in one, negations, length, topics that must not be asked when people are hired. It sees words,
 * not meaning, and so misses and mistakes some; how often is measured by a test. */
#ifndef LINT_LINT_SENTENCE_H
#define LINT_LINT_SENTENCE_H

#include "lint/lint_language.h"

#include <stdbool.h>

/* What was found in one sentence. */
struct lint_findings {
    int found_count[LINT_RULES];
    struct span words[LINT_RULES]; /* what gave each away, in lower case; may be empty */
};

enum { LINT_WORDS_MAX = 400 };

/* lint_sentence(arena, language, text, is_item): what the words of `language` give away in
 * `text`, at most its first LINT_WORDS_MAX words; `arena` holds the words found. The rules of
 * wording (not those of topics) ask only about items, which people rate or choose between:
 * `is_item`. */
struct lint_findings lint_sentence(struct arena *arena,
                                   const struct lint_language *language, struct span text,
                                   bool is_item);

/* lint_sentence_topics(arena, language, text, is_notice, findings): adds to `findings` the
 * protected topics that the words of `language` give away in `text`, sentence by sentence,
 * however long it is; of one sentence at most its first LINT_WORDS_MAX words. With `is_notice`,
 * what stands after a denial ("we ask for nothing about") up to the end of the sentence is left
 * out. `arena` holds the words found. */
void lint_sentence_topics(struct arena *arena, const struct lint_language *language,
                          struct span text, bool is_notice,
                          struct lint_findings *findings);

#endif
