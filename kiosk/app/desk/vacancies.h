/* vacancies: the command `resonance vacancy new|show|open|close`. */
#ifndef APP_DESK_VACANCIES_H
#define APP_DESK_VACANCIES_H

/* vacancies_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns
 * the exit code. */
int vacancies_command(int argc, char **argv);

#endif
