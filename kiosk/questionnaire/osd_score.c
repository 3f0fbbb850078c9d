/* Blocks are worked out when they are first needed: a composite asks for its parts. Circles were
 * found while reading and end here at once. Sums run in the order of the document, so the same
 * answers give the same bits everywhere. */
#include "questionnaire/osd_score.h"

#include "questionnaire/expression.h"

#include <math.h>

enum state { STATE_NOT_YET, STATE_OPEN, STATE_DONE };

struct run {
    struct arena *arena;
    const struct questionnaire *questionnaire;
    const struct scoring *scoring;
    const struct answer_source *source;
    struct osd_scores scores;
    enum state *blocks, *computed;
};

/* Running statistics over what is there. */
struct tally {
    size_t count;
    double sum, low, high, squares; /* squares: around the mean (Welford 1962) */
    double mean;
};

static void tally_add(struct tally *tally, double value)
{
    const double before = value - tally->mean;
    tally->count++;
    tally->sum += value;
    tally->mean += before / (double)tally->count;
    tally->squares += before * (value - tally->mean);
    tally->low = tally->count == 1 ? value : fmin(tally->low, value);
    tally->high = tally->count == 1 ? value : fmax(tally->high, value);
}

static double tally_mean(const struct tally *tally)
{
    return tally->sum / (double)tally->count;
}

static double tally_sd(const struct tally *tally)
{
    return sqrt(tally->squares / (double)tally->count);
}

int osd_score_block(const struct scoring *scoring, struct span id)
{
    for (size_t i = 0; i < scoring->block_count; i++)
        if (is_span_equal(scoring->blocks[i].id, id))
            return (int)i;
    return NO_BLOCK;
}

/* Takes the answer as a number when it is one text that is a number as a whole; else it is
 * missing (NAN). */
static double answer_number(const struct run *run, struct span id)
{
    struct answer_values values;
    double number;
    values.count = 0;
    run->source->values(run->source->context, id, &values);
    if (values.count != 1 || !span_to_number(span_trim(values.texts[0]), &number))
        return NAN;
    return number;
}

static double mapped(const struct score_input *input, double value)
{
    const double place = value - (isnan(input->low) ? 1 : input->low);
    if (!input->map || !(place >= 0 && place < (double)input->map_count) ||
        place != floor(place))
        return value;
    return input->map[(size_t)place];
}

static bool is_accepted(struct span given, const struct score_input *input)
{
    for (size_t i = 0; i < input->correct_count; i++)
        if (is_span_alike(span_trim(input->correct[i]), given))
            return true;
    return false;
}

static double correct_value(const struct run *run, const struct score_input *input)
{
    struct answer_values values;
    values.count = 0;
    run->source->values(run->source->context, input->id, &values);
    if (!values.count)
        return NAN;
    for (size_t i = 0; i < values.count; i++)
        if (is_accepted(span_trim(values.texts[i]), input))
            return 1;
    return 0;
}

static double block_value(struct run *run, size_t index);

/* Codes an input; NAN: missing. A block has no range in which it could be reversed, so it is
 * only negated. */
static double input_value(struct run *run, const struct score_block *block,
                          const struct score_input *input)
{
    if (input->block != NO_BLOCK)
        return input->coding * block_value(run, (size_t)input->block);
    if (block->method == SCORE_SUM_CORRECT)
        return correct_value(run, input);
    if (!input->is_scorable)
        return NAN;
    const double value = mapped(input, answer_number(run, input->id));
    if (input->coding < 0 && !isnan(input->low))
        return input->low + input->high - value;
    return value;
}

/* What a block adds up while it goes over its inputs. */
struct gathered {
    struct tally all, items;
    double weighted, weights;
    size_t weighted_count;
};

static void gather(struct run *run, const struct score_block *block,
                   struct gathered *gathered)
{
    for (size_t i = 0; i < block->input_count; i++) {
        const struct score_input *input = &block->inputs[i];
        const double value = input_value(run, block, input);
        if (isnan(value))
            continue;
        tally_add(&gathered->all, value);
        if (input->block == NO_BLOCK)
            tally_add(&gathered->items, value);
        if (isnan(input->weight))
            continue;
        gathered->weighted += input->weight * value;
        gathered->weights += input->weight;
        gathered->weighted_count++;
    }
}

static double weighted_value(const struct score_block *block,
                             const struct gathered *gathered)
{
    if (!gathered->weighted_count)
        return NAN;
    if (block->method == SCORE_WEIGHTED_SUM)
        return gathered->weighted;
    return gathered->weights == 0 ? NAN : gathered->weighted / gathered->weights;
}

static double raw_value(const struct score_block *block, const struct gathered *gathered)
{
    const struct tally *all = &gathered->all;
    if (!all->count || all->count < block->minimum)
        return NAN;
    switch (block->method) {
    case SCORE_MEAN_CODED:
        return tally_mean(all);
    case SCORE_SUM_CODED:
    case SCORE_SUM_CORRECT:
        return all->sum;
    case SCORE_SD:
        return tally_sd(all);
    case SCORE_WEIGHTED_SUM:
    case SCORE_WEIGHTED_MEAN:
        return weighted_value(block, gathered);
    case SCORE_MAX:
        return all->high;
    case SCORE_MIN:
        return all->low;
    case SCORE_NOT_KNOWN:
        return NAN;
    }
    return NAN;
}

static double operand_value(const struct transform *transform, const struct tally *items)
{
    if (transform->operand == OPERAND_NUMBER)
        return transform->number;
    if (transform->operand == OPERAND_N)
        return (double)items->count;
    if (!items->count)
        return NAN;
    switch (transform->operand) {
    case OPERAND_MEAN:
        return tally_mean(items);
    case OPERAND_SUM:
        return items->sum;
    case OPERAND_SD:
        return tally_sd(items);
    case OPERAND_MIN:
        return items->low;
    case OPERAND_MAX:
        return items->high;
    case OPERAND_RANGE:
        return items->high - items->low;
    case OPERAND_NUMBER:
    case OPERAND_N:
        break;
    }
    return NAN;
}

static double transformed(const struct transform *transform, const struct tally *items,
                          double value)
{
    const double operand = operand_value(transform, items);
    switch (transform->op) {
    case TRANSFORM_ADD:
        return value + operand;
    case TRANSFORM_SUBTRACT:
        return value - operand;
    case TRANSFORM_MULTIPLY:
        return value * operand;
    case TRANSFORM_DIVIDE:
        return operand == 0 ? value : value / operand;
    }
    return NAN;
}

/* Takes the label of the first range that has the value in it; in a hole between two ranges
 * there is none, for the nearest would say what the document does not. */
static struct span norm_label(const struct score_norm *norms, size_t count, double value)
{
    for (size_t i = 0; i < count; i++)
        if (value >= norms[i].low && value <= norms[i].high)
            return norms[i].label;
    return (struct span){0};
}

static double block_value(struct run *run, size_t index)
{
    const struct score_block *block = &run->scoring->blocks[index];
    struct score_value *out = &run->scores.blocks[index];
    if (run->blocks[index] == STATE_DONE || block->is_in_circle)
        return out->value;
    run->blocks[index] = STATE_DONE;
    struct gathered gathered = {0};
    if (block->method != SCORE_NOT_KNOWN)
        gather(run, block, &gathered);
    out->input_count = gathered.all.count;
    out->raw = out->value = raw_value(block, &gathered);
    for (size_t i = 0; i < block->transform_count; i++)
        out->value = transformed(&block->transforms[i], &gathered.items, out->value);
    out->label = norm_label(block->norms, block->norm_count, out->value);
    return out->value;
}

static double computed_value(struct run *run, size_t index);

static double named_parameter(const struct questionnaire *questionnaire, struct span id)
{
    const struct parameter *parameter = questionnaire_parameter(questionnaire, id);
    double number = NAN;
    if (parameter)
        (void)span_to_number(parameter->value, &number);
    return number;
}

static double named_computed(struct run *run, struct span id)
{
    for (size_t i = 0; i < run->scoring->computed_count; i++)
        if (is_span_equal(run->scoring->computed[i].name, id))
            return computed_value(run, i);
    return NAN;
}

/* This holds what is not const: names are looked up through a const context while values are
 * still made. */
struct holder {
    struct run *run;
};

static double named_value(const void *context, enum expression_name kind, struct span id)
{
    struct run *run = ((const struct holder *)context)->run;
    int block;
    switch (kind) {
    case NAME_ANSWER:
        return answer_number(run, id);
    case NAME_PARAMETER:
        return named_parameter(run->questionnaire, id);
    case NAME_SCORE:
        block = osd_score_block(run->scoring, id);
        return block == NO_BLOCK ? NAN : block_value(run, (size_t)block);
    case NAME_COMPUTED:
        return named_computed(run, id);
    }
    return NAN;
}

static double computed_value(struct run *run, size_t index)
{
    const struct computed *computed = &run->scoring->computed[index];
    struct score_value *out = &run->scores.computed[index];
    if (run->computed[index] != STATE_NOT_YET || !computed->expression)
        return out->value; /* NAN while open: a circle is missing */
    run->computed[index] = STATE_OPEN;
    const struct holder holder = {run};
    const struct expression_names names = {&holder, named_value};
    const double value = expression_value(computed->expression, &names);
    out->value = computed->is_boolean && !isnan(value) ? value != 0 : value;
    out->raw = out->value;
    out->label = norm_label(computed->norms, computed->norm_count, out->value);
    run->computed[index] = STATE_DONE;
    return out->value;
}

static struct score_value *missing_values(struct arena *arena, size_t count)
{
    struct score_value *values = arena_array(arena, struct score_value, count);
    for (size_t i = 0; i < count; i++)
        values[i].raw = values[i].value = NAN;
    return values;
}

struct osd_scores osd_score(struct arena *arena,
                            const struct questionnaire *questionnaire,
                            const struct answer_source *source)
{
    const struct scoring *scoring = questionnaire->scoring;
    struct run run = {.arena = arena,
                      .questionnaire = questionnaire,
                      .scoring = scoring,
                      .source = source,
                      .blocks = arena_array(arena, enum state, scoring->block_count),
                      .computed =
                          arena_array(arena, enum state, scoring->computed_count)};
    run.scores.blocks = missing_values(arena, scoring->block_count);
    run.scores.computed = missing_values(arena, scoring->computed_count);
    for (size_t i = 0; i < scoring->block_count; i++)
        block_value(&run, i);
    for (size_t i = 0; i < scoring->computed_count; i++)
        computed_value(&run, i);
    return run.scores;
}
