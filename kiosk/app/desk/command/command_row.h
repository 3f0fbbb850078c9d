/* command_row: the table of all commands, as command.def lists them, and what is told of it. */
#ifndef APP_DESK_COMMAND_COMMAND_ROW_H
#define APP_DESK_COMMAND_COMMAND_ROW_H

#include "app/desk/command/operation.h"

struct command_row {
    const char *name; /* as typed: "vacancy new" */
    const char *options;
    size_t least, most;
    const char *takes;
    enum office_need need;
    const char *roles; /* whose keys it may be given: letters of staff_role.def */
    enum status (*prepare)(struct operation *operation);
    enum status (*run)(struct operation *operation);
    const char *summary;
    const char *help; /* all of it, with an example */
};

/* command_row_find(words, count, out_word_count): the command that the first `out_word_count` of
 * `count` `words` name, NULL when there is none. */
const struct command_row *command_row_find(char **words, size_t count,
                                           size_t *out_word_count);

/* command_row_tell(words, count): prints what there is instead of a command: all of them, those
 * of one group or one command (`help`), the version, or that there is no such command; returns
 * the exit code.
 * command_row_help(row): prints the help of `row`; returns 0. */
int command_row_tell(char **words, size_t count);
int command_row_help(const struct command_row *row);

#endif
