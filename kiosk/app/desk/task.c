#include "app/desk/task.h"

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

enum status duty_show(struct duty *duty)
{
    if (duty->out.is_full)
        return fail(STATUS_TOO_LARGE, "the output would be too long");
    const enum status status = print(buffer_span(&duty->out));
    duty->out.count = 0;
    return status;
}

enum status duty_put(struct duty *duty, struct span text)
{
    struct buffer *out = &duty->out;
    if (text.count <= out->max_bytes - out->count) {
        buffer_add(out, text);
        return OK;
    }
    const enum status status = duty_show(duty);
    return status == OK ? print(text) : status;
}

struct span duty_word(const struct duty *duty, size_t index)
{
    return index < duty->options.file_count ? span_of(duty->options.files[index])
                                            : SPAN("");
}

enum status duty_guarded(struct duty *duty, size_t bytes, struct arena *arena)
{
    static int is_told;
    int is_locked = 0;
    const enum status status = arena_init_guarded(arena, bytes, &is_locked);
    if (status == OK && !is_locked && !is_told) {
        is_told = 1;
        fprintf(stderr,
                "resonance %s: note: the system does not let this program keep secrets "
                "out of swap; raise the limit of locked memory ('ulimit -l')\n",
                duty->task->name);
    }
    return status;
}

static enum status words_read(struct duty *duty, int argc, char **argv)
{
    char known[OPTIONS_TEXT_BYTES];
    const struct task *task = duty->task;
    snprintf(known, sizeof known, "%s help org= passphrase-fd=", task->options);
    enum status status = options_read(argv, argc > 0 ? (size_t)argc : 0, known, 0,
                                      OPTIONS_FILES_MOST, &duty->options);
    if (status != OK || has_option(&duty->options, "help"))
        return status;
    const size_t count = duty->options.file_count;
    if (count > task->most)
        return fail(STATUS_USAGE, "\"%s\" is one word too many; see resonance %s --help",
                    duty->options.files[task->most], task->name);
    if (count < task->least)
        return fail(STATUS_USAGE, "a word is missing; see resonance %s --help",
                    task->name);
    return OK;
}

static enum status task_do(struct duty *duty)
{
    const struct task *task = duty->task;
    enum status status = seal_start();
    if (status == OK)
        status =
            office_open(options_text(&duty->options, "org"), task->need, &duty->office);
    if (status == OK)
        status = duty_guarded(duty, OUT_BYTES_MAX + 4096, &duty->page);
    if (status != OK)
        return status;
    duty->arena = &duty->office.arena;
    duty->out = (struct buffer){
        .arena = &duty->page,
        .data = arena_alloc(&duty->page, OUT_BYTES_MAX),
        .capacity = OUT_BYTES_MAX,
        .max_bytes = OUT_BYTES_MAX,
    };
    status = task->run(duty);
    const enum status shown = duty_show(duty);
    return status == OK ? shown : status;
}

int task_run(const struct task *task, int argc, char **argv)
{
    struct duty duty = {.task = task};
    enum status status = words_read(&duty, argc, argv);
    if (status == OK && has_option(&duty.options, "help")) {
        fputs(task->help, stdout);
        return 0;
    }
    if (status == OK)
        status = task_do(&duty);
    if (status != OK)
        fprintf(stderr, "resonance %s: %s\n", task->name, status_last());
    arena_done(&duty.page);
    office_close(&duty.office);
    return status_exit(status);
}

static int is_verb(const struct task *task, const char *name, const char *verb)
{
    const size_t count = strlen(name);
    return strncmp(task->name, name, count) == 0 && task->name[count] == ' ' &&
           strcmp(task->name + count + 1, verb) == 0;
}

int task_choose(const char *name, const struct task *tasks, size_t count, int argc,
                char **argv)
{
    const int wants_help = argc > 0 && strcmp(argv[0], "--help") == 0;
    for (size_t i = 0; argc > 0 && i < count; i++)
        if (is_verb(&tasks[i], name, argv[0]))
            return task_run(&tasks[i], argc - 1, argv + 1);
    for (size_t i = 0; i < count; i++)
        fprintf(wants_help ? stdout : stderr, "%s%s", i ? "\n" : "", tasks[i].help);
    return wants_help ? 0 : status_exit(STATUS_USAGE);
}
