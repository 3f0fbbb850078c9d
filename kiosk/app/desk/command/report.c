/* `resonance report REFERENCE`: one person's report as a file. */
#include "app/desk/command/report_person.h"
#include "app/desk/command/report/report_all.h"

/* What report_prepare leaves to report_run. */
struct chosen {
    const struct report_format *format;
    enum report_reader reader;
};

static const char default_format[] = "txt";

enum status report_prepare(struct operation *operation)
{
    struct chosen *chosen = arena_new(operation->arena, struct chosen);
    *chosen = (struct chosen){.reader = REPORT_RECRUITER};
    const char *format = options_text(&operation->values, "format");
    chosen->format = report_format_find(span_of(format ? format : default_format));
    operation->state = chosen;
    if (!chosen->format)
        return fail(STATUS_USAGE, "--format is %.*s",
                    SPAN_ARGS(report_format_names(operation->arena)));
    const char *reader = options_text(&operation->values, "for");
    if (reader && !is_report_format_reader(span_of(reader), &chosen->reader))
        return fail(STATUS_USAGE, "--for is recruiter, interviewer or candidate");
    chosen->format = report_format_for(chosen->format, chosen->reader);
    if (!chosen->format)
        return chosen->reader == REPORT_CANDIDATE
                   ? fail(STATUS_USAGE, "the copy for a candidate is --format json")
                   : fail(STATUS_USAGE, "this format holds the figures; an interviewer "
                                        "takes another --format");
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
    struct arena *arena = &operation->reader.arena; /* has room for what is no paper */
    if (chosen->format->making != REPORT_AS_IT_IS) {
        arena = &operation->shown;
        status = operation_page_open(operation, REPORT_FORMAT_BYTES);
    }
    struct span bytes;
    if (status == OK)
        status =
            report_format_write(operation, arena, chosen->format, record, &facts, &bytes);
    return status == OK ? operation_put(operation, bytes, 0600) : status;
}

enum status report_run(struct operation *operation)
{
    const struct chosen *chosen = operation->state;
    return has_option(&operation->values, "all")
               ? report_all(operation, chosen->format, chosen->reader)
               : one_write(operation, chosen);
}
