/* fault: what is wrong in a document, as a list a person can work through.
 *
 * Reading a questionnaire never stops at the first mistake: every fault says where (file, line,
 * column, key) and how to mend it. */
#ifndef QUESTIONNAIRE_FAULT_H
#define QUESTIONNAIRE_FAULT_H

#include "base/buffer.h"
#include "base/span.h"

#include <stdbool.h>

enum fault_weight {
    FAULT_NOTE,    /* a feature not used here, or a decision where the format is silent */
    FAULT_WARNING, /* readable, but not what the author meant, perhaps */
    FAULT_ERROR,   /* the document must not be used */
};

struct fault {
    enum fault_weight weight;
    struct span file;      /* as the person named it */
    size_t line;           /* from 1; 0: the whole file */
    size_t column;         /* from 1, in code points */
    struct span key;       /* "definition.items[3].likert_points" */
    struct span what;      /* one sentence */
    struct span hint;      /* how to mend it, one sentence, may be empty */
    bool is_duplicate_key; /* a key stands twice: for who is stricter than the reader */
    struct fault *next;
};

enum { FAULTS_MAX = 200 }; /* see is_fault_kept */

struct fault_list {
    struct arena *arena;
    struct fault *first, *last;
    size_t count;       /* all, also those not kept */
    size_t error_count; /* of weight FAULT_ERROR */
};

/* fault_list_init(arena): an empty list in `arena`. */
struct fault_list fault_list_init(struct arena *arena);

/* is_fault_kept(list, weight): whether the next fault of `weight` is kept and not only counted:
 * FAULTS_MAX errors, and FAULTS_MAX of all others together. */
bool is_fault_kept(const struct fault_list *list, enum fault_weight weight);

/* fault_add(list, fault): appends a copy of `fault`; its spans are lent for the list's life. */
void fault_add(struct fault_list *list, struct fault fault);

/* fault_list_text(list, buffer): one line each: "FILE:LINE:COLUMN: error: WHAT (KEY). HINT". */
void fault_list_text(const struct fault_list *list, struct buffer *buffer);

#endif
