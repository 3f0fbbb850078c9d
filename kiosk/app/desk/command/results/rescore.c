#include "app/desk/command/results/rescore.h"

#include "app/desk/office/batch.h"

#include <stdio.h>

static const char help[] =
    "resonance rescore ID | --all\n"
    "\n"
    "Scores results again, from their answers and the basis in them, and compares byte "
    "for\n"
    "byte with what the terminal wrote.\n"
    "\n"
    "  --all              all results\n"
    "  --key LABEL, --identity FILE, --passphrase-fd N, --org DIR: see 'resonance list "
    "--help'\n"
    "\n"
    "Example: resonance rescore --all\n"
    "Exit: 0 all the same, 1 some differ or could not be opened, 2 used wrong.\n";

struct rescoring {
    struct result_reader reader;
    size_t same_count, different_count, closed_count;
};

/* What a result was found to be. */
struct finding {
    bool is_same;
};

static enum status score(struct arena *arena, const struct record *record,
                         struct finding *finding)
{
    struct span again;
    const enum status status = record_rescore(arena, record, &again);
    if (status == OK)
        finding->is_same = is_span_equal(again, record->scorecard_bytes);
    return status;
}

static enum status look(const void *context, struct arena *arena,
                        const struct result *opened, struct span content, void *outcome)
{
    const struct rescoring *rescoring = context;
    struct record *record;
    (void)opened;
    const enum status status =
        result_reader_record(&rescoring->reader, arena, content, &record);
    return status == OK ? score(arena, record, outcome) : status;
}

static enum status tell(void *context, const struct result *opened, const void *outcome)
{
    struct rescoring *rescoring = context;
    const struct finding *finding = outcome;
    rescoring->same_count += finding->is_same != 0;
    rescoring->different_count += !finding->is_same;
    if (!finding->is_same)
        fprintf(stderr, "WARNING: result %.*s scores differently here\n",
                SPAN_ARGS(opened->handle));
    return OK;
}

static enum status rescore_all(struct command *command, struct rescoring *rescoring)
{
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = rescoring,
                          .outcome_bytes = sizeof(struct finding)};
    enum status status = result_reader_open(command, 0, &rescoring->reader);
    if (status == OK)
        status = batch_run(&batch, &rescoring->reader);
    rescoring->closed_count = batch.closed_count;
    return status;
}

static enum status rescore_one(struct command *command, struct rescoring *rescoring)
{
    struct result_reader *reader = &rescoring->reader;
    struct result opened;
    struct record *record;
    struct finding finding;
    enum status status = result_reader_open(command, 1, reader);
    if (status == OK)
        status = result_reader_find(reader, command_word(command, 0), &opened, &record);
    if (status != OK)
        return status;
    if (score(&reader->arena, record, &finding) == OK)
        return tell(rescoring, &opened, &finding);
    rescoring->closed_count++;
    fprintf(stderr, "WARNING: result %.*s: %s\n", SPAN_ARGS(opened.handle),
            status_last());
    return OK;
}

static enum status run(struct command *command, struct rescoring *rescoring)
{
    const enum status status = has_option(&command->options, "all")
                                   ? rescore_all(command, rescoring)
                                   : rescore_one(command, rescoring);
    if (status != OK)
        return status;
    buffer_format(&command->out, "%zu the same, %zu different\n", rescoring->same_count,
                  rescoring->different_count);
    if (rescoring->different_count)
        return fail(STATUS_DAMAGED,
                    "%zu results score differently: they were made by another version "
                    "of the scoring, or changed before they were sealed",
                    rescoring->different_count);
    if (rescoring->closed_count)
        return fail(STATUS_DAMAGED, "%zu results could not be scored again",
                    rescoring->closed_count);
    return OK;
}

static enum status rescore(struct command *command)
{
    struct rescoring rescoring = {0};
    if (has_option(&command->options, "all") == (command->options.file_count > 0))
        return fail(STATUS_USAGE, "name one result, or say --all");
    const enum status status = run(command, &rescoring);
    result_reader_close(&rescoring.reader);
    return status;
}

static const struct command_row task = {"rescore",   help,   "all key= identity=", 0, 1,
                                        OFFICE_READ, rescore};

int rescore_command(int argc, char **argv)
{
    return command_run(&task, argc, argv);
}
