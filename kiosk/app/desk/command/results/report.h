/* reports: the commands `resonance report ID` and `resonance show ID`: one person, to read. */
#ifndef APP_DESK_COMMAND_RESULTS_REPORT_H
#define APP_DESK_COMMAND_RESULTS_REPORT_H

/* reports_command(argc, argv), reports_show_command(argc, argv): run `report` and `show` on the
 * `argc` words of `argv` behind the command; return the exit code. */
int reports_command(int argc, char **argv);
int reports_show_command(int argc, char **argv);

#endif
