#include "questionnaire/scored/osd_range.h"

#include <math.h>

static const struct osd_range unknown = {NAN, NAN};

/* Each block is worked out once, when it is first needed. */
struct run {
    const struct questionnaire *questionnaire;
    struct osd_range *ranges;
    bool *is_done;
};

static bool is_known(struct osd_range range)
{
    return range.low <= range.high;
}

static struct osd_range divided(struct osd_range range, double by)
{
    return by < 0 ? (struct osd_range){range.high / by, range.low / by}
                  : (struct osd_range){range.low / by, range.high / by};
}

/* What is multiplied by a negative number changes its ends. */
static struct osd_range times(struct osd_range range, double factor)
{
    return factor < 0 ? (struct osd_range){range.high * factor, range.low * factor}
                      : (struct osd_range){range.low * factor, range.high * factor};
}

static void take_in(struct osd_range *range, double value)
{
    range->low = isnan(range->low) ? value : fmin(range->low, value);
    range->high = isnan(range->high) ? value : fmax(range->high, value);
}

/* The numbers of the options that have one. */
static struct osd_range of_options(const struct item *item)
{
    struct osd_range range = unknown;
    for (size_t i = 0; i < item->option_count; i++)
        if (!isnan(item->options[i].number))
            take_in(&range, item->options[i].number);
    return range;
}

/* The values that an answer to the item, or to a row of it, can have. */
static struct osd_range of_item(const struct item *item)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NUMBER:
        return (struct osd_range){item->scale.low, item->scale.high};
    case SHAPE_ROWS:
        return (struct osd_range){item->grid.low, item->grid.high};
    case SHAPE_PICK:
    case SHAPE_TICKS:
        return of_options(item);
    case SHAPE_TEXT:
        return (struct osd_range){item->words.number_min, item->words.number_max};
    case SHAPE_NONE:
    case SHAPE_PAIR:
    case SHAPE_ORDER:
        break;
    }
    return unknown;
}

static const struct item *item_of(const struct questionnaire *questionnaire,
                                  struct span id)
{
    size_t index, row;
    const struct item *item = questionnaire_item(questionnaire, id);
    if (!item && questionnaire_row(questionnaire, id, &index, &row))
        item = &questionnaire->items[index];
    return item;
}

/* Through the map, value by value where it reaches. */
static struct osd_range mapped(const struct score_input *input, struct osd_range range)
{
    const double first = isnan(input->low) ? 1 : input->low;
    struct osd_range out = unknown;
    if (!input->map || !is_known(range))
        return range;
    for (size_t i = 0; i < input->map_count; i++)
        if (first + (double)i >= range.low && first + (double)i <= range.high)
            take_in(&out, input->map[i]);
    if (range.high >= first + (double)input->map_count)
        take_in(&out, range.high);
    return out;
}

static struct osd_range of_block(struct run *run, size_t index);

static struct osd_range of_input(struct run *run, const struct score_block *block,
                                 const struct score_input *input)
{
    if (input->block != NO_BLOCK)
        return times(of_block(run, (size_t)input->block), input->coding);
    if (block->method == SCORE_SUM_CORRECT)
        return (struct osd_range){0, 1};
    const struct item *item = item_of(run->questionnaire, input->id);
    if (!item || !input->is_scorable)
        return unknown;
    const struct osd_range range = mapped(input, of_item(item));
    return input->coding < 0 && !isnan(input->low)
               ? (struct osd_range){input->low + input->high - range.high,
                                    input->low + input->high - range.low}
               : range;
}

/* What the ends of all inputs come to. */
struct ends {
    double low, high;   /* the lowest and the highest of them */
    double least, most; /* the lowest of the highest, the highest of the lowest */
    struct osd_range sum, weighted;
    double weights;
    size_t count;
};

static void ends_add(struct ends *ends, const struct score_input *input,
                     struct osd_range range)
{
    ends->low = ends->count ? fmin(ends->low, range.low) : range.low;
    ends->high = ends->count ? fmax(ends->high, range.high) : range.high;
    ends->least = ends->count ? fmin(ends->least, range.high) : range.high;
    ends->most = ends->count ? fmax(ends->most, range.low) : range.low;
    ends->sum.low += range.low;
    ends->sum.high += range.high;
    ends->count++;
    if (isnan(input->weight))
        return;
    const struct osd_range part = times(range, input->weight);
    ends->weighted.low += part.low;
    ends->weighted.high += part.high;
    ends->weights += input->weight;
}

static struct osd_range of_method(const struct score_block *block,
                                  const struct ends *ends)
{
    switch (block->method) {
    case SCORE_MEAN_CODED:
        return divided(ends->sum, (double)ends->count);
    case SCORE_SUM_CODED:
    case SCORE_SUM_CORRECT:
        return ends->sum;
    case SCORE_WEIGHTED_SUM:
        return ends->weighted;
    case SCORE_WEIGHTED_MEAN:
        return ends->weights == 0 ? unknown : divided(ends->weighted, ends->weights);
    case SCORE_MAX:
        return (struct osd_range){ends->most, ends->high};
    case SCORE_MIN:
        return (struct osd_range){ends->low, ends->least};
    case SCORE_SD:
    case SCORE_NOT_KNOWN:
        break;
    }
    return unknown;
}

static struct osd_range transformed(const struct transform *transform,
                                    struct osd_range range)
{
    const double number = transform->number;
    if (transform->operand != OPERAND_NUMBER)
        return unknown;
    switch (transform->op) {
    case TRANSFORM_ADD:
        return (struct osd_range){range.low + number, range.high + number};
    case TRANSFORM_SUBTRACT:
        return (struct osd_range){range.low - number, range.high - number};
    case TRANSFORM_MULTIPLY:
        return times(range, number);
    case TRANSFORM_DIVIDE:
        return number == 0 ? range : divided(range, number);
    }
    return unknown;
}

static struct osd_range worked_out(struct run *run, const struct score_block *block)
{
    struct ends ends = {0};
    if (block->is_in_circle || !block->input_count)
        return unknown;
    for (size_t i = 0; i < block->input_count; i++) {
        const struct osd_range range = of_input(run, block, &block->inputs[i]);
        if (!is_known(range))
            return unknown;
        ends_add(&ends, &block->inputs[i], range);
    }
    struct osd_range range = of_method(block, &ends);
    for (size_t i = 0; i < block->transform_count; i++)
        range = transformed(&block->transforms[i], range);
    return is_known(range) ? range : unknown;
}

static struct osd_range of_block(struct run *run, size_t index)
{
    if (!run->is_done[index])
        run->ranges[index] = worked_out(run, &run->questionnaire->scoring->blocks[index]);
    run->is_done[index] = true;
    return run->ranges[index];
}

struct osd_range *osd_range_blocks(struct arena *arena,
                                   const struct questionnaire *questionnaire)
{
    const size_t count = questionnaire->scoring->block_count;
    struct run run = {.questionnaire = questionnaire,
                      .ranges = arena_array(arena, struct osd_range, count),
                      .is_done = arena_array(arena, bool, count)};
    for (size_t i = 0; i < count; i++)
        (void)of_block(&run, i);
    return run.ranges;
}
