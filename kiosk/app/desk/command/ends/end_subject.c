#include "app/desk/command/ends/end_subject.h"

#include "app/common/handle.h"
#include "app/desk/office/log/access_log.h"
#include "base/clock.h"
#include "base/text/shown_text.h"
#include "base/utf8.h"

#include <string.h>

enum { WHY_CHARACTERS_MAX = 300 };

enum status end_subject_find(struct operation *operation, struct end_subject *out_subject)
{
    struct office *office = &operation->office;
    const struct ends *ends;
    struct archive *archive;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = result_find(operation->arena, archive, operation_word(operation, 0),
                             out_subject->id, &out_subject->place);
    if (status == OK)
        status = archive_erased_day(archive, out_subject->id, &out_subject->erased_day_s);
    if (status == OK)
        status = ends_read(office, &ends);
    if (status != OK)
        return status;
    out_subject->end = ends_find(ends, out_subject->id);
    out_subject->handle = handle_text(operation->arena, out_subject->id);
    return OK;
}

enum status end_subject_day(const struct operation *operation, int64_t *out_day_s)
{
    const char *typed = options_text(&operation->values, "day");
    const int64_t now_ms = clock_now().unix_ms;
    int64_t day_ms = now_ms;
    if (typed && !is_clock_date(span_of(typed), &day_ms))
        return fail(STATUS_USAGE, "--day is a day such as 2026-11-23");
    if (day_ms > now_ms)
        return fail(STATUS_USAGE, "--day is a day that has come, not one after today");
    *out_day_s = archive_day(day_ms / 1000);
    return OK;
}

enum status end_subject_why(const struct operation *operation, const char *what,
                            struct span *out_why)
{
    const struct span why =
        span_trim(span_of(options_text(&operation->values, "reason")));
    if (!why.count)
        return fail(STATUS_USAGE, "%s needs a reason: --reason TEXT", what);
    if (utf8_count(why) > WHY_CHARACTERS_MAX)
        return fail(STATUS_USAGE, "a reason has at most %d characters",
                    WHY_CHARACTERS_MAX);
    *out_why = why;
    return shown_text_check("reason", why);
}

struct span end_subject_words(struct arena *arena, const struct end_subject *subject)
{
    const struct end *end = subject->end;
    if (end && end->erased.number)
        return span_format(
            arena, "%.*s, on the ground %s, by %.*s",
            SPAN_ARGS(archive_day_words(arena, archive_day(end->erased.unix_s))),
            ends_format_grounds[end->ground], SPAN_ARGS(end->erased.by));
    return subject->erased_day_s ? archive_day_words(arena, subject->erased_day_s)
                                 : SPAN("");
}

/* How often it left the house, as far as the log knows. */
struct exports {
    struct span handle;
    size_t count;
    int64_t last_s;
};

static enum status on_deed(void *context, const struct deed *deed)
{
    struct exports *exports = context;
    if (!is_span(deed->what, "exported") || !is_span_equal(deed->about, exports->handle))
        return OK;
    exports->count++;
    exports->last_s = deed->time_s;
    return OK;
}

void end_subject_say_left(struct operation *operation, const struct end_subject *subject)
{
    struct exports exports = {.handle = subject->handle};
    struct access_log log;
    if (access_log_read(&operation->office, on_deed, &exports, &log) == OK &&
        exports.count)
        operation_say(
            operation,
            "The log names %zu report%s of it that left this folder, the last on "
            "%.*s: delete what was written.",
            exports.count, exports.count == 1 ? "" : "s",
            SPAN_ARGS(clock_date(operation->arena, exports.last_s * 1000)));
    operation_say(operation,
                  "Its terminal erases its copy when it is enrolled again. Bundles on "
                  "sticks, written reports and backups of this folder from before now "
                  "still hold it: delete them. A backup that is put back does not bring "
                  "it back here, as long as ends.jsonl is not put back with it.");
}

struct ends_act end_subject_act(const struct end_subject *subject, enum ends_kind kind,
                                struct span by)
{
    struct ends_act act = {.kind = kind, .by = by};
    memcpy(act.id, subject->id, sizeof act.id);
    return act;
}
