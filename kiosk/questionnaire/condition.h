/* condition: when an item or a section is shown.
 *
 *   {"all": [ {"item": "job", "operator": "equals", "value": "yes"},
 *             {"parameter": "site", "operator": "in", "value": ["north", "south"]} ]}
 *
 * Values are compared as text, so 1 equals "1". What the format leaves open is settled in
 * questionnaires/FORMAT.md, "Conditions". */
#ifndef QUESTIONNAIRE_CONDITION_H
#define QUESTIONNAIRE_CONDITION_H

#include "questionnaire/answer.h"

enum condition_kind {
    CONDITION_ALL,
    CONDITION_ANY,
    CONDITION_ITEM,
    CONDITION_PARAMETER,
    CONDITION_BROKEN, /* not understood; the fault is in the list; always holds */
};

enum condition_operator {
#define CONDITION_OPERATOR(name, word) OPERATOR_##name,
#include "questionnaire/condition_operator.def"
#undef CONDITION_OPERATOR
};

struct condition {
    enum condition_kind kind;
    struct span name; /* of the item or parameter */
    enum condition_operator relation;
    struct span *values; /* what is compared with; empty for the two is_ operators */
    size_t value_count;
    struct condition *parts; /* of ALL and ANY */
    size_t part_count;
};

/* condition_holds(condition, questionnaire, source):
 * Whether `condition` (NULL: always) holds with the answers of `source` and the parameters of
 * `questionnaire`. An item without answer equals nothing: only not_equals, not_in and
 * is_not_answered hold for it. equals and in hold for several ticked boxes when one of them
 * fits. */
bool condition_holds(const struct condition *condition,
                     const struct questionnaire *questionnaire,
                     const struct answer_source *source);

#endif
