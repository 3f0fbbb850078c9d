#include "sitting/sitting_words.h"

#include "base/buffer.h"
#include "base/words.h"

#include <math.h>

/* Of one answer: 64 rows with their labels. */
enum { WORDS_MAX_BYTES = 4 * 1024 * 1024 };

struct span sitting_words_option(const struct sitting *sitting, size_t step,
                                 const struct option *option)
{
    return sitting_text(sitting, step,
                        option->text_key.count ? option->text_key : option->value);
}

struct span sitting_words_side(const struct sitting *sitting, size_t step, int side)
{
    const struct span key = side == PAIR_BEST ? SPAN("label_best") : SPAN("label_worst");
    const struct span words = sitting_text(sitting, step, key);
    if (!is_span_equal(words, key))
        return words;
    return side == PAIR_BEST ? WS("Most") : WS("Least");
}

static void add_part(struct buffer *out, struct span words)
{
    buffer_format(out, "%s%.*s", out->count ? "\n" : "", SPAN_ARGS(words));
}

/* The ticked options, a line each. */
static struct span ticks_words(struct arena *arena, const struct sitting *sitting,
                               size_t step)
{
    const struct item *item = sitting->steps[step].item;
    const struct answer *answer = &sitting->answers[step];
    struct buffer out = buffer_init(arena, WORDS_MAX_BYTES);
    for (size_t i = 0; i < item->option_count; i++)
        if (answer->is_ticked[i])
            add_part(&out, sitting_words_option(sitting, step, &item->options[i]));
    return buffer_span(&out);
}

/* The rows of a grid that are filled in, a line each. */
static struct span rows_words(struct arena *arena, const struct sitting *sitting,
                              size_t step)
{
    const struct item *item = sitting->steps[step].item;
    const struct answer *answer = &sitting->answers[step];
    struct buffer out = buffer_init(arena, WORDS_MAX_BYTES);
    for (size_t row = 0; row < item->grid.row_count; row++) {
        const int pick = answer->columns[row];
        if (pick == NOT_PICKED)
            continue;
        add_part(
            &out,
            span_format(
                arena, "%.*s: %.*s",
                SPAN_ARGS(sitting_words_option(sitting, step, &item->grid.rows[row])),
                SPAN_ARGS(sitting_words_option(sitting, step, &item->options[pick]))));
    }
    return buffer_span(&out);
}

/* "1. ...", from the first place on as far as the order was made. */
static struct span order_words(struct arena *arena, const struct sitting *sitting,
                               size_t step)
{
    const struct item *item = sitting->steps[step].item;
    const struct answer *answer = &sitting->answers[step];
    struct buffer out = buffer_init(arena, WORDS_MAX_BYTES);
    for (size_t place = 0; place < item->option_count; place++) {
        const int option = answer->order[place];
        if (option == NOT_PICKED)
            break;
        add_part(&out, span_format(arena, "%zu. %.*s", place + 1,
                                   SPAN_ARGS(sitting_words_option(
                                       sitting, step, &item->options[option]))));
    }
    return buffer_span(&out);
}

static struct span pick_words(const struct sitting *sitting, size_t step)
{
    const struct item *item = sitting->steps[step].item;
    const int pick = sitting->answers[step].pick;
    return pick == NOT_PICKED ? SPAN("")
                              : sitting_words_option(sitting, step, &item->options[pick]);
}

static struct span first_value(struct arena *arena, const struct sitting *sitting,
                               size_t step)
{
    struct answer_values values;
    answer_values(sitting->steps[step].item, &sitting->answers[step], &values);
    return values.count ? span_copy(arena, values.texts[0]) : SPAN("");
}

/* What was chosen as most and as least, a line each. */
static struct span pair_words(struct arena *arena, const struct sitting *sitting,
                              size_t step)
{
    const struct item *item = sitting->steps[step].item;
    const int16_t *pair = sitting->answers[step].pair;
    const struct span sides[PAIR_COUNT] = {
        [PAIR_BEST] = WS("Most"), [PAIR_WORST] = WS("Least")};
    struct buffer out = buffer_init(arena, WORDS_MAX_BYTES);
    for (int side = PAIR_BEST; side <= PAIR_WORST; side++)
        if (pair[side] != NOT_PICKED)
            add_part(&out, span_format(arena, "%.*s: %.*s", SPAN_ARGS(sides[side]),
                                       SPAN_ARGS(sitting_words_option(
                                           sitting, step, &item->options[pair[side]]))));
    return buffer_span(&out);
}

/* The words of the option or anchor that has this value; empty where there are none. */
static struct span words_of_value(const struct sitting *sitting, size_t step,
                                  double value)
{
    const struct item *item = sitting->steps[step].item;
    for (size_t i = 0; i < item->option_count; i++)
        if (fabs(item->options[i].number - value) < 1e-9 &&
            item->options[i].text_key.count)
            return sitting_text(sitting, step, item->options[i].text_key);
    return SPAN("");
}

/* "7 (Too bright)": an end of a scale, with its words where it has any. */
static struct span end_words(struct arena *arena, const struct sitting *sitting,
                             size_t step, double end, struct span key)
{
    const struct span words =
        key.count ? sitting_text(sitting, step, key) : words_of_value(sitting, step, end);
    const struct span number = words_number(arena, end, WORDS_AS_MANY_AS_NEEDED);
    if (!words.count)
        return number;
    return has_span_prefix(words, number.data)
               ? words
               : span_format(arena, "%.*s (%.*s)", SPAN_ARGS(number), SPAN_ARGS(words));
}

/* A point of a scale by its label; one without by its number, and what that is a number of. */
static struct span number_words(struct arena *arena, const struct sitting *sitting,
                                size_t step)
{
    const struct item *item = sitting->steps[step].item;
    const struct span value = first_value(arena, sitting, step);
    if (!value.count)
        return value;
    const struct span words =
        words_of_value(sitting, step, sitting->answers[step].number);
    return words.count
               ? words
               : span_format(arena, W("%.*s, from %.*s to %.*s"), SPAN_ARGS(value),
                             SPAN_ARGS(end_words(arena, sitting, step, item->scale.low,
                                                 item->scale.low_key)),
                             SPAN_ARGS(end_words(arena, sitting, step, item->scale.high,
                                                 item->scale.high_key)));
}

struct span sitting_words_answer(struct arena *arena, const struct sitting *sitting,
                                 size_t step)
{
    switch (item_kind_shape(sitting->steps[step].item->kind)) {
    case SHAPE_NONE:
        break;
    case SHAPE_NUMBER:
        return number_words(arena, sitting, step);
    case SHAPE_PAIR:
        return pair_words(arena, sitting, step);
    case SHAPE_PICK:
        return pick_words(sitting, step);
    case SHAPE_TICKS:
        return ticks_words(arena, sitting, step);
    case SHAPE_ROWS:
        return rows_words(arena, sitting, step);
    case SHAPE_ORDER:
        return order_words(arena, sitting, step);
    case SHAPE_TEXT:
        return sitting->answers[step].text;
    }
    return SPAN("");
}
