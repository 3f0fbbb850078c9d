#include "scoring/score_drivers.h"

#include "measure/distribution.h"
#include "measure/gap.h"
#include "measure/moments.h"
#include "measure/situations.h"
#include "scoring/score_part.h"

#include <math.h>

static const double P_MOST = .05;

/* It is the part of every gap that says how applicants rate, and nothing of this one. */
double score_drivers_usual_gap(const struct basis *basis)
{
    double sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < basis->driver_count; i++) {
        const double gap = basis->drivers[i].now - basis->drivers[i].norm;
        sum += isnan(gap) ? 0 : gap;
        count += isnan(gap) ? 0 : 1;
    }
    return count ? sum / (double)count : 0;
}

static bool is_said(const struct basis *basis, const struct scorecard *scorecard)
{
    return has_basis_norm(basis) && !scorecard->quality.are_drivers_withheld;
}

/* Words only for what is large and holds beyond chance over all drivers together. */
static void flags_fill(struct arena *arena, const struct basis *basis,
                       struct scorecard *scorecard)
{
    const size_t count = scorecard->driver_count;
    const struct arena_mark mark = arena_mark(arena);
    double *p = arena_array(arena, double, 2 * count), *adjusted = p + count;
    for (size_t i = 0; i < count; i++) {
        const struct driver_score *score = &scorecard->drivers[i];
        const struct driver_basis *driver = basis_driver(basis, score->id);
        p[i] = driver && driver->gate > 0
                   ? distribution_normal_both(score->gap / score->gap_se)
                   : NAN;
    }
    gap_holm(p, count, adjusted);
    for (size_t i = 0; i < count; i++) {
        struct driver_score *score = &scorecard->drivers[i];
        score->p = adjusted[i];
        if (adjusted[i] < P_MOST && fabs(score->gap) >= GAP_LEAST)
            score->flag = score->gap < 0 ? GAP_MAY_MISS : GAP_MAY_FIND_MORE;
    }
    arena_release(arena, mark);
}

static struct driver_score driver_against_means(const struct driver_level *level,
                                                const struct driver_basis *basis,
                                                double usual)
{
    const double sem = basis && !isnan(basis->sem) ? basis->sem : level->sem;
    const double gap = basis ? basis->now - level->score - usual : NAN;
    return (struct driver_score){
        .id = level->id,
        .answered = (int)level->answered,
        .score = level->score,
        .sem = sem,
        .organization = basis ? basis->now : NAN,
        .gap = gap,
        .gap_se = basis && !isnan(gap) ? hypot(sem, basis->now_se) : NAN,
        .p = NAN,
    };
}

static struct driver_score driver_score(const struct driver_level *level,
                                        const struct driver_basis *basis)
{
    struct driver_score score = {.id = level->id,
                                 .answered = (int)level->answered,
                                 .score = level->score,
                                 .sem = level->sem,
                                 .organization = NAN,
                                 .gap = NAN,
                                 .gap_se = NAN,
                                 .p = NAN};
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
    const bool has_means = basis && has_basis_means(basis);
    const double usual = has_means ? score_drivers_usual_gap(basis) : 0;
    for (size_t i = 0; i < scorecard->driver_count; i++) {
        const struct driver_basis *driver = basis_driver(basis, levels[i].id);
        scorecard->drivers[i] = has_means
                                    ? driver_against_means(&levels[i], driver, usual)
                                    : driver_score(&levels[i], driver);
        scorecard->is_sem_assumed |= !driver || isnan(driver->sem);
    }
    if (has_means && is_said(basis, scorecard))
        flags_fill(arena, basis, scorecard);
}

static const struct situation_basis *key_of(const struct basis *basis,
                                            const struct item *item)
{
    for (size_t i = 0; basis && i < basis->situation_count; i++) {
        const struct situation_basis *key = &basis->situations[i];
        if (is_span_equal(key->id, item->id))
            return key->option_count == item->option_count ? key : NULL;
    }
    return NULL;
}

static double situation_value(const struct situation_basis *key,
                              const struct answer *answer)
{
    return key && key->is_usable && answer
               ? situations_score(key->value, key->option_count,
                                  (size_t)answer->pair[PAIR_BEST],
                                  (size_t)answer->pair[PAIR_WORST])
               : NAN;
}

static struct situation_score situation_score(const struct basis *basis,
                                              const struct item *item,
                                              const struct answer *answer)
{
    const struct situation_basis *key = key_of(basis, item);
    const bool is_rated = basis && has_basis_means(basis) && key && answer;
    return (struct situation_score){
        .id = item->id,
        .driver = item->dimension,
        .score = basis && has_basis_means(basis) ? NAN : situation_value(key, answer),
        .most = is_rated ? key->value[answer->pair[PAIR_BEST]] : NAN,
        .least = is_rated ? key->value[answer->pair[PAIR_WORST]] : NAN,
    };
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
        scorecard->situations[scorecard->situation_count++] =
            situation_score(basis, item, score_part_answer(sitting, (size_t)part, i));
    }
    scorecard->situation_by_driver = arena_array(arena, double, scorecard->driver_count);
    for (size_t i = 0; i < scorecard->driver_count; i++)
        scorecard->situation_by_driver[i] =
            driver_mean(scorecard, scorecard->drivers[i].id);
}
