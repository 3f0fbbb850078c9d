#include "app/desk/office/after/checkin_kept.h"

#include "base/clock.h"

const struct chronicle_kind checkin_kept_kind = {
    .name = "checkin",
    .locked = "locked checkin",
    .label = "hf-checkin-v1",
    .deed = "check-in card made",
    .words = "cards of check-ins",
    .most = CHECKIN_KEPT_MOST,
    .bytes_max = CHECKIN_BYTES_MAX,
};

static enum status take(void *context, struct arena *arena, size_t index,
                        struct span plain, struct span *out_who)
{
    struct checkin *list = context;
    const enum status status = checkin_read(arena, plain, &list[index]);
    if (status == OK)
        *out_who = list[index].who;
    return status;
}

enum status checkin_kept_list(struct arena *arena, struct office *office,
                              const struct chronicle_about *about,
                              const struct keys *keys, const struct chronicle_log *log,
                              struct checkin **out_list, size_t *out_count)
{
    *out_list = arena_array(arena, struct checkin, CHECKIN_KEPT_MOST);
    return chronicle_list(arena, office, &checkin_kept_kind, about, keys, log, take,
                          *out_list, out_count);
}

enum status checkin_kept_add(struct arena *arena, struct office *office,
                             const struct chronicle_about *about, const struct keys *keys,
                             size_t count, int month, int64_t number,
                             struct access_note note)
{
    const struct checkin checkin = {.month = month,
                                    .number = number,
                                    .time_s = clock_now().unix_ms / 1000,
                                    .who = note.who};
    return chronicle_put(arena, office, &checkin_kept_kind, about, keys,
                         checkin_write(arena, &checkin), checkin.time_s, count, note);
}
