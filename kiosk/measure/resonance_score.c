/* The headline figure itself, above what it is made of: gates, words, draws. */
#include "measure/resonance.h"

#include "measure/agreement.h"
#include "measure/crystallization.h"
#include "measure/matrix.h"
#include "measure/moments.h"
#include "measure/profile_se.h"
#include "measure/draws/resonance_draws.h"

#include <math.h>

static const double LARGEST = 1 - 1e-9; /* atanh stays finite */

static void score_person(struct arena *arena, const struct resonance_input *input,
                         struct resonance *out)
{
    const size_t dimensions = input->dimension_count;
    out->shown_count = arena_array(arena, size_t, dimensions);
    out->score = arena_array(arena, double, dimensions);
    out->score_se = arena_array(arena, double, dimensions);
    struct bestworst_utilities fit;
    bestworst_fit(arena, input->blocks, input->block_count, dimensions, BESTWORST_TAU,
                  &fit);
    out->utility = fit.utility;
    out->utility_se = fit.se;
    out->rlh = fit.rlh;
    const struct arena_mark mark = arena_mark(arena);
    struct bestworst_tally *tallies =
        arena_array(arena, struct bestworst_tally, dimensions);
    bestworst_count(input->blocks, input->block_count, dimensions, tallies);
    for (size_t j = 0; j < dimensions; j++) {
        out->shown_count[j] = tallies[j].shown;
        out->score[j] =
            tallies[j].shown < RESONANCE_SHOWN_LEAST ? NAN : bestworst_score(tallies[j]);
    }
    arena_release(arena, mark);
}

/* Importance times gate, not yet restricted to what the person answered. */
static void weigh(const struct resonance_input *input, const double *columns,
                  double *out_weight)
{
    for (size_t j = 0; j < input->dimension_count; j++) {
        const double gate = input->gate ? input->gate[j]
                                        : resonance_gate(columns + j * input->rater_count,
                                                         input->rater_count);
        out_weight[j] = (input->importance ? input->importance[j] : 1) * gate;
    }
}

static void describe_rows(struct arena *arena, const struct resonance_input *input,
                          struct resonance *out)
{
    const size_t dimensions = input->dimension_count, m = input->rater_count;
    struct crystallization voice;
    const double *columns = matrix_transpose(arena, input->ratings, m, dimensions);
    crystallization_describe(arena, input->ratings, m, dimensions, &voice);
    out->crystallization = voice.crystallization;
    profile_se_raters(input->ratings, m, dimensions, out->target_se);
    for (size_t j = 0; j < dimensions; j++)
        out->target[j] = moments_mean(columns + j * m, m);
    weigh(input, columns, out->weight);
}

static void take_means(const struct resonance_input *input, struct resonance *out)
{
    out->crystallization = input->crystallization;
    for (size_t j = 0; j < input->dimension_count; j++) {
        out->target[j] = input->target ? input->target[j] : NAN;
        out->target_se[j] = input->target_se ? input->target_se[j] : NAN;
        out->weight[j] = (input->importance ? input->importance[j] : 1) *
                         (input->gate ? input->gate[j] : 1);
    }
}

static void score_organization(struct arena *arena, const struct resonance_input *input,
                               struct resonance *out)
{
    const size_t dimensions = input->dimension_count;
    const size_t sure =
        input->ratings ? RESONANCE_RATERS_PROVISIONAL : RESONANCE_MEANS_PROVISIONAL;
    out->target = arena_array(arena, double, dimensions);
    out->target_se = arena_array(arena, double, dimensions);
    out->weight = arena_array(arena, double, dimensions);
    if (input->ratings)
        describe_rows(arena, input, out);
    else
        take_means(input, out);
    out->is_provisional =
        input->rater_count < sure || !(out->crystallization >= RESONANCE_ONE_VOICE_SURE);
}

static bool has_wrong_weights(const struct resonance_input *input,
                              const struct resonance *out)
{
    double sum = 0;
    for (size_t j = 0; j < out->dimension_count; j++) {
        if (input->importance && !(input->importance[j] >= 0))
            return true;
        if (input->gate && !(input->gate[j] >= 0))
            return true;
        sum += input->importance ? input->importance[j] : 1;
    }
    return !(sum > 0) || !isfinite(sum);
}

static enum resonance_absence judge_organization(const struct resonance_input *input,
                                                 const struct resonance *out)
{
    size_t agreed = 0;
    if (out->dimension_count < RESONANCE_DIMENSIONS_LEAST)
        return RESONANCE_SMALL_SET;
    if (input->rater_count <
        (input->ratings ? RESONANCE_RATERS_LEAST : RESONANCE_MEANS_LEAST))
        return RESONANCE_FEW_RATERS;
    if (has_wrong_weights(input, out))
        return RESONANCE_WEIGHTS_WRONG;
    if (!(out->crystallization >= RESONANCE_ONE_VOICE_LEAST))
        return RESONANCE_NOT_ONE_VOICE;
    for (size_t j = 0; j < out->dimension_count; j++)
        agreed += out->weight[j] > 0;
    return agreed < RESONANCE_DIMENSIONS_LEAST ? RESONANCE_FEW_AGREED : RESONANCE_FIGURE;
}

static bool is_rated_enough(const struct resonance_input *input, size_t dimension)
{
    size_t raters = 0;
    if (!input->ratings)
        return input->target && !isnan(input->target[dimension]);
    for (size_t i = 0; i < input->rater_count; i++)
        raters += isnan(input->ratings[i * input->dimension_count + dimension]) ? 0 : 1;
    return raters >= RESONANCE_RATERS_LEAST;
}

/* Leaves the weights that are used, with the sum 1, and tells whether enough is left. */
static enum resonance_absence keep_answered(const struct resonance_input *input,
                                            struct resonance *out)
{
    double whole = 0, kept = 0;
    size_t answered = 0;
    for (size_t j = 0; j < out->dimension_count; j++) {
        const bool has_both = !isnan(out->score[j]) && is_rated_enough(input, j);
        whole += out->weight[j];
        answered += has_both ? 1 : 0;
        out->weight[j] = has_both ? out->weight[j] : 0;
        kept += out->weight[j];
    }
    for (size_t j = 0; j < out->dimension_count && kept > 0; j++)
        out->weight[j] /= kept;
    if ((double)answered < RESONANCE_SHARE_LEAST * (double)out->dimension_count)
        return RESONANCE_FEW_DIMENSIONS;
    return kept < RESONANCE_SHARE_LEAST * whole * (1 - 1e-12) ? RESONANCE_LITTLE_WEIGHT
                                                              : RESONANCE_FIGURE;
}

/* The three correlations beside the figure, and why the figure may be missing after all. */
static enum resonance_absence
correlate(struct arena *arena, const struct resonance_input *input, struct resonance *out)
{
    const size_t dimensions = out->dimension_count;
    const double *s = out->score, *y = out->target, *w = out->weight;
    double *mu = arena_array(arena, double, 3 * dimensions);
    double *own = mu + dimensions, *target = own + dimensions;
    for (size_t j = 0; j < dimensions; j++) {
        mu[j] = input->norm ? input->norm[j] : 0;
        own[j] = w[j] > 0 ? s[j] - mu[j] : NAN;
        target[j] = w[j] > 0 ? y[j] - mu[j] : NAN;
    }
    out->raw = moments_weighted_correlation(s, y, w, dimensions);
    out->normativeness_person = moments_weighted_correlation(s, mu, w, dimensions);
    out->normativeness_organization = moments_weighted_correlation(y, mu, w, dimensions);
    if (!(moments_sd(s, dimensions) >= RESONANCE_PERSON_SD_LEAST) ||
        is_moments_flat(own, dimensions))
        return RESONANCE_FLAT_PERSON;
    if (is_moments_flat(target, dimensions))
        return RESONANCE_FLAT_ORGANIZATION;
    out->figure = moments_weighted_correlation(own, target, w, dimensions);
    return isnan(out->figure) ? RESONANCE_FEW_AGREED : RESONANCE_FIGURE;
}

static double to_z(double r)
{
    return atanh(moments_clamp(r, -LARGEST, LARGEST));
}

static void find_interval(struct resonance *out, double *figures, size_t draw_count)
{
    for (size_t draw = 0; draw < draw_count; draw++)
        figures[draw] = to_z(figures[draw]);
    const double z = to_z(out->figure);
    out->se_z = moments_sd(figures, draw_count);
    out->lo = tanh(z - RESONANCE_Z_RELEASED * out->se_z);
    out->hi = tanh(z + RESONANCE_Z_RELEASED * out->se_z);
}

/* Everything but the draws; the person as in `first`, unless that is NULL. */
static void prepare(struct arena *arena, const struct resonance_input *input,
                    const struct resonance *first, struct resonance *out)
{
    *out = (struct resonance){.dimension_count = input->dimension_count};
    if (first)
        *out = *first;
    else
        score_person(arena, input, out);
    out->figure = out->se_z = out->lo = out->hi = NAN;
    out->raw = out->normativeness_person = out->normativeness_organization = NAN;
    score_organization(arena, input, out);
    out->absence = judge_organization(input, out);
    const enum resonance_absence answers = keep_answered(input, out);
    if (out->absence == RESONANCE_FIGURE)
        out->absence = answers;
    if (out->absence == RESONANCE_FIGURE)
        out->absence = correlate(arena, input, out);
}

void resonance_score(struct arena *arena, const struct resonance_input *inputs,
                     size_t count, struct resonance *out_resonances)
{
    for (size_t f = 0; f < count; f++)
        prepare(arena, &inputs[f], f ? out_resonances : NULL, &out_resonances[f]);
    const struct arena_mark mark = arena_mark(arena);
    struct resonance_frame *frames = arena_array(arena, struct resonance_frame, count);
    for (size_t f = 0; f < count; f++) {
        frames[f] = (struct resonance_frame){&inputs[f], &out_resonances[f], NULL};
        if (out_resonances[f].absence == RESONANCE_FIGURE)
            frames[f].figures = arena_array(arena, double, inputs[f].draw_count);
    }
    resonance_draws_run(arena, frames, count);
    for (size_t f = 0; f < count; f++)
        if (frames[f].figures)
            find_interval(&out_resonances[f], frames[f].figures, inputs[f].draw_count);
    arena_release(arena, mark);
}
