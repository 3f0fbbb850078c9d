#include "setup/legal_basis.h"

const char *const legal_basis_words[LEGAL_BASIS_COUNT] = {
#define LEGAL_BASIS(name, word) word,
#include "setup/legal_basis.def"
#undef LEGAL_BASIS
};

bool legal_basis_find(struct span word, enum legal_basis *out_basis)
{
    for (int i = 0; i < LEGAL_BASIS_COUNT; i++)
        if (is_span(word, legal_basis_words[i])) {
            *out_basis = (enum legal_basis)i;
            return true;
        }
    return false;
}

const char *legal_basis_key(struct arena *arena, enum legal_basis basis)
{
    return span_text(arena,
                     span_format(arena, "notice_basis_%s", legal_basis_words[basis]));
}

enum status legal_basis_check(struct arena *arena, const struct assessment *assessment,
                              enum legal_basis basis)
{
    const char *const keys[] = {legal_basis_key(arena, basis), "acknowledge_question",
                                "acknowledge_yes"};
    if (basis == LEGAL_CONSENT)
        return OK;
    for (size_t i = 0; i < assessment->words->language_count; i++)
        for (size_t j = 0; j < sizeof keys / sizeof *keys; j++)
            if (!has_questionnaire_language_text(&assessment->words->languages[i],
                                                 (struct span){0}, span_of(keys[j]),
                                                 NULL))
                return fail(STATUS_BAD_INPUT,
                            "the assessment has no text \"%s\" in \"%.*s\"; add it to "
                            "assessment.json, or take another legal basis",
                            keys[j], SPAN_ARGS(assessment->words->languages[i].code));
    return OK;
}
