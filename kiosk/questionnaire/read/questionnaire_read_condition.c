/* Reads conditions and gates. One that cannot be read is an error of the document: an item must
 * not be shown to people for whom it was not meant. */
#include "questionnaire/read/questionnaire_read.h"

static bool find_operator(struct span word, enum condition_operator *out_operator)
{
    static const struct {
        const char *word;
        enum condition_operator relation;
    } operators[] = {
#define CONDITION_OPERATOR(name, word) {word, OPERATOR_##name},
#include "questionnaire/condition_operator.def"
#undef CONDITION_OPERATOR
    };
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (is_span(word, operators[i].word)) {
            *out_operator = operators[i].relation;
            return true;
        }
    return false;
}

static void set_broken(struct reading *reading, const struct json *value,
                       const char *what, struct condition *condition)
{
    condition->kind = CONDITION_BROKEN;
    document_fault(
        &reading->document, FAULT_ERROR, value,
        "Write {\"item\": ID, \"operator\": \"equals\", \"value\": V}, or all or any "
        "with a list of such.",
        "%s", what);
}

static size_t count_parts(struct span list, char separator)
{
    size_t count = 0;
    struct span part;
    while (span_next(&list, separator, &part))
        count++;
    return count;
}

/* Reads a list of scalars, or a text whose parts stand between commas. */
static void read_list(struct reading *reading, const struct json *value,
                      struct condition *condition)
{
    struct arena *arena = reading->document.arena;
    if (value->kind == JSON_ARRAY) {
        condition->values = arena_array(arena, struct span, value->count);
        for (const struct json *each = value->first; each; each = each->next)
            condition->values[condition->value_count++] = document_scalar(arena, each);
        return;
    }
    struct span rest = document_scalar(arena, value), part;
    condition->values = arena_array(arena, struct span, count_parts(rest, ','));
    while (span_next(&rest, ',', &part))
        condition->values[condition->value_count++] = span_trim(part);
}

/* Reads what an operator compares with; false when it is missing or unfit. */
static bool read_compared(struct reading *reading, const struct json *object,
                          struct condition *condition)
{
    const enum condition_operator relation = condition->relation;
    const struct json *value = json_get(object, "value");
    if (relation == OPERATOR_IS_ANSWERED || relation == OPERATOR_IS_NOT_ANSWERED)
        return true;
    if (!value || value->kind == JSON_OBJECT)
        return false;
    if (relation == OPERATOR_IN || relation == OPERATOR_NOT_IN) {
        read_list(reading, value, condition);
        return true;
    }
    condition->values = arena_new(reading->document.arena, struct span);
    condition->values[0] = document_scalar(reading->document.arena, value);
    condition->value_count = 1;
    return is_document_scalar(value);
}

/* `equals ""` means "not answered" to its authors, `not_equals ""` "answered". */
static void mend_empty(struct condition *condition)
{
    if (condition->value_count != 1 || condition->values[0].count)
        return;
    if (condition->relation == OPERATOR_EQUALS)
        condition->relation = OPERATOR_IS_NOT_ANSWERED;
    else if (condition->relation == OPERATOR_NOT_EQUALS)
        condition->relation = OPERATOR_IS_ANSWERED;
}

static void read_comparison(struct reading *reading, const struct json *object,
                            struct condition *condition)
{
    struct document *document = &reading->document;
    const char *key = json_get(object, "item") ? "item" : "question";
    condition->kind = CONDITION_ITEM;
    condition->name = document_word(document, object, key);
    if (json_get(object, "parameter")) {
        condition->kind = CONDITION_PARAMETER;
        condition->name = document_text(document, object, "parameter");
    }
    if (!condition->name.count) {
        set_broken(reading, object, "The condition names no item and no parameter",
                   condition);
        return;
    }
    if (!find_operator(document_text(document, object, "operator"),
                       &condition->relation)) {
        set_broken(reading, object,
                   "The operator of this condition is missing or not known", condition);
        return;
    }
    if (!read_compared(reading, object, condition))
        set_broken(reading, object,
                   "The value of this condition is missing or does not fit", condition);
    mend_empty(condition);
}

static void read_condition(struct reading *reading, const struct json *value,
                           struct condition *condition);

static void read_parts(struct reading *reading, const struct json *list,
                       enum condition_kind kind, struct condition *condition)
{
    condition->kind = kind;
    if (list->kind != JSON_ARRAY) {
        set_broken(reading, list, "A list of conditions is needed here", condition);
        return;
    }
    condition->parts =
        arena_array(reading->document.arena, struct condition, list->count);
    for (const struct json *part = list->first; part; part = part->next)
        read_condition(reading, part, &condition->parts[condition->part_count++]);
}

static void read_condition(struct reading *reading, const struct json *value,
                           struct condition *condition)
{
    if (value->kind != JSON_OBJECT)
        set_broken(reading, value, "A condition is an object", condition);
    else if (json_get(value, "all"))
        read_parts(reading, json_get(value, "all"), CONDITION_ALL, condition);
    else if (json_get(value, "any"))
        read_parts(reading, json_get(value, "any"), CONDITION_ANY, condition);
    else
        read_comparison(reading, value, condition);
}

struct condition *questionnaire_read_condition(struct reading *reading,
                                               const struct json *value)
{
    if (!value)
        return NULL;
    struct condition *condition = arena_new(reading->document.arena, struct condition);
    read_condition(reading, value, condition);
    return condition;
}

void questionnaire_read_gate(struct reading *reading, const struct json *object,
                             struct item *item)
{
    struct document *document = &reading->document;
    const struct json *gate = document_object(document, object, "gate");
    if (!gate)
        return;
    document_known(document, gate, "required_value operator value terminate_message_key",
                   FAULT_NOTE);
    struct condition *condition = arena_new(document->arena, struct condition);
    item->gate = condition;
    item->gate_text_key = questionnaire_read_key(reading, gate, "terminate_message_key");
    condition->kind = CONDITION_ITEM;
    condition->name = item->id;
    const struct json *required = json_get(gate, "required_value");
    if (is_document_scalar(required)) {
        condition->relation = OPERATOR_EQUALS;
        condition->values = arena_new(document->arena, struct span);
        condition->values[0] = document_scalar(document->arena, required);
        condition->value_count = 1;
        return;
    }
    if (!find_operator(document_text(document, gate, "operator"), &condition->relation) ||
        !read_compared(reading, gate, condition))
        set_broken(reading, gate, "The gate needs required_value, or operator and value",
                   condition);
}

/* A condition may look at earlier items only; `at` is the first item that it decides about. */
static void check_condition(struct reading *reading, const struct condition *condition,
                            size_t at, const struct json *place)
{
    size_t index;
    if (!condition)
        return;
    for (size_t i = 0; i < condition->part_count; i++)
        check_condition(reading, &condition->parts[i], at, place);
    if (condition->kind == CONDITION_PARAMETER &&
        !questionnaire_parameter(reading->questionnaire, condition->name))
        document_fault(&reading->document, FAULT_WARNING, place,
                       "Declare it in \"parameters\".",
                       "The condition asks for a parameter that is not there");
    if (condition->kind != CONDITION_ITEM)
        return;
    if (!is_questionnaire_read_place(reading, condition->name, &index))
        document_fault(&reading->document, FAULT_WARNING, place, "",
                       "The condition asks for an item \"%.*s\" that is not there",
                       SPAN_ARGS(condition->name));
    else if (index >= at)
        document_fault(&reading->document, FAULT_WARNING, place,
                       "Ask for an earlier item.",
                       "The condition asks for an item that comes later");
}

static size_t first_of_section(const struct questionnaire *questionnaire, int section)
{
    size_t at = 0;
    while (at < questionnaire->item_count && questionnaire->items[at].section < section)
        at++;
    return at;
}

void questionnaire_read_check_conditions(struct reading *reading)
{
    const struct questionnaire *questionnaire = reading->questionnaire;
    for (size_t i = 0; i < questionnaire->item_count; i++)
        check_condition(reading, questionnaire->items[i].visible_when, i,
                        json_get(reading->item_places[i], "visible_when"));
    for (size_t i = 0; i < questionnaire->section_count; i++)
        check_condition(reading, questionnaire->sections[i].visible_when,
                        first_of_section(questionnaire, (int)i),
                        json_get(reading->section_places[i], "visible_when"));
}
