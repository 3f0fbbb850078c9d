/* `resonance audit log`: who did what here, and whether the log is whole. */
#include "app/desk/command/operation.h"

#include "app/desk/office/log/access_log.h"
#include "base/clock.h"
#include "base/json/canonical.h"
#include "base/json/json_shown.h"

enum { LINES_MAX_BYTES = 32 * 1024 * 1024, DAY_S = 24 * 3600 };

struct telling {
    struct operation *operation;
    struct buffer lines;
    size_t count;
};

/* "2026-11-23 14:20 UTC" */
static struct span when(struct arena *arena, int64_t time_s)
{
    const struct span day = clock_date(arena, time_s * 1000);
    const int minutes = (int)((time_s % DAY_S + DAY_S) % DAY_S / 60);
    return span_format(arena, "%.*s %02d:%02d UTC", SPAN_ARGS(day), minutes / 60,
                       minutes % 60);
}

static enum status line_add(void *context, const struct deed *deed)
{
    struct telling *telling = context;
    buffer_format(&telling->lines, "%6lld  %.*s  %-16.*s  %-14.*s  %.*s%s\n",
                  (long long)deed->number,
                  SPAN_ARGS(when(telling->operation->arena, deed->time_s)),
                  SPAN_ARGS(deed->who), SPAN_ARGS(deed->what), SPAN_ARGS(deed->about),
                  deed->signature.count ? "  (signed)" : "");
    return OK;
}

/* Piece by piece: a log may be longer than one document. */
static enum status json_put(void *context, const struct deed *deed)
{
    struct telling *telling = context;
    struct operation *operation = telling->operation;
    struct canonical c = canonical_begin(operation->arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "about", deed->about);
    canonical_flag(&c, "is_signed", deed->signature.count != 0);
    canonical_whole(&c, "number", deed->number);
    canonical_text(&c, "time", when(operation->arena, deed->time_s));
    canonical_text(&c, "what", deed->what);
    canonical_text(&c, "who", deed->who);
    canonical_end(&c);
    const struct span row = json_shown(operation->arena, canonical_bytes(&c));
    return office_put(
        &operation->office,
        telling->count++ ? span_format(operation->arena, ",%.*s", SPAN_ARGS(row)) : row);
}

static enum status json_tell(struct telling *telling, struct access_log *log)
{
    struct operation *operation = telling->operation;
    struct canonical c = canonical_begin(operation->arena);
    enum status status = office_put(&operation->office, SPAN("{\"deeds\":["));
    if (status == OK)
        status = access_log_read(&operation->office, json_put, telling, log);
    if (status != OK)
        return status;
    canonical_object(&c, NULL);
    canonical_text(&c, "fault", log->fault);
    canonical_whole(&c, "signed", (int64_t)log->signed_count);
    canonical_end(&c);
    const struct span end = canonical_bytes(&c);
    return office_put(&operation->office,
                      span_format(operation->arena, "],%.*s\n",
                                  SPAN_ARGS(span_cut(end, 1, end.count))));
}

static enum status text_tell(struct telling *telling, struct access_log *log)
{
    struct operation *operation = telling->operation;
    const enum status status =
        access_log_read(&operation->office, line_add, telling, log);
    if (status != OK)
        return status;
    operation_say_lines(operation, span_trim(buffer_span(&telling->lines)));
    if (telling->lines.is_full)
        operation_say(operation, "There are more; --json shows all.");
    operation_say(operation, "%zu rows, %zu of them signed%s", log->count,
                  log->signed_count,
                  log->fault.count ? "." : "; each follows the one before.");
    return OK;
}

enum status audit_log_run(struct operation *operation)
{
    struct telling telling = {.operation = operation,
                              .lines = buffer_init(operation->arena, LINES_MAX_BYTES)};
    struct access_log log = {0};
    const enum status status = has_option(&operation->values, "json")
                                   ? json_tell(&telling, &log)
                                   : text_tell(&telling, &log);
    if (status == OK && log.fault.count)
        return fail(STATUS_FORGED,
                    "the log is not whole: %.*s; keep this folder as it is, and compare "
                    "with a backup; 'resonance audit accept' says that rows which are "
                    "missing are lost",
                    SPAN_ARGS(log.fault));
    return status;
}
