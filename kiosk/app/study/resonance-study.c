/* resonance-study: statistics on plain tables, for psychologists. Each verb is a row of
 * verbs.def. */
#include "app/study/verb.h"

#include "app/common/console.h"
#include "base/text/csv.h"

#include <stdio.h>
#include <string.h>

static const struct verb {
    const char *name;
    enum status (*run)(struct job *);
    const char *options;
    size_t least, most;
    const char *help;
} verbs[] = {
#define VERB(name, function, options, least, most, help)                                 \
    {name, function, options, least, most, help},
#include "app/study/verbs.def"
#undef VERB
};

enum { VERB_COUNT = sizeof verbs / sizeof *verbs, HELP_BYTES = 2048 };

static const size_t MOST_BYTES = (size_t)16 << 30, MOST_OUTPUT_BYTES = (size_t)2 << 30;

static enum status run(const struct verb *verb, struct arena *arena, int argc,
                       char **argv)
{
    struct job job = {.arena = arena, .out = buffer_init(arena, MOST_OUTPUT_BYTES)};
    enum status status = options_read(argv + 1, (size_t)argc - 1, verb->options,
                                      verb->least, verb->most, &job.options);
    if (!status)
        status = verb->run(&job);
    if (!status)
        status = verb_flush(&job);
    return status;
}

static int print_help(enum console to, int exit_code)
{
    console_text(to, SPAN("resonance-study VERB [options] FILE...\n"
                          "Plain statistics on plain CSV.\n\n"));
    for (size_t i = 0; i < VERB_COUNT; i++)
        console_line(to, "  %-16s %s", verbs[i].name, verbs[i].help);
    return exit_code;
}

/* "weights= per-item" is told as "[--weights VALUE] [--per-item]". */
static int print_verb_help(const struct verb *verb)
{
    char text[HELP_BYTES];
    struct span rest = span_of(verb->options), option;
    struct buffer line = {
        .data = text, .capacity = sizeof text, .max_bytes = sizeof text};
    buffer_format(&line, "resonance-study %s", verb->name);
    while (rest.count && span_next(&rest, ' ', &option)) {
        const size_t name_count = span_find(option, '=');
        buffer_format(&line, " [--%.*s%s]", (int)name_count, option.data,
                      name_count < option.count ? " VALUE" : "");
    }
    console_line(CONSOLE_OUT, "%.*s %s", SPAN_ARGS(buffer_span(&line)), verb->help);
    return 0;
}

static int run_verb(const struct verb *verb, int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena, MOST_BYTES);
    const enum status status = run(verb, &arena, argc, argv);
    arena_done(&arena);
    if (!status)
        return 0;
    console_line(CONSOLE_ERROR, "resonance-study %s: %s", verb->name, status_last());
    return status == STATUS_IO ? 1 : status_exit(STATUS_USAGE);
}

int main(int argc, char **argv)
{
    argc--, argv++;
    if (argc < 1)
        return print_help(CONSOLE_ERROR, status_exit(STATUS_USAGE));
    if (strcmp(argv[0], "--help") == 0)
        return print_help(CONSOLE_OUT, 0);
    if (strcmp(argv[0], "--version") == 0) {
        console_line(CONSOLE_OUT, "resonance-study " RESONANCE_VERSION);
        return 0;
    }
    for (size_t i = 0; i < VERB_COUNT; i++) {
        if (strcmp(verbs[i].name, argv[0]) != 0)
            continue;
        if (argc == 2 && strcmp(argv[1], "--help") == 0)
            return print_verb_help(&verbs[i]);
        return run_verb(&verbs[i], argc, argv);
    }
    console_line(CONSOLE_ERROR,
                 "resonance-study: there is no verb %s; see resonance-study --help",
                 argv[0]);
    return status_exit(STATUS_USAGE);
}
