#include "app/desk/command/command.h"

#include "seal/seal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { OPTIONS_TEXT_BYTES = 512, OUT_BYTES_MAX = 1024 * 1024 };

static enum status print(struct span text)
{
    if ((text.count && fwrite(text.data, 1, text.count, stdout) != text.count) ||
        fflush(stdout) != 0)
        return fail(errno == ENOSPC ? STATUS_NO_SPACE : STATUS_IO,
                    "write to standard output: %s", strerror(errno));
    return OK;
}

enum status command_show(struct command *command)
{
    if (command->out.is_full)
        return fail(STATUS_TOO_LARGE, "the output would be too long");
    const enum status status = print(buffer_span(&command->out));
    command->out.count = 0;
    return status;
}

enum status command_put(struct command *command, struct span text)
{
    struct buffer *out = &command->out;
    if (text.count <= out->max_bytes - out->count) {
        buffer_add(out, text);
        return OK;
    }
    const enum status status = command_show(command);
    return status == OK ? print(text) : status;
}

struct span command_word(const struct command *command, size_t index)
{
    return index < command->options.file_count ? span_of(command->options.files[index])
                                               : SPAN("");
}

enum status command_guarded(struct command *command, size_t bytes, struct arena *arena)
{
    static bool is_told;
    bool is_locked = false;
    const enum status status = arena_init_guarded(arena, bytes, &is_locked);
    if (status == OK && !is_locked && !is_told) {
        is_told = true;
        fprintf(stderr,
                "resonance %s: note: the system does not let this program keep secrets "
                "out of swap; raise the limit of locked memory ('ulimit -l')\n",
                command->task->name);
    }
    return status;
}

static enum status words_read(struct command *command, int argc, char **argv)
{
    char known[OPTIONS_TEXT_BYTES];
    const struct command_row *task = command->task;
    snprintf(known, sizeof known, "%s help org= passphrase-fd=", task->options);
    enum status status = options_read(argv, argc > 0 ? (size_t)argc : 0, known, 0,
                                      OPTIONS_FILES_MOST, &command->options);
    if (status != OK || has_option(&command->options, "help"))
        return status;
    const size_t count = command->options.file_count;
    if (count > task->most)
        return fail(STATUS_USAGE, "\"%s\" is one word too many; see resonance %s --help",
                    command->options.files[task->most], task->name);
    if (count < task->least)
        return fail(STATUS_USAGE, "a word is missing; see resonance %s --help",
                    task->name);
    return OK;
}

static enum status task_do(struct command *command)
{
    const struct command_row *task = command->task;
    enum status status = seal_start();
    if (status == OK)
        status = office_open(options_text(&command->options, "org"), task->need,
                             &command->office);
    if (status == OK)
        status = command_guarded(command, OUT_BYTES_MAX + 4096, &command->page);
    if (status != OK)
        return status;
    command->arena = &command->office.arena;
    command->out = (struct buffer){
        .arena = &command->page,
        .data = arena_alloc(&command->page, OUT_BYTES_MAX),
        .capacity = OUT_BYTES_MAX,
        .max_bytes = OUT_BYTES_MAX,
    };
    status = task->run(command);
    const enum status shown = command_show(command);
    return status == OK ? shown : status;
}

int command_run(const struct command_row *task, int argc, char **argv)
{
    struct command command = {.task = task};
    enum status status = words_read(&command, argc, argv);
    if (status == OK && has_option(&command.options, "help")) {
        fputs(task->help, stdout);
        return 0;
    }
    if (status == OK)
        status = task_do(&command);
    if (status != OK)
        fprintf(stderr, "resonance %s: %s\n", task->name, status_last());
    arena_done(&command.page);
    office_close(&command.office);
    return status_exit(status);
}

static bool is_verb(const struct command_row *task, const char *name, const char *verb)
{
    const size_t count = strlen(name);
    return strncmp(task->name, name, count) == 0 && task->name[count] == ' ' &&
           strcmp(task->name + count + 1, verb) == 0;
}

int command_choose(const char *name, const struct command_row *tasks, size_t count,
                   int argc, char **argv)
{
    const int wants_help = argc > 0 && strcmp(argv[0], "--help") == 0;
    for (size_t i = 0; argc > 0 && i < count; i++)
        if (is_verb(&tasks[i], name, argv[0]))
            return command_run(&tasks[i], argc - 1, argv + 1);
    for (size_t i = 0; i < count; i++)
        fprintf(wants_help ? stdout : stderr, "%s%s", i ? "\n" : "", tasks[i].help);
    return wants_help ? 0 : status_exit(STATUS_USAGE);
}
