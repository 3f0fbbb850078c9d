/* log_reserve: room that is kept on the disk for the log of the desk (access_log.h): a full disk
 * must neither end reading nor let anybody read without a row. It is the file log.reserve. */
#ifndef APP_DESK_OFFICE_LOG_LOG_RESERVE_H
#define APP_DESK_OFFICE_LOG_LOG_RESERVE_H

#include "app/desk/office/office.h"

/* log_reserve_keep(office): makes the file where it is not there, or has become an empty shell, as
 * in a copy of the folder; as far as there is room.
 * log_reserve_free(office): gives its room back to the disk; false: there was none. */
void log_reserve_keep(struct office *office);
bool log_reserve_free(struct office *office);

#endif
