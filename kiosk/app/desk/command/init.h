/* init: the command `resonance init DIR`: a new folder of an organization. */
#ifndef APP_DESK_COMMAND_INIT_H
#define APP_DESK_COMMAND_INIT_H

/* init_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns the
 * exit code. */
int init_command(int argc, char **argv);

#endif
