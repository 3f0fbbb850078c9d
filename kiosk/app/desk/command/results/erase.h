/* erase: the command `resonance erase ID`: the end of one result. */
#ifndef APP_DESK_COMMAND_RESULTS_ERASE_H
#define APP_DESK_COMMAND_RESULTS_ERASE_H

/* erase_command(argc, argv): runs `erase` on the `argc` words of `argv` behind the command;
 * returns the exit code. */
int erase_command(int argc, char **argv);

#endif
