#include "study/pairs.h"

#include "measure/distribution.h"
#include "measure/matrix.h"

#include <math.h>
#include <string.h>

/* Marks in `is_reached` what is beaten by object 0, directly or over others; with `is_backward`
 * what beats it. */
static size_t count_reached(const double *wins, size_t count, bool is_backward,
                            size_t *queue, bool *is_reached)
{
    size_t reached = 1;
    memset(is_reached, 0, count * sizeof *is_reached);
    is_reached[0] = 1;
    queue[0] = 0;
    for (size_t at = 0; at < reached; at++)
        for (size_t j = 0; j < count; j++) {
            const size_t i = queue[at];
            const double edge = is_backward ? wins[j * count + i] : wins[i * count + j];
            if (!(edge > 0) || is_reached[j])
                continue;
            is_reached[j] = 1;
            queue[reached++] = j;
        }
    return reached;
}

static bool is_connected(struct arena *arena, const double *wins, size_t count)
{
    size_t *queue = arena_array(arena, size_t, count);
    bool *is_reached = arena_array(arena, bool, count);
    return count_reached(wins, count, 0, queue, is_reached) == count &&
           count_reached(wins, count, 1, queue, is_reached) == count;
}

/* Gradient and information of the worths but the first, whose logarithm stays 0. */
static void evaluate(const double *wins, size_t count, const double *log_worth,
                     double *gradient, double *information)
{
    const size_t size = count - 1;
    memset(gradient, 0, size * sizeof *gradient);
    memset(information, 0, size * size * sizeof *information);
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            const double games = wins[i * count + j] + wins[j * count + i];
            if (i == j)
                continue;
            const double p = 1 / (1 + exp(log_worth[j] - log_worth[i]));
            const double spread = games * p * (1 - p);
            gradient[i - 1] += wins[i * count + j] - games * p;
            information[(i - 1) * size + i - 1] += spread;
            if (j)
                information[(i - 1) * size + j - 1] -= spread;
        }
}

/* Newton's steps, cut to 1 while they are long; 0 when the information cannot be inverted. */
static bool is_climbed(struct arena *arena, const double *wins, size_t count,
                       double *log_worth, double *information)
{
    const size_t size = count - 1;
    double *gradient = arena_array(arena, double, 2 * size), *step = gradient + size;
    for (int round = 0; round < 500; round++) {
        double largest = 0;
        evaluate(wins, count, log_worth, gradient, information);
        if (!matrix_invert(information, size))
            return false;
        matrix_multiply(information, gradient, size, size, step);
        for (size_t i = 0; i < size; i++)
            largest = fmax(largest, fabs(step[i]));
        for (size_t i = 0; i < size; i++)
            log_worth[i + 1] += step[i] * (largest > 1 ? 1 / largest : 1);
        if (largest < 1e-12)
            return true;
    }
    return false;
}

void pairs_bradley_terry(struct arena *arena, const double *wins, size_t count,
                         struct pairs_worth *out_worths)
{
    const struct arena_mark mark = arena_mark(arena);
    double *log_worth = arena_array(arena, double, count), sum = 0;
    for (size_t i = 0; i < count; i++)
        out_worths[i] = (struct pairs_worth){NAN, NAN, NAN};
    if (count >= 2 && is_connected(arena, wins, count)) {
        double *information = arena_array(arena, double, (count - 1) * (count - 1));
        const bool is_found = is_climbed(arena, wins, count, log_worth, information);
        for (size_t i = 0; i < count; i++)
            sum += exp(log_worth[i]);
        for (size_t i = 0; is_found && i < count; i++)
            out_worths[i] = (struct pairs_worth){
                log_worth[i], i ? sqrt(information[(i - 1) * count]) : 0,
                exp(log_worth[i]) / sum};
    }
    arena_release(arena, mark);
}

void pairs_consistency(const double *wins, size_t count, double *out_triads,
                       double *out_zeta)
{
    const double k = (double)count;
    double squares = 0;
    *out_triads = *out_zeta = NAN;
    for (size_t i = 0; i < count; i++) {
        double won = 0;
        for (size_t j = 0; j < count; j++) {
            if (i != j && wins[i * count + j] + wins[j * count + i] != 1)
                return;
            won += wins[i * count + j];
        }
        squares += won * won;
    }
    const double most = count % 2 ? k * k * k - k : k * k * k - 4 * k;
    *out_triads = k * (k - 1) * (2 * k - 1) / 12 - squares / 2;
    *out_zeta = most > 0 ? 1 - 24 * *out_triads / most : NAN;
}

void pairs_case_five(const double *shares, size_t count, double *out_scale)
{
    double smallest = INFINITY;
    bool is_defined = true;
    for (size_t j = 0; j < count; j++) {
        out_scale[j] = 0;
        for (size_t i = 0; i < count; i++)
            if (i != j)
                out_scale[j] +=
                    distribution_normal_point(shares[i * count + j]) / (double)count;
        is_defined = is_defined && !isnan(out_scale[j]);
        smallest = fmin(smallest, out_scale[j]);
    }
    for (size_t j = 0; j < count; j++)
        out_scale[j] = is_defined ? out_scale[j] - smallest : NAN;
}
