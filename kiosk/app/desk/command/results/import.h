/* import: the command `resonance import PATH...`: bundles of sealed records into the archive. */
#ifndef APP_DESK_COMMAND_RESULTS_IMPORT_H
#define APP_DESK_COMMAND_RESULTS_IMPORT_H

/* import_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns
 * the exit code. */
int import_command(int argc, char **argv);

#endif
