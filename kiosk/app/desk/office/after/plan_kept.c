#include "app/desk/office/after/plan_kept.h"

#include "base/clock.h"

const struct chronicle_kind plan_kept_kind = {
    .name = "plan",
    .locked = "locked plan",
    .label = "hf-plan-v1",
    .deed = "planned",
    .words = "rows of the plan",
    .most = PLAN_ROWS_MAX,
    .bytes_max = PLAN_ROW_BYTES_MAX,
};

static enum status take(void *context, struct arena *arena, size_t index,
                        struct span plain, struct span *out_who)
{
    struct plan *plan = context;
    struct plan_row row;
    (void)index;
    const enum status status = plan_row_read(arena, plain, &row);
    if (status != OK)
        return status;
    if (plan_add(plan, &row) != OK)
        return fail(STATUS_DAMAGED, "the rows of a plan do not follow each other");
    *out_who = row.who;
    return OK;
}

enum status plan_kept_read(struct arena *arena, struct office *office,
                           const struct chronicle_about *about, const struct keys *keys,
                           const struct chronicle_log *log, struct plan **out_plan)
{
    size_t count = 0;
    struct plan *plan = arena_new(arena, struct plan);
    const enum status status = chronicle_list(arena, office, &plan_kept_kind, about, keys,
                                              log, take, plan, &count);
    if (status == OK)
        *out_plan = plan;
    return status;
}

enum status plan_kept_add(struct arena *arena, struct office *office,
                          const struct chronicle_about *about, const struct keys *keys,
                          struct plan *plan, const struct plan_row *row,
                          struct access_note note)
{
    struct plan_row dated = *row;
    const size_t count = plan->row_count;
    dated.who = note.who;
    dated.time_s = clock_now().unix_ms / 1000;
    enum status status = plan_row_check(&dated);
    if (status == OK)
        status = plan_add(plan, &dated);
    return status == OK
               ? chronicle_put(arena, office, &plan_kept_kind, about, keys,
                               plan_row_write(arena, &dated), dated.time_s, count, note)
               : status;
}
