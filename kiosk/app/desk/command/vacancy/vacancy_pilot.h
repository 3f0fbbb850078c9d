/* vacancy_pilot: how many people a pilot needs, said wherever one is made or opened. */
#ifndef APP_DESK_COMMAND_VACANCY_PILOT_H
#define APP_DESK_COMMAND_VACANCY_PILOT_H

#include "app/desk/command/operation.h"

/* vacancy_pilot_say(operation, vacancy): says it when `vacancy` is a pilot. */
void vacancy_pilot_say(struct operation *operation, const struct vacancy *vacancy);

#endif
