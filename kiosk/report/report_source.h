/* report_source: what the parts of a report are written from, looked up once. */
#ifndef REPORT_REPORT_SOURCE_H
#define REPORT_REPORT_SOURCE_H

#include "report/page.h"
#include "report/report.h"

#include <stdbool.h>

struct report_source {
    struct arena *arena;
    const struct report_facts *facts;
    const struct sitting *sitting;
    const struct scorecard *card;
    const struct basis *basis; /* NULL: no organization */
    const struct record *record;
    const struct part *values, *drivers, *situations; /* NULL: not asked */
    struct span language;                             /* of the report's own words */
};

/* report_source_of(arena, record, facts, language): for a candidate's `record`; all is lent. */
struct report_source report_source_of(struct arena *arena, const struct record *record,
                                      const struct report_facts *facts,
                                      struct span language);

/* report_number(source, value): with two decimals, as every figure outside the appendix. */
struct span report_number(const struct report_source *source, double value);

/* report_name(source, part, id): how the dimension `id` of `part` is called in the report's
 * language; the id itself when it is not found. */
struct span report_name(const struct report_source *source, const struct part *part,
                        struct span id);

/* report_driver_basis(source, id): what the organization said of the driver `id`, or NULL. */
const struct driver_basis *report_driver_basis(const struct report_source *source,
                                               struct span id);

/* Where person and organization stand on one topic: a dimension, or a driver. */
struct report_gap {
    struct span name, why;
    double person, organization, needed, add; /* NAN: not known */
    double z; /* gap = organization - person over its standard error; NAN: not known */
    double weight; /* 1 for one that weighs as the average does */
    bool is_driver;
    bool
        is_shared; /* both put weight on it, and the person's range holds the organization */
};

/* report_gaps(source, out_count): all dimensions and then all drivers, in the order of the form.
 * What the organization does not agree on (gate 0) has no z and is not shared: its mean is
 * nobody's. Their standard errors as in measurement of driver gaps (gap.h); raters who all say
 * the same get the pooled spread of the dimensions, for that is luck. */
struct report_gap *report_gaps(const struct report_source *source, size_t *out_count);

/* report_X(page, source): the part X of a report, one or more sections from `source`, added to
 * `page` in this order. */
void report_resonance(struct page *page, const struct report_source *source);
void report_beside(struct page *page, const struct report_source *source);
void report_profile(struct page *page, const struct report_source *source);
void report_topics(struct page *page, const struct report_source *source);
void report_drivers(struct page *page, const struct report_source *source);
void report_situations(struct page *page, const struct report_source *source);
void report_words(struct page *page, const struct report_source *source);
void report_quality(struct page *page, const struct report_source *source);
void report_counted(struct page *page, const struct report_source *source);
void report_use(struct page *page, const struct report_source *source);
void report_appendix(struct page *page, const struct report_source *source);

#endif
