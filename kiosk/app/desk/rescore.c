#include "app/desk/rescore.h"

#include "app/desk/crew.h"
#include "app/desk/opened.h"

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

enum { JOBS_PER_HAND = 16, BATCH_BYTES_EACH = 2 * 1024 * 1024, WHY_BYTES = 1100 };

enum outcome {
    OUTCOME_SAME,
    OUTCOME_DIFFERENT,
    OUTCOME_CLOSED, /* not opened, or not scored */
};

/* One record on its way through the crew. */
struct job {
    struct opened opened;
    struct span payload; /* sealed; a copy */
    enum outcome outcome;
    char why[WHY_BYTES]; /* of OUTCOME_CLOSED */
};

struct rescoring {
    struct opener opener;
    struct arena batch; /* payloads and handles of the jobs */
    struct job *jobs;
    size_t job_count, jobs_max;
    struct arena hands[CREW_HANDS_MAX]; /* guarded, one for each thread */
    size_t hand_count;
    size_t same_count, different_count, closed_count;
};

static void score_job(struct job *job, struct arena *arena)
{
    const struct record *record = job->opened.record;
    struct span again;
    if (scorecard_again(arena, record, &again) == OK) {
        job->outcome = is_span_equal(again, record->scorecard_bytes) ? OUTCOME_SAME
                                                                     : OUTCOME_DIFFERENT;
        return;
    }
    job->outcome = OUTCOME_CLOSED;
    snprintf(job->why, sizeof job->why, "result %.*s: %s", SPAN_ARGS(job->opened.handle),
             status_last());
}

static void close_job(struct job *job)
{
    job->outcome = OUTCOME_CLOSED;
    snprintf(job->why, sizeof job->why, "%s", status_last());
}

/* Runs on several threads: what it touches is its own job, its hand's arena, and what nobody
 * changes meanwhile. */
static void work(void *context, size_t hand, size_t index)
{
    struct rescoring *rescoring = context;
    struct job *job = &rescoring->jobs[index];
    struct arena *arena = &rescoring->hands[hand];
    const struct arena_mark mark = arena_mark(arena);
    if (job->outcome == OUTCOME_CLOSED)
        return;
    if (opener_decrypt(&rescoring->opener, arena, job->payload, &job->opened) != OK)
        close_job(job);
    else
        score_job(job, arena);
    arena_release(arena, mark);
}

static void tell(struct rescoring *rescoring, const struct job *job)
{
    switch (job->outcome) {
    case OUTCOME_SAME:
        rescoring->same_count++;
        return;
    case OUTCOME_DIFFERENT:
        rescoring->different_count++;
        fprintf(stderr, "WARNING: result %.*s scores differently here\n",
                SPAN_ARGS(job->opened.handle));
        return;
    case OUTCOME_CLOSED:
        rescoring->closed_count++;
        fprintf(stderr, "WARNING: %s\n", job->why);
        return;
    }
}

static void batch_run(struct rescoring *rescoring)
{
    crew_run(rescoring->hand_count, rescoring->job_count, work, rescoring);
    for (size_t i = 0; i < rescoring->job_count; i++)
        tell(rescoring, &rescoring->jobs[i]);
    rescoring->job_count = 0;
    arena_reset(&rescoring->batch);
}

static enum status on_entry(void *context, const struct entry *entry, int64_t arrival)
{
    struct rescoring *rescoring = context;
    if (!entry->payload.count)
        return OK; /* erased: there is nothing to score */
    struct job *job = &rescoring->jobs[rescoring->job_count++];
    *job = (struct job){.payload = span_copy(&rescoring->batch, entry->payload)};
    if (opener_prove(&rescoring->opener, &rescoring->batch, entry, arrival,
                     &job->opened) != OK)
        close_job(job);
    if (rescoring->job_count == rescoring->jobs_max)
        batch_run(rescoring);
    return OK;
}

static enum status hands_open(struct rescoring *rescoring)
{
    const size_t wanted = crew_hands();
    enum status status = OK;
    while (status == OK && rescoring->hand_count < wanted) {
        status =
            opener_guarded(&rescoring->opener, &rescoring->hands[rescoring->hand_count]);
        rescoring->hand_count += status == OK;
    }
    rescoring->jobs_max = rescoring->hand_count * JOBS_PER_HAND;
    rescoring->jobs =
        arena_array(rescoring->opener.duty->arena, struct job, rescoring->jobs_max);
    arena_init(&rescoring->batch, rescoring->jobs_max * BATCH_BYTES_EACH);
    return rescoring->hand_count ? OK : status; /* fewer hands do it too */
}

static enum status rescore_all(struct rescoring *rescoring)
{
    enum status status = hands_open(rescoring);
    if (status == OK)
        status = archive_list(rescoring->opener.archive, on_entry, rescoring);
    if (status == OK)
        batch_run(rescoring);
    return status;
}

static enum status rescore_one(struct rescoring *rescoring, struct span handle)
{
    struct job job = {0};
    const enum status status = opener_find(&rescoring->opener, handle, &job.opened);
    if (status != OK)
        return status;
    score_job(&job, &rescoring->opener.arena);
    tell(rescoring, &job);
    return OK;
}

static enum status run(struct duty *duty, struct rescoring *rescoring)
{
    enum status status = opener_open(duty, 1, &rescoring->opener);
    if (status == OK)
        status = has_option(&duty->options, "all")
                     ? rescore_all(rescoring)
                     : rescore_one(rescoring, duty_word(duty, 0));
    if (status != OK)
        return status;
    buffer_format(&duty->out, "%zu the same, %zu different\n", rescoring->same_count,
                  rescoring->different_count);
    if (rescoring->different_count)
        return fail(STATUS_DAMAGED,
                    "%zu results score differently: they were made by another version of "
                    "the scoring, or changed before they were sealed",
                    rescoring->different_count);
    if (rescoring->closed_count)
        return fail(STATUS_DAMAGED, "%zu results could not be scored again",
                    rescoring->closed_count);
    return OK;
}

static void rescoring_close(struct rescoring *rescoring)
{
    for (size_t i = 0; i < rescoring->hand_count; i++)
        arena_done(&rescoring->hands[i]);
    arena_done(&rescoring->batch);
    opener_close(&rescoring->opener);
}

static enum status rescore(struct duty *duty)
{
    struct rescoring rescoring = {0};
    if (has_option(&duty->options, "all") == (duty->options.file_count > 0))
        return fail(STATUS_USAGE, "name one result, or say --all");
    const enum status status = run(duty, &rescoring);
    rescoring_close(&rescoring);
    return status;
}

static const struct task task = {"rescore",   help,   "all key= identity=", 0, 1,
                                 OFFICE_READ, rescore};

int rescore_command(int argc, char **argv)
{
    return task_run(&task, argc, argv);
}
