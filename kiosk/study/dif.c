#include "study/dif.h"

#include "measure/fairness/mantel_haenszel.h"
#include "measure/moments.h"
#include "study/ordinal.h"

#include <math.h>

static const double Z95 = 1.6448536269514722; /* 95 % point of the normal distribution */

static enum dif_class classify(double delta, double se)
{
    const double size = fabs(delta);
    if (!(se > 0)) /* NAN where delta is */
        return DIF_UNKNOWN;
    if (size < 1 || size / se < MOMENTS_Z975)
        return DIF_A;
    return size >= 1.5 && (size - 1) / se > Z95 ? DIF_C : DIF_B;
}

/* One table for each score, the reference group first. */
static struct mantel_haenszel_table *stratify(struct arena *arena, const double *solved,
                                              const bool *is_focal, const size_t *scores,
                                              size_t count, size_t *out_strata)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        most = scores[i] > most ? scores[i] : most;
    struct mantel_haenszel_table *tables =
        arena_array(arena, struct mantel_haenszel_table, most + 1);
    for (size_t i = 0; i < count; i++) {
        struct mantel_haenszel_table *table = &tables[scores[i]];
        if (is_focal[i])
            *(solved[i] > 0 ? &table->c : &table->d) += 1;
        else
            *(solved[i] > 0 ? &table->a : &table->b) += 1;
    }
    *out_strata = most + 1;
    return tables;
}

static double standardized_difference(const struct mantel_haenszel_table *tables,
                                      size_t strata)
{
    double sum = 0, weight = 0;
    for (size_t s = 0; s < strata; s++) {
        const struct mantel_haenszel_table *t = &tables[s];
        const double reference = t->a + t->b, focal = t->c + t->d;
        if (!(reference > 0) || !(focal > 0))
            continue;
        sum += focal * (t->c / focal - t->a / reference);
        weight += focal;
    }
    return sum / weight;
}

static double chi2_of(double smaller, double larger)
{
    return isnan(smaller) || isnan(larger) ? NAN : fmax(0, smaller - larger);
}

/* The score is centred and scaled first; that changes the coefficients, not the likelihood. */
static double deviance_of(struct arena *arena, const size_t *answers,
                          const bool *is_focal, const double *scores, size_t count,
                          size_t predictor_count)
{
    double *rows = arena_array(arena, double, (count * predictor_count));
    const double mean = moments_mean(scores, count), sd = moments_sd(scores, count);
    for (size_t i = 0; i < count; i++) {
        const double at = (scores[i] - mean) / sd, group = is_focal[i] ? 1 : 0;
        const double row[] = {at, group, at * group};
        for (size_t j = 0; j < predictor_count; j++)
            rows[i * predictor_count + j] = row[j];
    }
    return ordinal_deviance(arena, rows, answers, count, predictor_count, 2);
}

static void compare_models(struct arena *arena, const double *solved,
                           const bool *is_focal, const size_t *scores, size_t count,
                           struct dif_models *out_models)
{
    size_t *answers = arena_array(arena, size_t, count), solved_count = 0;
    double *matching = arena_array(arena, double, count);
    double deviance[3] = {NAN, NAN, NAN};
    for (size_t i = 0; i < count; i++) {
        answers[i] = solved[i] > 0 ? 1 : 0;
        solved_count += answers[i];
        matching[i] = (double)scores[i];
    }
    const bool can_compare =
        solved_count > 0 && solved_count < count && moments_sd(matching, count) > 0;
    for (size_t m = 0; m < 3 && can_compare; m++)
        deviance[m] = deviance_of(arena, answers, is_focal, matching, count, m + 1);
    out_models->lr_uniform = chi2_of(deviance[0], deviance[1]);
    out_models->lr_nonuniform = chi2_of(deviance[1], deviance[2]);
    out_models->lr_both = chi2_of(deviance[0], deviance[2]);
}

void dif_describe(struct arena *arena, const double *solved, const bool *is_focal,
                  const size_t *scores, size_t count, struct dif *out_dif)
{
    const struct arena_mark mark = arena_mark(arena);
    struct mantel_haenszel pooled;
    struct dif dif = {0};
    size_t strata;
    const struct mantel_haenszel_table *tables =
        stratify(arena, solved, is_focal, scores, count, &strata);
    mantel_haenszel_pool(tables, strata, &pooled);
    dif.chi2_cc = pooled.chi2_cc;
    dif.chi2 = pooled.chi2;
    dif.p = pooled.p_cc;
    dif.odds_ratio = pooled.odds_ratio;
    dif.delta = pooled.odds_ratio > 0 ? -2.35 * log(pooled.odds_ratio) : NAN;
    dif.delta_se = 2.35 * sqrt(pooled.log_variance);
    dif.ets = classify(dif.delta, dif.delta_se);
    dif.std_p_dif = standardized_difference(tables, strata);
    compare_models(arena, solved, is_focal, scores, count, &dif.models);
    arena_release(arena, mark);
    *out_dif = dif;
}
