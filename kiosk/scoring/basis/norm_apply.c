/* A norm into a basis. It stands apart, because whoever only reads a vacancy makes no norm: what
 * keeps the ledger of a terminal has no statistics in it. */
#include "scoring/basis/norm.h"

#include "measure/moments.h"
#include "measure/resonance.h"

#include <math.h>

static const double NORM_STEPS = 10000;

static const struct norm_driver *driver_of(const struct norm *norm, struct span id)
{
    for (size_t i = 0; i < norm->driver_count; i++)
        if (is_span_equal(norm->drivers[i].id, id))
            return &norm->drivers[i];
    return NULL;
}

enum status norm_apply(const struct norm *norm, struct basis *basis)
{
    const double count = (double)norm->count;
    bool is_same = norm->dimension_count == basis->dimension_count;
    for (size_t i = 0; is_same && i < norm->dimension_count; i++)
        is_same = is_span_equal(norm->ids[i], basis->dimensions[i].id);
    if (!is_same)
        return fail(STATUS_BAD_INPUT, "the norm is of other dimensions than the profile");
    basis->norm_count = norm->count;
    for (size_t i = 0; norm->count && i < norm->dimension_count; i++)
        basis->dimensions[i].norm =
            isnan(norm->mean[i])
                ? 0
                : moments_round(count / (count + NORM_SHRINK) * norm->mean[i],
                                NORM_STEPS);
    for (size_t i = 0; i < basis->driver_count; i++) {
        const struct norm_driver *driver = driver_of(norm, basis->drivers[i].id);
        basis->drivers[i].norm =
            driver && norm->count >= RESONANCE_NORM_LEAST ? driver->mean : NAN;
        basis->drivers[i].sem =
            driver && norm->count >= NORM_ERROR_LEAST ? driver->sem : NAN;
    }
    return OK;
}
