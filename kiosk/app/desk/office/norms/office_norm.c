#include "app/desk/office/norms/office_norm.h"

#include "app/desk/office/batch.h"
#include "base/clock.h"

#include <string.h>

enum {
    WORK_BYTES = 1024 * 1024,
    TABLE_COPIES = 4, /* of the rows, while means and covariances are worked out */
};

enum status office_norm_wants_keys(struct office *office, bool *out_wants)
{
    const struct assessment *assessment;
    struct archive *archive;
    enum status status = office_assessment(office, &assessment);
    if (status == OK)
        status = office_archive(office, &archive);
    return status == OK ? archive_has_form(archive, assessment->hash, out_wants) : status;
}

/* The rows of all who count, in guarded memory: they are people's answers. */
struct gathering {
    struct result_reader *reader;
    struct arena arena;
    size_t width, count;
    double *rows;
};

/* Whether the result counts, 1 or 0, and its row. */
static enum status look(const void *context, struct arena *arena,
                        const struct result *opened, struct span content, void *outcome)
{
    const struct gathering *gathering = context;
    double *is_valid = outcome;
    struct record *record;
    const enum status status =
        result_reader_record(gathering->reader, arena, opened, content, &record);
    if (status == OK && record->sitting->start.role == ROLE_CANDIDATE)
        *is_valid = norm_row(arena, record->sitting, is_valid + 1);
    return status;
}

static enum status tell(void *context, const struct result *opened, const void *outcome)
{
    struct gathering *gathering = context;
    const double *is_valid = outcome;
    (void)opened;
    if (*is_valid > 0)
        memcpy(gathering->rows + gathering->width * gathering->count++, is_valid + 1,
               gathering->width * sizeof *is_valid);
    return OK;
}

static enum status rows_gather(struct gathering *gathering)
{
    struct result_reader *reader = gathering->reader;
    const size_t width = gathering->width, most = reader->result_count;
    struct batch batch = {.look = look,
                          .tell = tell,
                          .context = gathering,
                          .assessment_hash = reader->assessment->hash,
                          .outcome_bytes = (1 + width) * sizeof *gathering->rows};
    const enum status status = office_guarded(
        reader->office, WORK_BYTES + TABLE_COPIES * most * batch.outcome_bytes,
        &gathering->arena);
    if (status != OK)
        return status;
    gathering->rows = arena_array(&gathering->arena, double, most *width + 1);
    return batch_run(&batch, reader);
}

/* Means of many are no secret and outlive the rows. */
static enum status norm_keep(struct gathering *gathering, struct norm **out_norm)
{
    struct office *office = gathering->reader->office;
    struct norm norm;
    norm_build(&gathering->arena, gathering->reader->assessment, gathering->rows,
               gathering->count, &norm);
    norm.made = clock_date(&office->arena, clock_now().unix_ms);
    if (norm.count)
        norm.sources[norm.source_count++] = office->organization->name;
    return norm_read(&office->arena, norm_write(&office->arena, &norm), out_norm);
}

enum status office_norm_own(struct result_reader *reader, struct norm **out_norm,
                            size_t *out_waiting)
{
    struct gathering gathering = {.reader = reader,
                                  .width = norm_width(reader->assessment)};
    if (!gathering.width)
        return fail(STATUS_UNSUPPORTED,
                    "the form has no choices of candidates, so it has no norm");
    enum status status = rows_gather(&gathering);
    if (status == OK)
        status = norm_keep(&gathering, out_norm);
    if (status == OK && out_waiting)
        *out_waiting = gathering.count - (*out_norm)->count;
    arena_done(&gathering.arena);
    return status;
}

enum status office_norm_pool(struct office *office, const struct norm *own,
                             const struct imported_norm *rows, size_t count,
                             struct norm **out_norm)
{
    struct norm *all = arena_array(&office->arena, struct norm, count + 1);
    struct norm *pool = arena_new(&office->arena, struct norm);
    size_t used = 1;
    all[0] = *own;
    for (size_t i = 0; i < count; i++)
        if (rows[i].is_used)
            all[used++] = *rows[i].norm;
    const enum status status = norm_pool(&office->arena, all, used, pool);
    pool->made = own->made;
    if (status == OK)
        *out_norm = pool;
    return status;
}

enum status office_norm_now(struct result_reader *reader, struct norm **out_norm)
{
    struct imported_norm *imported;
    struct norm *own;
    size_t count;
    enum status status = office_norm_own(reader, &own, NULL);
    if (status == OK)
        status =
            imported_norms_list(reader->office, reader->assessment, &imported, &count);
    return status == OK ? office_norm_pool(reader->office, own, imported, count, out_norm)
                        : status;
}
