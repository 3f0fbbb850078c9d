#include "app/desk/command/command_row.h"

#include <stdio.h>
#include <string.h>

#define HEADING(words)
#define GROUP(name, summary)
#define COMMAND(symbol, name, ...) extern const char help_##symbol[];
#include "app/desk/command/command.def" /* the texts of help/, embedded by CMake */
#undef COMMAND
#undef GROUP
#undef HEADING

/* A group is a row that runs nothing, a heading one without a name. */
static const struct command_row rows[] = {
#define HEADING(words) {"", "", 0, 0, "", OFFICE_NONE, NULL, NULL, words, NULL},
#define GROUP(name, summary) {name, "", 0, 0, "", OFFICE_NONE, NULL, NULL, summary, NULL},
#define COMMAND(symbol, name, options, least, most, takes, need, prepare, summary)       \
    {name, options, least,        most,    takes,                                        \
     need, prepare, symbol##_run, summary, help_##symbol},
#include "app/desk/command/command.def"
#undef COMMAND
#undef GROUP
#undef HEADING
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

static void put_row(FILE *stream, const struct command_row *row)
{
    if (!*row->name) {
        fprintf(stream, "%s%s\n", row == rows ? "" : "\n", row->summary);
        return;
    }
    if (row->run && !*row->summary)
        return;
    fprintf(stream, "  %-12s ", row->name);
    if (!row->run)
        put_second_words(stream, row->name);
    fprintf(stream, "%s%s\n", row->run ? "" : ": ", row->summary);
}

static int tell_all(FILE *stream, int exit_code)
{
    fputs("resonance COMMAND ...\n"
          "\n"
          "The desk: for those who invite people and read what they answered.\n"
          "\n",
          stream);
    for (size_t i = 0; i < ROW_COUNT; i++)
        put_row(stream, &rows[i]);
    fputs("\n"
          "resonance help COMMAND tells its options, with an example. Who does what, in\n"
          "which order, says one page: /usr/share/doc/resonance/guide.txt, or\n"
          "deploy/guide/desk.txt in the source.\n"
          "Exit: 0 done, 1 found wrong, 2 used wrong.\n",
          stream);
    return exit_code;
}

static bool is_group(const char *word)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (!rows[i].run && *word && strcmp(rows[i].name, word) == 0)
            return true;
    return false;
}

static int tell_group(const char *name)
{
    const char *before = "";
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!second_word(&rows[i], name))
            continue;
        printf("%s%s", before, rows[i].help);
        before = "\n";
    }
    return 0;
}

/* A group without a second word of its own: those that it has. */
static int refuse_group(char **words, size_t count)
{
    const char *second = count > 1 && words[1][0] != '-' ? words[1] : NULL;
    fprintf(stderr, "resonance %s: ", words[0]);
    if (second)
        fprintf(stderr, "there is no \"%.40s\", only ", second);
    else
        fputs("say which: ", stderr);
    put_second_words(stderr, words[0]);
    fprintf(stderr, "; see resonance help %s\n", words[0]);
    return status_exit(STATUS_USAGE);
}

static bool is_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

/* `resonance help`, with the words after it. */
static int tell_help(char **words, size_t count)
{
    size_t named = 0;
    const struct command_row *row = command_row_find(words, count, &named);
    if (!count)
        return tell_all(stdout, 0);
    if (row)
        return command_row_help(row);
    if (is_group(words[0]))
        return tell_group(words[0]);
    fprintf(stderr,
            "resonance help: there is no \"%.40s\" to help with; see resonance help\n",
            words[0]);
    return status_exit(STATUS_USAGE);
}

int command_row_tell(char **words, size_t count)
{
    const int wrong = status_exit(STATUS_USAGE);
    if (!count)
        return tell_all(stderr, wrong);
    if (is_help(words[0]))
        return tell_all(stdout, 0);
    if (strcmp(words[0], "help") == 0)
        return tell_help(words + 1, count - 1);
    if (strcmp(words[0], "--version") == 0) {
        puts("resonance " RESONANCE_VERSION);
        return 0;
    }
    if (is_group(words[0]))
        return count > 1 && is_help(words[1]) ? tell_group(words[0])
                                              : refuse_group(words, count);
    if (strcmp(words[0], "measure") == 0)
        fputs("resonance: the statistics moved to a program of their own: "
              "resonance-study\n",
              stderr);
    else
        fprintf(stderr, "resonance: there is no command \"%.40s\"; see resonance help\n",
                words[0]);
    return wrong;
}

int command_row_help(const struct command_row *row)
{
    fputs(row->help, stdout);
    return 0;
}
