#include "measure/resonance.h"

#include "measure/agreement.h"
#include "measure/moments.h"

#include <math.h>

double resonance_gate(const double *ratings, size_t rater_count)
{
    if (moments_present(ratings, rater_count) < RESONANCE_RATERS_LEAST)
        return 0;
    const double deviation = agreement_deviation(ratings, rater_count), slack = 1e-12;
    return deviation <= 1.0 / 3 + slack ? 1 : deviation <= .5 + slack ? .5 : 0;
}

enum resonance_phrase resonance_phrase(double lo, double hi)
{
    if (lo >= .30)
        return RESONANCE_CLEARLY_ALIGNED;
    if (lo > 0)
        return RESONANCE_LEANING_ALIGNED;
    if (hi <= -.30)
        return RESONANCE_CLEARLY_DIFFERENT;
    return hi < 0 ? RESONANCE_LEANING_DIFFERENT : RESONANCE_UNCLEAR;
}
