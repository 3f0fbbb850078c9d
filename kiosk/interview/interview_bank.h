/* interview_bank: the questions that people ask in an interview, from which a guide is made.
 *
 *   questions.json --interview_bank_read--> struct interview_bank   (never changes again)
 *
 * Each question is asked of everybody, or belongs to one topic (a dimension or a driver of the
 * assessment); it is about past behaviour or about what the person would do, has two further
 * questions, and says what worth 1, 3 and 5 sounds like. 1 is contrary evidence: the opposite was
 * shown. That nothing was heard is no anchor: there is no rating then.
 *
 * The document: questionnaires/FORMAT.md, Interview questions. It is no part of the assessment, so
 * that a changed question makes no other form, and no terminal carries the anchors. */
#ifndef INTERVIEW_INTERVIEW_BANK_H
#define INTERVIEW_INTERVIEW_BANK_H

#include "questionnaire/questionnaire.h"

#include <stdbool.h>

enum {
    INTERVIEW_PROBES = 2,
    INTERVIEW_ANCHORS = 3,
    INTERVIEW_QUESTIONS_MAX = 400,
    INTERVIEW_BANK_BYTES_MAX = 1024 * 1024,
    INTERVIEW_CORE_LEAST = 4,  /* questions for everybody: what is compared */
    INTERVIEW_TOPIC_LEAST = 3, /* of each topic that has any */
};

enum interview_kind {
    INTERVIEW_PAST,  /* "tell me about a time when" */
    INTERVIEW_WOULD, /* "what would you do" */
};

/* A question; its texts are keys. */
struct interview_question {
    struct span id;    /* "growth-1" */
    struct span topic; /* "growth"; empty: asked of everybody */
    enum interview_kind kind;
    struct span title_key; /* a name of a few words: "A promise that was hard to keep" */
    struct span question_key;
    struct span probe_keys[INTERVIEW_PROBES];
    struct span anchor_keys[INTERVIEW_ANCHORS]; /* what is worth 1, 3 and 5 */
};

struct interview_bank {
    struct span id, version;
    struct questionnaire *words; /* texts in every language */
    struct interview_question *questions;
    size_t count;
};

/* is_interview_bank_file(name): whether the file `name`, with or without folders before it, holds a
 * bank: "questions.json". */
bool is_interview_bank_file(struct span name);

/* interview_bank_read(arena, file, bytes, faults, out_bank): the bank in `bytes`, called `file` in
 * its faults. STATUS_BAD_INPUT when one of them is an error: a question without id, kind or one of
 * its texts, in any language; fewer questions for everybody than INTERVIEW_CORE_LEAST, or of a
 * topic than INTERVIEW_TOPIC_LEAST; a topic, or everybody, without both kinds. */
must_check enum status interview_bank_read(struct arena *arena, struct span file,
                                           struct span bytes, struct fault_list *faults,
                                           struct interview_bank **out_bank);

/* interview_bank_text(bank, language, key): the text `key` in `language`. */
struct span interview_bank_text(const struct interview_bank *bank, struct span language,
                                struct span key);

/* interview_bank_list(arena, bank, topic, out_count): the questions of `topic` (empty: for
 * everybody) in the order of the document. */
const struct interview_question **interview_bank_list(struct arena *arena,
                                                      const struct interview_bank *bank,
                                                      struct span topic,
                                                      size_t *out_count);

#endif
