#include "questionnaire/answer.h"

#include "base/json/json.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

static void picks_empty(int16_t *picks, size_t count)
{
    for (size_t i = 0; i < count; i++)
        picks[i] = NOT_PICKED;
}

struct answer answer_empty(const struct item *item)
{
    struct answer answer;
    memset(&answer, 0, sizeof answer); /* all members of the union */
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
    case SHAPE_NUMBER:
    case SHAPE_TICKS:
    case SHAPE_TEXT:
        break;
    case SHAPE_PICK:
        picks_empty(&answer.pick, 1);
        break;
    case SHAPE_ROWS:
        picks_empty(answer.columns, OPTIONS_MAX);
        break;
    case SHAPE_PAIR:
        picks_empty(answer.pair, PAIR_COUNT);
        break;
    case SHAPE_ORDER:
        picks_empty(answer.order, OPTIONS_MAX);
        break;
    }
    return answer;
}

static struct span bytes_of(const void *data, size_t count)
{
    return (struct span){data, count};
}

struct span answer_content(const struct item *item, const struct answer *answer)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
        break;
    case SHAPE_NUMBER:
        return bytes_of(&answer->number, sizeof answer->number);
    case SHAPE_PICK:
        return bytes_of(&answer->pick, sizeof answer->pick);
    case SHAPE_TICKS:
        return bytes_of(answer->is_ticked, sizeof answer->is_ticked);
    case SHAPE_ROWS:
        return bytes_of(answer->columns, sizeof answer->columns);
    case SHAPE_PAIR:
        return bytes_of(answer->pair, sizeof answer->pair);
    case SHAPE_ORDER:
        return bytes_of(answer->order, sizeof answer->order);
    case SHAPE_TEXT:
        return answer->text;
    }
    return SPAN("");
}

static bool is_pick(int16_t pick, size_t count)
{
    return pick >= 0 && (size_t)pick < count;
}

static size_t count_ticks(const struct item *item, const struct answer *answer)
{
    size_t ticked = 0;
    for (size_t i = 0; i < item->option_count; i++)
        ticked += answer->is_ticked[i];
    return ticked;
}

static bool is_grid_complete(const struct item *item, const struct answer *answer)
{
    for (size_t row = 0; row < item->grid.row_count; row++)
        if (answer->columns[row] == NOT_PICKED)
            return false;
    return true;
}

static bool is_pair_complete(const struct item *item, const struct answer *answer)
{
    return is_pick(answer->pair[PAIR_BEST], item->option_count) &&
           is_pick(answer->pair[PAIR_WORST], item->option_count) &&
           answer->pair[PAIR_BEST] != answer->pair[PAIR_WORST];
}

static bool is_order_complete(const struct item *item, const struct answer *answer)
{
    for (size_t i = 0; i < item->option_count; i++) {
        if (!is_pick(answer->order[i], item->option_count))
            return false;
        for (size_t j = 0; j < i; j++)
            if (answer->order[i] == answer->order[j])
                return false;
    }
    return true;
}

static bool is_given_complete(const struct item *item, const struct answer *answer)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
        return true;
    case SHAPE_NUMBER:
        return answer->number >= item->scale.low && answer->number <= item->scale.high;
    case SHAPE_ROWS:
        return is_grid_complete(item, answer);
    case SHAPE_PICK:
        return is_pick(answer->pick, item->option_count);
    case SHAPE_TICKS:
        return count_ticks(item, answer) > 0;
    case SHAPE_TEXT:
        return span_trim(answer->text).count > 0;
    case SHAPE_PAIR:
        return is_pair_complete(item, answer);
    case SHAPE_ORDER:
        return is_order_complete(item, answer);
    }
    return false;
}

bool is_answer_complete(const struct item *item, const struct answer *answer)
{
    if (answer->state == ANSWER_DECLINED)
        return true;
    return answer->state == ANSWER_GIVEN && is_given_complete(item, answer);
}

bool is_answer_open(const struct item *item, const struct answer *answer)
{
    const bool is_left_out = is_item_kind_typed(item->kind) && !item->is_required;
    return is_item_kind_answerable(item->kind) && !is_left_out &&
           !is_answer_complete(item, answer);
}

static size_t count_words(struct span text)
{
    size_t words = 0;
    int was_blank = 1;
    for (size_t i = 0; i < text.count; i++) {
        const bool is_blank = strchr(" \t\n\r\v\f", text.data[i]) != NULL;
        words += was_blank && !is_blank;
        was_blank = is_blank;
    }
    return words;
}

static enum item_check check_words(const struct item *item, struct span text)
{
    const size_t length = utf8_count(text), words = count_words(text);
    if (length < item->words.length_min)
        return CHECK_MIN_LENGTH;
    if (item->words.length_max && length > item->words.length_max)
        return CHECK_MAX_LENGTH;
    if (words < item->words.words_min)
        return CHECK_MIN_WORDS;
    if (item->words.words_max && words > item->words.words_max)
        return CHECK_MAX_WORDS;
    return CHECK_NONE;
}

/* Many people type a decimal comma: it counts as a point. `text` has 32 bytes. */
static struct span plain_number(struct span typed, char *text)
{
    const struct span trimmed = span_trim(typed);
    const size_t count = trimmed.count < 32 ? trimmed.count : 0;
    for (size_t i = 0; i < count; i++)
        text[i] = trimmed.data[i];
    char *comma = memchr(text, ',', count);
    if (comma)
        *comma = '.';
    return (struct span){text, count};
}

static enum item_check check_number(const struct item *item, struct span typed)
{
    char text[32];
    double number;
    if (!span_to_number(plain_number(typed, text), &number))
        return CHECK_NUMBER;
    if (number < item->words.number_min)
        return CHECK_NUMBER_MIN;
    return number > item->words.number_max ? CHECK_NUMBER_MAX : CHECK_NONE;
}

static enum item_check check_selected(const struct item *item, size_t selected)
{
    if (selected < item->ticks.selected_min)
        return CHECK_MIN_SELECTED;
    return item->ticks.selected_max && selected > item->ticks.selected_max
               ? CHECK_MAX_SELECTED
               : CHECK_NONE;
}

enum item_check answer_check(const struct item *item, const struct answer *answer)
{
    if (answer->state != ANSWER_GIVEN || !is_given_complete(item, answer))
        return CHECK_NONE;
    if (item_kind_shape(item->kind) == SHAPE_TICKS)
        return check_selected(item, count_ticks(item, answer));
    if (!is_item_kind_typed(item->kind))
        return CHECK_NONE;
    const enum item_check check = check_words(item, answer->text);
    if (check != CHECK_NONE || item->kind != ITEM_NUMBER)
        return check;
    return check_number(item, answer->text);
}

static void put_value(struct answer_values *values, struct span text)
{
    values->texts[values->count++] = text;
}

static void put_number(struct answer_values *values, double number)
{
    if (isfinite(number))
        put_value(values, (struct span){values->number,
                                        json_number_text(number, values->number)});
}

static void put_pick(struct answer_values *values, const struct item *item, int16_t pick)
{
    if (is_pick(pick, item->option_count))
        put_value(values, item->options[pick].value);
}

static void put_checked(struct answer_values *values, const struct item *item,
                        const struct answer *answer)
{
    for (size_t i = 0; i < item->option_count; i++)
        if (answer->is_ticked[i])
            put_value(values, item->options[i].value);
}

static void put_text(struct answer_values *values, const struct item *item,
                     struct span text)
{
    if (item->kind == ITEM_NUMBER)
        text = plain_number(text, values->number);
    if (span_trim(text).count)
        put_value(values, text);
}

void answer_values(const struct item *item, const struct answer *answer,
                   struct answer_values *out_values)
{
    out_values->count = 0;
    if (!answer || answer->state != ANSWER_GIVEN)
        return;
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
        return;
    case SHAPE_NUMBER:
        put_number(out_values, answer->number);
        return;
    case SHAPE_ROWS:
        for (size_t row = 0; row < item->grid.row_count; row++)
            put_pick(out_values, item, answer->columns[row]);
        return;
    case SHAPE_PICK:
        put_pick(out_values, item, answer->pick);
        return;
    case SHAPE_TICKS:
        put_checked(out_values, item, answer);
        return;
    case SHAPE_TEXT:
        put_text(out_values, item, answer->text);
        return;
    case SHAPE_PAIR:
        put_pick(out_values, item, answer->pair[PAIR_BEST]);
        put_pick(out_values, item, answer->pair[PAIR_WORST]);
        return;
    case SHAPE_ORDER:
        for (size_t place = 0; place < item->option_count; place++)
            put_pick(out_values, item, answer->order[place]);
        return;
    }
}

/* Takes one row of a grid as an answer of its own, as conditions and scoring name it. */
static void row_values(const struct item *item, size_t row, const struct answer *answer,
                       struct answer_values *out_values)
{
    out_values->count = 0;
    if (answer && (answer->state == ANSWER_GIVEN || answer->state == ANSWER_PARTIAL) &&
        row < item->grid.row_count)
        put_pick(out_values, item, answer->columns[row]);
}

static void set_values(const void *context, struct span id,
                       struct answer_values *out_values)
{
    const struct answer_set *set = context;
    const struct item *item = questionnaire_item(set->questionnaire, id);
    size_t index, row;
    out_values->count = 0;
    if (item)
        answer_values(item, set->answers[item - set->questionnaire->items], out_values);
    else if (questionnaire_row(set->questionnaire, id, &index, &row))
        row_values(&set->questionnaire->items[index], row, set->answers[index],
                   out_values);
}

struct answer_source answer_source_of(const struct answer_set *set)
{
    return (struct answer_source){set, set_values};
}
