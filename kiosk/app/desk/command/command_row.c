#include "app/desk/command/command_row.h"

#include <stdio.h>
#include <string.h>

#define GROUP(name, summary)
#define COMMAND(symbol, name, ...) extern const char help_##symbol[];
#include "app/desk/command/command.def" /* the texts of help/, embedded by CMake */
#undef COMMAND
#undef GROUP

/* A group is a row that runs nothing. */
static const struct command_row rows[] = {
#define GROUP(name, summary) {name, "", 0, 0, "", OFFICE_NONE, NULL, NULL, summary, NULL},
#define COMMAND(symbol, name, options, least, most, takes, need, prepare, summary)       \
    {name, options, least,        most,    takes,                                        \
     need, prepare, symbol##_run, summary, help_##symbol},
#include "app/desk/command/command.def"
#undef COMMAND
#undef GROUP
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

/* The second word of a row in the group `name`; NULL when it is not in it. */
static const char *second_word(const struct command_row *row, const char *name)
{
    const size_t count = strlen(name);
    return strncmp(row->name, name, count) == 0 && row->name[count] == ' '
               ? row->name + count + 1
               : NULL;
}

const struct command_row *command_row_find(char **words, size_t count,
                                           size_t *out_word_count)
{
    for (size_t i = 0; count && i < ROW_COUNT; i++) {
        const char *second = second_word(&rows[i], words[0]);
        const bool is_single = rows[i].run && !strchr(rows[i].name, ' ') &&
                               strcmp(rows[i].name, words[0]) == 0;
        if (!is_single && !(second && count > 1 && strcmp(second, words[1]) == 0))
            continue;
        *out_word_count = is_single ? 1 : 2;
        return &rows[i];
    }
    return NULL;
}

static void put_second_words(FILE *stream, const char *name)
{
    const char *before = "";
    for (size_t i = 0; i < ROW_COUNT; i++) {
        const char *second = second_word(&rows[i], name);
        if (!second)
            continue;
        fprintf(stream, "%s%s", before, second);
        before = "|";
    }
}

static int tell_all(FILE *stream, int exit_code)
{
    fputs("resonance COMMAND ...\n"
          "\n"
          "The desk: for those who invite people and read what they answered.\n"
          "\n",
          stream);
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (rows[i].run && !*rows[i].summary)
            continue;
        fprintf(stream, "  %-10s ", rows[i].name);
        if (!rows[i].run)
            put_second_words(stream, rows[i].name);
        fprintf(stream, "%s%s\n", rows[i].run ? "" : ": ", rows[i].summary);
    }
    fputs("\n"
          "Each command has --help with an example.\n"
          "Exit: 0 done, 1 found wrong, 2 used wrong.\n",
          stream);
    return exit_code;
}

static bool is_group(const char *word)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (!rows[i].run && strcmp(rows[i].name, word) == 0)
            return true;
    return false;
}

static int tell_group(FILE *stream, const char *name, int exit_code)
{
    const char *before = "";
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!second_word(&rows[i], name))
            continue;
        fprintf(stream, "%s%s", before, rows[i].help);
        before = "\n";
    }
    return exit_code;
}

int command_row_tell(char **words, size_t count)
{
    const int wrong = status_exit(STATUS_USAGE);
    if (!count)
        return tell_all(stderr, wrong);
    if (strcmp(words[0], "--help") == 0)
        return tell_all(stdout, 0);
    if (strcmp(words[0], "--version") == 0) {
        puts("resonance " RESONANCE_VERSION);
        return 0;
    }
    if (is_group(words[0]))
        return count > 1 && strcmp(words[1], "--help") == 0
                   ? tell_group(stdout, words[0], 0)
                   : tell_group(stderr, words[0], wrong);
    if (strcmp(words[0], "measure") == 0)
        fputs("resonance: the statistics moved to a program of their own: "
              "resonance-study\n",
              stderr);
    else
        fprintf(stderr,
                "resonance: there is no command \"%.40s\"; see resonance --help\n",
                words[0]);
    return wrong;
}

int command_row_help(const struct command_row *row)
{
    fputs(row->help, stdout);
    return 0;
}
