/* enrol: `resonance enrol REQUEST --out DIR`: the signed configuration of a terminal. */
#ifndef APP_DESK_COMMAND_ENROL_H
#define APP_DESK_COMMAND_ENROL_H

/* enrol_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns the
 * exit code. */
int enrol_command(int argc, char **argv);

#endif
