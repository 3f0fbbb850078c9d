/* Reads the blocks of "scoring", finds those that need each other in a circle, and reads
 * computed values. */
#include "questionnaire/read/questionnaire_read.h"

#include "questionnaire/expression.h"

#include <math.h>

#define BLOCK_KEYS                                                                       \
    "method items item_coding scores value_map weights correct_answers answer_category " \
    "transform norms description name label x-resonance"

static bool find_method(struct span word, enum score_method *out_method)
{
    static const char *const words[] = {
#define SCORE_METHOD(name, word) word,
#include "questionnaire/score_method.def"
#undef SCORE_METHOD
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_span(word, words[i])) {
            *out_method = (enum score_method)i;
            return true;
        }
    return false;
}

static void read_method(struct reading *reading, const struct json *object,
                        struct score_block *block)
{
    const struct span word = document_text(&reading->document, object, "method");
    block->method = SCORE_NOT_KNOWN;
    if (!find_method(word, &block->method))
        document_fault(&reading->document, FAULT_WARNING, object,
                       "The methods stand in questionnaires/FORMAT.md.",
                       "The method \"%.*s\" is not known; the block has no value",
                       SPAN_ARGS(word));
}

static void read_texts(struct reading *reading, const struct json *list,
                       struct score_input *input)
{
    struct arena *arena = reading->document.arena;
    if (!list || list->kind != JSON_ARRAY)
        return;
    const size_t count =
        questionnaire_read_limit(reading, list, SCORE_LIST_MAX, "accepted texts");
    struct span *texts = arena_array(arena, struct span, count);
    const struct json *text = list->first;
    for (; input->correct_count < count; text = text->next)
        texts[input->correct_count++] = document_scalar(arena, text);
    input->correct = texts;
}

/* answer_category names a table of accepted texts for the whole document. */
static const struct json *accepted_table(struct reading *reading,
                                         const struct json *object)
{
    struct document *document = &reading->document;
    const struct span category = document_text(document, object, "answer_category");
    if (!category.count)
        return document_object(document, object, "correct_answers");
    const struct json *scoring = json_get(reading->definition, "scoring");
    return json_find(json_get(scoring, "answer_categories"), category);
}

static void read_map(struct reading *reading, const struct json *object,
                     struct score_input *input)
{
    struct document *document = &reading->document;
    const struct json *maps = document_object(document, object, "value_map");
    const struct json *list = json_find(maps, input->id);
    if (!list)
        list = json_get(maps, "default");
    if (!list || list->kind != JSON_ARRAY)
        return;
    const size_t count =
        questionnaire_read_limit(reading, list, SCORE_LIST_MAX, "mapped values");
    double *map = arena_array(document->arena, double, count);
    const struct json *value = list->first;
    for (; input->map_count < count; value = value->next) {
        map[input->map_count++] = value->kind == JSON_NUMBER ? value->number : NAN;
        if (value->kind != JSON_NUMBER)
            document_fault(document, FAULT_ERROR, value, "", "A number is needed here");
    }
    input->map = map;
}

static void set_item_range(const struct item *item, struct score_input *input)
{
    input->is_scorable = true;
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NUMBER:
        input->is_scorable = item->scale.is_scorable;
        input->low = item->scale.low;
        input->high = item->scale.high;
        break;
    case SHAPE_ROWS:
        input->low = item->grid.low;
        input->high = item->grid.high;
        break;
    case SHAPE_NONE:
    case SHAPE_PICK:
    case SHAPE_TICKS:
    case SHAPE_PAIR:
    case SHAPE_ORDER:
    case SHAPE_TEXT:
        break;
    }
}

/* Finds what the input refers to: an item or a grid's row, a block, or nothing. */
static void resolve_input(struct reading *reading, const struct json *place,
                          struct score_input *input)
{
    size_t index;
    input->low = input->high = NAN;
    if (!is_questionnaire_read_place(reading, input->id, &index)) {
        document_fault(&reading->document, FAULT_WARNING, place, "",
                       "The block counts an item \"%.*s\" that is not there",
                       SPAN_ARGS(input->id));
        return;
    }
    const struct item *item = &reading->questionnaire->items[index];
    set_item_range(item, input);
    if (input->coding < 0 && isnan(input->low))
        document_fault(&reading->document, FAULT_WARNING, place,
                       "Take the sign away, or ask with a likert or vas item.",
                       "\"%.*s\" has no range, so it is not reversed",
                       SPAN_ARGS(input->id));
}

static int read_coding(struct reading *reading, const struct json *value)
{
    if (!value)
        return 1;
    if (value->kind == JSON_NUMBER &&
        (value->number == 1 || value->number == -1 || value->number == 0))
        return (int)value->number;
    document_fault(&reading->document, FAULT_ERROR, value, "", "A sign is 1, -1 or 0");
    return 0;
}

static void add_input(struct reading *reading, const struct json *object,
                      struct score_block *block, struct score_input input,
                      const struct json *place)
{
    struct document *document = &reading->document;
    input.weight = NAN;
    const struct json *weight =
        json_find(document_object(document, object, "weights"), input.id);
    if (weight && weight->kind == JSON_NUMBER)
        input.weight = weight->number;
    if (input.block == NO_BLOCK) {
        read_map(reading, object, &input);
        read_texts(reading, json_find(accepted_table(reading, object), input.id), &input);
        resolve_input(reading, place, &input);
    }
    block->inputs[block->input_count++] = input;
}

/* A block named in `scores` and again in `items` counts once. */
static bool has_block_input(const struct score_block *block, struct span id)
{
    for (size_t i = 0; i < block->input_count && block->inputs[i].block != NO_BLOCK; i++)
        if (is_span_equal(block->inputs[i].id, id))
            return true;
    return false;
}

static void read_item_input(struct reading *reading, const struct json *object,
                            struct score_block *block, const struct json *value)
{
    struct arena *arena = reading->document.arena;
    const struct json *coding = value;
    struct score_input input = {.block = NO_BLOCK, .id = value->key};
    if (!value->key.data) { /* in a list: all +1, unless the old form says otherwise */
        input.id = document_scalar(arena, value);
        coding = json_find(json_get(object, "item_coding"), input.id);
    }
    input.coding = read_coding(reading, coding);
    if (input.coding && !has_block_input(block, input.id))
        add_input(reading, object, block, input, value);
}

static void read_block_input(struct reading *reading, const struct json *object,
                             struct score_block *block, const struct json *value)
{
    const struct json *items = json_get(object, "items");
    struct score_input input = {.id = document_scalar(reading->document.arena, value)};
    input.block = osd_score_block(reading->questionnaire->scoring, input.id);
    input.coding = read_coding(reading, json_find(items, input.id));
    input.is_scorable = true;
    if (input.block == NO_BLOCK)
        document_fault(&reading->document, FAULT_WARNING, value, "",
                       "There is no block \"%.*s\"", SPAN_ARGS(input.id));
    else if (input.coding && !has_block_input(block, input.id))
        add_input(reading, object, block, input, value);
}

static void read_inputs(struct reading *reading, const struct json *object,
                        struct score_block *block)
{
    struct document *document = &reading->document;
    const struct json *items = json_get(object, "items");
    const struct json *scores = document_array(document, object, "scores");
    if (items && items->kind != JSON_ARRAY && items->kind != JSON_OBJECT)
        items = document_array(document, object, "items"); /* tells what is wrong */
    const size_t count = (items ? items->count : 0) + (scores ? scores->count : 0);
    block->inputs = arena_array(document->arena, struct score_input, count);
    for (const struct json *value = scores ? scores->first : NULL; value;
         value = value->next)
        read_block_input(reading, object, block, value);
    for (const struct json *value = items ? items->first : NULL; value;
         value = value->next)
        read_item_input(reading, object, block, value);
    if (!block->input_count)
        document_fault(document, FAULT_WARNING, object, "", "The block counts nothing");
}

static int find_word(struct span word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_span(word, words[i]))
            return (int)i;
    return -1;
}

static void read_transform(struct reading *reading, const struct json *object,
                           struct score_block *block)
{
    static const char *const ops[] = {"add", "subtract", "multiply", "divide"};
    static const char *const operands[] = {"mean", "sum",   "sd", "min",
                                           "max",  "range", "n"};
    struct document *document = &reading->document;
    const int op = find_word(document_text(document, object, "op"), ops, 4);
    const struct json *value = json_get(object, "value");
    struct transform transform = {.op = (enum transform_op)op};
    int operand = 0;
    if (value && value->kind == JSON_NUMBER)
        transform.number = value->number;
    else
        operand = 1 + find_word(document_scalar(document->arena, value), operands, 7);
    transform.operand = (enum transform_operand)operand;
    if (op < 0 || (operand == 0 && !(value && value->kind == JSON_NUMBER))) {
        document_fault(
            document, FAULT_WARNING, object,
            "op is add, subtract, multiply or divide; value a number or one of mean, "
            "sum, sd, min, max, range, n.",
            "The step is not understood; the block has no value");
        block->method = SCORE_NOT_KNOWN;
        return;
    }
    block->transforms[block->transform_count++] = transform;
}

static void read_transforms(struct reading *reading, const struct json *object,
                            struct score_block *block)
{
    struct document *document = &reading->document;
    const struct json *list = document_array(document, object, "transform");
    block->transforms =
        arena_array(document->arena, struct transform, list ? list->count : 0);
    for (const struct json *step = list ? list->first : NULL; step; step = step->next)
        read_transform(reading, step, block);
}

static struct score_norm *read_norms(struct reading *reading, const struct json *object,
                                     size_t *out_count)
{
    struct document *document = &reading->document;
    const struct json *list = document_array(
        document, document_object(document, object, "norms"), "thresholds");
    struct score_norm *norms =
        arena_array(document->arena, struct score_norm, list ? list->count : 0);
    *out_count = 0;
    for (const struct json *range = list ? list->first : NULL; range;
         range = range->next) {
        struct score_norm *norm = &norms[(*out_count)++];
        norm->low = document_number(document, range, "min", -INFINITY);
        norm->high = document_number(document, range, "max", INFINITY);
        norm->label = questionnaire_read_key(reading, range, "label_key");
        if (!norm->label.count)
            norm->label = document_text(document, range, "label");
    }
    return norms;
}

static void read_ours(struct reading *reading, const struct json *object,
                      struct score_block *block)
{
    struct document *document = &reading->document;
    const struct json *ours = document_object(document, object, "x-resonance");
    document_known(document, ours, "minimum sem", FAULT_WARNING);
    block->minimum = document_count(document, ours, "minimum", 0, ITEMS_MAX);
    const struct span sem = document_word(document, ours, "sem");
    block->sem = NAN;
    if (sem.count && (!span_to_number(sem, &block->sem) || !(block->sem > 0)))
        document_fault(document, FAULT_ERROR, json_get(ours, "sem"), "",
                       "A standard error is a number above 0");
    if (block->minimum > block->input_count)
        document_fault(document, FAULT_ERROR, json_get(ours, "minimum"), "",
                       "The block has only %zu inputs", block->input_count);
}

static void read_block(struct reading *reading, const struct json *object,
                       struct score_block *block)
{
    document_known(&reading->document, object, BLOCK_KEYS, FAULT_NOTE);
    block->line = object->line;
    block->description = document_text(&reading->document, object, "description");
    read_method(reading, object, block);
    read_inputs(reading, object, block);
    read_transforms(reading, object, block);
    block->norms = read_norms(reading, object, &block->norm_count);
    read_ours(reading, object, block);
}

enum visit { VISIT_NOT_YET, VISIT_OPEN, VISIT_DONE };

/* Goes depth first: a block met while it is open lies in a circle, and so does all that is open
 * above it. Returns whether `index` needs a circle. */
static bool visit_block(struct scoring *scoring, size_t index, enum visit *visits)
{
    struct score_block *block = &scoring->blocks[index];
    if (visits[index] == VISIT_DONE)
        return block->is_in_circle;
    if (visits[index] == VISIT_OPEN)
        return true;
    visits[index] = VISIT_OPEN;
    for (size_t i = 0; i < block->input_count; i++)
        if (block->inputs[i].block != NO_BLOCK &&
            visit_block(scoring, (size_t)block->inputs[i].block, visits))
            block->is_in_circle = true;
    visits[index] = VISIT_DONE;
    return block->is_in_circle;
}

static void find_circles(struct reading *reading, const struct json *object)
{
    struct scoring *scoring = reading->questionnaire->scoring;
    enum visit *visits =
        arena_array(reading->document.arena, enum visit, scoring->block_count);
    for (size_t i = 0; i < scoring->block_count; i++) {
        visit_block(scoring, i, visits);
        if (scoring->blocks[i].is_in_circle)
            document_fault(&reading->document, FAULT_ERROR,
                           json_find(object, scoring->blocks[i].id),
                           "Take one of the blocks out of \"scores\".",
                           "The block needs its own value");
    }
}

/* Takes all ids first: a block may name a later one. */
static void read_blocks(struct reading *reading, const struct json *object)
{
    struct scoring *scoring = reading->questionnaire->scoring;
    const size_t count = questionnaire_read_limit(reading, object, BLOCKS_MAX, "blocks");
    scoring->blocks = arena_array(reading->document.arena, struct score_block, count);
    const struct json *value = count ? object->first : NULL;
    for (size_t i = 0; i < count; i++, value = value->next)
        if (value->kind == JSON_OBJECT && !has_span_prefix(value->key, "_") &&
            !is_span(value->key, "answer_categories"))
            scoring->blocks[scoring->block_count++].id = value->key;
    for (size_t i = 0; i < scoring->block_count; i++)
        read_block(reading, json_find(object, scoring->blocks[i].id),
                   &scoring->blocks[i]);
    find_circles(reading, object);
}

static void read_computed(struct reading *reading, const struct json *object,
                          struct computed *computed)
{
    struct document *document = &reading->document;
    const struct span text = document_text(document, object, "expression");
    document_known(document, object, "expression type norms label description",
                   FAULT_NOTE);
    computed->name = object->key;
    computed->label = document_text(document, object, "label");
    computed->is_boolean = is_span(document_text(document, object, "type"), "boolean");
    computed->norms = read_norms(reading, object, &computed->norm_count);
    const char *what = "";
    computed->expression = expression_read(document->arena, text, &what);
    if (!computed->expression)
        document_fault(document, FAULT_WARNING, object, "",
                       "The expression is not understood and has no value: %s", what);
}

void questionnaire_read_scoring(struct reading *reading)
{
    struct document *document = &reading->document;
    struct scoring *scoring = reading->questionnaire->scoring;
    read_blocks(reading, document_object(document, reading->definition, "scoring"));
    const struct json *computed =
        document_object(document, reading->definition, "computed");
    const size_t count =
        questionnaire_read_limit(reading, computed, BLOCKS_MAX, "computed values");
    scoring->computed = arena_array(document->arena, struct computed, count);
    const struct json *value = count ? computed->first : NULL;
    for (size_t i = 0; i < count; i++, value = value->next)
        if (value->kind == JSON_OBJECT)
            read_computed(reading, value, &scoring->computed[scoring->computed_count++]);
}
