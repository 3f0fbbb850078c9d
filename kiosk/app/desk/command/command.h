/* command: the command line as the skin of all operations: words sorted by one table, help, the
 * office found and opened, passphrases asked for, what an operation says shown, its failure told
 * in one sentence. Nothing in it is about a single command. */
#ifndef APP_DESK_COMMAND_COMMAND_H
#define APP_DESK_COMMAND_COMMAND_H

/* command_run(argc, argv):
 * Runs the command that the first of the `argc` words of `argv` names, with the other words;
 * tells all commands for --help, without a word, or for one that is not known. A failure is one
 * sentence on standard error; what was said until then is shown all the same, for it may be a
 * list of faults. Returns the exit code of status.def. */
int command_run(int argc, char **argv);

#endif
