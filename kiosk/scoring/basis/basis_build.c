/* Raters first: who is used. Then everything is worked out from the used ones. Rows that are
 * kept (before version 3) are sorted by the raters' own profiles, so that neither their order
 * nor that of the sums tells who came when; means that are kept are rounded, and each stands on
 * the first so many who said it, so those stay in the order in which they came. */
#include "scoring/basis/basis.h"

#include "base/must.h"
#include "measure/agreement.h"
#include "measure/crystallization.h"
#include "measure/matrix.h"
#include "measure/moments.h"
#include "measure/resonance.h"
#include "scoring/basis/basis_keys.h"
#include "scoring/basis/basis_means.h"
#include "scoring/score_part.h"
#include "scoring/score_quality.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double AD_LIMIT_FULL = 1.0 / 3, AD_LIMIT_HALF = .50;

/* One rater who is used. */
struct rater {
    const struct sitting *sitting;
    double *now,
        *needed; /* a score per dimension; needed: all NAN when it is not whole */
    size_t dimension_count;
};

struct rater_list {
    struct rater *raters;
    const struct sitting **sittings; /* of version 3 in the order in which they came */
    size_t count;
    size_t careful_count; /* used or waiting for the next step */
};

/* The scores of one frame; all NAN unless every dimension is there and they differ. */
static double *profile_of(struct arena *arena, const struct sitting *sitting,
                          struct span frame, size_t dimension_count)
{
    double *scores = arena_array(arena, double, dimension_count);
    const int part = score_part_find(sitting, PART_RESONANCE, frame);
    if (part != NO_PART)
        score_part_scores(arena, sitting, (size_t)part, dimension_count, scores);
    bool is_whole =
        part != NO_PART && moments_present(scores, dimension_count) == dimension_count;
    is_whole &= moments_sd(scores, dimension_count) >= RESONANCE_PERSON_SD_LEAST;
    for (size_t i = 0; !is_whole && i < dimension_count; i++)
        scores[i] = NAN;
    return scores;
}

static bool is_careful(struct arena *arena, const struct sitting *sitting)
{
    struct quality quality;
    score_quality(arena, sitting, sitting->assessment->scoring_version, &quality);
    return !quality.asks_for_caution;
}

static int scores_order(const double *a, const double *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (a[i] != b[i] && !(isnan(a[i]) && isnan(b[i])))
            return a[i] < b[i] || isnan(b[i]) ? -1 : 1;
    return 0;
}

static int rater_order(const void *left, const void *right)
{
    const struct rater *a = left, *b = right;
    const int now = scores_order(a->now, b->now, a->dimension_count);
    return now ? now : scores_order(a->needed, b->needed, a->dimension_count);
}

/* What is needed has its own steps: who left it open must not come out of a difference either. */
static void needed_step(struct rater_list *list)
{
    size_t whole = 0;
    for (size_t i = 0; i < list->count; i++)
        whole += isnan(list->raters[i].needed[0]) ? 0 : 1;
    const size_t most = basis_step(whole);
    whole = 0;
    for (size_t i = 0; i < list->count; i++) {
        struct rater *rater = &list->raters[i];
        if (isnan(rater->needed[0]) || whole++ < most)
            continue;
        for (size_t j = 0; j < rater->dimension_count; j++)
            rater->needed[j] = NAN;
    }
}

static struct rater_list raters_choose(struct arena *arena,
                                       const struct sitting *const *sittings,
                                       size_t count, size_t dimension_count,
                                       bool is_stepped)
{
    struct rater_list list = {
        .raters = arena_array(arena, struct rater, count),
        .sittings = arena_array(arena, const struct sitting *, count),
    };
    for (size_t i = 0; i < count; i++) {
        const struct rater rater = {
            .sitting = sittings[i],
            .now = profile_of(arena, sittings[i], SPAN("now"), dimension_count),
            .needed = profile_of(arena, sittings[i], SPAN("needed"), dimension_count),
            .dimension_count = dimension_count,
        };
        if (!isnan(rater.now[0]) && is_careful(arena, sittings[i]))
            list.raters[list.count++] = rater;
    }
    list.careful_count = list.count;
    if (is_stepped) {
        list.count = basis_step(list.count);
        needed_step(&list);
    } else {
        qsort(list.raters, list.count, sizeof *list.raters, rater_order);
    }
    for (size_t i = 0; i < list.count; i++)
        list.sittings[i] = list.raters[i].sitting;
    return list;
}

/* The raters' rows as one table; NULL when fewer than `least` have one. */
static double *scores_table(struct arena *arena, const struct rater_list *list,
                            size_t dimension_count, size_t least, bool is_needed)
{
    double *table = arena_array(arena, double, list->count *dimension_count);
    size_t whole = 0;
    for (size_t i = 0; i < list->count; i++) {
        const double *row = is_needed ? list->raters[i].needed : list->raters[i].now;
        memcpy(table + i * dimension_count, row, dimension_count * sizeof *row);
        whole += isnan(row[0]) ? 0 : 1;
    }
    return whole < least ? NULL : table;
}

static double crystallization_of(struct arena *arena, const double *table,
                                 size_t rater_count, size_t dimension_count)
{
    struct crystallization voice = {.crystallization = NAN};
    if (table)
        crystallization_describe(arena, table, rater_count, dimension_count, &voice);
    return voice.crystallization;
}

static void dimensions_fill(struct arena *arena, struct basis *basis)
{
    const size_t count = basis->dimension_count, raters = basis->rater_count;
    const double *now = basis->rater_scores, *needed = basis->rater_scores_needed;
    double *column = arena_array(arena, double, raters);
    for (size_t i = 0; i < count; i++) {
        struct dimension_basis *dimension = &basis->dimensions[i];
        dimension->now = dimension->needed = dimension->sd_now = dimension->ad_now = NAN;
        dimension->now_se = dimension->needed_se = NAN;
        if (!has_basis_means(basis))
            dimension->importance = 1;
        if (now) {
            matrix_column(now, raters, count, i, column);
            dimension->now = moments_mean(column, raters);
            dimension->sd_now = moments_sd(column, raters);
            dimension->ad_now = agreement_deviation(column, raters);
            dimension->gate = resonance_gate(column, raters);
        }
        if (needed) {
            matrix_column(needed, raters, count, i, column);
            dimension->needed = moments_mean(column, raters);
            dimension->needed_gate =
                has_basis_means(basis) ? resonance_gate(column, raters) : 0;
        }
    }
}

static enum profile_grade grade_of(struct arena *arena, const struct basis *basis)
{
    const size_t sure = has_basis_means(basis) ? RESONANCE_MEANS_PROVISIONAL
                                               : RESONANCE_RATERS_PROVISIONAL;
    double *means = arena_array(arena, double, basis->dimension_count);
    for (size_t i = 0; i < basis->dimension_count; i++)
        means[i] = basis->dimensions[i].now;
    /* as a profile of means keeps it, so that grade and figure never contradict each other */
    const double voice = has_basis_means(basis)
                             ? basis_means_voice(basis->crystallization)
                             : basis->crystallization;
    if (!basis->rater_scores || is_moments_flat(means, basis->dimension_count))
        return PROFILE_NONE;
    if (!(voice >= RESONANCE_ONE_VOICE_LEAST))
        return PROFILE_SPLIT;
    return voice < RESONANCE_ONE_VOICE_SURE || basis->rater_count < sure
               ? PROFILE_PROVISIONAL
               : PROFILE_NORMAL;
}

static struct agreement_view view_of(struct arena *arena, const struct basis *basis)
{
    struct agreement_view view = {.ad_limit_full = AD_LIMIT_FULL,
                                  .ad_limit_half = AD_LIMIT_HALF};
    if (!basis->rater_scores || has_basis_means(basis))
        return view;
    bool *is_kept = arena_array(arena, bool, basis->rater_count);
    view.rater_count = basis->rater_count;
    view.rater_with_rest = arena_array(arena, double, basis->rater_count);
    crystallization_leave_out(arena, basis->rater_scores, basis->rater_count,
                              basis->dimension_count, is_kept, view.rater_with_rest);
    return view;
}

static void profile_fill(struct arena *arena, const struct questionnaire *questionnaire,
                         const struct rater_list *list, struct basis *basis)
{
    const size_t count = questionnaire->dimension_count;
    basis->dimension_count = count;
    basis->dimensions = arena_array(arena, struct dimension_basis, count);
    for (size_t i = 0; i < count; i++) {
        const struct dimension *dimension = &questionnaire->dimensions[i];
        basis->dimensions[i].id = dimension->id;
        basis->dimensions[i].importance = dimension->default_weight;
        basis->dimensions[i].importance_reason = dimension->weight_why;
    }
    const size_t least = basis_least(basis);
    basis->rater_scores = scores_table(arena, list, count, least, 0);
    if (basis->rater_scores)
        basis->rater_scores_needed = scores_table(arena, list, count, least, 1);
    basis->crystallization =
        crystallization_of(arena, basis->rater_scores, list->count, count);
    basis->crystallization_needed =
        crystallization_of(arena, basis->rater_scores_needed, list->count, count);
    dimensions_fill(arena, basis);
}

/* What colleagues describe the organization on. Before anybody has, a form may ask candidates only,
 * or have no best-worst part at all: a vacancy without a profile opens with it all the same. */
static const struct questionnaire *described(const struct assessment *assessment,
                                             bool is_by_nobody)
{
    static const struct questionnaire nothing;
    const struct part *part =
        assessment_part(assessment, PART_RESONANCE, ROLE_RATER, SPAN(""));
    if (!part && is_by_nobody)
        part = assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN(""));
    if (part)
        return part->questionnaire;
    return is_by_nobody ? &nothing : NULL;
}

enum status basis_build(struct arena *arena, const struct assessment *assessment,
                        const struct sitting *const *sittings, size_t count,
                        struct basis **out_basis, struct agreement_view *out_view)
{
    const struct questionnaire *questionnaire = described(assessment, !count);
    if (!questionnaire || (count && !questionnaire->dimension_count) ||
        questionnaire->dimension_count > RESONANCE_DIMENSIONS_MAX)
        return fail(STATUS_BAD_INPUT,
                    "the assessment has no best-worst part for colleagues");
    if (count > RATERS_MAX)
        return fail(STATUS_TOO_LARGE, "%zu raters; a profile takes at most %d", count,
                    RATERS_MAX);
    for (size_t i = 0; i < count; i++)
        must(sittings[i]->assessment == assessment &&
             sittings[i]->start.role == ROLE_RATER);
    struct basis *basis = arena_new(arena, struct basis);
    basis->scoring_version = assessment->scoring_version;
    const struct rater_list list = raters_choose(
        arena, sittings, count, questionnaire->dimension_count, has_basis_means(basis));
    basis->rater_count = list.count;
    basis->left_out_count = count - list.careful_count;
    profile_fill(arena, questionnaire, &list, basis);
    basis_keys_drivers(arena, list.sittings, list.count, basis);
    basis_keys_situations(arena, list.sittings, list.count, basis);
    basis->grade = grade_of(arena, basis);
    *out_view = view_of(arena, basis);
    out_view->waiting_count = list.careful_count - list.count;
    if (has_basis_means(basis))
        basis_means_keep(basis);
    *out_basis = basis;
    return OK;
}
