#include "scoring/basis/basis_means.h"

#include "base/wipe.h"
#include "measure/moments.h"
#include "measure/profile_se.h"

#include <math.h>

static const double STEPS_OF_ONE = 20; /* means move by .05 */
static const double VOICE_STEPS_OF_ONE = 100;

double basis_means_round(double value)
{
    return moments_round(value, STEPS_OF_ONE);
}

static double error_round(double se)
{
    return isnan(se) ? NAN : fmax(basis_means_round(se), 1 / STEPS_OF_ONE);
}

double basis_means_se(double sd, size_t count)
{
    return error_round(sd / sqrt((double)count));
}

double basis_means_voice(double value)
{
    return moments_round(value, VOICE_STEPS_OF_ONE);
}

static size_t whole_rows(const double *rows, size_t row_count, size_t width)
{
    size_t count = 0;
    for (size_t i = 0; i < row_count; i++)
        count += isnan(rows[i * width]) ? 0 : 1;
    return count;
}

static void dimensions_round(struct basis *basis)
{
    const size_t width = basis->dimension_count;
    double now_se[RESONANCE_DIMENSIONS_MAX], needed_se[RESONANCE_DIMENSIONS_MAX];
    const double *now = basis->rater_scores, *needed = basis->rater_scores_needed;
    if (now)
        profile_se_raters(now, basis->rater_count, width, now_se);
    if (needed)
        profile_se_raters(needed, basis->rater_count, width, needed_se);
    for (size_t i = 0; i < width; i++) {
        struct dimension_basis *dimension = &basis->dimensions[i];
        dimension->now = basis_means_round(dimension->now);
        dimension->needed = basis_means_round(dimension->needed);
        dimension->now_se = now ? error_round(now_se[i]) : NAN;
        dimension->needed_se = needed ? error_round(needed_se[i]) : NAN;
        dimension->sd_now = dimension->ad_now = NAN;
    }
}

static void rows_drop(double **rows, size_t count)
{
    if (*rows)
        wipe(*rows, count * sizeof **rows);
    *rows = NULL;
}

void basis_means_keep(struct basis *basis)
{
    const size_t cells = basis->rater_count * basis->dimension_count;
    if (basis->rater_scores_needed)
        basis->needed_count = whole_rows(basis->rater_scores_needed, basis->rater_count,
                                         basis->dimension_count);
    dimensions_round(basis);
    basis->crystallization = basis_means_voice(basis->crystallization);
    basis->crystallization_needed = basis_means_voice(basis->crystallization_needed);
    rows_drop(&basis->rater_scores, cells);
    rows_drop(&basis->rater_scores_needed, cells);
}
