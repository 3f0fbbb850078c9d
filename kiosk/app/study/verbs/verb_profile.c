/* profile reads row by row and twice: first only to check, because nothing may be printed
 * when the last row turns out to be wrong; then to compare and print. So memory does not
 * grow with the file. */
#include "app/study/table.h"
#include "app/study/verb.h"

#include "study/profile.h"

#include <math.h>

enum { FLUSH_BYTES = 64 * 1024 };

struct source {
    struct csv csv;
    double *row;
};

static enum status source_open(struct job *job, const char *path,
                               struct source *out_source)
{
    struct source source = {0};
    const enum status status = csv_open(job->arena, path, TABLE_LIMITS, &source.csv);
    if (status)
        return status;
    source.row = arena_array(job->arena, double, source.csv.column_count);
    *out_source = source;
    return OK;
}

static void source_close(struct source *source)
{
    csv_close(&source->csv);
}
#define scoped_source __attribute__((cleanup(source_close))) struct source

static enum status source_next(struct source *source, bool *out_has_row)
{
    enum status status = csv_next(&source->csv, out_has_row);
    for (size_t j = 0; !status && *out_has_row && j < source->csv.column_count; j++)
        status = csv_number(&source->csv, j, &source->row[j]);
    return status;
}

/* The columns of an open file as a table without rows. */
static struct table header_of(const struct csv *csv)
{
    return (struct table){
        .path = csv->path, .names = csv->names, .column_count = csv->column_count};
}

static void print_row(struct job *job, size_t row, const struct profile_likeness *p)
{
    const double values[] = {
        p->r,         p->ci_lo,      p->ci_hi,        p->spearman,    p->kendall_b,
        p->d2,        p->d,          p->abs_mean,     p->elevation_x, p->elevation_y,
        p->scatter_x, p->scatter_y,  p->d2_elevation, p->d2_scatter,  p->d2_shape,
        p->icc_de,    p->congruence, p->qc,           p->ccc,         p->jackknife_se,
        p->r_weighted};
    const size_t count = sizeof values / sizeof *values;
    csv_put_count(&job->out, row);
    csv_put_count(&job->out, p->count);
    for (size_t i = 0; i < count; i++)
        csv_put_number(&job->out, p->count ? values[i] : NAN);
    csv_put_end(&job->out);
}

struct comparison {
    struct source *x, *y;
    const double *weights;
    double midpoint;
    bool is_one_target, is_printing;
};

static enum status compare_rows(struct job *job, const struct comparison *with,
                                size_t *out_row_count)
{
    bool has_x, has_y = false;
    size_t row = 0;
    enum status status;
    while (!(status = source_next(with->x, &has_x)) && has_x) {
        if (!with->is_one_target && (status = source_next(with->y, &has_y)))
            return status;
        if (!with->is_one_target && !has_y)
            return fail(STATUS_BAD_INPUT,
                        "%s has fewer rows than %s; give it one row or as many",
                        with->y->csv.path, with->x->csv.path);
        row++;
        if (!with->is_printing)
            continue;
        struct profile_likeness likeness;
        profile_compare(job->arena, with->x->row, with->y->row, with->weights,
                        with->x->csv.column_count, with->midpoint, &likeness);
        print_row(job, row, &likeness);
        if (job->out.count >= FLUSH_BYTES && (status = verb_flush(job)))
            return status;
    }
    *out_row_count = row;
    return status;
}

/* How many rows the target file has, up to 2; its first one stays read when it is the
 * only. */
static enum status count_targets(struct source *y, size_t *out_count)
{
    bool has_row = true;
    size_t count = 0;
    enum status status = OK;
    for (; !status && has_row && count < 2; count += has_row ? 1 : 0)
        status = csv_next(&y->csv, &has_row);
    *out_count = count;
    if (status || (status = csv_rewind(&y->csv)))
        return status;
    if (!count)
        return fail(STATUS_BAD_INPUT, "%s: a row is needed below the header",
                    y->csv.path);
    return count == 1 ? source_next(y, &has_row) : OK;
}

static enum status need_no_more(struct source *y, const struct source *x)
{
    bool has_row;
    const enum status status = source_next(y, &has_row);
    if (status || !has_row)
        return status;
    return fail(STATUS_BAD_INPUT, "%s has more rows than %s; give it one row or as many",
                y->csv.path, x->csv.path);
}

static enum status read_midpoint(struct job *job, double *out_midpoint)
{
    double low = NAN, high = NAN;
    enum status status = options_number(&job->options, "scale-min", &low);
    if (status || (status = options_number(&job->options, "scale-max", &high)))
        return status;
    if (low >= high)
        return fail(STATUS_USAGE, "--scale-min must be below --scale-max");
    *out_midpoint = (low + high) / 2;
    return OK;
}

/* First the check of every row, then the same again with printing. */
static enum status check_then_print(struct job *job, struct comparison *with)
{
    size_t rows;
    enum status status = compare_rows(job, with, &rows);
    if (!status && !with->is_one_target)
        status = need_no_more(with->y, with->x);
    if (status || (status = csv_rewind(&with->x->csv)))
        return status;
    if (!with->is_one_target && (status = csv_rewind(&with->y->csv)))
        return status;
    verb_header(
        job,
        "row,n,r,ci_lo,ci_hi,spearman,kendall_b,d2,d,abs_mean,elevation_x,elevation_y,"
        "scatter_x,scatter_y,d2_elevation,d2_scatter,d2_shape,icc_de,congruence,qc,ccc,"
        "jackknife_se,r_weighted");
    with->is_printing = true;
    return compare_rows(job, with, &rows);
}

static enum status check_headers(struct job *job, const struct csv *x,
                                 const struct csv *y, double **out_weights)
{
    const struct table like = header_of(x), other = header_of(y);
    const enum status status = table_need_same_header(&like, &other);
    if (status)
        return status;
    return table_read_weights(job->arena, options_text(&job->options, "weights"), &like,
                              out_weights);
}

enum status verb_profile(struct job *job)
{
    scoped_source x = {0}, y = {0};
    double *weights = NULL;
    size_t targets;
    struct comparison with = {.x = &x, .y = &y};
    enum status status = read_midpoint(job, &with.midpoint);
    if (status || (status = source_open(job, job->options.files[0], &x)) ||
        (status = source_open(job, job->options.files[1], &y)) ||
        (status = check_headers(job, &x.csv, &y.csv, &weights)) ||
        (status = count_targets(&y, &targets)))
        return status;
    with.weights = weights;
    with.is_one_target = targets == 1;
    return check_then_print(job, &with);
}
