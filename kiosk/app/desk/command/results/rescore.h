/* rescore: the command `resonance rescore ID|--all`: scores made again from the records alone. */
#ifndef APP_DESK_COMMAND_RESULTS_RESCORE_H
#define APP_DESK_COMMAND_RESULTS_RESCORE_H

/* rescore_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns
 * the exit code. */
int rescore_command(int argc, char **argv);

#endif
