#include "scoring/basis.h"

#include <math.h>

static enum status weight_check(const struct dimension_basis *dimension)
{
    const double importance = dimension->importance, gate = dimension->gate;
    if (!isfinite(importance) || !isfinite(gate) || importance < 0 || gate < 0)
        return fail(STATUS_BAD_INPUT,
                    "dimension %.*s: importance and gate must be numbers of 0 or more",
                    SPAN_ARGS(dimension->id));
    return isfinite(dimension->norm)
               ? OK
               : fail(STATUS_BAD_INPUT, "dimension %.*s: the norm is not a number",
                      SPAN_ARGS(dimension->id));
}

/* Without raters there are no gates yet, and no figure: then importance alone must do. */
static double weight_of(const struct basis *basis, size_t index)
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

static enum status profile_check(const struct basis *basis)
{
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
        const enum status status = weight_check(&basis->dimensions[i]);
        if (status != OK)
            return status;
        sum += weight_of(basis, i);
    }
    if (!(sum > 0) || !isfinite(sum))
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
