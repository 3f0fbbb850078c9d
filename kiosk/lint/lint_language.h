/* lint_language: the words that give something away, per language, as they stand in the lists. */
#ifndef LINT_LINT_LANGUAGE_H
#define LINT_LINT_LANGUAGE_H

#include "questionnaire/fault.h"

#include <stdbool.h>

enum lint_rule {
#define LINT_RULE(name, topic, weight, what, hint) LINT_##name,
#include "lint/lint_rule.def"
#undef LINT_RULE
    LINT_RULES,
};

/* When the words of a rule are told, and how. */
enum lint_reach {
#define LINT_REACH(name) LINT_REACH_##name,
#include "lint/lint_reach.def"
#undef LINT_REACH
};

/* What single words say of the text they stand in. */
enum lint_sign {
#define LINT_SIGN_KIND(name) LINT_SIGN_##name,
#include "lint/lint_sign.def"
#undef LINT_SIGN_KIND
    LINT_SIGNS,
};

struct lint_pattern {
    const char *words; /* with | between several; the form stands in lint_word_en.def */
    enum lint_rule rule;
    enum lint_reach reach;
};

struct lint_sign_words {
    const char *words;
    enum lint_sign sign;
};

struct lint_language {
    const char *code;
    bool has_grade;      /* lint_reading knows its syllables */
    const char *letters; /* its own beside a to z */
    const struct lint_pattern *patterns;
    size_t pattern_count;
    const struct lint_sign_words *signs;
    size_t sign_count;
    const char *const
        *pairs; /* words that name one thing although "and" stands in them */
    size_t pair_count;
    const char *const *denials; /* words that say that what follows is not asked */
    size_t denial_count;
};

enum lint_language_index {
#define LINT_LANGUAGE(code, has_grade, letters) LINT_LANGUAGE_##code,
#include "lint/lint_language.def"
#undef LINT_LANGUAGE
    LINT_LANGUAGES,
};

/* lint_language_at(index): the words of the language in this row of lint_language.def.
 * lint_language_get(code): the words of the language of `code` ("de-AT" is German), or NULL. */
const struct lint_language *lint_language_at(enum lint_language_index index);
const struct lint_language *lint_language_get(struct span code);

/* lint_language_topic(rule): the topic of `rule`, a word of questionnaire/topic.def; "" for a
 * rule of wording. */
const char *lint_language_topic(enum lint_rule rule);

#endif
