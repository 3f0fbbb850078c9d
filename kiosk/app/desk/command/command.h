/* task: what every command of the desk has in common: its words sorted, its help, the folder of
 * the organization found and opened, its output, its failure told in one sentence. */
#ifndef APP_DESK_COMMAND_COMMAND_H
#define APP_DESK_COMMAND_COMMAND_H

#include "app/desk/office/office.h"
#include "app/common/options.h"
#include "base/buffer.h"

/* A running command. */
struct command {
    const struct command_row *task;
    struct options options; /* files: the words that are no options */
    struct office office;   /* open unless the task needs none */
    struct arena *arena; /* the office's, as long as the command; nothing opened in it */
    struct arena page;   /* guarded, for `out`: what is shown may come from a record */
    struct buffer out;   /* shown on standard output at the end of the command */
};

struct command_row {
    const char *name; /* "vacancy new" */
    const char *help; /* all of it, with an example */
    /* as options_read knows them; --org, --passphrase-fd and --help are added */
    const char *options;
    size_t least, most; /* words besides options */
    enum office_need need;
    enum status (*run)(struct command *command);
};

/* command_run(task, argc, argv):
 * Runs `task` on the `argc` words of `argv` behind its name: shows its help for --help, else
 * opens the office, runs it and shows what it put out. A failure is one sentence on standard
 * error; what was put out until then is shown all the same, for it may be a list of faults.
 * Returns the exit code. */
int command_run(const struct command_row *task, int argc, char **argv);

/* command_choose(name, tasks, count, argc, argv):
 * Runs the one of `count` `tasks` whose name is "`name` " and the first word; without such a
 * word lists them and returns 2. */
int command_choose(const char *name, const struct command_row *tasks, size_t count,
                   int argc, char **argv);

/* command_word(command, index): the word number `index` as text; "" when it is not given. */
struct span command_word(const struct command *command, size_t index);

/* command_show(command): shows now what was put out so far: before a question, or during long
 * work. */
must_check enum status command_show(struct command *command);

/* command_put(command, text): puts out `text`, however long it is. */
must_check enum status command_put(struct command *command, struct span text);

/* command_guarded(command, bytes, arena): makes `arena` guarded memory for secrets and answers, and
 * says once when the system cannot keep it out of swap. */
must_check enum status command_guarded(struct command *command, size_t bytes,
                                       struct arena *arena);
#define scoped_arena __attribute__((cleanup(arena_done))) struct arena

#endif
