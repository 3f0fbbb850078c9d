/* Nothing is allocated in the loop: the chances of each block are worked out once, as
 * running sums, so that a simulated choice is one uniform number and a few comparisons. What
 * frames have in common, the person's answers and Student's t of the same freedom, is drawn once.
 * Sittings are worked on LANES at a time, so that the processor does the same step of several at
 * once; each has its own sums, in the same order as one alone would have them. */
#include "measure/draws/resonance_draws.h"

#include "measure/draws/twister.h"
#include "measure/moments.h"

#include "base/chance.h"

#include <math.h>
#include <string.h>

enum { LANES = MOMENTS_LANES };

/* One number of each of so many sittings. */
typedef double lanes[LANES];

/* A block with the running sums of its chances, in 2^32: of best, and for each best of worst. */
struct urn {
    const struct bestworst_block *block;
    uint64_t *best, *worst;
};

struct draws {
    const struct resonance_frame *frames;
    size_t frame_count, dimension_count;
    struct urn *urns;
    size_t urn_count;
    struct twister answers, means;
    struct twister *raters; /* of each frame with rows */
    lanes *count, *score;   /* of the present sittings */
    lanes *sum, *rated;     /* of the raters drawn */
    lanes *u, *w, *student; /* the means' errors of the present sittings */
    double freedom;         /* of `student`; 0: not made yet */
    bool has_means;         /* a frame of means wants figures */
    bool *is_used;          /* dimensions that weigh in one */
    lanes *own, *target;    /* of the dimensions that count in one frame */
    double *weight;
    double *mean, *squares; /* of the drawn scores so far */
};

/* The generator takes 32 bits of seed. The 64 bits of ours are mixed first and then
 * give both halves of a word to the two streams, so that every bit matters to both. */
static void open_stream(struct twister *twister, uint32_t word)
{
    twister_init(twister, word ? word : 1);
}

static void open_streams(struct arena *arena, uint64_t seed, struct draws *draws)
{
    struct chance chance = chance_init(seed);
    const uint64_t word = chance_next(&chance);
    draws->raters = arena_array(arena, struct twister, draws->frame_count);
    for (size_t f = 0; f < draws->frame_count; f++)
        open_stream(&draws->raters[f], (uint32_t)(word >> 32));
    open_stream(&draws->means, (uint32_t)(word >> 32));
    open_stream(&draws->answers, (uint32_t)word);
}

/* The first whole number of a word that does not lie below the running sum: word / 2^32 < sum is
 * the same as word < this. */
static void sum_up(const double *chances, size_t count, uint64_t *out_sums)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum = i ? sum + chances[i] : chances[i];
        out_sums[i] = (uint64_t)ceil(sum * TWISTER_RANGE);
    }
}

static void fill_urn(struct arena *arena, const struct bestworst_block *block,
                     const double *utility, struct urn *urn)
{
    const size_t shown = block->object_count;
    urn->block = block;
    urn->best = arena_array(arena, uint64_t, shown);
    urn->worst = arena_array(arena, uint64_t, shown * shown);
    const struct arena_mark mark = arena_mark(arena);
    double *best = arena_array(arena, double, shown),
           *worst = arena_array(arena, double, shown *shown);
    bestworst_chances(block, utility, best, worst);
    sum_up(best, shown, urn->best);
    for (size_t i = 0; i < shown; i++)
        sum_up(worst + i * shown, shown, urn->worst + i * shown);
    arena_release(arena, mark);
}

static void fill_urns(struct arena *arena, struct draws *draws)
{
    const struct resonance_input *input = draws->frames->input;
    draws->urns = arena_array(arena, struct urn, input->block_count);
    for (size_t b = 0; b < input->block_count; b++)
        if (is_bestworst_answered(&input->blocks[b]))
            fill_urn(arena, &input->blocks[b], draws->frames->scored->utility,
                     &draws->urns[draws->urn_count++]);
}

/* The first place whose running sum lies above the number. The one left out has no chance, so that
 * its sum is that of the place before, and it is never the first; a sum that ends a rounding below
 * 1 gives the last place but the one left out. */
static size_t pick(struct twister *twister, const uint64_t *sums, size_t count,
                   size_t left_out)
{
    const uint64_t word = twister_next(twister);
    size_t place = 0;
    for (size_t i = 0; i < count; i++)
        place += word >= sums[i];
    return place < count ? place : count - 1 - (left_out == count - 1);
}

static void draw_answers(struct draws *draws, size_t lane)
{
    for (size_t u = 0; u < draws->urn_count; u++) {
        const struct urn *urn = &draws->urns[u];
        const size_t shown = urn->block->object_count;
        const size_t best = pick(&draws->answers, urn->best, shown, shown);
        const size_t worst =
            pick(&draws->answers, urn->worst + best * shown, shown, best);
        draws->count[urn->block->objects[best]][lane]++;
        draws->count[urn->block->objects[worst]][lane]--;
    }
}

/* No two lists of lanes overlap: what is written is never what is read. */
static void lanes_divide(const double *restrict from, double by, double *restrict out)
{
    for (size_t lane = 0; lane < LANES; lane++)
        out[lane] = from[lane] / by;
}

static void lanes_less(const double *restrict from, double less, double *restrict out)
{
    for (size_t lane = 0; lane < LANES; lane++)
        out[lane] = from[lane] - less;
}

static void draw_scores(struct draws *draws, size_t sitting_count)
{
    const size_t *shown_count = draws->frames->scored->shown_count;
    memset(draws->count, 0, draws->dimension_count * sizeof *draws->count);
    for (size_t lane = 0; lane < sitting_count; lane++)
        draw_answers(draws, lane);
    for (size_t j = 0; j < draws->dimension_count; j++)
        lanes_divide(draws->count[j], (double)shown_count[j], draws->score[j]);
}

static void remember_scores(struct draws *draws, size_t before, size_t sitting_count)
{
    for (size_t lane = 0; lane < sitting_count; lane++) {
        const double number = (double)(before + lane + 1);
        for (size_t j = 0; j < draws->dimension_count; j++) {
            const double from = draws->score[j][lane] - draws->mean[j];
            draws->mean[j] += from / number; /* Welford 1962 */
            draws->squares[j] += from * (draws->score[j][lane] - draws->mean[j]);
        }
    }
}

/* The organization asked again: rows of raters, drawn with replacement. */
static void draw_raters(struct draws *draws, size_t frame, size_t lane)
{
    const struct resonance_input *input = draws->frames[frame].input;
    const size_t dimensions = draws->dimension_count, m = input->rater_count;
    for (size_t j = 0; j < dimensions; j++)
        draws->sum[j][lane] = draws->rated[j][lane] = 0;
    for (size_t i = 0; i < m; i++) {
        const double *row =
            input->ratings + twister_below(&draws->raters[frame], m) * dimensions;
        for (size_t j = 0; j < dimensions; j++) {
            const bool is_missing = isnan(row[j]);
            draws->sum[j][lane] += is_missing ? 0 : row[j];
            draws->rated[j][lane] += is_missing ? 0 : 1;
        }
    }
}

static double unit(struct twister *twister)
{
    return twister_next(twister) / TWISTER_RANGE;
}

/* What Student's t is made of by the polar method (Bailey 1994): kept here and not taken from a
 * library, since a library's next version may draw otherwise and every stored score must come out
 * again. A point beside the circle is written, too, and then the next one over it: that costs less
 * than a branch that nobody can foresee. */
static void draw_points(struct draws *draws, size_t lane)
{
    for (size_t found = 0; found < draws->dimension_count;) {
        const double u = 2 * unit(&draws->means) - 1;
        const double v = 2 * unit(&draws->means) - 1;
        const double w = u * u + v * v;
        draws->u[found][lane] = u;
        draws->w[found][lane] = w;
        found += (size_t)(w <= 1) & (size_t)(w > 0);
    }
}

static void lanes_student(const double *restrict u, const double *restrict w,
                          const double *restrict power, double freedom,
                          double *restrict out)
{
    for (size_t lane = 0; lane < LANES; lane++)
        out[lane] = u[lane] * sqrt(freedom * (power[lane] - 1) / w[lane]);
}

static void make_student(struct draws *draws, double freedom, size_t sitting_count)
{
    if (draws->freedom == freedom)
        return;
    for (size_t j = 0; j < draws->dimension_count; j++) {
        double power[LANES] = {0};
        for (size_t lane = 0; lane < sitting_count && draws->is_used[j]; lane++)
            power[lane] = pow(draws->w[j][lane], -2 / freedom);
        lanes_student(draws->u[j], draws->w[j], power, freedom, draws->student[j]);
    }
    draws->freedom = freedom;
}

static void lanes_mean(const double *restrict sum, const double *restrict rated,
                       double *restrict out)
{
    for (size_t lane = 0; lane < LANES; lane++)
        out[lane] = sum[lane] / rated[lane];
}

static void lanes_moved(const double *restrict student, double mean, double error,
                        double *restrict out)
{
    for (size_t lane = 0; lane < LANES; lane++)
        out[lane] = mean + error * student[lane];
}

/* The mean of `dimension` over the raters drawn, NAN where none of them rated it; or, of means, the
 * mean moved by its own error. */
static void target_take(const struct draws *draws, const struct resonance_input *input,
                        size_t dimension, double *out_target)
{
    if (input->ratings)
        lanes_mean(draws->sum[dimension], draws->rated[dimension], out_target);
    else
        lanes_moved(draws->student[dimension], input->target[dimension],
                    input->target_se[dimension], out_target);
}

/* R* over the dimensions of positive weight; a mean that is missing makes the draw void: NAN goes
 * through all sums. */
static void figures_make(struct draws *draws, const struct resonance_frame *frame,
                         double *out_figures)
{
    const struct resonance_input *input = frame->input;
    size_t used = 0;
    for (size_t j = 0; j < draws->dimension_count; j++) {
        if (!(frame->scored->weight[j] > 0))
            continue;
        const double norm = input->norm ? input->norm[j] : 0;
        lanes target;
        target_take(draws, input, j, target);
        lanes_less(target, norm, draws->target[used]);
        lanes_less(draws->score[j], norm, draws->own[used]);
        draws->weight[used++] = frame->scored->weight[j];
    }
    moments_weighted_correlations(draws->own, draws->target, draws->weight, used,
                                  out_figures);
}

static void draw_frame(struct draws *draws, size_t number, size_t before,
                       size_t sitting_count)
{
    const struct resonance_frame *frame = &draws->frames[number];
    double figures[LANES];
    if (frame->input->ratings)
        for (size_t lane = 0; lane < sitting_count; lane++)
            draw_raters(draws, number, lane);
    else
        make_student(draws, (double)frame->input->rater_count - 1, sitting_count);
    figures_make(draws, frame, figures);
    memcpy(frame->figures + before, figures, sitting_count * sizeof *figures);
}

static void draw_sittings(struct draws *draws, size_t before, size_t sitting_count)
{
    draw_scores(draws, sitting_count);
    remember_scores(draws, before, sitting_count);
    for (size_t lane = 0; lane < sitting_count && draws->has_means; lane++)
        draw_points(draws, lane);
    draws->freedom = 0;
    for (size_t f = 0; f < draws->frame_count; f++)
        if (draws->frames[f].figures)
            draw_frame(draws, f, before, sitting_count);
}

static void rooms_make(struct arena *arena, struct draws *draws)
{
    const size_t dimensions = draws->dimension_count;
    lanes **const rooms[] = {&draws->count, &draws->score,  &draws->sum,
                             &draws->rated, &draws->u,      &draws->w,
                             &draws->own,   &draws->target, &draws->student};
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++)
        *rooms[i] = arena_array(arena, lanes, dimensions);
    draws->weight = arena_array(arena, double, dimensions);
    draws->mean = arena_array(arena, double, dimensions);
    draws->squares = arena_array(arena, double, dimensions);
    draws->is_used = arena_array(arena, bool, dimensions);
}

static void use_find(struct draws *draws)
{
    for (size_t f = 0; f < draws->frame_count; f++) {
        const struct resonance_frame *frame = &draws->frames[f];
        if (!frame->figures || frame->input->ratings)
            continue;
        draws->has_means = true;
        for (size_t j = 0; j < draws->dimension_count; j++)
            draws->is_used[j] |= frame->scored->weight[j] > 0;
    }
}

static void errors_take(const struct draws *draws, size_t draw_count)
{
    for (size_t f = 0; f < draws->frame_count; f++) {
        struct resonance *scored = draws->frames[f].scored;
        for (size_t j = 0; j < draws->dimension_count; j++)
            scored->score_se[j] =
                isnan(scored->score[j]) || draw_count < 2
                    ? NAN
                    : sqrt(draws->squares[j] / (double)(draw_count - 1));
    }
}

void resonance_draws_run(struct arena *arena, const struct resonance_frame *frames,
                         size_t frame_count)
{
    const struct arena_mark mark = arena_mark(arena);
    const struct resonance_input *input = frames->input;
    struct draws *draws = arena_new(arena, struct draws);
    draws->frames = frames;
    draws->frame_count = frame_count;
    draws->dimension_count = input->dimension_count;
    rooms_make(arena, draws);
    open_streams(arena, input->seed, draws);
    fill_urns(arena, draws);
    use_find(draws);
    for (size_t before = 0; before < input->draw_count; before += LANES) {
        const size_t left = input->draw_count - before;
        draw_sittings(draws, before, left < LANES ? left : LANES);
    }
    errors_take(draws, input->draw_count);
    arena_release(arena, mark);
}
