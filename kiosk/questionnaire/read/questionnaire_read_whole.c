/* Reads a document as a whole: what surrounds the items, and the parts in the order in which
 * they need each other. */
#include "questionnaire/read/questionnaire_read.h"

#include <math.h>

/* A value of a document takes about 3 bytes at least; more values than this are no document. */
static const struct json_limits limits = {QUESTIONNAIRE_BYTES_MAX,
                                          QUESTIONNAIRE_DEPTH_MAX, 250000};

#define DEFINITION_KEYS                                                                  \
    "scale_info implementation parameters likert_options default_required dimensions "   \
    "items "                                                                             \
    "questions scoring computed randomize_sections branches item_pools includes "        \
    "runner_hints "                                                                      \
    "data_output report pages shuffle_questions x-resonance osd_version translations"

static void tell_unused_features(struct reading *reading)
{
    static const struct {
        const char *key, *what;
    } features[] = {
        {"item_pools", "Item pools are not used here"},
        {"includes", "Included documents are not read"},
        {"data_output", "The form of the data output is not taken from the document"},
        {"report", "The report is not taken from the document"},
        {"pages", "Pages are the old form of sections and were left out"},
        {"randomize_sections", "Sections keep their order; it is not drawn by chance"},
    };
    for (size_t i = 0; i < sizeof features / sizeof *features; i++) {
        const struct json *value = json_get(reading->definition, features[i].key);
        if (value && (value->count || is_document_scalar(value)))
            document_fault(&reading->document, FAULT_NOTE, value, "", "%s",
                           features[i].what);
    }
}

static struct span file_code(struct span file)
{
    size_t start = 0;
    for (size_t i = 0; i < file.count; i++)
        if (file.data[i] == '/')
            start = i + 1;
    const struct span name = span_cut(file, start, file.count);
    return span_cut(name, 0, span_find(name, '.'));
}

static void read_information(struct reading *reading)
{
    struct document *document = &reading->document;
    struct questionnaire *questionnaire = reading->questionnaire;
    const struct json *info =
        document_object(document, reading->definition, "scale_info");
    if (!info)
        document_fault(document, FAULT_WARNING, reading->definition,
                       "Add \"scale_info\": {\"name\": ..., \"code\": ...}.",
                       "The document does not say its name and code");
    document_known(document, info,
                   "name code abbreviation description domain citation license "
                   "license_explanation license_url version url n_items",
                   FAULT_NOTE);
    questionnaire->code = document_text(document, info, "code");
    questionnaire->name = document_text(document, info, "name");
    questionnaire->description = document_text(document, info, "description");
    questionnaire->version = document_word(document, info, "version");
    questionnaire->license = document_text(document, info, "license");
    questionnaire->citation = document_text(document, info, "citation");
    if (info && !questionnaire->name.count)
        document_fault(document, FAULT_WARNING, info, "", "The document has no name");
    if (questionnaire->code.count)
        return;
    questionnaire->code = file_code(document->file);
    if (info)
        document_fault(document, FAULT_WARNING, info, "Add \"code\" to scale_info.",
                       "The document has no code; the name of the file is used");
}

static void read_parameters(struct reading *reading)
{
    struct document *document = &reading->document;
    struct questionnaire *questionnaire = reading->questionnaire;
    const struct json *object =
        document_object(document, reading->definition, "parameters");
    const size_t count = object ? object->count : 0;
    questionnaire->parameters = arena_array(document->arena, struct parameter, count);
    for (const struct json *value = object ? object->first : NULL; value;
         value = value->next) {
        struct parameter *parameter =
            &questionnaire->parameters[questionnaire->parameter_count++];
        parameter->name = value->key;
        if (is_document_scalar(value)) { /* the short form: only its value */
            parameter->value = document_scalar(document->arena, value);
            continue;
        }
        parameter->type = document_text(document, value, "type");
        parameter->value = document_word(document, value, "default");
    }
}

static void read_shuffling(struct reading *reading)
{
    struct questionnaire *questionnaire = reading->questionnaire;
    questionnaire->is_shuffling =
        document_flag(&reading->document, reading->definition, "shuffle_questions", 0);
    for (size_t i = 0; i < questionnaire->parameter_count; i++) {
        const struct parameter *parameter = &questionnaire->parameters[i];
        if (is_span(parameter->name, "shuffle_questions"))
            questionnaire->is_shuffling =
                is_span(parameter->value, "1") || is_span(parameter->value, "true");
    }
}

/* What weighs otherwise than the rest says why: people are told. */
static void read_weight(struct document *document, const struct json *ours,
                        struct dimension *dimension)
{
    const struct json *weight = json_get(ours, "weight");
    dimension->weight_why = document_text(document, ours, "weight_why");
    if (!weight)
        return;
    dimension->default_weight = document_number(document, ours, "weight", 1);
    if (!(dimension->default_weight >= 0 && dimension->default_weight <= WEIGHT_MAX))
        document_fault(document, FAULT_ERROR, weight, "",
                       "The weight of a dimension is from 0 to %d", WEIGHT_MAX);
    else if (!dimension->weight_why.count)
        document_fault(document, FAULT_ERROR, weight, "Add \"weight_why\".",
                       "A weight of its own needs its reason");
}

static void read_construct(struct reading *reading, const struct json *object,
                           struct dimension *dimension)
{
    static const char *const constructs[] = {"beliefs", "values",      "purpose",
                                             "goals",   "motivations", "driver"};
    struct document *document = &reading->document;
    const struct json *ours = document_object(document, object, "x-resonance");
    if (!ours)
        return;
    document_known(document, ours, "construct why agreed sample weight weight_why",
                   FAULT_WARNING);
    dimension->construct = document_text(document, ours, "construct");
    dimension->why = document_text(document, ours, "why");
    dimension->agreed = document_text(document, ours, "agreed");
    read_weight(document, ours, dimension);
    dimension->is_sample = document_flag(document, ours, "sample", 0);
    for (size_t i = 0; i < sizeof constructs / sizeof *constructs; i++)
        if (is_span(dimension->construct, constructs[i]))
            return;
    document_fault(document, FAULT_ERROR, ours,
                   "It is one of beliefs, values, purpose, goals, motivations, driver.",
                   "The construct of this dimension is missing or not known");
}

static void read_dimension(struct reading *reading, const struct json *object,
                           struct dimension *dimension)
{
    struct document *document = &reading->document;
    document_known(
        document, object,
        "id name abbreviation description selectable default_enabled enabled_param "
        "visible_when x-resonance",
        FAULT_NOTE);
    dimension->default_weight = 1;
    dimension->line = object->line;
    dimension->column = object->column;
    dimension->id = document_word(document, object, "id");
    dimension->name = document_text(document, object, "name");
    dimension->description = document_text(document, object, "description");
    dimension->enabled_param = document_text(document, object, "enabled_param");
    dimension->is_selectable = document_flag(document, object, "selectable", 0);
    dimension->is_enabled = document_flag(document, object, "default_enabled", 1);
    read_construct(reading, object, dimension);
    if (!dimension->id.count)
        document_fault(document, FAULT_ERROR, object, "", "A dimension needs an id");
    if (!dimension->name.count)
        dimension->name = dimension->id;
}

static void read_dimensions(struct reading *reading)
{
    struct questionnaire *questionnaire = reading->questionnaire;
    const struct json *list =
        document_array(&reading->document, reading->definition, "dimensions");
    const size_t count = list ? list->count : 0;
    questionnaire->dimensions =
        arena_array(reading->document.arena, struct dimension, count);
    for (const struct json *object = list ? list->first : NULL; object;
         object = object->next)
        read_dimension(reading, object,
                       &questionnaire->dimensions[questionnaire->dimension_count++]);
}

/* Conditions of dimensions name items, so they are read after the items, not with the
 * dimensions. */
static void read_dimension_conditions(struct reading *reading)
{
    const struct json *list = json_get(reading->definition, "dimensions");
    const struct json *object = list ? list->first : NULL;
    for (size_t i = 0; object && i < reading->questionnaire->dimension_count;
         i++, object = object->next)
        reading->questionnaire->dimensions[i].visible_when =
            questionnaire_read_condition(reading, json_get(object, "visible_when"));
}

static void read_ours(struct reading *reading)
{
    struct document *document = &reading->document;
    struct questionnaire *questionnaire = reading->questionnaire;
    const struct json *ours =
        document_object(document, reading->definition, "x-resonance");
    document_known(document, ours, "frames sample", FAULT_WARNING);
    questionnaire->is_sample = document_flag(document, ours, "sample", 0);
    const struct json *frames = document_array(document, ours, "frames");
    questionnaire->frames =
        arena_array(document->arena, struct span, frames ? frames->count : 0);
    for (const struct json *frame = frames ? frames->first : NULL; frame;
         frame = frame->next) {
        if (frame->kind != JSON_TEXT || !frame->text.count)
            document_fault(document, FAULT_ERROR, frame, "", "A frame is a word");
        else
            questionnaire->frames[questionnaire->frame_count++] = frame->text;
    }
}

static void read_definition(struct reading *reading)
{
    struct document *document = &reading->document;
    document_known(document, reading->definition, DEFINITION_KEYS, FAULT_NOTE);
    reading->likert = document_object(document, reading->definition, "likert_options");
    document_known(document, reading->likert,
                   "points min max labels question_head likert_reverse", FAULT_NOTE);
    reading->default_required =
        document_flag(document, reading->definition, "default_required", -1);
    read_information(reading);
    read_ours(reading);
    read_parameters(reading);
    read_shuffling(reading);
    questionnaire_read_texts(reading);
    read_dimensions(reading);
    const char *key = json_get(reading->definition, "items") ? "items" : "questions";
    const struct json *items = document_array(document, reading->definition, key);
    if (!items)
        document_fault(document, FAULT_ERROR, reading->definition,
                       "Add \"items\": [ ] to the definition.",
                       "The document has no items");
    questionnaire_read_items(reading, items);
    read_dimension_conditions(reading);
    questionnaire_read_branches(reading);
    questionnaire_read_scoring(reading);
    questionnaire_read_check_conditions(reading);
    questionnaire_read_switches(reading);
    questionnaire_read_check_texts(reading);
    tell_unused_features(reading);
}

/* The flat form of a document has no "definition" around it. */
static const struct json *find_definition(struct document *document,
                                          const struct json *root)
{
    if (json_get(root, "definition"))
        return document_object(document, root, "definition");
    if (json_get(root, "items"))
        return root;
    document_fault(document, FAULT_ERROR, root, "Add \"definition\": { }.",
                   "The document has no definition");
    return NULL;
}

enum status questionnaire_read(struct arena *arena, struct span file, struct span bytes,
                               struct fault_list *faults,
                               struct questionnaire **out_questionnaire)
{
    const size_t errors_before = faults->error_count;
    struct reading reading = {
        .document = {.arena = arena, .file = file, .faults = faults}};
    const struct json *root = document_open(&reading.document, bytes, &limits);
    reading.definition = root ? find_definition(&reading.document, root) : NULL;
    if (!reading.definition) {
        *out_questionnaire = NULL;
        return fail(STATUS_BAD_INPUT, "%.*s is not a questionnaire", SPAN_ARGS(file));
    }
    reading.translations = document_object(&reading.document, root, "translations");
    if (root != reading.definition)
        document_known(&reading.document, root, "osd_version definition translations",
                       FAULT_NOTE);
    reading.questionnaire = arena_new(arena, struct questionnaire);
    reading.questionnaire->file = file;
    reading.questionnaire->scoring = arena_new(arena, struct scoring);
    read_definition(&reading);
    *out_questionnaire = reading.questionnaire;
    if (faults->error_count > errors_before)
        return fail(STATUS_BAD_INPUT, "%.*s has %zu errors", SPAN_ARGS(file),
                    faults->error_count - errors_before);
    return OK;
}
