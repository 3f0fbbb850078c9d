/* Rules for answers, from "validation" and from the places where documents in the wild put
 * them: directly on the item, or as min and max beside validation.type. */
#include "questionnaire/read/questionnaire_read.h"

#include <math.h>

/* Rules are read whatever the kind; then those that its answers can break become the item's. */
struct limits {
    struct item_words words;
    struct item_ticks ticks;
    struct span *keys; /* the document's own words, by enum item_check */
};

/* Rules stand in more than one object of an item. */
struct rules {
    const struct json *object;
    bool has_plain_range; /* its min and max are those of a number */
};

static void read_limit(struct reading *reading, const struct json *object,
                       const char *key, const char *error_key, size_t *limit,
                       struct span *error)
{
    if (!json_get(object, key))
        return;
    *limit =
        document_count(&reading->document, object, key, *limit, QUESTIONNAIRE_BYTES_MAX);
    *error = questionnaire_read_key(reading, object, error_key);
}

static void read_bound(struct reading *reading, const struct json *object,
                       const char *key, const char *error_key, double *bound,
                       struct span *error)
{
    if (!json_get(object, key))
        return;
    *bound = document_number(&reading->document, object, key, *bound);
    *error = questionnaire_read_key(reading, object, error_key);
}

static void read_counts(struct reading *reading, const struct json *object,
                        struct limits *limits)
{
    struct item_words *words = &limits->words;
    struct item_ticks *ticks = &limits->ticks;
    struct span *keys = limits->keys;
    read_limit(reading, object, "min_length", "min_length_error", &words->length_min,
               &keys[CHECK_MIN_LENGTH]);
    read_limit(reading, object, "max_length", "max_length_error", &words->length_max,
               &keys[CHECK_MAX_LENGTH]);
    read_limit(reading, object, "min_words", "min_words_error", &words->words_min,
               &keys[CHECK_MIN_WORDS]);
    read_limit(reading, object, "max_words", "max_words_error", &words->words_max,
               &keys[CHECK_MAX_WORDS]);
    read_limit(reading, object, "min_selected", "min_selected_error",
               &ticks->selected_min, &keys[CHECK_MIN_SELECTED]);
    read_limit(reading, object, "max_selected", "max_selected_error",
               &ticks->selected_max, &keys[CHECK_MAX_SELECTED]);
}

static void read_rules(struct reading *reading, struct rules rules, struct limits *limits)
{
    struct item_words *words = &limits->words;
    struct span *keys = limits->keys;
    read_counts(reading, rules.object, limits);
    read_bound(reading, rules.object, "number_min", "number_min_error",
               &words->number_min, &keys[CHECK_NUMBER_MIN]);
    read_bound(reading, rules.object, "number_max", "number_max_error",
               &words->number_max, &keys[CHECK_NUMBER_MAX]);
    if (!rules.has_plain_range)
        return;
    read_bound(reading, rules.object, "min", "min_error", &words->number_min,
               &keys[CHECK_NUMBER_MIN]);
    read_bound(reading, rules.object, "max", "max_error", &words->number_max,
               &keys[CHECK_NUMBER_MAX]);
}

static void check_order(struct reading *reading, const struct json *object,
                        const struct limits *limits)
{
    const struct item_words *words = &limits->words;
    const struct item_ticks *ticks = &limits->ticks;
    const bool is_wrong =
        (words->length_max && words->length_min > words->length_max) ||
        (words->words_max && words->words_min > words->words_max) ||
        (ticks->selected_max && ticks->selected_min > ticks->selected_max) ||
        ticks->selected_min > OPTIONS_MAX || words->number_min > words->number_max;
    if (is_wrong)
        document_fault(&reading->document, FAULT_ERROR, object, "",
                       "The smallest allowed is above the largest allowed");
}

/* A short text whose rules are those of a number is meant as a number. */
static void keep_limits(const struct limits *limits, bool is_typed, struct item *item)
{
    const bool has_bound =
        !isnan(limits->words.number_min) || !isnan(limits->words.number_max);
    if (item->kind == ITEM_SHORT && (is_typed || has_bound))
        item->kind = ITEM_NUMBER;
    switch (item_kind_shape(item->kind)) {
    case SHAPE_TEXT:
        item->words = limits->words;
        break;
    case SHAPE_TICKS:
        item->ticks = limits->ticks;
        break;
    case SHAPE_NONE:
    case SHAPE_NUMBER:
    case SHAPE_PICK:
    case SHAPE_ROWS:
    case SHAPE_PAIR:
    case SHAPE_ORDER:
        break;
    }
}

void questionnaire_read_checks(struct reading *reading, const struct json *object,
                               struct item *item)
{
    struct document *document = &reading->document;
    const struct json *validation = document_object(document, object, "validation");
    document_known(
        document, validation,
        "type min max min_error max_error min_length max_length min_length_error "
        "max_length_error min_words max_words min_words_error max_words_error "
        "number_min number_max number_min_error number_max_error pattern pattern_error "
        "min_selected max_selected min_selected_error max_selected_error",
        FAULT_NOTE);
    const struct span input = document_text(document, object, "input_type");
    if (input.count && !is_span(input, "number") && !is_span(input, "text"))
        document_fault(document, FAULT_NOTE, json_get(object, "input_type"), "",
                       "\"%.*s\" is typed as plain text", SPAN_ARGS(input));
    const bool is_typed = is_span(document_text(document, validation, "type"), "number");
    const bool is_number = item->kind == ITEM_NUMBER;
    struct limits limits = {.words = {.number_min = NAN, .number_max = NAN},
                            .keys = item->check_keys};
    if (item_kind_shape(item->kind) == SHAPE_TEXT)
        limits.words = item->words;
    read_rules(reading, (struct rules){object, is_number}, &limits);
    read_rules(reading, (struct rules){validation, is_typed || is_number}, &limits);
    if (json_get(validation, "pattern"))
        document_fault(document, FAULT_NOTE, json_get(validation, "pattern"), "",
                       "Patterns are not checked here");
    keep_limits(&limits, is_typed || is_span(input, "number"), item);
    check_order(reading, object, &limits);
}
