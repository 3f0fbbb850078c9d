/* report_person: what a report on one person is made of; for `show`, `report` and `guide`. */
#ifndef APP_DESK_COMMAND_REPORT_PERSON_H
#define APP_DESK_COMMAND_REPORT_PERSON_H

#include "app/desk/command/operation.h"
#include "report/report.h"

/* report_person(operation, is_own_copy, out_record, out_facts):
 * Opens the result that the first word of `operation` names, in operation->reader.
 * STATUS_REFUSED for a colleague's, which is never shown alone, unless it is the copy for them
 * (`is_own_copy`) and the word is their receipt; else as result_reader_find. */
must_check enum status report_person(struct operation *operation, bool is_own_copy,
                                     struct record **out_record,
                                     struct report_facts *out_facts);

/* report_person_about(operation, record, facts, out_about): whose papers (chronicle.h) those of the
 * same result are. */
struct chronicle_about; /* office/interview/chronicle.h */
must_check enum status report_person_about(struct operation *operation,
                                           const struct record *record,
                                           const struct report_facts *facts,
                                           struct chronicle_about *out_about);

/* report_person_guide(operation, record, facts): makes the guide for an interview with the
 * person of `record` and puts it among `facts`. */
must_check enum status report_person_guide(struct operation *operation,
                                           const struct record *record,
                                           struct report_facts *facts);
/* report_person_facts(reader, result, record, out_facts): what the desk knows of `record`, which
 * `reader` has opened as `result`; in reader->arena. */
must_check enum status report_person_facts(struct result_reader *reader,
                                           const struct result *result,
                                           const struct record *record,
                                           struct report_facts *out_facts);

#endif
