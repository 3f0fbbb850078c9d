/* lint_language: the words that give something away, per language. */
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

struct lint_pattern {
    const char *words; /* lower case; blanks separate them, * stands for any ending */
    enum lint_rule rule;
};

struct lint_language {
    const char *code;
    bool has_grade; /* lint_reading knows its syllables */
    const struct lint_pattern *patterns;
    size_t pattern_count;
    const char *const
        *pairs; /* words that name one thing although "and" stands in them */
    size_t pair_count;
    const char *const *denials; /* words that say that what follows is not asked */
    size_t denial_count;
};

/* lint_language_get(code): the words of the language of `code` ("de-AT" is German), or NULL. */
const struct lint_language *lint_language_get(struct span code);

/* lint_language_topic(rule): the topic of `rule`, a word of questionnaire/topic.def; "" for a
 * rule of wording. */
const char *lint_language_topic(enum lint_rule rule);

#endif
