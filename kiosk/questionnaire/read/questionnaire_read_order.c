/* Reads who sees which item in which order: shuffled sections and groups, arms, switched
 * dimensions. Arms and switches become conditions, so that a sitting knows only one way to
 * leave an item out. */
#include "questionnaire/read/questionnaire_read.h"

static bool is_pinned(const struct json *fixed, struct span id)
{
    for (const struct json *value = fixed ? fixed->first : NULL; value;
         value = value->next)
        if (is_span_equal(value->text, id))
            return true;
    return false;
}

static void read_randomize(struct reading *reading, const struct json *object,
                           struct section *section)
{
    struct document *document = &reading->document;
    const struct json *randomize = document_object(document, object, "randomize");
    reading->fixed = NULL;
    if (!randomize)
        return;
    const struct span method = document_text(document, randomize, "method");
    section->is_shuffled = !method.count || is_span(method, "shuffle");
    reading->fixed = document_array(document, randomize, "fixed");
    if (!section->is_shuffled)
        document_fault(document, FAULT_NOTE, randomize, "",
                       "The order \"%.*s\" is not used; the items keep their places",
                       SPAN_ARGS(method));
}

void questionnaire_read_section(struct reading *reading, const struct json *object,
                                struct section *section)
{
    struct document *document = &reading->document;
    section->id = document_word(document, object, "id");
    section->title_key = questionnaire_read_key(reading, object, "title_key");
    if (!section->title_key.count)
        section->title_key = questionnaire_read_key(reading, object, "text_key");
    section->is_revisable = document_flag(document, object, "revisable", 1);
    if (!section->is_revisable)
        document_fault(document, FAULT_NOTE, json_get(object, "revisable"), "",
                       "Going back is possible in every section");
    section->visible_when =
        questionnaire_read_condition(reading, json_get(object, "visible_when"));
    read_randomize(reading, object, section);
}

/* An item that gives no group has 0 as soon as any item of the document gives one; otherwise
 * the format's text decides, where only plain instructions and items with a condition stay in
 * place. */
static int usual_group(const struct reading *reading, const struct item *item)
{
    return !reading->has_random_group && !item->visible_when &&
           is_item_kind_answerable(item->kind);
}

void questionnaire_read_group(struct reading *reading, const struct json *object,
                              struct item *item)
{
    item->random_group = (int)document_count(&reading->document, object, "random_group",
                                             (size_t)usual_group(reading, item), 10000);
    if (item->section == NO_SECTION)
        return;
    const struct section *section = &reading->questionnaire->sections[item->section];
    if (!section->is_shuffled)
        return;
    if (is_pinned(reading->fixed, item->id)) /* a shuffled section is one pool */
        item->random_group = 0;
    else if (item->random_group > 0)
        item->random_group = 1;
}

static struct condition *parameter_condition(struct arena *arena, struct span parameter,
                                             struct span value)
{
    struct condition *condition = arena_new(arena, struct condition);
    condition->kind = CONDITION_PARAMETER;
    condition->name = parameter;
    condition->relation = OPERATOR_EQUALS;
    condition->values = arena_new(arena, struct span);
    condition->values[0] = value;
    condition->value_count = 1;
    return condition;
}

/* Joins two conditions, of which either may be NULL. */
static struct condition *both(struct arena *arena, const struct condition *a,
                              struct condition *b)
{
    if (!a)
        return b;
    struct condition *condition = arena_new(arena, struct condition);
    condition->kind = CONDITION_ALL;
    condition->parts = arena_array(arena, struct condition, 2);
    condition->parts[0] = *a;
    condition->parts[1] = *b;
    condition->part_count = 2;
    return condition;
}

static struct section *find_section(const struct questionnaire *questionnaire,
                                    struct span id)
{
    for (size_t i = 0; i < questionnaire->section_count; i++)
        if (is_span_equal(questionnaire->sections[i].id, id))
            return &questionnaire->sections[i];
    return NULL;
}

/* The sections of an arm are shown when the parameter names the arm. */
static void read_arm(struct reading *reading, const struct json *arm,
                     struct span parameter)
{
    struct document *document = &reading->document;
    const struct span id = document_word(document, arm, "id");
    const struct json *list = document_array(document, arm, "sections");
    for (const struct json *name = list ? list->first : NULL; name; name = name->next) {
        struct section *section = find_section(reading->questionnaire, name->text);
        if (section)
            section->visible_when =
                both(document->arena, section->visible_when,
                     parameter_condition(document->arena, parameter, id));
        else
            document_fault(document, FAULT_WARNING, name, "", "There is no such section");
    }
}

static void read_branch(struct reading *reading, const struct json *branch)
{
    struct document *document = &reading->document;
    const struct span parameter = document_text(document, branch, "parameter");
    const struct json *arms =
        document_array(document, branch, json_get(branch, "arms") ? "arms" : "groups");
    if (!is_span(document_text(document, branch, "method"), "parameter") ||
        !parameter.count) {
        document_fault(document, FAULT_WARNING, branch, "",
                       "Arms are not drawn by chance here; all of them are shown");
        return;
    }
    for (const struct json *arm = arms ? arms->first : NULL; arm; arm = arm->next)
        read_arm(reading, arm, parameter);
}

void questionnaire_read_branches(struct reading *reading)
{
    const struct json *branches = json_get(reading->definition, "branches");
    if (branches && branches->kind == JSON_OBJECT) { /* the old form: only one */
        read_branch(reading, branches);
        return;
    }
    branches = document_array(&reading->document, reading->definition, "branches");
    for (const struct json *branch = branches ? branches->first : NULL; branch;
         branch = branch->next)
        read_branch(reading, branch);
}

/* Makes the condition under which the items of a dimension are asked; NULL: always. "any" of
 * nothing never holds. */
static struct condition *dimension_switch(struct arena *arena,
                                          const struct questionnaire *questionnaire,
                                          const struct dimension *dimension)
{
    struct condition *is_on = NULL;
    if (questionnaire_parameter(questionnaire, dimension->enabled_param)) {
        is_on = parameter_condition(arena, dimension->enabled_param, SPAN("1"));
    } else if (!dimension->is_enabled) {
        is_on = arena_new(arena, struct condition);
        is_on->kind = CONDITION_ANY;
    }
    if (!is_on)
        return dimension->visible_when;
    return both(arena, dimension->visible_when, is_on);
}

void questionnaire_read_switches(struct reading *reading)
{
    struct questionnaire *questionnaire = reading->questionnaire;
    struct arena *arena = reading->document.arena;
    for (size_t i = 0; i < questionnaire->dimension_count; i++) {
        const struct dimension *dimension = &questionnaire->dimensions[i];
        struct condition *is_on = dimension_switch(arena, questionnaire, dimension);
        for (size_t j = 0; is_on && j < questionnaire->item_count; j++) {
            struct item *item = &questionnaire->items[j];
            if (is_span_equal(item->dimension, dimension->id))
                item->visible_when = both(arena, item->visible_when, is_on);
        }
    }
}
