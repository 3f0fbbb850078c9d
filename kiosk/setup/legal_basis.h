/* legal_basis: why the law allows an organization to use the answers; told in the notice, and the
 * reason whether people are asked to agree or whether they have read it. */
#ifndef SETUP_LEGAL_BASIS_H
#define SETUP_LEGAL_BASIS_H

#include "assessment/assessment.h"

enum legal_basis {
#define LEGAL_BASIS(name, word) LEGAL_##name,
#include "setup/legal_basis.def"
#undef LEGAL_BASIS
    LEGAL_BASIS_COUNT,
};

/* legal_basis_words: as they are written in documents and on the command line. */
extern const char *const legal_basis_words[LEGAL_BASIS_COUNT];

/* legal_basis_find(word, out_basis): the basis that `word` names; false: none. */
bool legal_basis_find(struct span word, enum legal_basis *out_basis);

/* legal_basis_key(arena, basis): the key of its text in an assessment. */
const char *legal_basis_key(struct arena *arena, enum legal_basis basis);

/* legal_basis_check(arena, assessment, basis): whether `assessment` can tell it in each of its
 * languages. Consent it can tell in other words of its own (older forms); otherwise
 * STATUS_BAD_INPUT with the text that is missing. */
must_check enum status legal_basis_check(struct arena *arena,
                                         const struct assessment *assessment,
                                         enum legal_basis basis);

#endif
