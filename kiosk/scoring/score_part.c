#include "scoring/score_part.h"

#include "measure/resonance.h"
#include "questionnaire/osd_score.h"

#include <math.h>

int score_part_find(const struct sitting *sitting, enum part_use use, struct span frame)
{
    const struct assessment *assessment = sitting->assessment;
    for (size_t i = 0; i < assessment->part_count; i++) {
        const struct part *part = &assessment->parts[i];
        if (part->use == use && part->role == sitting->start.role &&
            (!frame.count || is_span_equal(frame, part->frame)))
            return (int)i;
    }
    return NO_PART;
}

const struct answer *score_part_answer(const struct sitting *sitting, size_t part,
                                       size_t item)
{
    const struct answer *answer = sitting->part_steps[part].answers[item];
    const struct questionnaire *questionnaire =
        sitting->assessment->parts[part].questionnaire;
    if (!answer || answer->state != ANSWER_GIVEN ||
        !is_answer_complete(&questionnaire->items[item], answer))
        return NULL;
    return answer;
}

/* The dimensions of the block's statements; NULL when one has none. */
static const size_t *objects_of(struct arena *arena, const struct item *item)
{
    size_t *objects = arena_array(arena, size_t, item->option_count);
    for (size_t i = 0; i < item->option_count; i++) {
        if (item->options[i].dimension < 0)
            return NULL;
        objects[i] = (size_t)item->options[i].dimension;
    }
    return objects;
}

struct bestworst_block *score_part_blocks(struct arena *arena,
                                          const struct sitting *sitting, size_t part,
                                          size_t *out_count)
{
    const struct questionnaire *questionnaire =
        sitting->assessment->parts[part].questionnaire;
    struct bestworst_block *blocks =
        arena_array(arena, struct bestworst_block, questionnaire->item_count);
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->item_count; i++) {
        const struct item *item = &questionnaire->items[i];
        const size_t *objects =
            item->kind == ITEM_BEST_WORST ? objects_of(arena, item) : NULL;
        const struct answer *answer = score_part_answer(sitting, part, i);
        if (objects)
            blocks[count++] = (struct bestworst_block){
                .objects = objects,
                .object_count = item->option_count,
                .best = answer ? answer->pair[PAIR_BEST] : BESTWORST_NONE,
                .worst = answer ? answer->pair[PAIR_WORST] : BESTWORST_NONE,
            };
    }
    *out_count = count;
    return blocks;
}

void score_part_scores(struct arena *arena, const struct sitting *sitting, size_t part,
                       size_t count, double *out_scores)
{
    const struct arena_mark mark = arena_mark(arena);
    struct bestworst_tally *tallies = arena_array(arena, struct bestworst_tally, count);
    size_t block_count;
    const struct bestworst_block *blocks =
        score_part_blocks(arena, sitting, part, &block_count);
    bestworst_count(blocks, block_count, count, tallies);
    for (size_t i = 0; i < count; i++)
        out_scores[i] =
            tallies[i].shown < RESONANCE_SHOWN_LEAST ? NAN : bestworst_score(tallies[i]);
    arena_release(arena, mark);
}

/* The scoring block of the dimension's name; NULL: it is no scale. */
static const struct score_block *scale_of(const struct questionnaire *questionnaire,
                                          size_t dimension)
{
    const int block =
        osd_score_block(questionnaire->scoring, questionnaire->dimensions[dimension].id);
    return block == NO_BLOCK ? NULL : &questionnaire->scoring->blocks[block];
}

size_t score_part_scales(const struct questionnaire *questionnaire,
                         size_t *out_dimensions, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->dimension_count && count < most; i++)
        if (scale_of(questionnaire, i))
            out_dimensions[count++] = i;
    return count;
}

size_t score_part_scale_size(const struct questionnaire *questionnaire, size_t dimension)
{
    const struct score_block *scale = scale_of(questionnaire, dimension);
    size_t count = 0;
    for (size_t i = 0; scale && i < scale->input_count; i++) {
        const struct item *item = questionnaire_item(questionnaire, scale->inputs[i].id);
        count += item && item->kind == ITEM_LIKERT ? 1 : 0;
    }
    return count;
}

size_t score_part_keyed_most(const struct questionnaire *questionnaire)
{
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->dimension_count; i++)
        count += score_part_scale_size(questionnaire, i);
    return count;
}

struct driver_level *score_part_drivers(struct arena *arena,
                                        const struct sitting *sitting, size_t part,
                                        size_t *out_count)
{
    const struct questionnaire *questionnaire =
        sitting->assessment->parts[part].questionnaire;
    const struct scoring *scoring = questionnaire->scoring;
    const struct answer_set set = {questionnaire, sitting->part_steps[part].answers};
    const struct answer_source source = answer_source_of(&set);
    const struct osd_scores scores = osd_score(arena, questionnaire, &source);
    struct driver_level *levels =
        arena_array(arena, struct driver_level, questionnaire->dimension_count);
    size_t count = 0;
    for (size_t i = 0; i < questionnaire->dimension_count; i++) {
        const struct score_block *scale = scale_of(questionnaire, i);
        if (!scale)
            continue;
        const struct score_value *value = &scores.blocks[scale - scoring->blocks];
        levels[count++] = (struct driver_level){
            .id = questionnaire->dimensions[i].id,
            .answered = value->input_count,
            .score = value->value,
            .sem = isnan(scale->sem) ? SCORE_PART_SEM_ASSUMED : scale->sem,
        };
    }
    *out_count = count;
    return levels;
}

static double keyed(const struct item *item, const struct answer *answer, int coding)
{
    const double options_above_low =
        answer ? (answer->number - item->scale.low) / item->scale.step : NAN;
    const double blind_sd = sqrt((item->scale.points * item->scale.points - 1) / 12.0);
    return (coding < 0 ? item->scale.points - 1 - options_above_low : options_above_low) /
           blind_sd;
}

/* Into `out_answers`; how many. */
static size_t key_scale(const struct sitting *sitting, size_t part,
                        const struct score_block *scale, double *out_answers)
{
    const struct questionnaire *questionnaire =
        sitting->assessment->parts[part].questionnaire;
    size_t count = 0;
    for (size_t i = 0; i < scale->input_count; i++) {
        const struct score_input *input = &scale->inputs[i];
        const struct item *item = questionnaire_item(questionnaire, input->id);
        if (!item || item->kind != ITEM_LIKERT)
            continue;
        const size_t index = (size_t)(item - questionnaire->items);
        out_answers[count++] =
            keyed(item, score_part_answer(sitting, part, index), input->coding);
    }
    return count;
}

struct keyed_ratings score_part_keyed(struct arena *arena, const struct sitting *sitting,
                                      size_t part)
{
    const struct questionnaire *questionnaire =
        sitting->assessment->parts[part].questionnaire;
    const size_t dimension_count = questionnaire->dimension_count;
    size_t count = 0;
    double *answers = arena_array(arena, double, score_part_keyed_most(questionnaire));
    size_t *sizes = arena_array(arena, size_t, dimension_count);
    for (size_t i = 0; i < dimension_count; i++) {
        const struct score_block *scale = scale_of(questionnaire, i);
        sizes[i] = scale ? key_scale(sitting, part, scale, answers + count) : 0;
        count += sizes[i];
    }
    return (struct keyed_ratings){answers, sizes, dimension_count};
}
