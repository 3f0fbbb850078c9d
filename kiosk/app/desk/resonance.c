/* resonance: the desk's program. Each command is a row of the table. */
#include "app/desk/command/age_open.h"
#include "app/desk/command/doctor.h"
#include "app/desk/command/enrol.h"
#include "app/desk/command/results/erase.h"
#include "app/desk/command/results/import.h"
#include "app/desk/command/init.h"
#include "app/desk/command/invite.h"
#include "app/desk/command/key.h"
#include "app/desk/command/results/list.h"
#include "app/desk/command/check.h"
#include "app/desk/command/profile.h"
#include "app/desk/command/results/report.h"
#include "app/desk/command/results/rescore.h"
#include "app/desk/command/score.h"
#include "app/desk/command/vacancy.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    int (*run)(int argc, char **argv); /* argv[0] is the word behind the command */
    const char *help;
} commands[] = {
    {"init", init_command, "DIR: a new folder of an organization"},
    {"key", key_command,
     "new|rotate|retire|recover|list|export|words: who can open results"},
    {"profile", profiles_command,
     "collect|status|freeze|show: how colleagues describe the organization"},
    {"vacancy", vacancies_command, "new|show|open|close: what people are invited for"},
    {"invite", invite_command, "VACANCY --count N: access codes as cards"},
    {"enrol", enrol_command, "REQUEST --out DIR: the signed configuration of a terminal"},
    {"import", import_command, "PATH...: bundles from terminals, verified"},
    {"list", list_command, "who answered, in order of arrival"},
    {"show", reports_show_command, "ID: one person as text"},
    {"report", reports_command, "ID --format html|json|txt: one person's report"},
    {"rescore", rescore_command, "ID|--all: scores made again, byte for byte"},
    {"erase", erase_command, "ID --ground GROUND: the end of one result"},
    {"doctor", doctor_command, "what is wrong here and how to mend it"},
    {"age-open", age_open_command,
     "--identity FILE INPUT: open a sealed payload by hand"},
    {"check", check_command, "FILE|FOLDER: all faults of a questionnaire or assessment"},
    {"score", score_command,
     "FILE --answers FILE: the scores a questionnaire defines, as JSON"},
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static int print_help(FILE *stream, int exit_code)
{
    fputs("resonance COMMAND ...\n"
          "\n"
          "The desk: for those who invite people and read what they answered.\n"
          "\n",
          stream);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(stream, "  %-10s %s\n", commands[i].name, commands[i].help);
    fputs("\n"
          "Each command has --help with an example. Exit: 0 done, 1 found wrong, 2 used "
          "wrong.\n",
          stream);
    return exit_code;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return print_help(stderr, 2);
    if (strcmp(argv[1], "--help") == 0)
        return print_help(stdout, 0);
    if (strcmp(argv[1], "--version") == 0) {
        puts("resonance " RESONANCE_VERSION);
        return 0;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(argv[1], commands[i].name) == 0)
            return commands[i].run(argc - 2, argv + 2);
    if (strcmp(argv[1], "measure") == 0) {
        fputs("resonance: the statistics moved to a program of their own: "
              "resonance-study\n",
              stderr);
        return 2;
    }
    fprintf(stderr, "resonance: there is no command \"%.40s\"; see resonance --help\n",
            argv[1]);
    return 2;
}
