/* lint_language: the words that give something away, per language. */
#ifndef MODEL_LINT_LANGUAGE_H
#define MODEL_LINT_LANGUAGE_H

#include "model/fault.h"

enum lint_rule {
#define LINT_RULE(name, topic, weight, what, hint) LINT_##name,
#include "model/lint_rule.def"
#undef LINT_RULE
    LINT_RULES,
};

struct lint_pattern {
    const char *words; /* lower case; blanks separate them, * stands for any ending */
    enum lint_rule rule;
};

struct lint_language {
    const char *code;
    int has_grade; /* lint_reading knows its syllables */
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

/* is_lint_topic(word): whether an exception can name `word` as its topic. lint_topic(rule): the
 * topic of `rule`; "" for a rule of wording. */
int is_lint_topic(struct span word);
const char *lint_topic(enum lint_rule rule);

#endif
