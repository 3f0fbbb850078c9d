/* profile_chart: a person's scorecard as charts for the person: the same numbers and words that
 * recruiters see. */
#ifndef SCREENS_CANDIDATE_PROFILE_CHART_H
#define SCREENS_CANDIDATE_PROFILE_CHART_H

#include "screens/screen_page.h"
#include "view/chart.h"

/* profile_chart_range(arena, figure): the resonance with its range on one line. */
struct chart *profile_chart_range(struct arena *arena, const struct figure *figure);
/* profile_chart_dimensions(arena, visit): what matters, one row a dimension, by construct. */
struct chart *profile_chart_dimensions(struct arena *arena, const struct visit *visit);
/* profile_chart_drivers(arena, visit): how the person likes to work, 1 to 5; NULL without any. */
struct chart *profile_chart_drivers(struct arena *arena, const struct visit *visit);

#endif
