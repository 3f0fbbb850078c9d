/* check: the command `resonance check FILE|FOLDER`: all that is wrong in a questionnaire or in a
 * whole assessment folder, one line each, with file, line, column and how to mend it. */
#ifndef APP_DESK_COMMAND_CHECK_H
#define APP_DESK_COMMAND_CHECK_H

/* check_command(argc, argv):
 * Reads the `argc` words of `argv` behind the command's name and prints the faults on standard
 * output. Returns 0 without errors (warnings and notes may be there), 1 with errors, 2 when it
 * was used wrong. A key that stands twice is an error here: the author can mend it. */
int check_command(int argc, char **argv);

#endif
