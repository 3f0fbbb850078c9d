/* export_log: the access log as a table. */
#ifndef APP_DESK_COMMAND_EXPORT_EXPORT_LOG_H
#define APP_DESK_COMMAND_EXPORT_EXPORT_LOG_H

#include "app/desk/command/operation.h"
#include "app/desk/office/table/table.h"

/* export_log_rows(operation, table): every row in order; where the log is not whole, the
 * listener is warned. Fails where the archive cannot be read. */
must_check enum status export_log_rows(struct operation *operation, struct table *table);

#endif
