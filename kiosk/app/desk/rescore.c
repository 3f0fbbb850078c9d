#include "app/desk/rescore.h"

#include "app/desk/opened.h"

#include <stdio.h>

static const char help[] =
    "resonance rescore ID | --all\n"
    "\n"
    "Scores records again, from their answers and the basis in them, and compares byte "
    "for\n"
    "byte with what the terminal wrote.\n"
    "\n"
    "  --all              all records\n"
    "  --key LABEL, --identity FILE, --passphrase-fd N, --org DIR: see 'resonance list "
    "--help'\n"
    "\n"
    "Example: resonance rescore --all\n"
    "Exit: 0 all the same, 1 some differ or could not be opened, 2 used wrong.\n";

struct rescoring {
    struct opener opener;
    size_t same_count, different_count, closed_count;
};

static void compare(struct rescoring *rescoring, const struct opened *opened)
{
    struct span again;
    if (scorecard_again(&rescoring->opener.arena, opened->record, &again) != OK) {
        rescoring->closed_count++;
        fprintf(stderr, "WARNING: record %.*s: %s\n", SPAN_ARGS(opened->handle),
                status_last());
        return;
    }
    if (is_span_equal(again, opened->record->scorecard_bytes)) {
        rescoring->same_count++;
        return;
    }
    rescoring->different_count++;
    fprintf(stderr, "WARNING: record %.*s scores differently here\n",
            SPAN_ARGS(opened->handle));
}

static enum status on_entry(void *context, const struct entry *entry, int64_t arrival)
{
    struct rescoring *rescoring = context;
    struct arena *arena = &rescoring->opener.arena;
    const struct arena_mark mark = arena_mark(arena);
    struct opened opened;
    (void)arrival;
    if (opener_read(&rescoring->opener, entry, 0, &opened) == OK) {
        compare(rescoring, &opened);
    } else {
        rescoring->closed_count++;
        fprintf(stderr, "WARNING: %s\n", status_last());
    }
    arena_release(arena, mark);
    return OK;
}

static enum status run(struct duty *duty, struct rescoring *rescoring)
{
    struct opened opened;
    enum status status = opener_open(duty, 1, &rescoring->opener);
    if (status != OK)
        return status;
    if (has_option(&duty->options, "all")) {
        status = archive_list(rescoring->opener.archive, on_entry, rescoring);
    } else {
        status = opener_find(&rescoring->opener, duty_word(duty, 0), &opened);
        if (status == OK)
            compare(rescoring, &opened);
    }
    if (status != OK)
        return status;
    buffer_format(&duty->out, "%zu the same, %zu different\n", rescoring->same_count,
                  rescoring->different_count);
    if (rescoring->different_count)
        return fail(STATUS_DAMAGED,
                    "%zu records score differently: they were made by another version of "
                    "the scoring, or changed before they were sealed",
                    rescoring->different_count);
    if (rescoring->closed_count)
        return fail(STATUS_DAMAGED, "%zu records could not be scored again",
                    rescoring->closed_count);
    return OK;
}

static enum status rescore(struct duty *duty)
{
    struct rescoring rescoring = {0};
    if (has_option(&duty->options, "all") == (duty->options.file_count > 0))
        return fail(STATUS_USAGE, "name one record, or say --all");
    const enum status status = run(duty, &rescoring);
    opener_close(&rescoring.opener);
    return status;
}

static const struct task task = {"rescore",   help,   "all key= identity=", 0, 1,
                                 OFFICE_READ, rescore};

int rescore_command(int argc, char **argv)
{
    return task_run(&task, argc, argv);
}
