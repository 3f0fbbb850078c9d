/* What goes into a score is written exactly; what only describes the profile is rounded. */
#include "scoring/basis/basis_json.h"

#include "base/must.h"

#include <math.h>

static const char *const grade_words[] = {
    [PROFILE_NONE] = "none",
    [PROFILE_SPLIT] = "split",
    [PROFILE_PROVISIONAL] = "provisional",
    [PROFILE_NORMAL] = "normal",
};
enum { GRADE_COUNT = sizeof grade_words / sizeof *grade_words };

static void dimension_means_put(struct canonical *canonical,
                                const struct dimension_basis *dimension)
{
    canonical_object(canonical, NULL);
    canonical_exact(canonical, "gate", dimension->gate);
    canonical_text(canonical, "id", dimension->id);
    canonical_exact(canonical, "importance", dimension->importance);
    canonical_texts(canonical, "importance_by", dimension->importance_by,
                    basis_name_count(dimension->importance_by));
    canonical_text(canonical, "importance_reason", dimension->importance_reason);
    canonical_exact(canonical, "needed", dimension->needed);
    canonical_exact(canonical, "needed_gate", dimension->needed_gate);
    canonical_exact(canonical, "needed_se", dimension->needed_se);
    canonical_exact(canonical, "norm", dimension->norm);
    canonical_exact(canonical, "now", dimension->now);
    canonical_exact(canonical, "now_se", dimension->now_se);
    canonical_end(canonical);
}

static void driver_means_put(struct canonical *canonical,
                             const struct driver_basis *driver)
{
    canonical_object(canonical, NULL);
    canonical_exact(canonical, "gate", driver->gate);
    canonical_text(canonical, "id", driver->id);
    canonical_exact(canonical, "needed", driver->needed);
    canonical_exact(canonical, "needed_se", driver->needed_se);
    canonical_exact(canonical, "norm", driver->norm);
    canonical_exact(canonical, "now", driver->now);
    canonical_exact(canonical, "now_se", driver->now_se);
    canonical_whole(canonical, "rater_count", (int64_t)driver->rater_count);
    canonical_exact(canonical, "sem", driver->sem);
    canonical_end(canonical);
}

static void dimension_put(struct canonical *canonical, const struct basis *basis,
                          const struct dimension_basis *dimension)
{
    if (has_basis_means(basis)) {
        dimension_means_put(canonical, dimension);
        return;
    }
    canonical_object(canonical, NULL);
    canonical_rounded(canonical, "ad_now", dimension->ad_now);
    canonical_exact(canonical, "gate", dimension->gate);
    canonical_text(canonical, "id", dimension->id);
    canonical_exact(canonical, "importance", dimension->importance);
    canonical_text(canonical, "importance_reason", dimension->importance_reason);
    canonical_exact(canonical, "needed", dimension->needed);
    canonical_exact(canonical, "norm", dimension->norm);
    canonical_exact(canonical, "now", dimension->now);
    canonical_rounded(canonical, "sd_now", dimension->sd_now);
    canonical_end(canonical);
}

static void driver_put(struct canonical *canonical, const struct basis *basis,
                       const struct driver_basis *driver)
{
    if (has_basis_means(basis)) {
        driver_means_put(canonical, driver);
        return;
    }
    canonical_object(canonical, NULL);
    canonical_exact(canonical, "gate", driver->gate);
    canonical_text(canonical, "id", driver->id);
    canonical_exact(canonical, "needed", driver->needed);
    canonical_exact(canonical, "now", driver->now);
    canonical_whole(canonical, "rater_count", (int64_t)driver->rater_count);
    canonical_rounded(canonical, "rwgj_slight", driver->rwgj_slight);
    canonical_exact(canonical, "sd_now", driver->sd_now);
    canonical_end(canonical);
}

static void situation_put(struct canonical *canonical,
                          const struct situation_basis *situation)
{
    canonical_object(canonical, NULL);
    canonical_rounded(canonical, "icc_agreement_k", situation->icc_agreement_k);
    canonical_text(canonical, "id", situation->id);
    canonical_flag(canonical, "is_usable", situation->is_usable);
    canonical_list(canonical, "values");
    for (size_t i = 0; i < situation->option_count; i++)
        canonical_exact(canonical, NULL, situation->value[i]);
    canonical_end(canonical);
    canonical_end(canonical);
}

/* One list of scores per rater. */
static void scores_put(struct canonical *canonical, const char *key,
                       const struct basis *basis, const double *scores)
{
    if (!scores) {
        canonical_null(canonical, key);
        return;
    }
    canonical_list(canonical, key);
    for (size_t rater = 0; rater < basis->rater_count; rater++) {
        canonical_list(canonical, NULL);
        for (size_t i = 0; i < basis->dimension_count; i++)
            canonical_exact(canonical, NULL, scores[rater * basis->dimension_count + i]);
        canonical_end(canonical);
    }
    canonical_end(canonical);
}

void basis_json_put(struct canonical *canonical, const char *key,
                    const struct basis *basis)
{
    canonical_object(canonical, key);
    canonical_rounded(canonical, "crystallization", basis->crystallization);
    canonical_rounded(canonical, "crystallization_needed", basis->crystallization_needed);
    canonical_list(canonical, "dimensions");
    for (size_t i = 0; i < basis->dimension_count; i++)
        dimension_put(canonical, basis, &basis->dimensions[i]);
    canonical_end(canonical);
    canonical_list(canonical, "drivers");
    for (size_t i = 0; i < basis->driver_count; i++)
        driver_put(canonical, basis, &basis->drivers[i]);
    canonical_end(canonical);
    canonical_text(canonical, "grade", span_of(grade_words[basis->grade]));
    canonical_whole(canonical, "left_out_count", (int64_t)basis->left_out_count);
    if (has_basis_means(basis))
        canonical_whole(canonical, "needed_count", (int64_t)basis->needed_count);
    canonical_whole(canonical, "norm_count", (int64_t)basis->norm_count);
    canonical_whole(canonical, "rater_count", (int64_t)basis->rater_count);
    if (!has_basis_means(basis)) {
        scores_put(canonical, "rater_scores", basis, basis->rater_scores);
        scores_put(canonical, "rater_scores_needed", basis, basis->rater_scores_needed);
    }
    canonical_whole(canonical, "scoring_version", basis->scoring_version);
    canonical_list(canonical, "situations");
    for (size_t i = 0; i < basis->situation_count; i++)
        situation_put(canonical, &basis->situations[i]);
    canonical_end(canonical);
    canonical_text(canonical, "title", basis->title);
    canonical_text(canonical, "vacancy", basis->vacancy);
    canonical_end(canonical);
}

static struct dimension_basis dimension_means_take(struct canonical_take *take,
                                                   const struct json *object)
{
    struct dimension_basis dimension = {
        .id = canonical_take_text(take, object, "id"),
        .now = canonical_take_number(take, object, "now"),
        .needed = canonical_take_number(take, object, "needed"),
        .now_se = canonical_take_number(take, object, "now_se"),
        .needed_gate = canonical_take_number(take, object, "needed_gate"),
        .needed_se = canonical_take_number(take, object, "needed_se"),
        .sd_now = NAN,
        .ad_now = NAN,
        .gate = canonical_take_number(take, object, "gate"),
        .importance = canonical_take_number(take, object, "importance"),
        .importance_reason = canonical_take_text(take, object, "importance_reason"),
        .norm = canonical_take_number(take, object, "norm"),
    };
    canonical_take_texts(take, object, "importance_by", BASIS_NAMES,
                         dimension.importance_by);
    return dimension;
}

static struct driver_basis driver_means_take(struct canonical_take *take,
                                             const struct json *object)
{
    return (struct driver_basis){
        .id = canonical_take_text(take, object, "id"),
        .now = canonical_take_number(take, object, "now"),
        .needed = canonical_take_number(take, object, "needed"),
        .now_se = canonical_take_number(take, object, "now_se"),
        .needed_se = canonical_take_number(take, object, "needed_se"),
        .sd_now = NAN,
        .rater_count =
            (size_t)canonical_take_whole(take, object, "rater_count", 0, RATERS_MAX),
        .rwgj_slight = NAN,
        .gate = canonical_take_number(take, object, "gate"),
        .norm = canonical_take_number(take, object, "norm"),
        .sem = canonical_take_number(take, object, "sem"),
    };
}

static struct dimension_basis dimension_take(struct canonical_take *take,
                                             const struct basis *basis,
                                             const struct json *object)
{
    if (has_basis_means(basis))
        return dimension_means_take(take, object);
    return (struct dimension_basis){
        .id = canonical_take_text(take, object, "id"),
        .now = canonical_take_number(take, object, "now"),
        .needed = canonical_take_number(take, object, "needed"),
        .now_se = NAN,
        .needed_se = NAN,
        .sd_now = canonical_take_number(take, object, "sd_now"),
        .ad_now = canonical_take_number(take, object, "ad_now"),
        .gate = canonical_take_number(take, object, "gate"),
        .importance = canonical_take_number(take, object, "importance"),
        .importance_reason = canonical_take_text(take, object, "importance_reason"),
        .norm = canonical_take_number(take, object, "norm"),
    };
}

static struct driver_basis driver_take(struct canonical_take *take,
                                       const struct basis *basis,
                                       const struct json *object)
{
    if (has_basis_means(basis))
        return driver_means_take(take, object);
    return (struct driver_basis){
        .id = canonical_take_text(take, object, "id"),
        .now = canonical_take_number(take, object, "now"),
        .needed = canonical_take_number(take, object, "needed"),
        .now_se = NAN,
        .needed_se = NAN,
        .norm = NAN,
        .sem = NAN,
        .sd_now = canonical_take_number(take, object, "sd_now"),
        .rater_count =
            (size_t)canonical_take_whole(take, object, "rater_count", 0, RATERS_MAX),
        .rwgj_slight = canonical_take_number(take, object, "rwgj_slight"),
        .gate = canonical_take_number(take, object, "gate"),
    };
}

static struct situation_basis situation_take(struct canonical_take *take,
                                             const struct json *object)
{
    struct situation_basis situation = {
        .id = canonical_take_text(take, object, "id"),
        .icc_agreement_k = canonical_take_number(take, object, "icc_agreement_k"),
        .is_usable = canonical_take_flag(take, object, "is_usable"),
    };
    const struct json *list = canonical_take_list(take, object, "values", OPTIONS_MAX);
    for (const struct json *value = list ? list->first : NULL; value; value = value->next)
        situation.value[situation.option_count++] = canonical_take_number_of(take, value);
    return situation;
}

static void dimensions_take(struct canonical_take *take, const struct json *object,
                            struct basis *basis)
{
    const struct json *list =
        canonical_take_list(take, object, "dimensions", RESONANCE_DIMENSIONS_MAX);
    basis->dimensions =
        arena_array(take->arena, struct dimension_basis, list ? list->count : 0);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next)
        basis->dimensions[basis->dimension_count++] = dimension_take(take, basis, row);
}

static void drivers_take(struct canonical_take *take, const struct json *object,
                         struct basis *basis)
{
    const struct json *list = canonical_take_list(take, object, "drivers", DRIVERS_MAX);
    basis->drivers =
        arena_array(take->arena, struct driver_basis, list ? list->count : 0);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next)
        basis->drivers[basis->driver_count++] = driver_take(take, basis, row);
}

static void situations_take(struct canonical_take *take, const struct json *object,
                            struct basis *basis)
{
    const struct json *list =
        canonical_take_list(take, object, "situations", SITUATIONS_MAX);
    basis->situations =
        arena_array(take->arena, struct situation_basis, list ? list->count : 0);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next)
        basis->situations[basis->situation_count++] = situation_take(take, row);
}

static double *scores_take(struct canonical_take *take, const struct json *object,
                           const char *key, const struct basis *basis)
{
    const size_t columns = basis->dimension_count;
    size_t count = 0;
    if (!canonical_take_field(take, object, key))
        return NULL;
    const struct json *list = canonical_take_list(take, object, key, basis->rater_count);
    if (!list || list->count != basis->rater_count) {
        canonical_take_wrong(take, "there must be one list of scores for each rater");
        return NULL;
    }
    double *scores = arena_array(take->arena, double, basis->rater_count *columns);
    for (const struct json *row = list->first; row; row = row->next) {
        if (row->kind != JSON_ARRAY || row->count != columns) {
            canonical_take_wrong(take, "a rater has one score for each dimension");
            return NULL;
        }
        for (const struct json *cell = row->first; cell; cell = cell->next)
            scores[count++] = canonical_take_number_of(take, cell);
    }
    return scores;
}

struct basis *basis_json_take(struct canonical_take *take, const struct json *object)
{
    struct basis *basis = arena_new(take->arena, struct basis);
    *basis = (struct basis){
        .vacancy = canonical_take_text(take, object, "vacancy"),
        .title = canonical_take_text(take, object, "title"),
        .scoring_version =
            (int)canonical_take_whole(take, object, "scoring_version", 1, INT32_MAX),
        .grade = (enum profile_grade)canonical_take_word(take, object, "grade",
                                                         grade_words, GRADE_COUNT),
        .rater_count =
            (size_t)canonical_take_whole(take, object, "rater_count", 0, RATERS_MAX),
        .left_out_count =
            (size_t)canonical_take_whole(take, object, "left_out_count", 0, RATERS_MAX),
        .crystallization = canonical_take_number(take, object, "crystallization"),
        .crystallization_needed =
            canonical_take_number(take, object, "crystallization_needed"),
        .norm_count =
            (size_t)canonical_take_whole(take, object, "norm_count", 0, INT32_MAX),
    };
    dimensions_take(take, object, basis);
    drivers_take(take, object, basis);
    situations_take(take, object, basis);
    if (has_basis_means(basis)) {
        basis->needed_count =
            (size_t)canonical_take_whole(take, object, "needed_count", 0, RATERS_MAX);
        return basis;
    }
    basis->rater_scores = scores_take(take, object, "rater_scores", basis);
    basis->rater_scores_needed = scores_take(take, object, "rater_scores_needed", basis);
    return basis;
}

struct span basis_write(struct arena *arena, const struct basis *basis)
{
    struct canonical canonical = canonical_begin(arena);
    basis_json_put(&canonical, NULL, basis);
    return canonical_bytes(&canonical);
}

enum status basis_read(struct arena *arena, struct span bytes, struct basis **out_basis)
{
    struct canonical_take take = {arena, "organization profile", STATUS_BAD_INPUT, OK};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    struct basis *basis = basis_json_take(&take, root);
    if (take.status == OK)
        canonical_take_same(&take, bytes, basis_write(arena, basis));
    arena_done(&scratch);
    if (take.status == OK)
        *out_basis = basis;
    return take.status;
}
