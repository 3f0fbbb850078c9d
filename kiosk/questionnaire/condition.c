#include "questionnaire/condition.h"

/* true and 1 are one value, and so are false and 0: parameters come in both spellings. */
static struct span plain_truth(struct span value)
{
    if (is_span(value, "true"))
        return SPAN("1");
    return is_span(value, "false") ? SPAN("0") : value;
}

static bool is_same(enum condition_kind kind, struct span a, struct span b)
{
    if (kind == CONDITION_PARAMETER)
        return is_span_equal(plain_truth(a), plain_truth(b));
    return is_span_equal(a, b);
}

/* Several boxes may be ticked, several values named: one of each that are the same is enough. */
static bool has_match(const struct condition *condition,
                      const struct answer_values *values)
{
    for (size_t i = 0; i < values->count; i++)
        for (size_t j = 0; j < condition->value_count; j++)
            if (is_same(condition->kind, values->texts[i], condition->values[j]))
                return true;
    return false;
}

/* Whether the answer is below (`wanted` < 0) or above the value; what is no number has no
 * order. */
static bool has_order(const struct condition *condition,
                      const struct answer_values *values, int wanted)
{
    double answer, limit;
    if (values->count != 1 || condition->value_count != 1 ||
        !span_to_number(span_trim(values->texts[0]), &answer) ||
        !span_to_number(span_trim(condition->values[0]), &limit))
        return false;
    return wanted < 0 ? answer < limit : answer > limit;
}

static bool compare(const struct condition *condition, const struct answer_values *values)
{
    switch (condition->relation) {
    case OPERATOR_EQUALS:
    case OPERATOR_IN:
        return has_match(condition, values);
    case OPERATOR_NOT_EQUALS:
    case OPERATOR_NOT_IN:
        return !has_match(condition, values);
    case OPERATOR_GREATER_THAN:
        return has_order(condition, values, 1);
    case OPERATOR_LESS_THAN:
        return has_order(condition, values, -1);
    case OPERATOR_IS_ANSWERED:
        return values->count > 0;
    case OPERATOR_IS_NOT_ANSWERED:
        return values->count == 0;
    }
    return true;
}

static bool compare_parameter(const struct condition *condition,
                              const struct questionnaire *questionnaire)
{
    const struct parameter *parameter =
        questionnaire_parameter(questionnaire, condition->name);
    struct answer_values values;
    values.count = parameter && parameter->value.count;
    if (values.count)
        values.texts[0] = parameter->value;
    return compare(condition, &values);
}

static bool compare_item(const struct condition *condition,
                         const struct answer_source *source)
{
    struct answer_values values;
    values.count = 0;
    source->values(source->context, condition->name, &values);
    return compare(condition, &values);
}

bool condition_holds(const struct condition *condition,
                     const struct questionnaire *questionnaire,
                     const struct answer_source *source)
{
    if (!condition)
        return true;
    switch (condition->kind) {
    case CONDITION_ALL:
        for (size_t i = 0; i < condition->part_count; i++)
            if (!condition_holds(&condition->parts[i], questionnaire, source))
                return false;
        return true;
    case CONDITION_ANY:
        for (size_t i = 0; i < condition->part_count; i++)
            if (condition_holds(&condition->parts[i], questionnaire, source))
                return true;
        return false;
    case CONDITION_ITEM:
        return compare_item(condition, source);
    case CONDITION_PARAMETER:
        return compare_parameter(condition, questionnaire);
    case CONDITION_BROKEN:
        return true;
    }
    return true;
}
