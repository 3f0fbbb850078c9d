/* A scoring version, once released, never changes; a rule that is newer asks for the version. */
#include "scoring/score.h"

#include "scoring/score_drivers.h"
#include "scoring/score_quality.h"
#include "scoring/score_resonance.h"
#include "scoring/score_scales.h"

static int64_t duration_of(const struct sitting *sitting)
{
    int64_t sum = 0;
    for (size_t step = 0; step < sitting->step_count; step++)
        if (is_sitting_counted(sitting, step) &&
            __builtin_add_overflow(sum, sitting->answers[step].spent_ms, &sum))
            return INT64_MAX;
    return sum;
}

static enum status score_by(struct arena *arena, const struct sitting *sitting,
                            const struct basis *basis, int version,
                            struct scorecard **out_scorecard)
{
    struct scorecard *scorecard = arena_new(arena, struct scorecard);
    scorecard->scoring_version = version;
    scorecard->seed = sitting->start.seed;
    scorecard->rater_count = basis ? basis->rater_count : 0;
    scorecard->duration_ms = duration_of(sitting);
    score_quality(arena, sitting, version, &scorecard->quality);
    const enum status status = score_resonance(arena, sitting, basis, scorecard);
    if (status != OK)
        return status;
    score_drivers(arena, sitting, basis, scorecard);
    score_drivers_situations(arena, sitting, basis, scorecard);
    score_scales(arena, sitting, scorecard);
    *out_scorecard = scorecard;
    return OK;
}

enum status score_sitting(struct arena *arena, const struct sitting *sitting,
                          const struct basis *basis, struct scorecard **out_scorecard)
{
    const int version =
        basis ? basis->scoring_version : sitting->assessment->scoring_version;
    if (version < 1 || version > SCORING_VERSION)
        return fail(STATUS_UNSUPPORTED,
                    "scoring version %d is not known here; use a newer program", version);
    const enum status status = basis ? basis_check(basis) : OK;
    if (status != OK)
        return status;
    return score_by(arena, sitting, basis, version, out_scorecard);
}
