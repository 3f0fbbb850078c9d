#include "scoring/basis/basis.h"

#include "measure/resonance.h"

#include <math.h>

size_t basis_step(size_t count)
{
    return count < BASIS_STEP_FIRST ? 0 : count - (count - BASIS_STEP_FIRST) % BASIS_STEP;
}

bool has_basis_means(const struct basis *basis)
{
    return basis->scoring_version >= SCORING_WITH_NORM;
}

bool has_basis_norm(const struct basis *basis)
{
    return basis && basis->norm_count >= RESONANCE_NORM_LEAST;
}

bool has_basis_frame(const struct basis *basis, enum basis_frame frame)
{
    if (!basis || basis->dimension_count == 0)
        return false;
    if (!has_basis_means(basis))
        return (frame == BASIS_NOW ? basis->rater_scores : basis->rater_scores_needed) !=
               NULL;
    const struct dimension_basis *first = &basis->dimensions[0];
    return !isnan(frame == BASIS_NOW ? first->now : first->needed);
}

size_t basis_least(const struct basis *basis)
{
    return has_basis_means(basis) ? RESONANCE_MEANS_LEAST : RESONANCE_RATERS_LEAST;
}

static enum status weight_check(const struct basis *basis,
                                const struct dimension_basis *dimension)
{
    const double importance = dimension->importance, gate = dimension->gate;
    if (!isfinite(importance) || !isfinite(gate) || importance < 0 || gate < 0)
        return fail(STATUS_BAD_INPUT,
                    "dimension %.*s: importance and gate must be numbers of 0 or more",
                    SPAN_ARGS(dimension->id));
    if (has_basis_means(basis) && importance > BASIS_IMPORTANCE_MOST)
        return fail(STATUS_BAD_INPUT, "dimension %.*s: a weight lies between 0 and %g",
                    SPAN_ARGS(dimension->id), BASIS_IMPORTANCE_MOST);
    return isfinite(dimension->norm)
               ? OK
               : fail(STATUS_BAD_INPUT, "dimension %.*s: the norm is not a number",
                      SPAN_ARGS(dimension->id));
}

/* Without raters there are no gates yet, and no figure: then importance alone must do. */
double basis_weight(const struct basis *basis, size_t index)
{
    const struct dimension_basis *dimension = &basis->dimensions[index];
    return basis->grade == PROFILE_NONE ? dimension->importance
                                        : dimension->importance * dimension->gate;
}

static enum status scores_check(const struct basis *basis, const double *scores)
{
    for (size_t i = 0; scores && i < basis->rater_count * basis->dimension_count; i++)
        if (fabs(scores[i]) > 1) /* NAN is a missing one */
            return fail(STATUS_BAD_INPUT,
                        "the organization profile holds a score outside -1 to 1");
    return OK;
}

/* Of a profile of means: it stands on enough people, and each mean has an error. */
static enum status means_check(const struct basis *basis)
{
    if (basis->rater_scores || basis->rater_scores_needed)
        return fail(STATUS_BAD_INPUT, "the organization profile holds scores of single "
                                      "people, which its version must not");
    if (basis->rater_count < RESONANCE_MEANS_LEAST)
        return fail(STATUS_BAD_INPUT,
                    "the organization profile stands on %zu colleagues; %d are needed",
                    basis->rater_count, RESONANCE_MEANS_LEAST);
    if (basis->needed_count > basis->rater_count)
        return fail(STATUS_BAD_INPUT, "the organization profile counts more people in "
                                      "what is needed than in what is");
    for (size_t i = 0; i < basis->dimension_count; i++) {
        const struct dimension_basis *at = &basis->dimensions[i];
        if (!(fabs(at->now) <= 1) || !(at->now_se > 0) || fabs(at->needed) > 1 ||
            (!isnan(at->needed) && !(at->needed_se > 0)))
            return fail(STATUS_BAD_INPUT,
                        "dimension %.*s of the organization profile has no mean from -1 "
                        "to 1 with an error",
                        SPAN_ARGS(at->id));
    }
    return OK;
}

static enum status profile_check(const struct basis *basis)
{
    if (has_basis_means(basis))
        return basis->grade == PROFILE_NONE ? OK : means_check(basis);
    if (basis->grade != PROFILE_NONE && !basis->rater_scores)
        return fail(STATUS_BAD_INPUT, "the organization profile has no rater scores");
    for (size_t i = 0; i < basis->dimension_count; i++)
        if (basis->grade != PROFILE_NONE && !isfinite(basis->dimensions[i].now))
            return fail(STATUS_BAD_INPUT,
                        "dimension %.*s is missing in the organization profile; collect "
                        "the answers of more raters",
                        SPAN_ARGS(basis->dimensions[i].id));
    const enum status status = scores_check(basis, basis->rater_scores);
    return status == OK ? scores_check(basis, basis->rater_scores_needed) : status;
}

enum status basis_check(const struct basis *basis)
{
    double sum = 0;
    for (size_t i = 0; i < basis->dimension_count; i++) {
        const enum status status = weight_check(basis, &basis->dimensions[i]);
        if (status != OK)
            return status;
        sum += basis_weight(basis, i);
    }
    const bool has_nothing = !basis->dimension_count && basis->grade == PROFILE_NONE;
    if ((!(sum > 0) && !has_nothing) || !isfinite(sum))
        return fail(STATUS_BAD_INPUT,
                    "no dimension has any weight; set the importance of at least one "
                    "dimension on which the raters agree");
    return profile_check(basis);
}

const struct driver_basis *basis_driver(const struct basis *basis, struct span id)
{
    for (size_t i = 0; basis && i < basis->driver_count; i++)
        if (is_span_equal(basis->drivers[i].id, id))
            return &basis->drivers[i];
    return NULL;
}

struct dimension_basis *basis_dimension(const struct basis *basis, struct span id)
{
    for (size_t i = 0; i < basis->dimension_count; i++)
        if (is_span_equal(basis->dimensions[i].id, id))
            return &basis->dimensions[i];
    return NULL;
}

size_t basis_name_count(const struct span names[BASIS_NAMES])
{
    size_t count = 0;
    while (count < BASIS_NAMES && names[count].count)
        count++;
    return count;
}

struct basis *basis_copy(struct arena *arena, const struct basis *basis)
{
    struct basis *copy = arena_new(arena, struct basis);
    *copy = *basis;
    copy->dimensions = arena_array(arena, struct dimension_basis, basis->dimension_count);
    for (size_t i = 0; i < basis->dimension_count; i++)
        copy->dimensions[i] = basis->dimensions[i];
    copy->drivers = arena_array(arena, struct driver_basis, basis->driver_count);
    for (size_t i = 0; i < basis->driver_count; i++)
        copy->drivers[i] = basis->drivers[i];
    return copy;
}
