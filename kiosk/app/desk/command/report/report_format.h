/* report_format: the formats of a report (report_format.def), once for commands and pages. */
#ifndef APP_DESK_COMMAND_REPORT_REPORT_FORMAT_H
#define APP_DESK_COMMAND_REPORT_REPORT_FORMAT_H

#include "app/desk/command/operation.h"
#include "report/report.h"

#include <stdbool.h>

/* Room for what makes one report. */
enum { REPORT_FORMAT_BYTES = 8 * 1024 * 1024 };

enum report_making { REPORT_AS_IT_IS, REPORT_PAPER, REPORT_WITH_PAPER };

struct report_format {
    const char *name, *type;
    struct span (*write)(struct arena *arena, const struct record *record,
                         const struct report_facts *facts);
    enum report_making making;
};

/* is_report_format_reader(name, out_reader): whether a report can be for `name`, such as
 * "recruiter". report_format_for(format, reader): `format` as `reader` may have it, NULL when
 * they may not: who interviews takes no figures, a candidate the copy for them.
 * report_format_find(name): the format `name`, NULL when there is none.
 * report_format_names(arena):
 * their names, "html, json or txt". is_report_format_record(format): whether it is the sealed
 * record as it is, which holds every figure. */
const struct report_format *report_format_find(struct span name);
struct span report_format_names(struct arena *arena);
bool is_report_format_reader(struct span name, enum report_reader *out_reader);
const struct report_format *report_format_for(const struct report_format *format,
                                              enum report_reader reader);
bool is_report_format_record(const struct report_format *format);

/* report_format_write(operation, arena, format, record, facts, out_bytes): the report on
 * `record` in `arena`, which is guarded. That it goes out is in the log of the desk before; a
 * paper has the number of its copy and the day on each sheet. Fails as pdf_make does. */
must_check enum status
report_format_write(struct operation *operation, struct arena *arena,
                    const struct report_format *format, const struct record *record,
                    const struct report_facts *facts, struct span *out_bytes);

/* Its two steps, for work on several at once: report_format_begin(operation, arena, format,
 * record, facts, out_texts) notes it in the log, makes the guide for an interviewer and gives
 * the texts, one thread at a time; fails as operation_note_people does; report_format_end(arena,
 * texts, out_bytes) makes the PDF where there is paper. */
struct report_format_texts {
    struct span text;  /* empty: the PDF is all */
    struct span paper; /* what a PDF is made of; empty: none is */
};
must_check enum status report_format_begin(struct operation *operation,
                                           struct arena *arena,
                                           const struct report_format *format,
                                           const struct record *record,
                                           const struct report_facts *facts,
                                           struct report_format_texts *out_texts);
must_check enum status report_format_end(struct arena *arena,
                                         const struct report_format_texts *texts,
                                         struct span *out_bytes);

#endif
