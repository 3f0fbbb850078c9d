/* age_open: the command `resonance age-open --identity FILE INPUT`: opens a sealed payload
 * by hand, without archive and envelope. For recovery, and to check the format. */
#ifndef APP_DESK_COMMAND_AGE_OPEN_H
#define APP_DESK_COMMAND_AGE_OPEN_H

/* age_open_command(argc, argv):
 * Reads the `argc` words of `argv` behind the command's name, opens INPUT (an age file of at
 * most 64 MiB of content) with the secret keys in the identity file and writes the content to
 * standard output. Returns 0; or prints one sentence on standard error, nothing on standard
 * output, and returns the exit code of the failure. */
int age_open_command(int argc, char **argv);

#endif
