/* key: the command `resonance key new|list|export|words`. */
#ifndef APP_DESK_COMMAND_KEY_H
#define APP_DESK_COMMAND_KEY_H

/* key_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns the
 * exit code. */
int key_command(int argc, char **argv);

#endif
