#include "app/terminal/ready.h"

#include "machine/machine_clock.h"

#include <sys/statvfs.h>

enum { DATE_BYTES = 4096 };

enum status ready_clock(struct moment moment)
{
    const int64_t now_s = moment.unix_ms / 1000;
    if (now_s > MACHINE_CLOCK_FROM_S && now_s < MACHINE_CLOCK_TO_S)
        return OK;
    return fail(STATUS_WRONG_CLOCK,
                "the clock of this machine is wrong; set date and time");
}

static enum status key_fault(const struct keyset_recipient *key, struct moment moment)
{
    struct arena arena;
    arena_init(&arena, DATE_BYTES);
    const struct span last = clock_date(&arena, key->not_after_unix_s * 1000),
                      today = clock_date(&arena, moment.unix_ms);
    const enum status status = fail(
        STATUS_EXPIRED,
        "the last day of the key \"%.*s\" was %.*s, and today is %.*s; at the desk: "
        "resonance key rotate %.*s, then enrol this terminal again",
        SPAN_ARGS(key->label), SPAN_ARGS(last), SPAN_ARGS(today), SPAN_ARGS(key->label));
    arena_done(&arena);
    return status;
}

enum status ready_keys(const struct keyset *keyset, struct moment moment)
{
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *key = &keyset->recipients[i];
        if (key->not_after_unix_s && moment.unix_ms / 1000 > key->not_after_unix_s)
            return key_fault(key, moment);
    }
    return OK;
}

enum status ready_space(const char *folder)
{
    struct statvfs disk;
    if (statvfs(folder, &disk) != 0)
        return fail(STATUS_IO, "the free space of %s cannot be read", folder);
    if ((uint64_t)disk.f_bavail * disk.f_frsize < READY_FREE_BYTES_MIN)
        return fail(STATUS_NO_SPACE, "%s has less than 64 MiB free; free some space",
                    folder);
    return OK;
}
