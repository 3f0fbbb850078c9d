/* profiles: the command `resonance profile collect|status|freeze|show`. */
#ifndef APP_DESK_COMMAND_PROFILE_H
#define APP_DESK_COMMAND_PROFILE_H

/* profiles_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns
 * the exit code. */
int profiles_command(int argc, char **argv);

#endif
