#include "app/desk/command/import/import_clock.h"

#include "chain/clock_step.h"
#include "chain/header.h"

#include <inttypes.h>

enum { MINUTE_S = 60, HOUR_S = 60 * MINUTE_S, DAY_S = 24 * HOUR_S };

static void amount_add(struct buffer *lines, int64_t count, const char *what)
{
    if (count)
        buffer_format(lines, " %" PRId64 " %s%s", count, what, count == 1 ? "" : "s");
}

/* Whole seconds count only where there is nothing larger. */
static void length_add(struct buffer *lines, int64_t length_s)
{
    amount_add(lines, length_s / DAY_S, "day");
    amount_add(lines, length_s % DAY_S / HOUR_S, "hour");
    amount_add(lines, length_s % HOUR_S / MINUTE_S, "minute");
    if (length_s < MINUTE_S)
        buffer_format(lines, " less than a minute");
}

void import_clock_tell(const struct entry *entry, struct buffer *lines)
{
    int64_t step_s;
    if (entry->type != HEADER_EVENT || !is_clock_step(entry->payload, &step_s) ||
        step_s == INT64_MIN)
        return;
    buffer_format(lines, "entry %" PRIu64 ": staff set the clock %s by", entry->sequence,
                  step_s < 0 ? "back" : "ahead");
    length_add(lines, step_s < 0 ? -step_s : step_s);
    buffer_format(lines, "\n");
}
