#include "scoring/score_topics.h"

#include "measure/distribution.h"
#include "measure/gap.h"
#include "measure/moments.h"

#include <math.h>

static const double P_MOST = .05;

static double p_of(const struct dimension_score *score, double importance)
{
    const double se = hypot(score->se, score->organization_se);
    return score->gate > 0 && importance > 0
               ? distribution_normal_both((score->score - score->organization) / se)
               : NAN;
}

/* More of it is needed than there is; the person looks for more than there is, and for no more
 * than is needed. */
static bool is_also(const struct dimension_score *score, double needed_gate)
{
    const double change_se = hypot(score->needed_se, score->organization_se);
    const double here_se = hypot(score->se, score->organization_se);
    const double need_se = hypot(score->se, score->needed_se);
    return needed_gate > 0 &&
           score->needed - score->organization >= MOMENTS_Z975 * change_se &&
           score->score - score->organization > here_se &&
           score->score <= score->needed + MOMENTS_Z975 * need_se;
}

static enum topic_relation relation_of(const struct dimension_score *score,
                                       const struct dimension_basis *basis)
{
    if (isnan(score->p))
        return TOPIC_NONE;
    if (is_also(score, basis->needed_gate))
        return TOPIC_ALSO;
    if (score->p < P_MOST)
        return TOPIC_DIFFERS;
    return score->score > score->se && score->organization > score->organization_se
               ? TOPIC_FITS
               : TOPIC_NONE;
}

void score_topics(struct arena *arena, const struct basis *basis,
                  struct scorecard *scorecard)
{
    const size_t count = scorecard->dimension_count;
    const struct arena_mark mark = arena_mark(arena);
    double *p = arena_array(arena, double, 2 * count), *adjusted = p + count;
    for (size_t i = 0; i < count; i++)
        p[i] = p_of(&scorecard->dimensions[i], basis->dimensions[i].importance);
    gap_holm(p, count, adjusted);
    for (size_t i = 0; i < count; i++) {
        scorecard->dimensions[i].p = adjusted[i];
        scorecard->dimensions[i].relation =
            relation_of(&scorecard->dimensions[i], &basis->dimensions[i]);
    }
    arena_release(arena, mark);
}
