#include "app/desk/command/report/report_format.h"

#include "app/desk/office/log/access_log.h"
#include "app/common/pdf.h"
#include "base/buffer.h"
#include "base/clock.h"

enum { NAMES_BYTES = 200 };

static const char exported[] = "exported", printed[] = "printed";

static const struct report_format formats[] = {
#define REPORT_FORMAT(name, function, type, is_paper) {#name, type, function, is_paper},
#include "app/desk/command/report_format.def"
#undef REPORT_FORMAT
};

enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

struct span report_format_names(struct arena *arena)
{
    struct buffer names = buffer_init(arena, NAMES_BYTES);
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        buffer_format(&names, "%s%s",
                      i == 0                  ? ""
                      : i + 1 == FORMAT_COUNT ? " or "
                                              : ", ",
                      formats[i].name);
    return buffer_span(&names);
}

const struct report_format *report_format_find(struct span name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (is_span(name, formats[i].name))
            return &formats[i];
    return NULL;
}

bool is_report_format_record(const struct report_format *format)
{
    return format->write == report_record;
}

/* A log that cannot be read has been told by who added the row: the paper then says copy 0. */
static int64_t copy_of(struct operation *operation, struct span handle)
{
    int64_t count = 0;
    return access_log_times(&operation->office, printed, handle, &count) == OK ? count
                                                                               : 0;
}

struct span report_format_begin(struct operation *operation, struct arena *arena,
                                const struct report_format *format,
                                const struct record *record,
                                const struct report_facts *facts)
{
    struct report_facts known = *facts;
    operation_note(operation, format->is_paper ? printed : exported, facts->handle);
    if (format->is_paper) {
        known.printed = clock_date(arena, clock_now().unix_ms);
        known.copy = copy_of(operation, facts->handle);
    }
    return format->write(arena, record, &known);
}

enum status report_format_end(struct arena *arena, const struct report_format *format,
                              struct span text, struct span *out_bytes)
{
    if (format->is_paper)
        return pdf_make(arena, text, out_bytes);
    *out_bytes = text;
    return OK;
}

enum status report_format_write(struct operation *operation, struct arena *arena,
                                const struct report_format *format,
                                const struct record *record,
                                const struct report_facts *facts, struct span *out_bytes)
{
    return report_format_end(arena, format,
                             report_format_begin(operation, arena, format, record, facts),
                             out_bytes);
}
