/* report_source: what the parts of a report are written from, looked up once. */
#ifndef REPORT_REPORT_SOURCE_H
#define REPORT_REPORT_SOURCE_H

#include "profile/profile_rows.h"
#include "report/page/page.h"
#include "report/report_facts.h"
#include "scoring/record.h"

#include <stdbool.h>

struct report_source {
    struct arena *arena;
    const struct report_facts *facts;
    const struct sitting *sitting;
    const struct scorecard *card; /* as it may be told */
    const struct basis *basis;    /* NULL: no organization */
    const struct record *record;
    const struct part *values, *drivers, *situations; /* NULL: not asked */
    struct profile_rows rows; /* where person and organization stand, topic by topic */
    struct span language;     /* of the report's own words */
};

/* report_source_of(arena, record, facts, language): for a candidate's `record`; all is lent. */
struct report_source report_source_of(struct arena *arena, const struct record *record,
                                      const struct report_facts *facts,
                                      struct span language);

/* report_source_number(source, value): with two decimals, as every figure outside the appendix. */
struct span report_source_number(const struct report_source *source, double value);

/* report_source_name(source, part, id): how the dimension `id` of `part` is called in the report's
 * language; the id itself when it is not found. */
struct span report_source_name(const struct report_source *source,
                               const struct part *part, struct span id);

/* is_report_source_own_words(use): whether answers of such parts are told as they were written. */
bool is_report_source_own_words(enum part_use use);

/* is_report_source_scale(source, step): whether `step` is answered by choosing and belongs to a
 * questionnaire whose scores are told; its answers stand beside them. */
bool is_report_source_scale(const struct report_source *source, size_t step);

/* report_X(page, source): the part X of a report, one or more sections from `source`, added to
 * `page`. */
#define REPORT_SECTION(name, readers)                                                    \
    void report_##name(struct page *page, const struct report_source *source);
#include "report/report_section.def"
#undef REPORT_SECTION

#endif
