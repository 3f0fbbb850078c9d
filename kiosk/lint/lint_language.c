#include "lint/lint_language.h"

#define LINT_WORD(words, rule, reach) {words, LINT_##rule, LINT_REACH_##reach},
#define LINT_SIGN(words, sign) {words, LINT_SIGN_##sign},
#define LINT_PAIR(words) words,
#define LINT_DENIAL(words) words,

static const struct lint_pattern patterns_en[] = {
#include "lint/words/lint_wording_en.def"
#include "lint/words/lint_word_en.def"
#include "lint/words/lint_health_en.def"
};
static const struct lint_sign_words signs_en[] = {
#include "lint/words/lint_sign_en.def"
};
static const char *const pairs_en[] = {
#include "lint/words/lint_pair_en.def"
};
static const char *const denials_en[] = {
#include "lint/words/lint_denial_en.def"
};
static const struct lint_pattern patterns_de[] = {
#include "lint/words/lint_word_de.def"
};
static const struct lint_sign_words signs_de[] = {
#include "lint/words/lint_sign_de.def"
};
static const char *const pairs_de[] = {
#include "lint/words/lint_pair_de.def"
};
static const char *const denials_de[] = {
#include "lint/words/lint_denial_de.def"
};

static const struct lint_language languages[] = {
#define LINT_LANGUAGE(code, has_grade, letters)                                          \
    {#code,                                                                              \
     has_grade,                                                                          \
     letters,                                                                            \
     patterns_##code,                                                                    \
     sizeof patterns_##code / sizeof *patterns_##code,                                   \
     signs_##code,                                                                       \
     sizeof signs_##code / sizeof *signs_##code,                                         \
     pairs_##code,                                                                       \
     sizeof pairs_##code / sizeof *pairs_##code,                                         \
     denials_##code,                                                                     \
     sizeof denials_##code / sizeof *denials_##code},
#include "lint/lint_language.def"
#undef LINT_LANGUAGE
};

static const char *const topics[LINT_RULES] = {
#define LINT_RULE(name, topic, weight, what, hint) [LINT_##name] = (topic),
#include "lint/lint_rule.def"
#undef LINT_RULE
};

const struct lint_language *lint_language_at(enum lint_language_index index)
{
    return &languages[index];
}

const struct lint_language *lint_language_get(struct span code)
{
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        const char *own = languages[i].code;
        if (code.count >= 2 && (code.data[0] | 0x20) == own[0] &&
            (code.data[1] | 0x20) == own[1] &&
            (code.count == 2 || code.data[2] == '-' || code.data[2] == '_'))
            return &languages[i];
    }
    return NULL;
}

const char *lint_language_topic(enum lint_rule rule)
{
    return topics[rule];
}
