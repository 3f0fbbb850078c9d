/* Nothing is allocated in the loop: the chances of each block are worked out once, as
 * running sums, so that a simulated choice is one uniform number and a few comparisons. */
#include "measure/resonance_draws.h"

#include "measure/moments.h"

#include "base/chance.h"

#include <gsl/gsl_rng.h>
#include <math.h>
#include <string.h>

/* A block with the running sums of its chances: of best, and for each best of worst. */
struct urn {
    const struct bestworst_block *block;
    double *best, *worst;
};

struct draws {
    const struct resonance_input *input;
    const struct resonance *scored;
    struct urn *urns;
    size_t urn_count;
    gsl_rng answers, raters;
    double *score, *target, *rated; /* of the current draw */
    double *mean, *squares;         /* of the drawn scores so far */
};

/* GSL's generator takes 32 bits of seed. The 64 bits of ours are mixed first and then
 * give both halves of a word to the two streams, so that every bit matters to both. */
static gsl_rng stream(struct arena *arena, uint64_t word)
{
    gsl_rng rng = {.type = gsl_rng_mt19937,
                   .state = arena_alloc(arena, gsl_rng_mt19937->size)};
    gsl_rng_set(&rng,
                (unsigned long)(word ? word : 1)); /* 0 would mean GSL's own default */
    return rng;
}

static void open_streams(struct arena *arena, uint64_t seed, struct draws *draws)
{
    struct chance chance = chance_init(seed);
    const uint64_t word = chance_next(&chance);
    draws->raters = stream(arena, word >> 32);
    draws->answers = stream(arena, word & 0xFFFFFFFFu);
}

static void sum_up(double *chances, size_t count)
{
    for (size_t i = 1; i < count; i++)
        chances[i] += chances[i - 1];
}

static void fill_urns(struct arena *arena, struct draws *draws)
{
    const struct resonance_input *input = draws->input;
    draws->urns = arena_array(arena, struct urn, input->block_count);
    for (size_t b = 0; b < input->block_count; b++) {
        const struct bestworst_block *block = &input->blocks[b];
        const size_t shown = block->object_count;
        if (!is_bestworst_answered(block))
            continue;
        struct urn *urn = &draws->urns[draws->urn_count++];
        urn->block = block;
        urn->best = arena_array(arena, double, shown);
        urn->worst = arena_array(arena, double, shown *shown);
        bestworst_chances(block, draws->scored->utility, urn->best, urn->worst);
        sum_up(urn->best, shown);
        for (size_t i = 0; i < shown; i++)
            sum_up(urn->worst + i * shown, shown);
    }
}

/* The first place whose running sum lies above a uniform number; a sum that ends a
 * rounding below 1 gives the last place but the one left out. */
static size_t pick(gsl_rng *rng, const double *sums, size_t count, size_t left_out)
{
    const double at = gsl_rng_uniform(rng);
    size_t last = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == left_out)
            continue;
        if (at < sums[i])
            return i;
        last = i;
    }
    return last;
}

static void draw_answers(struct draws *draws)
{
    const size_t dimensions = draws->input->dimension_count;
    memset(draws->score, 0, dimensions * sizeof *draws->score);
    for (size_t u = 0; u < draws->urn_count; u++) {
        const struct urn *urn = &draws->urns[u];
        const size_t shown = urn->block->object_count;
        const size_t best = pick(&draws->answers, urn->best, shown, shown);
        const size_t worst =
            pick(&draws->answers, urn->worst + best * shown, shown, best);
        draws->score[urn->block->objects[best]]++;
        draws->score[urn->block->objects[worst]]--;
    }
    for (size_t j = 0; j < dimensions; j++)
        draws->score[j] /= (double)draws->scored->shown_count[j];
}

static void draw_raters(struct draws *draws)
{
    const size_t dimensions = draws->input->dimension_count,
                 m = draws->input->rater_count;
    memset(draws->target, 0, dimensions * sizeof *draws->target);
    memset(draws->rated, 0, dimensions * sizeof *draws->rated);
    for (size_t i = 0; i < m; i++) {
        const double *row =
            draws->input->ratings + gsl_rng_uniform_int(&draws->raters, m) * dimensions;
        for (size_t j = 0; j < dimensions; j++) {
            const bool is_missing = isnan(row[j]);
            draws->target[j] += is_missing ? 0 : row[j];
            draws->rated[j] += is_missing ? 0 : 1;
        }
    }
    for (size_t j = 0; j < dimensions; j++)
        draws->target[j] /= draws->rated[j];
}

/* Student's t by the polar method (Bailey 1994): kept here and not taken from a library, since a
 * library's next version may draw otherwise and every stored score must come out again. */
static double student(gsl_rng *rng, double freedom)
{
    double u, w;
    do {
        u = 2 * gsl_rng_uniform(rng) - 1;
        const double v = 2 * gsl_rng_uniform(rng) - 1;
        w = u * u + v * v;
    } while (w > 1 || w == 0);
    return u * sqrt(freedom * (pow(w, -2 / freedom) - 1) / w);
}

/* The organization asked again: each mean moves by its own error. */
static void draw_means(struct draws *draws)
{
    const struct resonance_input *input = draws->input;
    const double freedom = (double)input->rater_count - 1;
    for (size_t j = 0; j < input->dimension_count; j++) {
        const double t = student(&draws->raters, freedom);
        draws->target[j] = input->target[j] + input->target_se[j] * t;
        draws->rated[j] = isnan(input->target[j]) ? 0 : 1;
    }
}

/* R* over the dimensions of positive weight; what no drawn rater rated makes the draw
 * void. */
static double figure_of(struct draws *draws)
{
    const double *weight = draws->scored->weight, *norm = draws->input->norm;
    for (size_t j = 0; j < draws->input->dimension_count; j++) {
        if (!(weight[j] > 0))
            continue;
        if (!(draws->rated[j] > 0))
            return NAN;
        draws->score[j] -= norm ? norm[j] : 0;
        draws->target[j] -= norm ? norm[j] : 0;
    }
    return moments_weighted_correlation(draws->score, draws->target, weight,
                                        draws->input->dimension_count);
}

static void remember_scores(struct draws *draws, size_t draw)
{
    for (size_t j = 0; j < draws->input->dimension_count; j++) {
        const double from = draws->score[j] - draws->mean[j];
        draws->mean[j] += from / (double)(draw + 1); /* Welford 1962 */
        draws->squares[j] += from * (draws->score[j] - draws->mean[j]);
    }
}

void resonance_draws_run(struct arena *arena, const struct resonance_input *input,
                         struct resonance *scored, double *out_figures)
{
    const struct arena_mark mark = arena_mark(arena);
    const size_t dimensions = input->dimension_count;
    double *room = arena_array(arena, double, 5 * dimensions);
    struct draws draws = {.input = input,
                          .scored = scored,
                          .score = room,
                          .target = room + dimensions,
                          .rated = room + 2 * dimensions,
                          .mean = room + 3 * dimensions,
                          .squares = room + 4 * dimensions};
    open_streams(arena, input->seed, &draws);
    fill_urns(arena, &draws);
    for (size_t draw = 0; draw < input->draw_count; draw++) {
        draw_answers(&draws);
        remember_scores(&draws, draw);
        if (!out_figures)
            continue;
        if (input->ratings)
            draw_raters(&draws);
        else
            draw_means(&draws);
        out_figures[draw] = figure_of(&draws);
    }
    for (size_t j = 0; j < dimensions; j++)
        scored->score_se[j] =
            isnan(scored->score[j]) || input->draw_count < 2
                ? NAN
                : sqrt(draws.squares[j] / (double)(input->draw_count - 1));
    arena_release(arena, mark);
}
