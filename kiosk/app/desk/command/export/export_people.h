/* export_people: who answered, as a table. */
#ifndef APP_DESK_COMMAND_EXPORT_EXPORT_PEOPLE_H
#define APP_DESK_COMMAND_EXPORT_EXPORT_PEOPLE_H

#include "app/desk/command/operation.h"
#include "app/desk/office/table/table.h"

/* export_people_list(operation, table): everybody, or those of the value `vacancy`, by arrival.
 * export_people_scores(operation, table): their scores without anything that leads to them, in
 * no order; refuses fewer than EXPORT_PEOPLE_LEAST: nobody would be without a name among them.
 * Both fail as opening the results does. */
enum { EXPORT_PEOPLE_LEAST = 5 };
must_check enum status export_people_list(struct operation *operation,
                                          struct table *table);
must_check enum status export_people_scores(struct operation *operation,
                                            struct table *table);

#endif
