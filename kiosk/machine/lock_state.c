/* The time is that of the machine since its start: it never jumps, and whatever was written before
 * a start is later than now. What root's look at the lock makes is for root alone (its unit), but
 * for this file. */
#include "machine/lock_state.h"

#include "base/file.h"

#include <sys/stat.h>
#include <time.h>

#define HEADING "resonance lock 1"

static int64_t now_s(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_BOOTTIME, &now);
    return now.tv_sec;
}

enum status lock_state_write(struct arena *arena, const char *path, struct span fault)
{
    const struct span text = span_format(arena, HEADING "\n%lld\n%.*s\n",
                                         (long long)now_s(), SPAN_ARGS(fault));
    scoped_file_new new = {0};
    enum status status = file_begin(path, 0600, &new);
    if (status == OK)
        status = file_add(&new, text);
    if (status == OK && fchmod(new.descriptor, 0644) != 0)
        status = file_failed("open for the terminal", path);
    return status == OK ? file_end(&new) : status;
}

static enum status not_looked(const char *why)
{
    return fail(
        STATUS_NO_LOCK,
        "the configuration asks for a locked machine, and %s: resonance-kiosk lock, "
        "then restart; or systemctl status resonance-lock.timer",
        why);
}

static enum status text_check(struct span text)
{
    struct span heading, time, fault;
    int64_t at_s;
    if (!span_next(&text, '\n', &heading) || !is_span(heading, HEADING) ||
        !span_next(&text, '\n', &time) || !span_to_integer(time, &at_s) ||
        !span_next(&text, '\n', &fault))
        return not_looked("what was found of the lock cannot be read");
    const int64_t age_s = now_s() - at_s;
    if (age_s < 0 || age_s > LOCK_STATE_LIFE_S)
        return not_looked("nobody has looked at the lock for a quarter of an hour");
    return !fault.count
               ? OK
               : fail(STATUS_NO_LOCK, "the configuration asks for a locked machine: %.*s",
                      SPAN_ARGS(fault));
}

enum status lock_state_check(const char *path)
{
    struct arena arena;
    struct span text;
    arena_init(&arena, 4 * LOCK_STATE_BYTES_MAX);
    enum status status = file_read(&arena, path, LOCK_STATE_BYTES_MAX, &text);
    status = status == OK ? text_check(text) : not_looked("it is not locked");
    arena_done(&arena);
    return status;
}
