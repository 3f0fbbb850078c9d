#include "app/desk/office/after/outcome_kept.h"

#include "base/clock.h"

const struct chronicle_kind outcome_kept_kind = {
    .name = "outcome",
    .locked = "locked outcome",
    .label = "hf-outcome-v1",
    .deed = "outcome noted",
    .words = "outcomes",
    .most = OUTCOME_KEPT_MOST,
    .bytes_max = OUTCOME_BYTES_MAX,
};

static enum status take(void *context, struct arena *arena, size_t index,
                        struct span plain, struct span *out_who)
{
    struct outcome *list = context;
    const enum status status = outcome_read(arena, plain, &list[index]);
    if (status == OK)
        *out_who = list[index].who;
    return status;
}

enum status outcome_kept_list(struct arena *arena, struct office *office,
                              const struct chronicle_about *about,
                              const struct keys *keys, const struct chronicle_log *log,
                              struct outcome **out_list, size_t *out_count)
{
    *out_list = arena_array(arena, struct outcome, OUTCOME_KEPT_MOST);
    return chronicle_list(arena, office, &outcome_kept_kind, about, keys, log, take,
                          *out_list, out_count);
}

enum status outcome_kept_add(struct arena *arena, struct office *office,
                             const struct chronicle_about *about, const struct keys *keys,
                             size_t count, const struct outcome *outcome,
                             struct access_note note)
{
    struct outcome dated = *outcome;
    dated.who = note.who;
    dated.time_s = clock_now().unix_ms / 1000;
    const enum status status = outcome_check(&dated);
    return status == OK
               ? chronicle_put(arena, office, &outcome_kept_kind, about, keys,
                               outcome_write(arena, &dated), dated.time_s, count, note)
               : status;
}

const struct outcome *outcome_kept_last(const struct outcome *list, size_t count,
                                        enum outcome_side side, int month)
{
    while (count--)
        if (list[count].side == side && list[count].month == month)
            return &list[count];
    return NULL;
}
