/* profile_chart: a scorecard as charts: the same picture for everybody, the person and who
 * interviews them, each in their own words. */
#ifndef PROFILE_PROFILE_CHART_H
#define PROFILE_PROFILE_CHART_H

#include "profile/profile_rows.h"
#include "profile/wording.h"
#include "view/chart.h"

/* profile_chart_range(arena, figure, reader): the resonance with its range on one line. */
struct chart *profile_chart_range(struct arena *arena, const struct figure *figure,
                                  enum wording_reader reader);
/* profile_chart_dimensions(arena, rows, reader): what matters, one row a dimension of `rows`, by
 * construct, -1 to 1. */
struct chart *profile_chart_dimensions(struct arena *arena,
                                       const struct profile_rows *rows,
                                       enum wording_reader reader);
/* profile_chart_drivers(arena, rows, reader): how the person likes to work, one row a driver of
 * `rows`, 1 to 5; NULL without any. */
struct chart *profile_chart_drivers(struct arena *arena, const struct profile_rows *rows,
                                    enum wording_reader reader);

#endif
