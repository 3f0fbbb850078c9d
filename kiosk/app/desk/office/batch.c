#include "app/desk/office/batch.h"

#include "app/desk/office/workers.h"
#include "base/buffer.h"
#include "store/arrivals.h"

#include <malloc.h>
#include <pthread.h>

enum { PROGRESS_EVERY = 250, KEPT_FREE_BYTES = 16 * 1024 * 1024 };
enum { CLOSED_NAMED_MAX = 5, CLOSED_TEXT_BYTES = 200 };

/* What became of one result. */
struct batch_result {
    enum {
        RESULT_GONE,
        RESULT_OTHER,
        RESULT_UNREADABLE,
        RESULT_CLOSED, /* sealed to other keys: unreadable, but for nobody's fault */
        RESULT_OPENED
    } state;
    struct result opened;
    struct span why; /* of RESULT_UNREADABLE and RESULT_CLOSED, with the handle */
};

struct run {
    const struct batch *batch;
    struct result_reader *reader; /* what one thread at a time does, under the lock */
    struct arena *arena;          /* not guarded: handles and failures */
    struct batch_result *results;
    size_t results_max;
    struct arena kept; /* guarded */
    char *outcomes;
    struct arena workers[WORKERS_MAX]; /* guarded */
    size_t worker_count;
    pthread_mutex_t lock; /* for `arena`, the archive, and all below */
    struct arrivals *arrivals;
    size_t result_count;
    enum status status; /* of the archive */
};

static void say_progress(const struct run *run, bool is_end)
{
    const size_t count = run->result_count;
    if (count >= PROGRESS_EVERY && (is_end || count % PROGRESS_EVERY == 0))
        office_progress(run->reader->office, "results opened", count, is_end ? count : 0);
}

static void result_fail(const struct run *run, struct batch_result *result,
                        enum status status)
{
    result->state = status == STATUS_WRONG_KEY ? RESULT_CLOSED : RESULT_UNREADABLE;
    result->why = span_format(run->arena, "result %.*s: %s",
                              SPAN_ARGS(result->opened.handle), status_last());
}

static bool is_wanted(const struct run *run, const struct batch_result *result)
{
    const unsigned char *wanted = run->batch->assessment_hash;
    return !wanted ||
           memcmp(wanted, result->opened.header.assessment_hash, CHAIN_HASH_BYTES) == 0;
}

/* The next result with something to open, its payload in `arena`; NULL at the end. */
static struct batch_result *result_next(struct run *run, struct arena *arena,
                                        struct entry *out_entry)
{
    bool is_end = false;
    while (run->status == OK && run->result_count < run->results_max) {
        run->status = arrivals_next(run->arrivals, out_entry, &is_end);
        if (run->status != OK || is_end)
            return NULL;
        struct batch_result *result = &run->results[run->result_count++];
        say_progress(run, false);
        if (!out_entry->payload.count)
            continue;
        enum status status =
            result_reader_look_up(run->reader, run->arena, out_entry,
                                  (int64_t)run->result_count, &result->opened);
        if (status == OK && !is_wanted(run, result)) {
            result->state = RESULT_OTHER;
            continue;
        }
        if (status == OK)
            status = result_reader_form(run->reader, &result->opened);
        if (status == OK) {
            out_entry->payload = span_copy(arena, out_entry->payload);
            return result;
        }
        result_fail(run, result, status);
    }
    return NULL;
}

static enum status result_look(const struct run *run, struct batch_result *result,
                               struct arena *arena, const struct entry *entry)
{
    const struct batch *batch = run->batch;
    char *outcome =
        run->outcomes + (size_t)(result - run->results) * batch->outcome_bytes;
    struct span content;
    enum status status =
        result_reader_unseal(run->reader, arena, entry, &result->opened, &content);
    if (status == OK)
        status = batch->look(batch->context, arena, &result->opened, content, outcome);
    if (status == OK)
        result->state = RESULT_OPENED;
    return status;
}

/* Runs on several threads: what it touches without the lock is its own result, its worker's arena,
 * and what nobody changes meanwhile. */
static int work(void *context, size_t worker)
{
    struct run *run = context;
    struct arena *arena = &run->workers[worker];
    const struct arena_mark mark = arena_mark(arena);
    struct entry entry;
    pthread_mutex_lock(&run->lock);
    struct batch_result *result = result_next(run, arena, &entry);
    pthread_mutex_unlock(&run->lock);
    const enum status status = result ? result_look(run, result, arena, &entry) : OK;
    if (status != OK) {
        pthread_mutex_lock(&run->lock);
        result_fail(run, result, status);
        pthread_mutex_unlock(&run->lock);
    }
    arena_release(arena, mark);
    return result != NULL;
}

/* Fewer workers do it, too. */
static enum status workers_open(struct run *run)
{
    const size_t wanted = workers_count();
    enum status status = OK;
    while (status == OK && run->worker_count < wanted &&
           (!run->worker_count || run->worker_count < run->results_max)) {
        status = result_reader_guarded(run->reader, &run->workers[run->worker_count]);
        run->worker_count += status == OK;
    }
    return run->worker_count ? OK : status;
}

static enum status run_look(struct run *run)
{
    const size_t bytes = run->results_max * run->batch->outcome_bytes;
    enum status status = office_guarded(run->reader->office, bytes, &run->kept);
    if (status == OK)
        status = workers_open(run);
    if (status == OK)
        status = arrivals_open(run->arena, run->reader->archive, &run->arrivals);
    if (status != OK)
        return status;
    run->results = arena_array(run->arena, struct batch_result, run->results_max);
    run->outcomes = arena_alloc(&run->kept, bytes);
    /* Each record is read into memory that is free again before the next one: giving it back to the
     * system in between would take a quarter of the time. */
    mallopt(M_TRIM_THRESHOLD, KEPT_FREE_BYTES);
    workers_run(run->worker_count, work, run);
    say_progress(run, true);
    return run->status;
}

static void warn(const struct run *run, struct span why)
{
    office_tell(run->reader->office, OFFICE_WARNING, "%.*s", SPAN_ARGS(why));
}

/* One sentence for all that are sealed to other keys: somebody who is new here would get one for
 * each result of before. */
static void closed_tell(const struct run *run, struct batch *batch)
{
    struct buffer handles = buffer_init(run->arena, CLOSED_TEXT_BYTES);
    struct span why = {0};
    size_t count = 0;
    for (size_t i = 0; i < run->result_count; i++) {
        const struct batch_result *result = &run->results[i];
        if (result->state != RESULT_CLOSED)
            continue;
        why = result->why;
        if (count++ < CLOSED_NAMED_MAX)
            buffer_format(&handles, "%s%.*s", count > 1 ? ", " : "",
                          SPAN_ARGS(result->opened.handle));
    }
    batch->closed_count += count;
    if (count > CLOSED_NAMED_MAX)
        buffer_format(&handles, " and %zu more", count - CLOSED_NAMED_MAX);
    if (count == 1)
        warn(run, why);
    else if (count)
        office_tell(
            run->reader->office, OFFICE_WARNING,
            "%zu results are sealed to other keys, and none of those that were tried is "
            "among them: %.*s. Take another key or a recovery sheet, or ask somebody "
            "whose key opens them to run 'resonance key share' for yours",
            count, SPAN_ARGS(buffer_span(&handles)));
}

static enum status run_tell(const struct run *run, struct batch *batch)
{
    enum status status = OK;
    closed_tell(run, batch);
    for (size_t i = 0; i < run->result_count && status == OK; i++) {
        const struct batch_result *result = &run->results[i];
        switch (result->state) {
        case RESULT_GONE:
            batch->gone_count++;
            break;
        case RESULT_OTHER:
            break;
        case RESULT_UNREADABLE:
            batch->closed_count++;
            warn(run, result->why);
            break;
        case RESULT_CLOSED:
            break; /* all of them were told at once */
        case RESULT_OPENED:
            status = batch->tell(batch->context, &result->opened,
                                 run->outcomes + i * batch->outcome_bytes);
            break;
        }
    }
    return status;
}

static void run_close(struct run *run)
{
    arrivals_close(run->arrivals);
    for (size_t i = 0; i < run->worker_count; i++)
        arena_done(&run->workers[i]);
    arena_done(&run->kept);
}

enum status batch_run(struct batch *batch, struct result_reader *reader)
{
    struct run run = {
        .batch = batch,
        .reader = reader,
        .arena = &reader->office->arena,
        .results_max = reader->result_count,
        .lock = PTHREAD_MUTEX_INITIALIZER,
    };
    batch->gone_count = batch->closed_count = 0;
    enum status status = run_look(&run);
    if (status == OK)
        status = run_tell(&run, batch);
    run_close(&run);
    return status;
}
