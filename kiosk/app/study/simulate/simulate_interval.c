/* The true profile of an employer is the mean of many panels of raters; the true profile of a
 * person follows from the utilities without drawing. */
#include "app/study/simulate/simulate_interval.h"

#include "measure/moments.h"

#include <string.h>

/* Weights do not change. */
void simulate_interval_panels(struct arena *arena, const struct simulate_session *session,
                              struct chance *chance, struct simulate_panels *out_panels)
{
    const struct simulate_place *place = session->place;
    const size_t dimensions = place->dimension_count, raters = place->plan->raters;
    double *score = arena_array(arena, double, dimensions);
    out_panels->panels = arena_array(arena, double, SIMULATE_RETESTS *dimensions);
    out_panels->truth = arena_array(arena, double, dimensions);
    for (size_t k = 0; k < SIMULATE_RETESTS; k++) {
        double *panel = out_panels->panels + k * dimensions;
        for (size_t i = 0; i < raters; i++) {
            const struct arena_mark mark = arena_mark(arena);
            const double *utility =
                simulate_place_rater_utility(arena, place, place->own, chance);
            simulate_session_answer(arena, place, utility, session->blocks,
                                    session->block_count, chance, score);
            arena_release(arena, mark);
            for (size_t j = 0; j < dimensions; j++)
                panel[j] += score[j] / (double)raters;
        }
        for (size_t j = 0; j < dimensions; j++)
            out_panels->truth[j] += panel[j] / SIMULATE_RETESTS;
    }
}

/* The expected count scores: chance of best less chance of worst, over the blocks. */
static void expect_scores(struct arena *arena, const struct simulate_session *session,
                          double *out_score)
{
    const size_t dimensions = session->place->dimension_count;
    const struct arena_mark mark = arena_mark(arena);
    double *shown = arena_array(arena, double, dimensions);
    memset(out_score, 0, dimensions * sizeof *out_score);
    for (size_t b = 0; b < session->block_count; b++) {
        const struct bestworst_block *block = &session->blocks[b];
        const size_t count = block->object_count;
        double *best = arena_array(arena, double, count);
        double *worst = arena_array(arena, double, count *count);
        bestworst_chances(block, session->person->utility, best, worst);
        for (size_t i = 0; i < count; i++) {
            double chance_worst = 0;
            for (size_t l = 0; l < count; l++)
                chance_worst += best[l] * worst[l * count + i];
            out_score[block->objects[i]] += best[i] - chance_worst;
            shown[block->objects[i]]++;
        }
    }
    for (size_t j = 0; j < dimensions; j++)
        out_score[j] /= shown[j];
    arena_release(arena, mark);
}

static bool is_covered(const struct figure *figure, double value)
{
    return figure->low <= value && value <= figure->high;
}

/* The figures of the other sessions, with the same colleagues and with other ones. */
struct retests {
    double with_same[SIMULATE_RETESTS], with_new[SIMULATE_RETESTS];
};

static void retest(const struct simulate_session *session, const struct basis *basis,
                   const struct simulate_panels *panels, const struct scorecard *card,
                   struct retests *out_retests)
{
    const size_t count = session->place->dimension_count;
    double now[RESONANCE_DIMENSIONS_MAX];
    simulate_session_now(basis, now);
    for (size_t k = 0; k < SIMULATE_RETESTS; k++) {
        const double *score = session->again + k * count;
        out_retests->with_same[k] = simulate_session_figure(card, basis, score, now);
        out_retests->with_new[k] =
            simulate_session_figure(card, basis, score, panels->panels + k * count);
    }
}

void simulate_interval_add(struct arena *arena, const struct simulate_session *session,
                           enum simulate_norm norm, const struct simulate_panels *panels,
                           const struct scorecard *card,
                           struct simulate_interval *interval,
                           struct simulate_pairs *pairs)
{
    const struct basis *basis = session->place->bases[norm];
    const struct figure *figure = &card->now;
    double expected[RESONANCE_DIMENSIONS_MAX];
    struct retests retests;
    if (!has_scorecard_figure(figure))
        return;
    retest(session, basis, panels, card, &retests);
    expect_scores(arena, session, expected);
    const double error_free =
        simulate_session_figure(card, basis, expected, panels->truth);
    const double with_new = moments_mean(retests.with_new, SIMULATE_RETESTS);
    const double with_same = moments_mean(retests.with_same, SIMULATE_RETESTS);
    interval->figures++;
    interval->covers_retest += is_covered(figure, with_new) ? 1 : 0;
    interval->covers_frozen += is_covered(figure, with_same) ? 1 : 0;
    interval->covers_error_free += is_covered(figure, error_free) ? 1 : 0;
    interval->figure += figure->r;
    interval->error_free += error_free;
    interval->width += figure->high - figure->low;
    interval->se += figure->se_z * (1 - figure->r * figure->r); /* from z back to r */
    interval->se_retest += moments_sd(retests.with_new, SIMULATE_RETESTS);
    interval->se_frozen += moments_sd(retests.with_same, SIMULATE_RETESTS);
    pairs->first[pairs->count] = figure->r;
    pairs->again[pairs->count++] = retests.with_same[0];
}

void simulate_interval_pairs(const struct simulate_pairs *pairs,
                             struct simulate_interval *interval)
{
    const double first = moments_mean(pairs->first, pairs->count);
    const double again = moments_mean(pairs->again, pairs->count);
    for (size_t i = 0; i < pairs->count; i++) {
        interval->first2 += (pairs->first[i] - first) * (pairs->first[i] - first);
        interval->again2 += (pairs->again[i] - again) * (pairs->again[i] - again);
        interval->product += (pairs->first[i] - first) * (pairs->again[i] - again);
    }
}
