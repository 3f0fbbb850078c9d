/* `resonance report REFERENCE`: one person's report as a file. */
#include "app/desk/command/report_person.h"
#include "app/desk/command/report/report_all.h"

#include <string.h>

/* What report_prepare leaves to report_run. */
struct chosen {
    const struct report_format *format;
    enum report_reader reader;
};

static const char default_format[] = "txt";

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
    const char *format = options_text(&operation->values, "format");
    chosen->format = report_format_find(span_of(format ? format : default_format));
    operation->state = chosen;
    if (!chosen->format)
        return fail(STATUS_USAGE, "--format is %.*s",
                    SPAN_ARGS(report_format_names(operation->arena)));
    if (!reader_find(operation, &chosen->reader))
        return fail(STATUS_USAGE, "--for is recruiter or interviewer");
    if (chosen->reader == REPORT_INTERVIEWER && is_report_format_record(chosen->format))
        return fail(STATUS_USAGE, "the record holds the figures; an interviewer takes "
                                  "another --format");
    const bool is_all = has_option(&operation->values, "all");
    if (is_all == (operation->values.file_count > 0))
        return fail(STATUS_USAGE, "name one result, or say --all");
    if (is_all && !has_option(&operation->values, "out"))
        return fail(STATUS_USAGE, "--all writes into a folder: --out FOLDER");
    return operation_wants_result_keys(operation);
}

static enum status one_write(struct operation *operation, const struct chosen *chosen)
{
    struct report_facts facts;
    struct record *record;
    enum status status = report_person(operation, is_report_format_record(chosen->format),
                                       &record, &facts);
    if (status != OK)
        return status;
    facts.reader = chosen->reader;
    status = operation_page_open(operation, REPORT_FORMAT_BYTES);
    if (status != OK)
        return status;
    struct span bytes;
    status = report_format_write(operation, &operation->shown, chosen->format, record,
                                 &facts, &bytes);
    return status == OK ? operation_put(operation, bytes, 0600) : status;
}

enum status report_run(struct operation *operation)
{
    const struct chosen *chosen = operation->state;
    return has_option(&operation->values, "all")
               ? report_all(operation, chosen->format, chosen->reader)
               : one_write(operation, chosen);
}
