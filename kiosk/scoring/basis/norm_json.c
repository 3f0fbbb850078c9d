/* Of the covariances the lower triangle is written, row after row: the rest is the same. */
#include "scoring/basis/norm_json.h"

#include <math.h>

#define NORM_FORMAT "resonance-norm-1"

static void dimensions_put(struct canonical *canonical, const struct norm *norm)
{
    canonical_list(canonical, "dimensions");
    for (size_t i = 0; i < norm->dimension_count; i++) {
        canonical_object(canonical, NULL);
        canonical_text(canonical, "id", norm->ids[i]);
        canonical_exact(canonical, "mean", norm->mean[i]);
        canonical_end(canonical);
    }
    canonical_end(canonical);
}

static void drivers_put(struct canonical *canonical, const struct norm *norm)
{
    canonical_list(canonical, "drivers");
    for (size_t i = 0; i < norm->driver_count; i++) {
        canonical_object(canonical, NULL);
        canonical_text(canonical, "id", norm->drivers[i].id);
        canonical_exact(canonical, "mean", norm->drivers[i].mean);
        canonical_exact(canonical, "sem", norm->drivers[i].sem);
        canonical_end(canonical);
    }
    canonical_end(canonical);
}

void norm_json_put(struct canonical *canonical, const char *key, const struct norm *norm)
{
    canonical_object(canonical, key);
    canonical_whole(canonical, "count", (int64_t)norm->count);
    canonical_list(canonical, "covariance");
    for (size_t i = 0; i < norm->dimension_count; i++)
        for (size_t j = 0; j <= i; j++)
            canonical_exact(canonical, NULL,
                            norm->covariance[i * norm->dimension_count + j]);
    canonical_end(canonical);
    dimensions_put(canonical, norm);
    drivers_put(canonical, norm);
    canonical_text(canonical, "form", norm->form_id);
    canonical_text(canonical, "form_version", norm->form_version);
    canonical_text(canonical, "format", SPAN(NORM_FORMAT));
    canonical_text(canonical, "made", norm->made);
    canonical_texts(canonical, "sources", norm->sources, norm->source_count);
    canonical_end(canonical);
}

static void covariance_take(struct canonical_take *take, const struct json *object,
                            struct norm *norm)
{
    const size_t width = norm->dimension_count;
    const struct json *list = canonical_take_list(take, object, "covariance",
                                                  (size_t)RESONANCE_DIMENSIONS_MAX *
                                                      (RESONANCE_DIMENSIONS_MAX + 1) / 2);
    norm->covariance = arena_array(take->arena, double, width *width + 1);
    if (!list || list->count != width * (width + 1) / 2) {
        canonical_take_wrong(take, "there must be one covariance for each pair");
        return;
    }
    const struct json *value = list->first;
    for (size_t i = 0; i < width; i++)
        for (size_t j = 0; j <= i; j++, value = value->next)
            norm->covariance[i * width + j] = norm->covariance[j * width + i] =
                canonical_take_number_of(take, value);
}

static void dimensions_take(struct canonical_take *take, const struct json *object,
                            struct norm *norm)
{
    const struct json *list =
        canonical_take_list(take, object, "dimensions", RESONANCE_DIMENSIONS_MAX);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        const size_t at = norm->dimension_count++;
        norm->ids[at] = canonical_take_text(take, row, "id");
        norm->mean[at] = canonical_take_number(take, row, "mean");
        if (norm->count && !(fabs(norm->mean[at]) <= 1))
            canonical_take_wrong(take, "a \"mean\" must lie between -1 and 1");
    }
}

static void drivers_take(struct canonical_take *take, const struct json *object,
                         struct norm *norm)
{
    const struct json *list = canonical_take_list(take, object, "drivers", DRIVERS_MAX);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        const struct norm_driver driver = {
            .id = canonical_take_text(take, row, "id"),
            .mean = canonical_take_number(take, row, "mean"),
            .sem = canonical_take_number(take, row, "sem"),
        };
        if (driver.mean < 1 || driver.mean > 5 || driver.sem < 0)
            canonical_take_wrong(take, "a driver lies between 1 and 5");
        norm->drivers[norm->driver_count++] = driver;
    }
}

struct norm *norm_json_take(struct canonical_take *take, const struct json *object)
{
    struct norm *norm = arena_new(take->arena, struct norm);
    *norm = (struct norm){
        .form_id = canonical_take_text(take, object, "form"),
        .form_version = canonical_take_text(take, object, "form_version"),
        .count = (size_t)canonical_take_whole(take, object, "count", 0, NORM_COUNT_MAX),
        .made = canonical_take_text(take, object, "made"),
    };
    if (!is_span(canonical_take_text(take, object, "format"), NORM_FORMAT))
        canonical_take_wrong(take, "it is not of the format " NORM_FORMAT);
    dimensions_take(take, object, norm);
    drivers_take(take, object, norm);
    covariance_take(take, object, norm);
    norm->source_count =
        canonical_take_texts(take, object, "sources", NORM_SOURCES_MAX, norm->sources);
    return norm;
}

struct span norm_write(struct arena *arena, const struct norm *norm)
{
    struct canonical canonical = canonical_begin(arena);
    norm_json_put(&canonical, NULL, norm);
    return canonical_bytes(&canonical);
}

enum status norm_read(struct arena *arena, struct span bytes, struct norm **out_norm)
{
    struct canonical_take take = {arena, "norm", STATUS_BAD_INPUT, OK};
    struct arena scratch;
    if (bytes.count > NORM_BYTES_MAX)
        return fail(STATUS_TOO_LARGE, "a norm has at most %d bytes", NORM_BYTES_MAX);
    canonical_take_scratch(&scratch);
    struct norm *norm =
        norm_json_take(&take, canonical_take_root(&take, &scratch, bytes));
    if (take.status == OK)
        canonical_take_same(&take, bytes, norm_write(arena, norm));
    arena_done(&scratch);
    if (take.status == OK)
        *out_norm = norm;
    return take.status;
}
