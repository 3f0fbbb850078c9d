/* simulate_table: what a study found, as rows of key, value and, for a share, Wilson's (1927)
 * 95 % limits. They take people for independent, though those of one place are not quite. */
#ifndef APP_STUDY_SIMULATE_SIMULATE_TABLE_H
#define APP_STUDY_SIMULATE_SIMULATE_TABLE_H

#include "app/study/simulate/simulate_study.h"
#include "base/buffer.h"

/* simulate_table_put(arena, plan, study, out): appends the table of `study`, made as `plan` says,
 * to `out`; `arena` is for scratch. */
void simulate_table_put(struct arena *arena, const struct simulate_plan *plan,
                        const struct simulate_study *study, struct buffer *out);

#endif
