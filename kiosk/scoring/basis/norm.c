#include "scoring/basis/norm.h"

#include "measure/matrix.h"
#include "measure/moments.h"
#include "measure/resonance.h"
#include "scoring/score_part.h"
#include "scoring/score_quality.h"

#include <math.h>

static const double MEAN_STEPS = 100, COVARIANCE_STEPS = 10000;

/* A row: the dimensions, then for each driver its score and its keyed ratings. */
struct shape {
    const struct questionnaire *values, *drivers; /* drivers NULL: not asked */
    size_t dimension_count;
};

static const struct questionnaire *part_of(const struct assessment *assessment,
                                           enum part_use use)
{
    const struct part *part = assessment_part(assessment, use, ROLE_CANDIDATE, SPAN(""));
    return part ? part->questionnaire : NULL;
}

static struct shape shape_of(const struct assessment *assessment)
{
    struct shape shape = {.values = part_of(assessment, PART_RESONANCE),
                          .drivers = part_of(assessment, PART_DRIVERS)};
    shape.dimension_count = shape.values ? shape.values->dimension_count : 0;
    return shape;
}

static size_t scale_count(const struct shape *shape)
{
    size_t scales[DRIVERS_MAX];
    return shape->drivers ? score_part_scales(shape->drivers, scales, DRIVERS_MAX) : 0;
}

size_t norm_width(const struct assessment *assessment)
{
    const struct shape shape = shape_of(assessment);
    return shape.dimension_count == 0
               ? 0
               : shape.dimension_count + (shape.drivers
                                              ? shape.drivers->dimension_count +
                                                    score_part_keyed_most(shape.drivers)
                                              : 0);
}

static void drivers_fill(struct arena *arena, const struct sitting *sitting, size_t width,
                         double *out_row)
{
    const int part = score_part_find(sitting, PART_DRIVERS, SPAN(""));
    size_t count = 0, at = 0;
    for (size_t i = 0; i < width; i++)
        out_row[i] = NAN;
    if (part == NO_PART)
        return;
    const struct driver_level *levels =
        score_part_drivers(arena, sitting, (size_t)part, &count);
    const struct keyed_ratings keyed = score_part_keyed(arena, sitting, (size_t)part);
    for (size_t i = 0; i < count && at < width; i++)
        out_row[at++] = levels[i].score;
    size_t rating = 0;
    for (size_t i = 0; i < keyed.scale_count; i++)
        for (size_t j = 0; j < keyed.scale_sizes[i] && at < width; j++)
            out_row[at++] = keyed.answers[rating++];
}

bool norm_row(struct arena *arena, const struct sitting *sitting, double *out_row)
{
    const struct arena_mark mark = arena_mark(arena);
    const struct shape shape = shape_of(sitting->assessment);
    const size_t width = norm_width(sitting->assessment);
    struct quality quality;
    score_quality(arena, sitting, SCORING_WITH_NORM, &quality);
    const int part = score_part_find(sitting, PART_RESONANCE, SPAN(""));
    const bool is_valid = !quality.asks_for_caution && part != NO_PART;
    if (is_valid) {
        score_part_scores(arena, sitting, (size_t)part, shape.dimension_count, out_row);
        drivers_fill(arena, sitting, width - shape.dimension_count,
                     out_row + shape.dimension_count);
    }
    const size_t scores = shape.dimension_count + scale_count(&shape);
    arena_release(arena, mark);
    return is_valid && moments_present(out_row, scores) == scores;
}

/* Cronbach's alpha (1951) of the columns from..from + count - 1, from pairwise covariances. */
static double alpha_of(struct arena *arena, const double *rows, size_t row_count,
                       size_t width, size_t from, size_t count)
{
    double own = 0, all = 0;
    const struct arena_mark mark = arena_mark(arena);
    double *items = arena_array(arena, double, row_count *count);
    for (size_t i = 0; i < row_count; i++)
        for (size_t j = 0; j < count; j++)
            items[i * count + j] = rows[i * width + from + j];
    const double *covariances = matrix_covariances(arena, items, row_count, count);
    for (size_t j = 0; j < count; j++)
        for (size_t l = 0; l < count; l++) {
            own += j == l ? covariances[j * count + l] : 0;
            all += covariances[j * count + l];
        }
    arena_release(arena, mark);
    return (double)count / (double)(count - 1) * (1 - own / all);
}

/* Below 2 ratings, or where they have nothing in common, the error cannot be told. */
static double sem_of(double sd, double alpha)
{
    return alpha > 0 && alpha < 1 ? moments_round(sd * sqrt(1 - alpha), MEAN_STEPS) : NAN;
}

struct table {
    const double *rows;
    size_t count, width;
};

static void drivers_build(struct arena *arena, const struct shape *shape,
                          const struct table *table, struct norm *norm)
{
    double *column = arena_array(arena, double, table->count + 1);
    size_t at = shape->dimension_count, scales[DRIVERS_MAX];
    if (!shape->drivers)
        return;
    norm->driver_count = score_part_scales(shape->drivers, scales, DRIVERS_MAX);
    size_t rating = at + norm->driver_count;
    for (size_t i = 0; i < norm->driver_count; i++, at++) {
        const size_t size = score_part_scale_size(shape->drivers, scales[i]);
        matrix_column(table->rows, table->count, table->width, at, column);
        norm->drivers[i] = (struct norm_driver){
            .id = shape->drivers->dimensions[scales[i]].id,
            .mean = moments_round(moments_mean(column, table->count), MEAN_STEPS),
            .sem = size < 2 ? NAN
                            : sem_of(moments_sd(column, table->count),
                                     alpha_of(arena, table->rows, table->count,
                                              table->width, rating, size)),
        };
        rating += size;
    }
}

static void dimensions_build(struct arena *arena, const struct shape *shape,
                             const struct table *table, struct norm *norm)
{
    const size_t count = shape->dimension_count;
    double *scores = arena_array(arena, double, table->count *count + 1);
    norm->dimension_count = count;
    for (size_t i = 0; i < table->count; i++)
        for (size_t j = 0; j < count; j++)
            scores[i * count + j] = table->rows[i * table->width + j];
    norm->covariance = matrix_covariances(arena, scores, table->count, count);
    matrix_column_means(scores, table->count, count, norm->mean);
    for (size_t j = 0; j < count; j++) {
        norm->ids[j] = shape->values->dimensions[j].id;
        norm->mean[j] = moments_round(norm->mean[j], MEAN_STEPS);
        for (size_t l = 0; l < count; l++)
            norm->covariance[j * count + l] =
                moments_round(norm->covariance[j * count + l], COVARIANCE_STEPS);
    }
}

void norm_build(struct arena *arena, const struct assessment *assessment,
                const double *rows, size_t count, struct norm *out_norm)
{
    const struct shape shape = shape_of(assessment);
    const struct table table = {rows, count - count % NORM_STEP, norm_width(assessment)};
    *out_norm = (struct norm){.form_id = assessment->id,
                              .form_version = assessment->version,
                              .count = table.count};
    dimensions_build(arena, &shape, &table, out_norm);
    drivers_build(arena, &shape, &table, out_norm);
}

static bool is_same_form(const struct norm *a, const struct norm *b)
{
    bool is_same = is_span_equal(a->form_id, b->form_id) &&
                   is_span_equal(a->form_version, b->form_version) &&
                   a->dimension_count == b->dimension_count &&
                   a->driver_count == b->driver_count;
    for (size_t i = 0; is_same && i < a->dimension_count; i++)
        is_same = is_span_equal(a->ids[i], b->ids[i]);
    for (size_t i = 0; is_same && i < a->driver_count; i++)
        is_same = is_span_equal(a->drivers[i].id, b->drivers[i].id);
    return is_same;
}

/* The share of `norm` in a pool of `count` people; its pieces add up. */
static void pool_add(const struct norm *norm, double share, struct norm *pool)
{
    const size_t cells = norm->dimension_count * norm->dimension_count;
    for (size_t i = 0; i < norm->dimension_count; i++)
        pool->mean[i] += share * norm->mean[i];
    for (size_t i = 0; i < cells; i++)
        pool->covariance[i] += share * norm->covariance[i];
    for (size_t i = 0; i < norm->driver_count; i++) {
        pool->drivers[i].mean += share * norm->drivers[i].mean;
        pool->drivers[i].sem += share * norm->drivers[i].sem * norm->drivers[i].sem;
    }
    for (size_t i = 0; i < norm->source_count; i++)
        pool->sources[pool->source_count++] = norm->sources[i];
}

static enum status pool_check(const struct norm *norms, size_t count, size_t *out_people)
{
    size_t sources = 0;
    *out_people = 0;
    for (size_t i = 0; i < count; i++) {
        sources += norms[i].source_count;
        *out_people += norms[i].count;
        if (!is_same_form(&norms[0], &norms[i]))
            return fail(STATUS_BAD_INPUT,
                        "the norms are of different forms: %.*s %.*s and %.*s %.*s",
                        SPAN_ARGS(norms[0].form_id), SPAN_ARGS(norms[0].form_version),
                        SPAN_ARGS(norms[i].form_id), SPAN_ARGS(norms[i].form_version));
    }
    return sources <= NORM_SOURCES_MAX
               ? OK
               : fail(STATUS_TOO_LARGE, "%zu sources of norms; %d are the most", sources,
                      NORM_SOURCES_MAX);
}

enum status norm_pool(struct arena *arena, const struct norm *norms, size_t count,
                      struct norm *out_norm)
{
    size_t people;
    const enum status status = pool_check(norms, count, &people);
    if (status != OK || count == 1) {
        if (status == OK)
            *out_norm = norms[0];
        return status;
    }
    struct norm pool = norms[0];
    pool.count = people;
    pool.source_count = 0;
    pool.covariance =
        arena_array(arena, double, pool.dimension_count *pool.dimension_count);
    for (size_t i = 0; i < pool.dimension_count; i++)
        pool.mean[i] = 0;
    for (size_t i = 0; i < pool.driver_count; i++)
        pool.drivers[i].mean = pool.drivers[i].sem = 0;
    for (size_t i = 0; i < count; i++)
        if (norms[i].count > 0)
            pool_add(&norms[i], (double)norms[i].count / (double)people, &pool);
    for (size_t i = 0; i < pool.driver_count; i++)
        pool.drivers[i].sem = sqrt(pool.drivers[i].sem);
    *out_norm = pool;
    return OK;
}
