/* Each member is taken apart into parts (one, or the elements of a list), each part goes to its
 * place in the item's answer, and the whole is then checked by the rules of the item. Messages
 * name the place and never the answer. */
#include "questionnaire/answer_read.h"

#include "base/must.h"

#include "questionnaire/read/document.h"
#include "questionnaire/osd_score.h"
#include "questionnaire/scored/shown.h"

#include <math.h>

static const char no_answer[] = "null stands for no answer.";

struct reading {
    struct document document;
    const struct questionnaire *questionnaire;
    struct answer **answers; /* by item index; NULL where there is none */
};

/* One value of an answer: where it stands and which one it is, from 0. */
struct part {
    const struct json *place;
    struct span text;
    size_t index;
};

struct parts {
    struct part all[OPTIONS_MAX];
    size_t count; /* also of those there is no room for */
};

static int option_of(const struct item *item, struct span value)
{
    for (size_t i = 0; i < item->option_count; i++)
        if (is_span_equal(item->options[i].value, value))
            return (int)i;
    return NOT_PICKED;
}

/* Tells how many values an answer of `item` can have. */
static size_t part_limit(const struct item *item)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
        return 0;
    case SHAPE_NUMBER:
    case SHAPE_PICK:
    case SHAPE_TEXT:
        return 1;
    case SHAPE_TICKS:
    case SHAPE_ORDER:
        return item->option_count;
    case SHAPE_ROWS:
        return item->grid.row_count;
    case SHAPE_PAIR:
        return 2;
    }
    return 0;
}

/* Several values in one text are separated by this; 0, which no text has, where there is one. */
static char separator_of(const struct item *item)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_TICKS:
        return '|';
    case SHAPE_ROWS:
        return ' ';
    case SHAPE_NONE:
    case SHAPE_NUMBER:
    case SHAPE_PICK:
    case SHAPE_PAIR:
    case SHAPE_ORDER:
    case SHAPE_TEXT:
        break;
    }
    return 0;
}

/* A range in steps of more than 1 is our reading of points that do not fit it, so that a value
 * between two of them is kept. */
static void check_point(struct reading *reading, const struct item *item,
                        const struct json *place, double number)
{
    if (number != floor(number))
        document_fault(&reading->document, FAULT_ERROR, place, no_answer,
                       "A whole number is needed here");
    else if (fmod(number - item->scale.low, item->scale.step) != 0)
        document_fault(&reading->document, FAULT_WARNING, place, "",
                       "The value lies between two points of the item");
}

static void take_number(struct reading *reading, const struct item *item,
                        const struct part *part, struct answer *answer)
{
    const double low = item->scale.low, high = item->scale.high;
    double number;
    if (part->place->kind == JSON_BOOLEAN ||
        !span_to_number(span_trim(part->text), &number) || number < low || number > high)
        document_fault(&reading->document, FAULT_ERROR, part->place, no_answer,
                       "A number from %.15g to %.15g is needed here", low, high);
    else {
        answer->number = number;
        if (item->kind == ITEM_LIKERT && item->scale.is_scorable)
            check_point(reading, item, part->place, number);
    }
}

static void take_text(struct reading *reading, const struct part *part,
                      struct answer *answer)
{
    if (part->place->kind == JSON_BOOLEAN)
        document_fault(&reading->document, FAULT_ERROR, part->place, no_answer,
                       "A text or a number is needed here");
    answer->text = part->text;
}

static int take_option(struct reading *reading, const struct item *item,
                       const struct part *part)
{
    const int option = option_of(item, part->text);
    if (option == NOT_PICKED)
        document_fault(&reading->document, FAULT_ERROR, part->place,
                       "Write the value of an option as the questionnaire has it.",
                       "The item has no such option");
    return option;
}

static void take_part(struct reading *reading, const struct item *item,
                      const struct part *part, struct answer *answer)
{
    int option;
    if (!part->text.count || is_span(part->text, "NA"))
        return;
    answer->state = ANSWER_GIVEN;
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
        return;
    case SHAPE_NUMBER:
        take_number(reading, item, part, answer);
        return;
    case SHAPE_TEXT:
        take_text(reading, part, answer);
        return;
    case SHAPE_PICK:
        answer->pick = (int16_t)take_option(reading, item, part);
        return;
    case SHAPE_TICKS:
        option = take_option(reading, item, part);
        if (option != NOT_PICKED)
            answer->is_ticked[option] = true;
        return;
    case SHAPE_ROWS:
        answer->columns[part->index] = (int16_t)take_option(reading, item, part);
        return;
    case SHAPE_PAIR:
        answer->pair[part->index] = (int16_t)take_option(reading, item, part);
        return;
    case SHAPE_ORDER:
        answer->order[part->index] = (int16_t)take_option(reading, item, part);
        return;
    }
}

static void put_part(struct parts *parts, const struct json *place, struct span text)
{
    if (parts->count < sizeof parts->all / sizeof *parts->all)
        parts->all[parts->count] = (struct part){place, text, parts->count};
    parts->count++;
}

static void take_apart(struct reading *reading, const struct item *item,
                       const struct json *value, struct parts *parts)
{
    struct arena *arena = reading->document.arena;
    struct span text, rest = document_scalar(arena, value);
    for (const struct json *each = value->first; each; each = each->next)
        put_part(parts, each, document_scalar(arena, each));
    while (span_next(&rest, separator_of(item), &text))
        put_part(parts, value, text);
}

static const char *rule_name(enum item_check check)
{
    static const char *const names[CHECK_COUNT] = {
        [CHECK_MIN_LENGTH] = "min_length",     [CHECK_MAX_LENGTH] = "max_length",
        [CHECK_MIN_WORDS] = "min_words",       [CHECK_MAX_WORDS] = "max_words",
        [CHECK_NUMBER_MIN] = "number_min",     [CHECK_NUMBER_MAX] = "number_max",
        [CHECK_MIN_SELECTED] = "min_selected", [CHECK_MAX_SELECTED] = "max_selected",
    };
    return names[check];
}

/* sum_correct compares texts: what is no number is then wrong, but not missing. */
static bool is_compared(const struct scoring *scoring, const struct item *item)
{
    for (size_t i = 0; i < scoring->block_count; i++)
        for (size_t j = 0; j < scoring->blocks[i].input_count; j++)
            if (scoring->blocks[i].method == SCORE_SUM_CORRECT &&
                is_span_equal(scoring->blocks[i].inputs[j].id, item->id))
                return true;
    return false;
}

static void check_rules(struct reading *reading, const struct item *item,
                        const struct json *value, const struct answer *answer)
{
    const enum item_check check = answer_check(item, answer);
    const bool is_kept =
        item->kind != ITEM_NUMBER || is_compared(reading->questionnaire->scoring, item);
    const enum fault_weight weight = is_kept ? FAULT_WARNING : FAULT_ERROR;
    const char *hint = is_kept ? "It is taken as it stands." : no_answer;
    if (check == CHECK_NUMBER)
        document_fault(&reading->document, weight, value, hint,
                       "A number is needed here");
    else if (check != CHECK_NONE)
        document_fault(&reading->document, weight, value, hint,
                       "The answer breaks the rule %s of its item", rule_name(check));
}

/* A sitting can leave a pair or an order half done, a file cannot: nobody would mend it. */
static void check_whole(struct reading *reading, const struct item *item,
                        const struct json *value, const struct answer *answer)
{
    if (answer->state != ANSWER_GIVEN || is_answer_complete(item, answer))
        return;
    switch (item_kind_shape(item->kind)) {
    case SHAPE_PAIR:
        document_fault(&reading->document, FAULT_ERROR, value,
                       "Write the best first, then the worst.",
                       "Two different statements are needed here");
        break;
    case SHAPE_ORDER:
        document_fault(&reading->document, FAULT_ERROR, value,
                       "Write them in a list, from the first to the last.",
                       "Each statement is needed here once");
        break;
    case SHAPE_NONE:
    case SHAPE_NUMBER:
    case SHAPE_PICK:
    case SHAPE_TICKS:
    case SHAPE_ROWS:
    case SHAPE_TEXT:
        break;
    }
}

static void take_whole(struct reading *reading, const struct item *item,
                       const struct json *value, struct answer *answer)
{
    const size_t limit = part_limit(item);
    struct parts parts = {.count = 0};
    take_apart(reading, item, value, &parts);
    if (parts.count > limit) {
        document_fault(&reading->document, FAULT_ERROR, value, "",
                       limit ? "The item takes at most %zu of these values"
                             : "The item takes no answer",
                       limit);
        return;
    }
    const size_t errors_before = reading->document.faults->error_count;
    for (size_t i = 0; i < parts.count; i++)
        take_part(reading, item, &parts.all[i], answer);
    if (reading->document.faults->error_count > errors_before)
        return;
    check_rules(reading, item, value, answer);
    check_whole(reading, item, value, answer);
}

static bool is_well_formed(const struct json *value)
{
    if (value->kind != JSON_ARRAY)
        return is_document_scalar(value) || value->kind == JSON_NULL;
    for (const struct json *each = value->first; each; each = each->next)
        if (!is_document_scalar(each) && each->kind != JSON_NULL)
            return false;
    return true;
}

static struct answer *answer_at(struct reading *reading, size_t index)
{
    const struct item *item = &reading->questionnaire->items[index];
    if (!reading->answers[index]) {
        reading->answers[index] = arena_new(reading->document.arena, struct answer);
        *reading->answers[index] = answer_empty(item);
    }
    return reading->answers[index];
}

static void take_member(struct reading *reading, const struct json *value)
{
    const struct questionnaire *questionnaire = reading->questionnaire;
    const struct item *item = questionnaire_item(questionnaire, value->key);
    size_t index, row;
    if (!is_well_formed(value))
        document_fault(&reading->document, FAULT_ERROR, value, "",
                       "An answer is a number, a text or a list of these");
    else if (item)
        take_whole(reading, item, value,
                   answer_at(reading, (size_t)(item - questionnaire->items)));
    else if (questionnaire_row(questionnaire, value->key, &index, &row))
        take_part(
            reading, &questionnaire->items[index],
            &(struct part){value, document_scalar(reading->document.arena, value), row},
            answer_at(reading, index));
    else
        document_fault(&reading->document, FAULT_ERROR, value,
                       "Write the id of an item, or GRID_1 for the first row of GRID.",
                       "The questionnaire has no such item");
}

/* The index of the item that a member names, itself or by one of its rows; it names one. */
static size_t index_of(const struct questionnaire *questionnaire, struct span key)
{
    const struct item *item = questionnaire_item(questionnaire, key);
    size_t index = 0, row;
    if (item)
        return (size_t)(item - questionnaire->items);
    must(questionnaire_row(questionnaire, key, &index, &row));
    return index;
}

static void tell_hidden(struct reading *reading, const struct json *value,
                        const struct answer *const *counted)
{
    const size_t index = index_of(reading->questionnaire, value->key);
    const struct answer *given = reading->answers[index];
    if (given && given->state != ANSWER_NONE && !counted[index])
        document_fault(&reading->document, FAULT_WARNING, value, "",
                       "With these answers the item is not shown, so it does not count");
}

/* The answers of the file, by item index. */
static enum status read_file(struct reading *reading, struct span bytes,
                             const struct json **out_root)
{
    static const struct json_limits limits = {ANSWER_FILE_BYTES_MAX, 3, 100000};
    struct document *document = &reading->document;
    const size_t errors_before = document->faults->error_count;
    const struct json *root = document_open(document, bytes, &limits);
    for (const struct json *value = root ? root->first : NULL; value; value = value->next)
        take_member(reading, value);
    if (document->faults->error_count > errors_before)
        return fail(STATUS_BAD_INPUT, "%.*s does not hold answers to these items",
                    SPAN_ARGS(document->file));
    *out_root = root;
    return OK;
}

static struct answer_source source_of(struct arena *arena,
                                      const struct questionnaire *questionnaire,
                                      const struct answer *const *answers)
{
    struct answer_set *set = arena_new(arena, struct answer_set);
    *set = (struct answer_set){questionnaire, answers};
    return answer_source_of(set);
}

static struct reading reading_begin(struct arena *arena, struct span file,
                                    const struct questionnaire *questionnaire,
                                    struct fault_list *faults)
{
    return (struct reading){
        .document = {.arena = arena, .file = file, .faults = faults},
        .questionnaire = questionnaire,
        .answers = arena_array(arena, struct answer *, questionnaire->item_count)};
}

enum status answer_read(struct arena *arena, struct span file, struct span bytes,
                        const struct questionnaire *questionnaire,
                        struct fault_list *faults, struct answer_source *out_source)
{
    struct reading reading = reading_begin(arena, file, questionnaire, faults);
    const struct answer **counted =
        arena_array(arena, const struct answer *, questionnaire->item_count);
    const struct json *root;
    const enum status status = read_file(&reading, bytes, &root);
    if (status != OK)
        return status;
    shown_answers(questionnaire, (const struct answer *const *)reading.answers, counted);
    for (const struct json *value = root ? root->first : NULL; value; value = value->next)
        tell_hidden(&reading, value, counted);
    *out_source = source_of(arena, questionnaire, counted);
    return OK;
}

enum status answer_read_all(struct arena *arena, struct span file, struct span bytes,
                            const struct questionnaire *questionnaire,
                            struct fault_list *faults, struct answer_source *out_source)
{
    struct reading reading = reading_begin(arena, file, questionnaire, faults);
    const struct json *root;
    const enum status status = read_file(&reading, bytes, &root);
    if (status == OK)
        *out_source = source_of(arena, questionnaire,
                                (const struct answer *const *)reading.answers);
    return status;
}
