#include "scoring/score_drivers.h"

#include "measure/gap.h"
#include "measure/situations.h"
#include "scoring/score_part.h"

#include <math.h>

static struct driver_score driver_score(const struct driver_level *level,
                                        const struct driver_basis *basis)
{
    struct driver_score score = {.id = level->id,
                                 .answered = (int)level->answered,
                                 .score = level->score,
                                 .sem = level->sem,
                                 .organization = NAN,
                                 .gap = NAN,
                                 .gap_se = NAN};
    if (!basis)
        return score;
    const struct gap gap = gap_compare(level->score, level->sem, basis->now,
                                       basis->sd_now, basis->rater_count);
    score.organization = basis->now;
    score.gap = gap.gap;
    score.gap_se = isnan(gap.gap) ? NAN : gap.se;
    score.flag = basis->gate > 0 ? gap.flag : GAP_NONE;
    return score;
}

void score_drivers(struct arena *arena, const struct sitting *sitting,
                   const struct basis *basis, struct scorecard *scorecard)
{
    const int part = score_part_find(sitting, PART_DRIVERS, SPAN(""));
    if (part == NO_PART)
        return;
    const struct driver_level *levels =
        score_part_drivers(arena, sitting, (size_t)part, &scorecard->driver_count);
    scorecard->drivers = arena_array(arena, struct driver_score, scorecard->driver_count);
    for (size_t i = 0; i < scorecard->driver_count; i++)
        scorecard->drivers[i] =
            driver_score(&levels[i], basis_driver(basis, levels[i].id));
}

static const struct situation_basis *key_of(const struct basis *basis,
                                            const struct item *item)
{
    for (size_t i = 0; basis && i < basis->situation_count; i++) {
        const struct situation_basis *key = &basis->situations[i];
        if (is_span_equal(key->id, item->id))
            return key->is_usable && key->option_count == item->option_count ? key : NULL;
    }
    return NULL;
}

static double situation_value(const struct situation_basis *key,
                              const struct answer *answer)
{
    return key && answer ? situations_score(key->value, key->option_count,
                                            (size_t)answer->pair[PAIR_BEST],
                                            (size_t)answer->pair[PAIR_WORST])
                         : NAN;
}

static double driver_mean(const struct scorecard *scorecard, struct span driver)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < scorecard->situation_count; i++) {
        const struct situation_score *situation = &scorecard->situations[i];
        if (!is_span_equal(situation->driver, driver) || isnan(situation->score))
            continue;
        sum += situation->score;
        count++;
    }
    return count ? sum / (double)count : NAN;
}

void score_drivers_situations(struct arena *arena, const struct sitting *sitting,
                              const struct basis *basis, struct scorecard *scorecard)
{
    const int part = score_part_find(sitting, PART_SITUATIONS, SPAN(""));
    const struct questionnaire *questionnaire =
        part == NO_PART ? NULL : sitting->assessment->parts[part].questionnaire;
    const size_t item_count = questionnaire ? questionnaire->item_count : 0;
    scorecard->situations = arena_array(arena, struct situation_score, item_count);
    for (size_t i = 0; i < item_count; i++) {
        const struct item *item = &questionnaire->items[i];
        if (item->kind != ITEM_MOST_LEAST)
            continue;
        scorecard->situations[scorecard->situation_count++] = (struct situation_score){
            .id = item->id,
            .driver = item->dimension,
            .score = situation_value(key_of(basis, item),
                                     score_part_answer(sitting, (size_t)part, i)),
        };
    }
    scorecard->situation_by_driver = arena_array(arena, double, scorecard->driver_count);
    for (size_t i = 0; i < scorecard->driver_count; i++)
        scorecard->situation_by_driver[i] =
            driver_mean(scorecard, scorecard->drivers[i].id);
}
