#include "machine/machine_serve.h"

#include "base/file.h"
#include "machine/machine_clock.h"

#include <unistd.h>

enum { TRIAL_BYTES = 64, ARENA_BYTES = 64 * 1024 };

/* What systemd waits for, in the folder that it watches. */
#define END_OFF "poweroff"
#define END_RESTART "reboot"

/* ---- a file in place of the clock: the seconds, or "synchronized" ---- */

static bool is_trial_synced(const char *path)
{
    struct arena arena;
    struct span text;
    arena_init(&arena, ARENA_BYTES);
    const bool is_synced = file_read(&arena, path, TRIAL_BYTES, &text) == OK &&
                           is_span(span_trim(text), "synchronized");
    arena_done(&arena);
    return is_synced;
}

static enum machine_result trial_set(const char *path, int64_t unix_s)
{
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    const enum status status =
        file_write(path, span_format(&arena, "%lld\n", (long long)unix_s), 0644);
    arena_done(&arena);
    return status == OK ? MACHINE_RESULT_DONE : MACHINE_RESULT_HELD;
}

/* ---- the verbs ---- */

static bool is_synced(const struct machine_place *place)
{
    return place->clock ? is_trial_synced(place->clock) : is_machine_clock_synced();
}

/* What a network keeps right it would put back at once. */
static enum machine_result clock_set(const struct machine_place *place, int64_t unix_s)
{
    if (unix_s <= MACHINE_CLOCK_FROM_S || unix_s >= MACHINE_CLOCK_TO_S)
        return MACHINE_RESULT_IMPOSSIBLE;
    if (is_synced(place))
        return MACHINE_RESULT_SYNCED;
    return place->clock ? trial_set(place->clock, unix_s) : machine_clock_set(unix_s);
}

static enum machine_result end(const struct machine_place *place, const char *how)
{
    struct arena arena;
    if (!place->end)
        return MACHINE_RESULT_HELD;
    arena_init(&arena, ARENA_BYTES);
    const enum status status =
        file_write(file_path(&arena, place->end, how), SPAN(""), 0600);
    arena_done(&arena);
    return status == OK ? MACHINE_RESULT_DONE : MACHINE_RESULT_HELD;
}

static enum machine_result served(const struct machine_place *place,
                                  const struct machine_request *request)
{
    switch (request->verb) {
    case MACHINE_LOOK:
        return MACHINE_RESULT_DONE;
    case MACHINE_CLOCK:
        return clock_set(place, request->unix_s);
    case MACHINE_RESTART:
        return end(place, END_RESTART);
    case MACHINE_OFF:
        return end(place, END_OFF);
    case MACHINE_VERB_COUNT:
        break;
    }
    return MACHINE_RESULT_REFUSED;
}

void machine_serve_begin(const struct machine_place *place)
{
    struct arena arena;
    if (!place->end)
        return;
    arena_init(&arena, ARENA_BYTES);
    (void)unlink(file_path(&arena, place->end, END_OFF));
    (void)unlink(file_path(&arena, place->end, END_RESTART));
    arena_done(&arena);
}

struct machine_reply machine_serve(const struct machine_place *place,
                                   const struct machine_request *request)
{
    struct machine_reply reply = {.result = served(place, request)};
    reply.is_synced = is_synced(place);
    return reply;
}
