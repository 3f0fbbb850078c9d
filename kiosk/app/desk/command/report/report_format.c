#include "app/desk/command/report/report_format.h"

#include "app/common/pdf.h"
#include "app/desk/command/report_person.h"
#include "app/desk/office/log/access_log.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/must.h"
#include "seal/base64.h"

#include <string.h>

enum { NAMES_BYTES = 200 };

static const char exported[] = "exported", printed[] = "printed";

static const struct report_format formats[] = {
#define REPORT_FORMAT(name, function, type, making) {#name, type, function, making},
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

bool is_report_format_reader(struct span name, enum report_reader *out_reader)
{
    static const char *const readers[] = {"recruiter", "interviewer", "candidate"};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (is_span(name, readers[i])) {
            *out_reader = (enum report_reader)i;
            return true;
        }
    return false;
}

const struct report_format *report_format_for(const struct report_format *format,
                                              enum report_reader reader)
{
    static const struct report_format copy = {"json", "application/json", report_copy,
                                              REPORT_AS_IT_IS};
    switch (reader) {
    case REPORT_RECRUITER:
        break;
    case REPORT_INTERVIEWER:
        return format->write == report_record || format->write == report_ats ? NULL
                                                                             : format;
    case REPORT_CANDIDATE:
        return format->write == report_json ? &copy : NULL;
    }
    return format;
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

enum status report_format_begin(struct operation *operation, struct arena *arena,
                                const struct report_format *format,
                                const struct record *record,
                                const struct report_facts *facts,
                                struct report_format_texts *out_texts)
{
    struct report_format_texts texts = {0};
    struct report_facts known = *facts;
    enum status status = operation_note_people(
        operation, format->making == REPORT_AS_IT_IS ? exported : printed, facts->handle,
        is_operation_given(operation));
    if (status == OK && known.reader == REPORT_INTERVIEWER)
        status = report_person_guide(operation, record, &known);
    if (status != OK)
        return status;
    if (format->making != REPORT_AS_IT_IS) {
        known.printed = clock_date(arena, clock_now().unix_ms);
        known.copy = copy_of(operation, facts->handle);
        texts.paper = report_paper(arena, record, &known);
    }
    if (format->making != REPORT_PAPER)
        texts.text = format->write(arena, record, &known);
    *out_texts = texts;
    return OK;
}

/* `text` with the letters of `pdf` where its attachment is still empty. */
static struct span attached(struct arena *arena, struct span text, struct span pdf)
{
    static const char empty[] = "\"base64\":\"";
    const char *at = memmem(text.data, text.count, empty, sizeof empty - 1);
    must(at);
    const size_t place = (size_t)(at - text.data) + sizeof empty - 1;
    struct buffer out = buffer_init(arena, 2 * PDF_BYTES_MAX + text.count);
    buffer_add(&out, span_cut(text, 0, place));
    for (size_t i = 0; i < pdf.count; i += BASE64_MAX_BYTES)
        buffer_add(
            &out, base64_write(arena, span_cut(pdf, i, BASE64_MAX_BYTES), BASE64_PADDED));
    buffer_add(&out, span_cut(text, place, text.count));
    must(!out.is_full);
    return buffer_span(&out);
}

enum status report_format_end(struct arena *arena,
                              const struct report_format_texts *texts,
                              struct span *out_bytes)
{
    struct span pdf;
    if (!texts->paper.count) {
        *out_bytes = texts->text;
        return OK;
    }
    const enum status status = pdf_make(arena, texts->paper, &pdf);
    if (status == OK)
        *out_bytes = texts->text.count ? attached(arena, texts->text, pdf) : pdf;
    return status;
}

enum status report_format_write(struct operation *operation, struct arena *arena,
                                const struct report_format *format,
                                const struct record *record,
                                const struct report_facts *facts, struct span *out_bytes)
{
    struct report_format_texts texts;
    const enum status status =
        report_format_begin(operation, arena, format, record, facts, &texts);
    return status == OK ? report_format_end(arena, &texts, out_bytes) : status;
}
