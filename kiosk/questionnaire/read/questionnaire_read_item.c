/* Reads items and section markers in document order, and what all kinds have in common. */
#include "questionnaire/read/questionnaire_read.h"

#include <math.h>
#include <stdlib.h>

#define ITEM_KEYS                                                                        \
    "id type text_key dimension random_group required question_head visible_when "       \
    "validation "                                                                        \
    "gate answer_alias min_display_seconds time_limit_seconds timeout_action "           \
    "randomize_options correct feedback default_value title_key revisable randomize "    \
    "loop_over "                                                                         \
    "items_from_pool likert_points likert_min likert_max likert_labels likert_reverse "  \
    "min max "                                                                           \
    "min_label max_label anchors orientation rows cols columns options maxlength "       \
    "input_type "                                                                        \
    "number_min number_max min_selected max_selected optional_rows x-resonance"

static bool is_section(const struct json *object)
{
    const struct json *type = json_get(object, "type");
    return type && is_span(type->text, "section");
}

/* Lists the kinds of the table that are ours: "It is best-worst, most-least, rank or scene,
 * ...". */
static struct span ours_hint(struct arena *arena)
{
    struct buffer out = buffer_init(arena, 1000);
    size_t left = 0;
    for (size_t kind = 0; kind < ITEM_KIND_COUNT; kind++)
        left += is_item_kind_ours((enum item_kind)kind);
    buffer_add(&out, SPAN("It is "));
    for (size_t kind = 0; kind < ITEM_KIND_COUNT; kind++)
        if (is_item_kind_ours((enum item_kind)kind)) {
            left--;
            buffer_format(&out, "%s%s", item_kind_name((enum item_kind)kind),
                          left > 1    ? ", "
                          : left == 1 ? " or "
                                      : ", ");
        }
    buffer_add(&out, SPAN("in an item of type inst."));
    return buffer_span(&out);
}

static enum item_kind read_item_kind(struct reading *reading, const struct json *object)
{
    struct document *document = &reading->document;
    const struct span type = document_text(document, object, "type");
    const struct json *extension = document_object(document, object, "x-resonance");
    const struct span ours = document_text(document, extension, "kind");
    enum item_kind kind = ITEM_INST;
    if (!item_kind_find(type, &kind) || is_item_kind_ours(kind)) {
        document_fault(document, FAULT_ERROR,
                       json_get(object, "type") ? json_get(object, "type") : object, "",
                       "There is no item type \"%.*s\" here", SPAN_ARGS(type));
        return ITEM_INST;
    }
    if (!ours.count)
        return kind;
    if (kind != ITEM_INST || !item_kind_find(ours, &kind) || !is_item_kind_ours(kind))
        document_fault(document, FAULT_ERROR, json_get(extension, "kind"),
                       span_text(document->arena, ours_hint(document->arena)),
                       "The kind \"%.*s\" does not fit here", SPAN_ARGS(ours));
    return kind;
}

static void read_required(struct reading *reading, const struct json *object,
                          struct item *item)
{
    item->is_required =
        is_item_kind_answerable(item->kind) && !is_item_kind_typed(item->kind);
    if (reading->default_required >= 0)
        item->is_required = reading->default_required;
    item->is_required =
        document_flag(&reading->document, object, "required", item->is_required) &&
        is_item_kind_answerable(item->kind);
}

static void tell_unused_fields(struct reading *reading, const struct json *object)
{
    static const struct {
        const char *key, *what;
    } fields[] = {
        {"min_display_seconds", "Nothing is shown for a minimum time"},
        {"time_limit_seconds", "There is no time limit here"},
        {"randomize_options", "The options keep their order"},
        {"correct", "Right and wrong are not told while answering"},
        {"default_value", "Nothing is answered beforehand"},
        {"loop_over", "Sections are not repeated"},
        {"items_from_pool", "Items are not drawn from a pool"},
        {"optional_rows", "A row of a grid is not optional by itself"},
    };
    document_known(&reading->document, object, ITEM_KEYS, FAULT_NOTE);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct json *value = json_get(object, fields[i].key);
        if (value)
            document_fault(&reading->document, FAULT_NOTE, value, "", "%s",
                           fields[i].what);
    }
}

static struct span read_id(struct reading *reading, const struct json *object)
{
    struct document *document = &reading->document;
    const struct span id = document_word(document, object, "id");
    if (!id.count)
        document_fault(document, FAULT_ERROR, object, "Add \"id\": \"...\".",
                       "An item needs an id");
    if (id.count <= ID_BYTES_MAX)
        return id;
    document_fault(document, FAULT_ERROR, json_get(object, "id"), "",
                   "An id may have %d bytes at most", ID_BYTES_MAX);
    return span_cut(id, 0, ID_BYTES_MAX);
}

static void read_text_key(struct reading *reading, const struct json *object,
                          struct item *item)
{
    item->text_key = questionnaire_read_key(reading, object, "text_key");
    if (item->text_key.count)
        return;
    item->text_key = item->id;
    questionnaire_read_want(reading, item->id, object);
    document_fault(&reading->document, FAULT_WARNING, object, "Add \"text_key\".",
                   "The item has no text_key; its id is used");
}

static void check_dimension(struct reading *reading, const struct json *object,
                            const struct item *item)
{
    if (!item->dimension.count ||
        questionnaire_dimension(reading->questionnaire, item->dimension) >= 0)
        return;
    document_fault(&reading->document, FAULT_WARNING, json_get(object, "dimension"),
                   "Declare it in \"dimensions\".", "There is no dimension \"%.*s\"",
                   SPAN_ARGS(item->dimension));
}

/* `why_key` and the picture may stand on any item; the rest belongs to kinds. */
static void read_ours(struct reading *reading, const struct json *object,
                      struct item *item)
{
    struct document *document = &reading->document;
    const struct json *ours = document_object(document, object, "x-resonance");
    document_known(document, ours,
                   "kind class statements picture title_key instructed why_key exception",
                   FAULT_WARNING);
    item->why_key = questionnaire_read_key(reading, ours, "why_key");
    item->picture = document_text(document, ours, "picture");
    item->instructed = document_word(document, ours, "instructed");
    item->exception = questionnaire_read_exception(reading, ours);
}

static void read_item(struct reading *reading, const struct json *object,
                      struct item *item)
{
    struct document *document = &reading->document;
    item->line = object->line;
    item->column = object->column;
    item->id = read_id(reading, object);
    item->kind = read_item_kind(reading, object);
    item->section = (int)reading->questionnaire->section_count - 1;
    item->dimension = document_word(document, object, "dimension");
    item->alias = document_text(document, object, "answer_alias");
    item->head_key = questionnaire_read_key(reading, object, "question_head");
    if (!item->head_key.count && is_item_kind_answerable(item->kind))
        item->head_key =
            questionnaire_read_key(reading, reading->likert, "question_head");
    item->visible_when =
        questionnaire_read_condition(reading, json_get(object, "visible_when"));
    read_text_key(reading, object, item);
    read_ours(reading, object, item);
    check_dimension(reading, object, item);
    read_required(reading, object, item);
    questionnaire_read_kind(reading, object, item);
    questionnaire_read_checks(reading, object, item);
    questionnaire_read_gate(reading, object, item);
    questionnaire_read_group(reading, object, item);
    tell_unused_fields(reading, object);
}

static void add_item(struct reading *reading, const struct json *object)
{
    struct questionnaire *questionnaire = reading->questionnaire;
    struct item *item = &questionnaire->items[questionnaire->item_count];
    reading->item_places[questionnaire->item_count] = object;
    read_item(reading, object, item);
    reading->by_id[questionnaire->item_count++] = item;
}

static int id_order(const void *a, const void *b)
{
    const struct item *left = *(const struct item *const *)a;
    const struct item *right = *(const struct item *const *)b;
    const int order = span_order(left->id, right->id);
    return order ? order : (left > right) - (left < right);
}

/* Of several items with one id the first counts; the others are told. */
static void sort_items(struct reading *reading)
{
    struct questionnaire *questionnaire = reading->questionnaire;
    const struct item **by_id = reading->by_id;
    qsort(by_id, questionnaire->item_count, sizeof *by_id, id_order);
    for (size_t i = 1; i < questionnaire->item_count; i++)
        if (by_id[i]->id.count && is_span_equal(by_id[i - 1]->id, by_id[i]->id))
            document_fault(&reading->document, FAULT_ERROR,
                           reading->item_places[by_id[i] - questionnaire->items],
                           "Give each item its own id.",
                           "The id \"%.*s\" stands already in line %zu",
                           SPAN_ARGS(by_id[i]->id), by_id[i - 1]->line);
}

static void add_section(struct reading *reading, const struct json *object)
{
    struct questionnaire *questionnaire = reading->questionnaire;
    if (questionnaire->section_count == SECTIONS_MAX) {
        document_fault(&reading->document, FAULT_ERROR, object, "",
                       "There are more than %d sections", SECTIONS_MAX);
        return;
    }
    struct section *section = &questionnaire->sections[questionnaire->section_count];
    reading->section_places[questionnaire->section_count] = object;
    questionnaire_read_section(reading, object, section);
    for (size_t i = 0; i < questionnaire->section_count; i++)
        if (section->id.count &&
            is_span_equal(section->id, questionnaire->sections[i].id)) {
            document_fault(&reading->document, FAULT_WARNING, object,
                           "Give each section its own id.",
                           "There is a section \"%.*s\" already", SPAN_ARGS(section->id));
            break;
        }
    questionnaire->section_count++;
    tell_unused_fields(reading, object);
}

static void count_items(struct reading *reading, const struct json *items,
                        size_t *out_items, size_t *out_sections)
{
    for (const struct json *object = items ? items->first : NULL; object;
         object = object->next) {
        *(is_section(object) ? out_sections : out_items) += 1;
        if (json_get(object, "random_group"))
            reading->has_random_group = true;
    }
}

void questionnaire_read_items(struct reading *reading, const struct json *items)
{
    struct questionnaire *questionnaire = reading->questionnaire;
    size_t item_count = 0, section_count = 0;
    count_items(reading, items, &item_count, &section_count);
    if (item_count > ITEMS_MAX) {
        document_fault(&reading->document, FAULT_ERROR, items, "",
                       "%zu items are too many; %d are allowed", item_count, ITEMS_MAX);
        item_count = ITEMS_MAX;
    }
    if (section_count > SECTIONS_MAX)
        section_count = SECTIONS_MAX;
    struct arena *arena = reading->document.arena;
    questionnaire->items = arena_array(arena, struct item, item_count);
    reading->by_id = arena_array(arena, const struct item *, item_count);
    reading->item_places = arena_array(arena, const struct json *, item_count);
    reading->section_places = arena_array(arena, const struct json *, section_count);
    questionnaire->sections = arena_array(arena, struct section, section_count);
    for (const struct json *object = items ? items->first : NULL; object;
         object = object->next) {
        if (object->kind != JSON_OBJECT)
            document_fault(&reading->document, FAULT_ERROR, object, "",
                           "An item is an object");
        else if (is_section(object))
            add_section(reading, object);
        else if (questionnaire->item_count < item_count)
            add_item(reading, object);
    }
    sort_items(reading);
}
