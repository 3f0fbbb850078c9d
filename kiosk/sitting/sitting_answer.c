#include "sitting/sitting_answer.h"

#include "sitting/sitting_text.h"

#include <math.h>

static const char *const state_words[] = {
    [ANSWER_NONE] = "none",
    [ANSWER_PARTIAL] = "partial",
    [ANSWER_GIVEN] = "given",
    [ANSWER_DECLINED] = "declined",
};
enum { STATE_COUNT = sizeof state_words / sizeof *state_words };

/* What best and worst are called in a block of this kind, in the order of the keys. */
struct pair_words {
    const char *first, *second;
    size_t first_side, second_side;
};

static struct pair_words pair_words(enum item_kind kind)
{
    return kind == ITEM_BEST_WORST
               ? (struct pair_words){"best", "worst", PAIR_BEST, PAIR_WORST}
               : (struct pair_words){"least", "most", PAIR_WORST, PAIR_BEST};
}

static void pick_put(struct canonical *canonical, const char *key,
                     const struct option *options, int pick)
{
    if (pick == NOT_PICKED)
        canonical_null(canonical, key);
    else
        canonical_text(canonical, key, options[pick].value);
}

static void pair_put(struct canonical *canonical, const struct item *item,
                     const struct answer *answer)
{
    const struct pair_words words = pair_words(item->kind);
    canonical_object(canonical, "value");
    pick_put(canonical, words.first, item->options, answer->pair[words.first_side]);
    pick_put(canonical, words.second, item->options, answer->pair[words.second_side]);
    canonical_end(canonical);
}

static void rows_put(struct canonical *canonical, const struct item *item,
                     const struct answer *answer)
{
    canonical_list(canonical, "value");
    for (size_t row = 0; row < item->grid.row_count; row++) {
        canonical_object(canonical, NULL);
        pick_put(canonical, "column", item->options, answer->columns[row]);
        canonical_text(canonical, "row", item->grid.rows[row].value);
        canonical_end(canonical);
    }
    canonical_end(canonical);
}

static void ticks_put(struct canonical *canonical, const struct item *item,
                      const struct answer *answer)
{
    canonical_list(canonical, "value");
    for (size_t i = 0; i < item->option_count; i++)
        if (answer->is_ticked[i])
            canonical_text(canonical, NULL, item->options[i].value);
    canonical_end(canonical);
}

/* From the first place on, as far as the order was made. */
static void ranks_put(struct canonical *canonical, const struct item *item,
                      const struct answer *answer)
{
    canonical_list(canonical, "value");
    for (size_t place = 0; place < item->option_count; place++)
        if (answer->order[place] != NOT_PICKED)
            canonical_text(canonical, NULL, item->options[answer->order[place]].value);
    canonical_end(canonical);
}

static void value_put(struct canonical *canonical, const struct item *item,
                      const struct answer *answer)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
        canonical_null(canonical, "value");
        return;
    case SHAPE_NUMBER:
        canonical_exact(canonical, "value", answer->number);
        return;
    case SHAPE_ROWS:
        rows_put(canonical, item, answer);
        return;
    case SHAPE_PICK:
        pick_put(canonical, "value", item->options, answer->pick);
        return;
    case SHAPE_TICKS:
        ticks_put(canonical, item, answer);
        return;
    case SHAPE_ORDER:
        ranks_put(canonical, item, answer);
        return;
    case SHAPE_TEXT:
        canonical_text(canonical, "value", answer->text);
        return;
    case SHAPE_PAIR:
        pair_put(canonical, item, answer);
        return;
    }
}

static bool has_content(const struct answer *answer)
{
    return answer->state == ANSWER_GIVEN || answer->state == ANSWER_PARTIAL;
}

/* What stands at each shown place: rows of a grid, else options or statements. */
static void order_put(struct canonical *canonical, const struct step *step)
{
    const struct option *from = questionnaire_item_places(step->item).all;
    canonical_list(canonical, "order");
    for (size_t i = 0; i < step->order_count; i++)
        canonical_text(canonical, NULL, from[step->order[i]].value);
    canonical_end(canonical);
}

void sitting_answer_value_put(struct canonical *canonical, const struct sitting *sitting,
                              size_t step, const struct answer *answer)
{
    const struct item *item = sitting->steps[step].item;
    canonical_text(canonical, "state", span_of(state_words[answer->state]));
    if (has_content(answer))
        value_put(canonical, item, answer);
    else
        canonical_null(canonical, "value");
}

void sitting_answer_put(struct canonical *canonical, const char *key,
                        const struct sitting *sitting, size_t step,
                        const struct answer *answer)
{
    const struct item *item = sitting->steps[step].item;
    canonical_object(canonical, key);
    canonical_whole(canonical, "changes", answer->change_count);
    canonical_text(canonical, "id",
                   sitting_step_id(canonical->buffer.arena, sitting, step));
    canonical_text(canonical, "kind", span_of(item_kind_name(item->kind)));
    order_put(canonical, &sitting->steps[step]);
    canonical_whole(canonical, "spent_ms", answer->spent_ms);
    sitting_answer_value_put(canonical, sitting, step, answer);
    canonical_end(canonical);
}

/* The index of the option with this value; a value nobody offers is a failure. */
static int16_t pick_take(struct canonical_take *take, const struct option *options,
                         size_t count, const struct json *value)
{
    if (!value || value->kind == JSON_NULL)
        return NOT_PICKED;
    for (size_t i = 0; value->kind == JSON_TEXT && i < count; i++)
        if (is_span_equal(options[i].value, value->text))
            return (int16_t)i;
    canonical_take_wrong(take, "an answer was not offered by its item");
    return NOT_PICKED;
}

static void pair_take(struct canonical_take *take, const struct json *object,
                      const struct item *item, struct answer *answer)
{
    const struct pair_words words = pair_words(item->kind);
    const struct json *pair = canonical_take_object(take, object, "value");
    answer->pair[words.first_side] =
        pick_take(take, item->options, item->option_count,
                  canonical_take_field(take, pair, words.first));
    answer->pair[words.second_side] =
        pick_take(take, item->options, item->option_count,
                  canonical_take_field(take, pair, words.second));
}

static void rows_take(struct canonical_take *take, const struct json *object,
                      const struct item *item, struct answer *answer)
{
    const struct json *list =
        canonical_take_list(take, object, "value", item->grid.row_count);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        const int16_t index = pick_take(take, item->grid.rows, item->grid.row_count,
                                        canonical_take_field(take, row, "row"));
        if (index != NOT_PICKED)
            answer->columns[index] = pick_take(take, item->options, item->option_count,
                                               canonical_take_field(take, row, "column"));
    }
}

static void ticks_take(struct canonical_take *take, const struct json *object,
                       const struct item *item, struct answer *answer)
{
    const struct json *list =
        canonical_take_list(take, object, "value", item->option_count);
    for (const struct json *tick = list ? list->first : NULL; tick; tick = tick->next) {
        const int16_t index = pick_take(take, item->options, item->option_count, tick);
        if (index != NOT_PICKED)
            answer->is_ticked[index] = true;
    }
}

static bool has_place(const struct answer *answer, size_t count, int16_t option)
{
    for (size_t place = 0; place < count; place++)
        if (answer->order[place] == option)
            return true;
    return false;
}

static void ranks_take(struct canonical_take *take, const struct json *object,
                       const struct item *item, struct answer *answer)
{
    size_t count = 0;
    const struct json *list =
        canonical_take_list(take, object, "value", item->option_count);
    for (const struct json *each = list ? list->first : NULL; each; each = each->next) {
        const int16_t option = pick_take(take, item->options, item->option_count, each);
        if (option == NOT_PICKED || has_place(answer, count, option))
            canonical_take_wrong(take, "an order names something twice, or nothing");
        answer->order[count++] = option;
    }
}

static void number_take(struct canonical_take *take, const struct json *object,
                        struct answer *answer)
{
    const double number = canonical_take_number(take, object, "value");
    if (isfinite(number))
        answer->number = number;
    else
        canonical_take_wrong(take, "a rating has no value");
}

/* A text that would not be kept as it is did not come from this program. */
static void text_take(struct canonical_take *take, const struct json *object,
                      const struct item *item, struct answer *answer)
{
    answer->text = canonical_take_text(take, object, "value");
    if (sitting_text_fit(item, answer->text, NULL) != answer->text.count)
        canonical_take_wrong(take, "a text is not one that its item allows");
}

static void value_take(struct canonical_take *take, const struct json *object,
                       const struct item *item, struct answer *answer)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NONE:
        return;
    case SHAPE_NUMBER:
        number_take(take, object, answer);
        return;
    case SHAPE_ROWS:
        rows_take(take, object, item, answer);
        return;
    case SHAPE_PICK:
        answer->pick = pick_take(take, item->options, item->option_count,
                                 canonical_take_field(take, object, "value"));
        return;
    case SHAPE_TICKS:
        ticks_take(take, object, item, answer);
        return;
    case SHAPE_ORDER:
        ranks_take(take, object, item, answer);
        return;
    case SHAPE_TEXT:
        text_take(take, object, item, answer);
        return;
    case SHAPE_PAIR:
        pair_take(take, object, item, answer);
        return;
    }
}

void sitting_answer_take(struct canonical_take *take, const struct json *object,
                         const struct sitting *sitting, size_t *out_step,
                         struct answer *out_answer)
{
    const int step = sitting_find(sitting, canonical_take_text(take, object, "id"));
    if (step == NO_STEP) {
        canonical_take_wrong(take,
                             "it answers an item that this assessment does not ask");
        return;
    }
    struct answer answer = answer_empty(sitting->steps[step].item);
    answer.change_count =
        (int32_t)canonical_take_whole(take, object, "changes", 0, INT32_MAX);
    answer.spent_ms = canonical_take_whole(take, object, "spent_ms", 0, INT64_MAX);
    answer.state = (enum answer_state)canonical_take_word(take, object, "state",
                                                          state_words, STATE_COUNT);
    if (has_content(&answer))
        value_take(take, object, sitting->steps[step].item, &answer);
    if (take->status != OK)
        return;
    *out_step = (size_t)step;
    *out_answer = answer;
}
