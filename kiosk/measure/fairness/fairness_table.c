#include "measure/fairness/fairness_table.h"

#include "base/words.h"

const char *fairness_table_state(enum fairness_state state)
{
    static const char *const words[] = {
        [FAIRNESS_EMPTY] = "empty",       [FAIRNESS_SUPPRESSED] = "suppressed",
        [FAIRNESS_NOT_SAID] = "not_said", [FAIRNESS_REFERENCE] = "reference",
        [FAIRNESS_TOO_FEW] = "too_few",   [FAIRNESS_ONE_PERSON] = "one_person",
        [FAIRNESS_BELOW] = "below",       [FAIRNESS_NOT_BELOW] = "not_below",
    };
    return words[state];
}

const char *fairness_table_words(enum fairness_state state)
{
    switch (state) {
    case FAIRNESS_EMPTY:
    case FAIRNESS_REFERENCE:
        return "";
    case FAIRNESS_SUPPRESSED:
        return W("Too few people to show.");
    case FAIRNESS_NOT_SAID:
        return W("Did not say: counted, not compared.");
    case FAIRNESS_TOO_FEW:
        return W("Too few to judge; look at the interval.");
    case FAIRNESS_ONE_PERSON:
        return W("The numbers are too small: one person would change the answer.");
    case FAIRNESS_BELOW:
        return W("Below four fifths of the largest rate: regarded as evidence of "
                 "adverse impact.");
    case FAIRNESS_NOT_BELOW:
        return W("Not below four fifths of the largest rate.");
    }
    return "";
}
