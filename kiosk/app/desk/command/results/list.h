/* list: the command `resonance list`: who answered, in order of arrival, never by figure. */
#ifndef APP_DESK_COMMAND_RESULTS_LIST_H
#define APP_DESK_COMMAND_RESULTS_LIST_H

/* list_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns the
 * exit code. */
int list_command(int argc, char **argv);

#endif
