/* report_all: the reports on everybody who answered, each a file. */
#ifndef APP_DESK_COMMAND_REPORT_REPORT_ALL_H
#define APP_DESK_COMMAND_REPORT_REPORT_ALL_H

#include "app/desk/command/report/report_format.h"

/* report_all(operation, format, reader): writes a report on each candidate, or on those of the
 * value `vacancy`, into the folder that the value `out` names, which is made when it is not
 * there; as many at once as there are processors. What is there already is left as it is, so
 * that work which was stopped goes on where it stood. What cannot be opened is told and left
 * out; a file that cannot be made ends the work. */
must_check enum status report_all(struct operation *operation,
                                  const struct report_format *format,
                                  enum report_reader reader);

#endif
