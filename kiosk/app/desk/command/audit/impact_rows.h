/* impact_rows: the rows of one table of an audit, whatever shows them: each group of an attribute,
 * or of both, with what may be said of it. */
#ifndef APP_DESK_COMMAND_AUDIT_IMPACT_ROWS_H
#define APP_DESK_COMMAND_AUDIT_IMPACT_ROWS_H

#include "app/desk/office/audit/audit_counts.h"

struct impact_row {
    struct span group;
    const struct fairness_cell *cell;
    bool is_spare;                 /* under 2 % of all people: may be left out */
    bool has_pooled;               /* the next one holds */
    struct mantel_haenszel pooled; /* of a category alone, beside the reference */
};

struct impact_rows {
    struct span by; /* "sex", "sex and origin" */
    struct impact_row *list;
    size_t count; /* those of nobody are left out */
};

enum { IMPACT_ROWS_TABLES = 3 }; /* each attribute, and both */

/* impact_rows_make(arena, counts, stage, out_tables): the tables of `stage`, in `arena`; how many
 * they are: none when no group is known, one of one attribute, else IMPACT_ROWS_TABLES. */
size_t impact_rows_make(struct arena *arena, const struct audit_counts *counts,
                        enum audit_stage stage,
                        struct impact_rows out_tables[IMPACT_ROWS_TABLES]);

/* is_impact_row_shown(row): its counts are not hidden. is_impact_row_compared(row): it stands
 * beside the reference. */
bool is_impact_row_shown(const struct impact_row *row);
bool is_impact_row_compared(const struct impact_row *row);

#endif
