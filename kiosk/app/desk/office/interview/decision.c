#include "app/desk/office/interview/decision.h"

#include "base/clock.h"

const struct chronicle_kind decision_kind = {
    .name = "decision",
    .locked = "locked decision",
    .label = "hf-decision-v1",
    .deed = "decided",
    .words = "decisions",
    .most = DECISION_MOST,
    .bytes_max = INTERVIEW_DECISION_BYTES_MAX,
};

static enum status take(void *context, struct arena *arena, size_t index,
                        struct span plain, struct span *out_who)
{
    struct interview_decision *list = context;
    const enum status status = interview_decision_read(arena, plain, &list[index]);
    if (status == OK)
        *out_who = list[index].who;
    return status;
}

enum status decision_list_known(struct arena *arena, struct office *office,
                                const struct chronicle_about *about,
                                const struct keys *keys, const struct chronicle_log *log,
                                struct interview_decision **out_list, size_t *out_count)
{
    *out_list = arena_array(arena, struct interview_decision, DECISION_MOST);
    return chronicle_list(arena, office, &decision_kind, about, keys, log, take,
                          *out_list, out_count);
}

enum status decision_list(struct arena *arena, struct office *office,
                          const struct chronicle_about *about, const struct keys *keys,
                          struct interview_decision **out_list, size_t *out_count)
{
    struct chronicle_log log;
    const enum status status = chronicle_log_read(arena, office, &decision_kind, &log);
    return status == OK ? decision_list_known(arena, office, about, keys, &log, out_list,
                                              out_count)
                        : status;
}

enum status decision_put(struct arena *arena, struct office *office,
                         const struct chronicle_about *about, const struct keys *keys,
                         const struct interview_decision *decision,
                         struct access_note note)
{
    struct interview_decision *list, dated = *decision;
    size_t count = 0;
    dated.who = note.who;
    dated.time_s = clock_now().unix_ms / 1000;
    enum status status = interview_reason_check(decision->reason);
    if (status == OK)
        status = decision_list(arena, office, about, keys, &list, &count);
    return status == OK ? chronicle_put(arena, office, &decision_kind, about, keys,
                                        interview_decision_write(arena, &dated),
                                        dated.time_s, count, note)
                        : status;
}
