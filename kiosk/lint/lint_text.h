/* lint_text: the texts of a document read for the linter, in every language it knows: which rules
 * ask about which text, what was read already, and how a finding is told with its place.
 *
 * Every text is read for protected topics, whoever shows it; they are errors where a person
 * answers, notes elsewhere. Wording is for what people rate. */
#ifndef LINT_LINT_TEXT_H
#define LINT_LINT_TEXT_H

#include "assessment/assessment.h"
#include "lint/lint_reading.h"
#include "lint/lint_sentence.h"
#include "questionnaire/questionnaire.h"

enum lint_scope {
    LINT_SHOWN, /* titles, reasons, messages: topics alone, as notes */
    LINT_TOLD,  /* scenes, instructions: and leisure, and how hard it reads */
    LINT_STEM, /* titles, instructions: LINT_ASKED where items go on with it, else LINT_TOLD */
    LINT_HEAD,   /* the line above an item: the same; it goes on without a mark, too */
    LINT_CHOICE, /* labels and options: topics that a person answers */
    LINT_ABOUT,  /* what an answer is worth: each sentence is about the person */
    LINT_ASKED,  /* questions: and leisure, and how hard it reads */
    LINT_RATED,  /* what people rate or choose between: and wording */
};

/* How a text was read: not yet, as shown, as answered with the exception of an item, or without. */
struct lint_mark {
    bool is_shown, is_answered;
    bool are_letters_read;      /* what hides words is told once */
    const struct item *excused; /* the last one; NULL: none */
    bool has_signs;
    uint32_t signs; /* of the text, for what goes on with it */
};

enum { LINT_CONTEXT_MAX = 4 };

struct lint {
    struct arena *arena;
    const struct questionnaire *questionnaire;
    struct fault_list *faults;
    const struct lint_lexicons *lexicons;
    const char *texts; /* where its texts stand in the document: "translations" */
    bool is_notice;    /* texts of an assessment itself: they may say what is not asked */
    bool
        is_choosing; /* of the item being looked at: statements, no parts of a sentence */
    struct span context[LINT_CONTEXT_MAX]; /* keys of the texts that it goes on with */
    struct lint_reading reading;
    struct lint_mark **marks;        /* by language, by entry */
    bool is_excuse_used[LINT_RULES]; /* of the item being looked at */
};

/* Whose text it is, for a text that stands outside the translations. */
struct lint_owner {
    const struct item *item; /* its exception counts; may be NULL */
    struct span id;
    size_t line, column;
};

/* lint_text_begin(arena, lexicons, questionnaire, faults): a linter over the texts of
 * `questionnaire`, none of them read; keeps `lexicons`; `arena` holds what it tells in `faults`. */
struct lint lint_text_begin(struct arena *arena, const struct lint_lexicons *lexicons,
                            const struct questionnaire *questionnaire,
                            struct fault_list *faults);

/* lint_text_key(lint, owner, key, scope): reads the text `key` (empty: none) of `owner` for
 * `scope`, in all languages and frames. Where no language has it the key itself is what people
 * see: LINT_SHOWN and LINT_CHOICE read that, at the place of `owner`. A text that was read without
 * an exception is not read for the same topics again. */
void lint_text_key(struct lint *lint, const struct lint_owner *owner, struct span key,
                   enum lint_scope scope);

/* lint_text_plain(lint, owner, text, scope): reads `text` of `owner`, which stands in the document
 * as it is, for topics in all languages of the document. */
void lint_text_plain(struct lint *lint, const struct lint_owner *owner, struct span text,
                     enum lint_scope scope);

/* lint_text_rest(lint): reads all texts that were not read yet, for topics. Of a notice those
 * that a person agrees to are LINT_ASKED: consent_... and acknowledge_.... */
void lint_text_rest(struct lint *lint);

#endif
