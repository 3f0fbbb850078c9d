/* profile_rows: a scorecard row by row: where person and organization stand on each topic, with
 * ranges and what sets them apart. Charts, lists and tables are made of these rows.
 *
 *   scorecard + basis + names --profile_rows_list--> rows --profile_chart--> struct chart
 *
 * Formulas: questionnaires/SCORING.md, Topics and Report. */
#ifndef PROFILE_PROFILE_ROWS_H
#define PROFILE_PROFILE_ROWS_H

#include "scoring/scorecard.h"

#include <stdbool.h>

/* What rows are made of; all is lent. */
struct profile_source {
    const struct scorecard *card; /* as profile_card tells it */
    const struct basis *basis;    /* NULL: no organization, or not for this reader */
    const struct part *values, *drivers; /* where the names stand; NULL: not asked */
    struct span language;                /* of the names */
};

/* profile_rows_source(assessment, card, basis, language): with the parts that a candidate
 * answers. */
struct profile_source profile_rows_source(const struct assessment *assessment,
                                          const struct scorecard *card,
                                          const struct basis *basis,
                                          struct span language);

/* A topic: a dimension, or a driver. Ranges are of 95 % and end where the scale does. */
struct profile_row {
    struct span id, name, about, construct, why; /* about: what it means */
    double person, low, high;                    /* NAN: not known */
    double organization, organization_low, organization_high;
    double needed;
    double z; /* gap = organization - person over its standard error; NAN: not known */
    double weight; /* 1 for one that weighs as the average does */
    bool is_driver;
    bool
        is_needed_elsewhere; /* than the organization is now: surely, and far enough to matter */
    enum topic_relation relation; /* what may be said of a dimension */
    bool
        is_sure; /* something may be said: of a dimension its relation, of a driver its gap */
};

/* All dimensions and then all drivers, in the order of the form. */
struct profile_rows {
    struct profile_row *rows;
    size_t count, dimension_count;
};

/* profile_rows_list(arena, source): the rows of `source` in `arena`. What the organization does
 * not agree on (gate 0) has no z: its mean is nobody's; nor has what the answers do not hold. */
struct profile_rows profile_rows_list(struct arena *arena,
                                      const struct profile_source *source);

/* profile_rows_place(arena, assessment, basis, language): the same rows of the organization alone,
 * with the names that its colleagues read; nobody's figures are in them. A driver has a range,
 * too, and a row is sure where what is needed is surely elsewhere than now. */
struct profile_rows profile_rows_place(struct arena *arena,
                                       const struct assessment *assessment,
                                       const struct basis *basis, struct span language);

#endif
