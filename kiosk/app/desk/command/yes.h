/* yes: asks the person at the terminal, who must type the whole word. */
#ifndef APP_DESK_COMMAND_YES_H
#define APP_DESK_COMMAND_YES_H

#include "base/status.h"

/* yes_ask(question, option): OK when the answer to `question` is "yes"; STATUS_REFUSED when it is
 * another, STATUS_USAGE, with the `option` that answers instead, when nobody can be asked. */
must_check enum status yes_ask(const char *question, const char *option);

#endif
