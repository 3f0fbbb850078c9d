#include "app/desk/command/report/report_all.h"

#include "app/common/output.h"
#include "app/desk/command/report_person.h"
#include "app/desk/office/people/people.h"
#include "app/desk/office/workers.h"
#include "base/file.h"

#include <errno.h>
#include <pthread.h>
#include <sys/stat.h>

struct making {
    struct operation *operation;
    const struct report_format *format;
    enum report_reader reader;
    const char *folder;
    struct people people;
    struct arena workers[WORKERS_MAX]; /* guarded */
    size_t worker_count;
    pthread_mutex_t lock; /* for the reader, the log, the office, and all below */
    size_t next, done_count, there_count, closed_count;
    enum status status;
    char why[1024]; /* of `status`, for the thread that tells it */
};

static void stop(struct making *making, enum status status)
{
    if (making->status != OK)
        return;
    making->status = status;
    const struct span why = span_cut(span_of(status_last()), 0, sizeof making->why - 1);
    memcpy(making->why, why.data, why.count);
}

static const char *path_of(const struct making *making, struct arena *arena,
                           const struct people_row *row)
{
    static const char *const readers[] = {"", "-interviewer", "-candidate"};
    const bool is_ats = making->format->making == REPORT_WITH_PAPER;
    const struct span name =
        span_format(arena, "%.*s%s%s.%s", SPAN_ARGS(row->handle), readers[making->reader],
                    is_ats ? "-ats" : "", is_ats ? "json" : making->format->name);
    return file_path(arena, making->folder, span_text(arena, name));
}

/* The text of the report on `row`, noted in the log; false when the result cannot be opened. */
static bool is_begun(struct making *making, struct arena *arena,
                     const struct people_row *row, struct report_format_texts *out_texts)
{
    struct operation *operation = making->operation;
    struct result_reader *reader = &operation->reader;
    const struct arena_mark mark = arena_mark(&reader->arena);
    struct result result;
    struct record *record;
    struct report_facts facts;
    enum status status =
        result_reader_read(reader, row->record_id, row->place, &result, &record);
    if (status == OK)
        status = report_person_facts(reader, &result, record, &facts);
    if (status == OK) {
        facts.reader = making->reader;
        const enum status begun = report_format_begin(operation, arena, making->format,
                                                      record, &facts, out_texts);
        if (begun != OK)
            stop(making, begun);
        status = begun;
    } else {
        making->closed_count++;
        office_tell(&operation->office, OFFICE_WARNING, "%s", status_last());
    }
    arena_release(&reader->arena, mark);
    return status == OK;
}

/* The next one whose file is not there; NULL at the end, or when something has stopped the work. */
static const struct people_row *row_next(struct making *making, struct arena *arena,
                                         struct report_format_texts *out_texts)
{
    while (making->status == OK && making->next < making->people.count) {
        const struct people_row *row = &making->people.rows[making->next++];
        if (is_file(path_of(making, arena, row)))
            making->there_count++;
        else if (is_begun(making, arena, row, out_texts))
            return row;
    }
    return NULL;
}

static void finished(struct making *making, enum status status)
{
    pthread_mutex_lock(&making->lock);
    if (status == OK)
        making->done_count++;
    else
        stop(making, status);
    office_progress(&making->operation->office, "reports made",
                    making->done_count + making->there_count, making->people.count);
    pthread_mutex_unlock(&making->lock);
}

static int work(void *context, size_t worker)
{
    struct making *making = context;
    struct arena *arena = &making->workers[worker];
    struct report_format_texts texts;
    struct span bytes;
    pthread_mutex_lock(&making->lock);
    const struct people_row *row = row_next(making, arena, &texts);
    pthread_mutex_unlock(&making->lock);
    if (!row)
        return 0;
    enum status status = report_format_end(arena, &texts, &bytes);
    if (status == OK)
        status = file_write(path_of(making, arena, row), bytes, 0600);
    finished(making, status);
    arena_reset(arena);
    return 1;
}

static enum status folder_make(const char *folder)
{
    const enum status status = output_check_folder(folder);
    if (status != OK)
        return status;
    return mkdir(folder, 0700) == 0 || errno == EEXIST ? OK : file_failed("make", folder);
}

static enum status workers_open(struct making *making)
{
    enum status status = OK;
    while (making->worker_count < workers_count() && status == OK) {
        status = office_guarded(&making->operation->office, REPORT_FORMAT_BYTES,
                                &making->workers[making->worker_count]);
        making->worker_count += status == OK;
    }
    return making->worker_count ? OK : status; /* fewer do it, too */
}

static enum status all_make(struct making *making)
{
    struct operation *operation = making->operation;
    const char *vacancy = options_text(&operation->values, "vacancy");
    enum status status = operation_reader_open(operation, 1);
    if (status == OK)
        status = people_read(&operation->reader, span_of(vacancy ? vacancy : ""),
                             &making->people);
    if (status == OK)
        status = folder_make(making->folder);
    if (status == OK)
        status = workers_open(making);
    if (status != OK)
        return status;
    workers_run(making->worker_count, work, making);
    return making->status == OK ? OK : fail(making->status, "%s", making->why);
}

static enum status tell(const struct making *making)
{
    const size_t closed = making->closed_count + making->people.closed_count;
    operation_say(making->operation, "%zu report%s written into %s; %zu %s there before.",
                  making->done_count, making->done_count == 1 ? "" : "s", making->folder,
                  making->there_count, making->there_count == 1 ? "was" : "were");
    return closed ? fail(STATUS_DAMAGED, "%zu result%s could not be opened", closed,
                         closed == 1 ? "" : "s")
                  : OK;
}

enum status report_all(struct operation *operation, const struct report_format *format,
                       enum report_reader reader)
{
    struct making making = {.operation = operation,
                            .format = format,
                            .reader = reader,
                            .lock = PTHREAD_MUTEX_INITIALIZER};
    enum status status = options_need(&operation->values, "out", &making.folder);
    if (status == OK)
        status = all_make(&making);
    if (status == OK)
        status = tell(&making);
    for (size_t i = 0; i < making.worker_count; i++)
        arena_done(&making.workers[i]);
    people_close(&making.people);
    return status;
}
