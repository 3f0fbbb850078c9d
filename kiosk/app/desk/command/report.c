/* `resonance report REFERENCE`: one person's report as a file. */
#include "app/desk/command/report_person.h"

#include "base/buffer.h"

#include <string.h>

enum { NAMES_BYTES = 200 };

static const struct format {
    const char *name;
    struct span (*write)(struct arena *arena, const struct record *record,
                         const struct report_facts *facts);
} formats[] = {
#define REPORT_FORMAT(name, function) {#name, function},
#include "app/desk/command/report_format.def"
#undef REPORT_FORMAT
};

/* What report_prepare leaves to report_run. */
struct chosen {
    const struct format *format;
    enum report_reader reader;
};

enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

static const char default_format[] = "txt";

/* "html, json or txt" */
static struct span format_names(struct arena *arena)
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

static const struct format *format_find(const struct operation *operation)
{
    const char *given = options_text(&operation->values, "format");
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (strcmp(given ? given : default_format, formats[i].name) == 0)
            return &formats[i];
    return NULL;
}

static bool reader_find(const struct operation *operation, enum report_reader *out_reader)
{
    const char *given = options_text(&operation->values, "for");
    const bool is_interviewer = given && strcmp(given, "interviewer") == 0;
    *out_reader = is_interviewer ? REPORT_INTERVIEWER : REPORT_RECRUITER;
    return !given || is_interviewer || strcmp(given, "recruiter") == 0;
}

enum status report_prepare(struct operation *operation)
{
    struct chosen *chosen = arena_new(operation->arena, struct chosen);
    chosen->format = format_find(operation);
    operation->state = chosen;
    if (!chosen->format)
        return fail(STATUS_USAGE, "--format is %.*s",
                    SPAN_ARGS(format_names(operation->arena)));
    if (!reader_find(operation, &chosen->reader))
        return fail(STATUS_USAGE, "--for is recruiter or interviewer");
    if (chosen->reader == REPORT_INTERVIEWER && chosen->format->write == report_record)
        return fail(STATUS_USAGE, "the record holds the figures; an interviewer takes "
                                  "another --format");
    return operation_wants_result_keys(operation);
}

enum status report_run(struct operation *operation)
{
    const struct chosen *chosen = operation->state;
    struct report_facts facts;
    struct record *record;
    enum status status =
        report_person(operation, chosen->format->write == report_record, &record, &facts);
    if (status == OK && chosen->reader == REPORT_INTERVIEWER)
        status = report_person_guide(operation, record, &facts);
    if (status == OK)
        status = operation_note_people(operation, "exported", facts.handle,
                                       is_operation_given(operation));
    if (status != OK)
        return status;
    facts.reader = chosen->reader;
    return operation_put(
        operation, chosen->format->write(&operation->reader.arena, record, &facts), 0600);
}
