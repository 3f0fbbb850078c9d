/* audit_counts: how many people of which group came how far, by vacancy: what the tables of an
 * audit are made of, and all that is kept of the people.
 * Formulas: questionnaires/SCORING.md, Impact. */
#ifndef APP_DESK_OFFICE_AUDIT_AUDIT_COUNTS_H
#define APP_DESK_OFFICE_AUDIT_AUDIT_COUNTS_H

#include "app/desk/office/audit/audit_paper.h"
#include "measure/fairness/fairness_table.h"
#include "measure/fairness/mantel_haenszel.h"

enum {
    AUDIT_COUNTS_CATEGORIES = 16, /* of one attribute; those who did not say are one */
    AUDIT_COUNTS_VACANCIES = 200,
};

/* How far people came. */
enum audit_stage { AUDIT_INTERVIEWED, AUDIT_OFFERED, AUDIT_SCORED };
enum { AUDIT_STAGES = AUDIT_SCORED + 1 };

struct audit_cell {
    size_t count;                  /* who answered */
    size_t figures;                /* and has a figure */
    size_t selected[AUDIT_STAGES]; /* of AUDIT_SCORED: above the median */
};

struct audit_counts {
    struct arena *arena;
    size_t attribute_count; /* 0: no group of anybody is known */
    struct span names[AUDIT_TEXT_ATTRIBUTES];
    struct span categories[AUDIT_TEXT_ATTRIBUTES][AUDIT_COUNTS_CATEGORIES];
    size_t category_counts[AUDIT_TEXT_ATTRIBUTES];
    struct span vacancies[AUDIT_COUNTS_VACANCIES];
    size_t vacancy_count;
    struct audit_cell *cells;           /* vacancy, then first, then second category */
    size_t people_count, unknown_count; /* unknown: no group of theirs is known */
};

/* audit_counts_read(arena, office, keys, out_counts): counts what audit_paper_read gives, in
 * `arena`; an empty value is the category "" (not said). Fails as it does; STATUS_TOO_LARGE over
 * the limits above. */
must_check enum status audit_counts_read(struct arena *arena, struct office *office,
                                         const struct keys *keys,
                                         struct audit_counts *out_counts);

/* audit_counts_begin(arena, counts): nobody yet, in `arena`. audit_counts_add(counts, outcome,
 * group): one person more; `group` NULL: not known. STATUS_TOO_LARGE over the limits above. */
void audit_counts_begin(struct arena *arena, struct audit_counts *counts);
must_check enum status audit_counts_add(struct audit_counts *counts,
                                        const struct audit_outcome *outcome,
                                        const struct audit_group *group);

/* audit_counts_table(arena, counts, stage): the table of both attributes over all vacancies,
 * described (fairness_table_describe), with small cells hidden. */
struct fairness_table audit_counts_table(struct arena *arena,
                                         const struct audit_counts *counts,
                                         enum audit_stage stage);

/* audit_counts_pool(counts, stage, attribute, focal, reference, out_pooled): the odds of the
 * category `focal` of this attribute against `reference`, pooled within each vacancy. */
void audit_counts_pool(const struct audit_counts *counts, enum audit_stage stage,
                       size_t attribute, size_t focal, size_t reference,
                       struct mantel_haenszel *out_pooled);

/* has_audit_counts_gap(counts): whether in some group so few lack a figure that their number
 * could be told from the counts of who answered and who has one: then the latter are not shown. */
bool has_audit_counts_gap(const struct audit_counts *counts);

/* has_audit_counts_selected(counts, stage): whether anybody came as far as `stage`. */
bool has_audit_counts_selected(const struct audit_counts *counts, enum audit_stage stage);

/* audit_counts_stage(word, out_stage): the stage that is typed as `word`; STATUS_USAGE with those
 * that there are. audit_counts_words(stage): and back. */
must_check enum status audit_counts_stage(struct span word, enum audit_stage *out_stage);
const char *audit_counts_words(enum audit_stage stage);

#endif
