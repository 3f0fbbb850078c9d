/* usual: people who answer the sample's form as candidates do, and the norm that is made of them.
 * They share a third with the organization that sample_raters(..., 5, ...) describes. */
#ifndef KIT_USUAL_H
#define KIT_USUAL_H

#include "sample.h"
#include "scoring/basis/norm.h"

/* usual_rows(arena, assessment, count): the rows of the first `count` people who count. */
static inline double *usual_rows(struct arena *arena, const struct assessment *assessment,
                                 size_t count)
{
    const size_t width = norm_width(assessment);
    double *rows = arena_array(arena, double, width *(count + 1));
    size_t kept = 0;
    for (uint64_t seed = 2000; kept < count; seed++) {
        const struct sample_person person = sample_person_of(seed, 5, .3);
        const struct sitting *sitting =
            sample_sit(arena, assessment, ROLE_CANDIDATE, seed, &person);
        kept += norm_row(arena, sitting, rows + kept * width) ? 1 : 0;
    }
    return rows;
}

/* usual_norm(arena, assessment, count): of so many people, in whole steps; but it says that they
 * are `count`, as a table that somebody else gives may. */
static inline struct norm usual_norm(struct arena *arena,
                                     const struct assessment *assessment, size_t count)
{
    struct norm norm;
    const size_t people = count - count % NORM_STEP;
    norm_build(arena, assessment, usual_rows(arena, assessment, people), people, &norm);
    norm.count = count;
    norm.made = SPAN("2026-11-29");
    norm.sources[norm.source_count++] = SPAN("Northwind Ferries");
    return norm;
}

#endif
