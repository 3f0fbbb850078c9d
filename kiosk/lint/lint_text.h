/* lint_text: the texts of a document read for the linter, in every language it knows: which rules
 * ask about which text, what was read already, and how a finding is told with its place.
 *
 * Every text is read for protected topics, whoever shows it; wording is for what people rate. */
#ifndef LINT_LINT_TEXT_H
#define LINT_LINT_TEXT_H

#include "lint/lint_reading.h"
#include "questionnaire/questionnaire.h"

#include <stdbool.h>

enum lint_scope {
    LINT_FOR_TOPICS, /* protected topics only: labels, titles, reasons */
    LINT_FOR_TEXT,   /* and leisure, and how hard it reads: questions, scenes */
    LINT_FOR_ITEM,   /* and wording: what people rate or choose between */
};

/* How a text was read: not yet, with the exception of an item, or without any. */
struct lint_mark {
    bool is_read;
    const struct item *excused; /* the last one; NULL: none */
};

struct lint {
    struct arena *arena;
    const struct questionnaire *questionnaire;
    struct fault_list *faults;
    const char *texts; /* where its texts stand in the document: "translations" */
    bool is_notice;    /* its texts may say what is not asked */
    struct lint_reading reading;
    struct lint_mark **marks; /* by language, by entry */
    bool is_exception_used;   /* of the item being looked at */
};

/* Whose text it is, for a text that stands outside the translations. */
struct lint_owner {
    const struct item *item; /* its exception counts; may be NULL */
    struct span id;
    size_t line, column;
};

/* lint_text_begin(arena, questionnaire, faults): a linter over the texts of `questionnaire`, none
 * of them read; `arena` holds what it tells in `faults`. */
struct lint lint_text_begin(struct arena *arena,
                            const struct questionnaire *questionnaire,
                            struct fault_list *faults);

/* lint_text_key(lint, owner, key, scope): reads the text `key` (empty: none) of `owner` for
 * `scope`, in all languages and frames. Where no language has it the key itself is what people
 * see: LINT_FOR_TOPICS reads that, at the place of `owner`. A text that was read without an
 * exception is not read for topics again. */
void lint_text_key(struct lint *lint, const struct lint_owner *owner, struct span key,
                   enum lint_scope scope);

/* lint_text_plain(lint, owner, text): reads `text` of `owner`, which stands in the document as it
 * is, for topics in all languages of the document. */
void lint_text_plain(struct lint *lint, const struct lint_owner *owner, struct span text);

/* lint_text_rest(lint): reads all texts that were not read yet, for topics. */
void lint_text_rest(struct lint *lint);

#endif
