/* Reads the fields that only one kind has, by the table of kinds: a new kind is one row there. */
#include "questionnaire/read/questionnaire_read.h"

#include <math.h>

/* Takes the children of the list `key`, OPTIONS_MAX at most; it needs `min` of them. */
static const struct json *option_list(struct reading *reading, const struct json *object,
                                      const char *key, size_t min, size_t *out_count)
{
    struct document *document = &reading->document;
    const struct json *list = document_array(document, object, key);
    *out_count = list ? list->count : 0;
    if (*out_count < min)
        document_fault(document, FAULT_ERROR, list ? list : object, "",
                       "The item needs %zu or more \"%s\"", min, key);
    if (*out_count > OPTIONS_MAX) {
        document_fault(document, FAULT_ERROR, list, "", "There are more than %d \"%s\"",
                       OPTIONS_MAX, key);
        *out_count = OPTIONS_MAX;
    }
    return list ? list->first : NULL;
}

static struct span position_text(struct arena *arena, size_t index)
{
    return span_format(arena, "%zu", index + 1);
}

/* A plain option is value and text key at once; where there is no such text it shows itself, so
 * it is not wanted. */
static void read_option(struct reading *reading, const struct json *value, size_t index,
                        struct option *option)
{
    struct document *document = &reading->document;
    if (value->kind == JSON_OBJECT) {
        document_known(document, value, "value text_key", FAULT_NOTE);
        option->value = document_word(document, value, "value");
        option->text_key = questionnaire_read_key(reading, value, "text_key");
    } else if (is_document_scalar(value)) {
        option->value = option->text_key = document_scalar(document->arena, value);
    } else {
        document_fault(document, FAULT_ERROR, value, "",
                       "An option is an object with value and text_key");
    }
    if (!option->value.count)
        option->value = position_text(document->arena, index);
}

static void tell_equal_options(struct reading *reading, const struct json *object,
                               const struct item *item)
{
    for (size_t i = 1; i < item->option_count; i++)
        for (size_t j = 0; j < i; j++)
            if (is_span_equal(item->options[i].value, item->options[j].value)) {
                document_fault(&reading->document, FAULT_WARNING, object,
                               "Give each option its own value.",
                               "Two options have the value \"%.*s\"",
                               SPAN_ARGS(item->options[i].value));
                return;
            }
}

static double option_number(struct span value)
{
    double number = NAN;
    (void)span_to_number(span_trim(value), &number);
    return number;
}

static void read_options(struct reading *reading, const struct json *object,
                         struct item *item)
{
    const struct json *value =
        option_list(reading, object, "options", 1, &item->option_count);
    item->options =
        arena_array(reading->document.arena, struct option, item->option_count);
    for (size_t i = 0; i < item->option_count; i++, value = value->next) {
        struct option *option = &item->options[i];
        read_option(reading, value, i, option);
        option->number = option_number(option->value);
        option->dimension = -1;
        if (item->kind == ITEM_MULTICHECK &&
            span_find(option->value, '|') < option->value.count)
            document_fault(&reading->document, FAULT_ERROR, value,
                           "Choose another value.",
                           "A value of a multicheck cannot hold |");
    }
    tell_equal_options(reading, object, item);
}

/* A column is a text key, counted by place, or an object whose value may be given. */
static void read_column(struct reading *reading, const struct json *value, size_t index,
                        struct option *option)
{
    struct document *document = &reading->document;
    if (value->kind == JSON_TEXT) {
        option->text_key = value->text;
        questionnaire_read_want(reading, option->text_key, value);
    } else if (value->kind == JSON_OBJECT) {
        option->text_key = questionnaire_read_key(reading, value, "text_key");
        option->value = document_word(document, value, "value");
    } else {
        document_fault(document, FAULT_ERROR, value, "",
                       "A column is a text key or an object");
    }
    if (!option->value.count)
        option->value = position_text(document->arena, index);
    option->number = option_number(option->value);
    option->dimension = -1;
}

/* The range of a grid is that of its columns. */
static void set_grid_range(struct item *item)
{
    item->grid.low = INFINITY;
    item->grid.high = -INFINITY;
    for (size_t i = 0; i < item->option_count; i++) {
        item->grid.low = fmin(item->grid.low, item->options[i].number);
        item->grid.high = fmax(item->grid.high, item->options[i].number);
    }
    if (item->grid.low > item->grid.high)
        item->grid.low = item->grid.high = 0;
}

static void read_grid(struct reading *reading, const struct json *object,
                      struct item *item)
{
    struct arena *arena = reading->document.arena;
    const struct json *column =
        option_list(reading, object, "columns", 2, &item->option_count);
    item->options = arena_array(arena, struct option, item->option_count);
    for (size_t i = 0; i < item->option_count; i++, column = column->next)
        read_column(reading, column, i, &item->options[i]);
    const struct json *row =
        option_list(reading, object, "rows", 1, &item->grid.row_count);
    item->grid.rows = arena_array(arena, struct option, item->grid.row_count);
    for (size_t i = 0; i < item->grid.row_count; i++, row = row->next) {
        if (row->kind != JSON_TEXT)
            document_fault(&reading->document, FAULT_ERROR, row, "",
                           "A row is a text key");
        item->grid.rows[i] = (struct option){
            .value = row->text, .text_key = row->text, .number = NAN, .dimension = -1};
        questionnaire_read_want(reading, row->text, row);
    }
    set_grid_range(item);
    tell_equal_options(reading, object, item);
}

static void read_statement(struct reading *reading, const struct json *value,
                           const struct item *item, struct option *option)
{
    struct document *document = &reading->document;
    document_known(document, value, "id text_key dimension desirability", FAULT_WARNING);
    option->value = document_word(document, value, "id");
    option->text_key = questionnaire_read_key(reading, value, "text_key");
    option->number = NAN;
    option->dimension = -1;
    option->desirability = document_number(document, value, "desirability", NAN);
    if (!option->value.count || !option->text_key.count)
        document_fault(document, FAULT_ERROR, value, "",
                       "A statement needs an id and a text_key");
    if (item->kind != ITEM_BEST_WORST)
        return;
    const struct span dimension = document_word(document, value, "dimension");
    option->dimension = questionnaire_dimension(reading->questionnaire, dimension);
    if (option->dimension < 0)
        document_fault(document, FAULT_ERROR, value,
                       "Name one that \"dimensions\" declares.",
                       "The statement belongs to no dimension");
}

/* In one block no dimension may stand twice: it could not win against itself. */
static void check_block(struct reading *reading, const struct json *object,
                        const struct item *item)
{
    for (size_t i = 1; i < item->option_count; i++)
        for (size_t j = 0; j < i; j++)
            if (item->options[i].dimension >= 0 &&
                item->options[i].dimension == item->options[j].dimension) {
                document_fault(&reading->document, FAULT_ERROR, object,
                               "Exchange one of the statements.",
                               "Two statements of this block belong to one dimension");
                return;
            }
}

static void read_statements(struct reading *reading, const struct json *object,
                            struct item *item)
{
    const struct json *ours = json_get(object, "x-resonance");
    const struct json *value =
        option_list(reading, ours, "statements", 2, &item->option_count);
    item->options =
        arena_array(reading->document.arena, struct option, item->option_count);
    for (size_t i = 0; i < item->option_count; i++, value = value->next)
        read_statement(reading, value, item, &item->options[i]);
    tell_equal_options(reading, object, item);
}

static void read_block(struct reading *reading, const struct json *object,
                       struct item *item)
{
    struct document *document = &reading->document;
    const struct json *ours = json_get(object, "x-resonance");
    read_statements(reading, object, item);
    item->block.parallel_class = (int)document_count(document, ours, "class", 0, 1000);
    questionnaire_read_want(reading, SPAN("label_best"), ours);
    questionnaire_read_want(reading, SPAN("label_worst"), ours);
    check_block(reading, object, item);
}

static void read_likert(struct reading *reading, const struct json *object,
                        struct item *item)
{
    item->scale.is_scorable = true;
    questionnaire_read_likert(reading, object, item);
}

static void read_vas(struct reading *reading, const struct json *object,
                     struct item *item)
{
    item->scale.is_scorable = true;
    questionnaire_read_vas(reading, object, item);
}

static void read_scene(struct reading *reading, const struct json *object,
                       struct item *item)
{
    item->head_key =
        questionnaire_read_key(reading, json_get(object, "x-resonance"), "title_key");
}

static void read_words(struct reading *reading, const struct json *object,
                       struct item *item)
{
    item->words = (struct item_words){
        .length_max = document_count(&reading->document, object, "maxlength", 0,
                                     QUESTIONNAIRE_BYTES_MAX),
        .number_min = NAN,
        .number_max = NAN,
    };
}

static void read_nothing(struct reading *reading, const struct json *object,
                         struct item *item)
{
    (void)reading, (void)object, (void)item;
}

static void check_instructed(struct reading *reading, const struct json *object,
                             const struct item *item)
{
    if (!item->instructed.count)
        return;
    for (size_t i = 0; i < item->option_count; i++)
        if (is_span_equal(item->options[i].value, item->instructed))
            return;
    document_fault(&reading->document, FAULT_ERROR, json_get(object, "x-resonance"), "",
                   "The instructed value \"%.*s\" cannot be chosen here",
                   SPAN_ARGS(item->instructed));
}

void questionnaire_read_kind(struct reading *reading, const struct json *object,
                             struct item *item)
{
    static void (*const readers[])(struct reading *, const struct json *,
                                   struct item *) = {
#define ITEM_KIND(NAME, word, SHAPE, reader, screen, is_ours, is_shuffled)               \
    [ITEM_##NAME] = read_##reader,
#include "questionnaire/item_kind.def"
#undef ITEM_KIND
    };
    _Static_assert(sizeof readers / sizeof *readers == ITEM_KIND_COUNT,
                   "one row for each kind");
    readers[item->kind](reading, object, item);
    check_instructed(reading, object, item);
}
