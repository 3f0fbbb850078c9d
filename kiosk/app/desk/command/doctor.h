/* doctor: the command `resonance doctor`: what is wrong with the folder of the organization and how
 * to mend it. */
#ifndef APP_DESK_COMMAND_DOCTOR_H
#define APP_DESK_COMMAND_DOCTOR_H

/* doctor_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns the
 * exit code. */
int doctor_command(int argc, char **argv);

#endif
