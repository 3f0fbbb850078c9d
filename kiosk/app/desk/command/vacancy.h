/* vacancies: the command `resonance vacancy new|show|open|close`. */
#ifndef APP_DESK_COMMAND_VACANCY_H
#define APP_DESK_COMMAND_VACANCY_H

/* vacancies_command(argc, argv): runs it on the `argc` words of `argv` behind the command; returns
 * the exit code. */
int vacancies_command(int argc, char **argv);

#endif
