#include "app/desk/command/command_row.h"

#include "app/common/console.h"
#include "base/buffer.h"

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
#define HEADING(words) {"", "", 0, 0, "", OFFICE_NONE, "", NULL, NULL, words, NULL},
#define GROUP(name, summary)                                                             \
    {name, "", 0, 0, "", OFFICE_NONE, "", NULL, NULL, summary, NULL},
#define COMMAND(symbol, name, options, least, most, takes, need, roles, prepare,         \
                summary)                                                                 \
    {name,  options, least,        most,    takes,        need,                          \
     roles, prepare, symbol##_run, summary, help_##symbol},
#include "app/desk/command/command.def"
#undef COMMAND
#undef GROUP
#undef HEADING
};

enum { ROW_COUNT = sizeof rows / sizeof *rows, WORDS_BYTES = 512 };

/* The second word of a row in the group `name`; NULL when it is not in it. */
static const char *second_word(const struct command_row *row, const char *name)
{
    const size_t count = strlen(name);
    return strncmp(row->name, name, count) == 0 && row->name[count] == ' '
               ? row->name + count + 1
               : NULL;
}

/* The row of two words, before that of the first alone. */
static const struct command_row *row_of(char **words, size_t word_count)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        const char *second = second_word(&rows[i], words[0]);
        const bool is_single = rows[i].run && !strchr(rows[i].name, ' ') &&
                               strcmp(rows[i].name, words[0]) == 0;
        if (word_count == 1 ? is_single : second && strcmp(second, words[1]) == 0)
            return &rows[i];
    }
    return NULL;
}

const struct command_row *command_row_find(char **words, size_t count,
                                           size_t *out_word_count)
{
    const struct command_row *row = NULL;
    for (size_t named = count < 2 ? count : 2; named && !row; named--) {
        row = row_of(words, named);
        *out_word_count = named;
    }
    return row;
}

/* "one|two|three" in memory of the caller's. */
static struct span second_words(const char *name, char *memory)
{
    struct buffer words = {
        .data = memory, .capacity = WORDS_BYTES, .max_bytes = WORDS_BYTES};
    for (size_t i = 0; i < ROW_COUNT; i++) {
        const char *second = second_word(&rows[i], name);
        if (second)
            buffer_format(&words, "%s%s", words.count ? "|" : "", second);
    }
    return buffer_span(&words);
}

static void put_row(enum console to, const struct command_row *row)
{
    char memory[WORDS_BYTES];
    if (!*row->name) {
        console_text(to, row == rows ? SPAN("") : SPAN("\n"));
        console_line(to, "%s", row->summary);
    } else if (!row->run) {
        console_line(to, "  %-12s %.*s: %s", row->name,
                     SPAN_ARGS(second_words(row->name, memory)), row->summary);
    } else if (*row->summary) {
        console_line(to, "  %-12s %s", row->name, row->summary);
    }
}

static int tell_all(enum console to, int exit_code)
{
    console_text(
        to, SPAN("resonance COMMAND ...\n"
                 "\n"
                 "The desk: for those who invite people and read what they answered.\n"
                 "\n"));
    for (size_t i = 0; i < ROW_COUNT; i++)
        put_row(to, &rows[i]);
    console_text(
        to,
        SPAN(
            "\n"
            "resonance help COMMAND tells its options, with an example. Every command on a\n"
            "folder takes --json: what it says, as JSON in a line. Who does what, in\n"
            "which order, say two pages: desk.txt and hr.txt in /usr/share/doc/resonance,\n"
            "or in deploy/guide of the source.\n"
            "Exit: 0 done, 1 found wrong, 2 used wrong.\n"));
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
    bool is_first = true;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (!second_word(&rows[i], name))
            continue;
        console_text(CONSOLE_OUT, is_first ? SPAN("") : SPAN("\n"));
        console_text(CONSOLE_OUT, span_of(rows[i].help));
        is_first = false;
    }
    return 0;
}

/* A group without a second word of its own: those that it has. */
static int refuse_group(char **words, size_t count)
{
    const char *second = count > 1 && words[1][0] != '-' ? words[1] : NULL;
    char memory[WORDS_BYTES];
    const struct span all = second_words(words[0], memory);
    if (second)
        console_line(
            CONSOLE_ERROR,
            "resonance %s: there is no \"%.40s\", only %.*s; see resonance help %s",
            words[0], second, SPAN_ARGS(all), words[0]);
    else
        console_line(CONSOLE_ERROR,
                     "resonance %s: say which: %.*s; see resonance help %s", words[0],
                     SPAN_ARGS(all), words[0]);
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
        return tell_all(CONSOLE_OUT, 0);
    if (row)
        return command_row_help(row);
    if (is_group(words[0]))
        return tell_group(words[0]);
    console_line(CONSOLE_ERROR,
                 "resonance help: there is no \"%.40s\" to help with; see resonance help",
                 words[0]);
    return status_exit(STATUS_USAGE);
}

int command_row_tell(char **words, size_t count)
{
    const int wrong = status_exit(STATUS_USAGE);
    if (!count)
        return tell_all(CONSOLE_ERROR, wrong);
    if (is_help(words[0]))
        return tell_all(CONSOLE_OUT, 0);
    if (strcmp(words[0], "help") == 0)
        return tell_help(words + 1, count - 1);
    if (strcmp(words[0], "--version") == 0) {
        console_line(CONSOLE_OUT, "resonance " RESONANCE_VERSION);
        return 0;
    }
    if (is_group(words[0]))
        return count > 1 && is_help(words[1]) ? tell_group(words[0])
                                              : refuse_group(words, count);
    if (strcmp(words[0], "measure") == 0)
        console_line(CONSOLE_ERROR,
                     "resonance: the statistics moved to a program of their own: "
                     "resonance-study");
    else
        console_line(CONSOLE_ERROR,
                     "resonance: there is no command \"%.40s\"; see resonance help",
                     words[0]);
    return wrong;
}

int command_row_help(const struct command_row *row)
{
    console_text(CONSOLE_OUT, span_of(row->help));
    return 0;
}
