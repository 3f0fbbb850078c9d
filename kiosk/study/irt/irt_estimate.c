/* Where a mode is sought, the slope of the log-likelihood falls all the
 * way (the models are log-concave), so its zero is bracketed by doubling and then found by
 * Newton's steps that fall back on halving. */
#include "study/irt/irt_estimate.h"

#include <math.h>

enum { NODES = 33 };

/* Room for the curves of the item with the most categories. */
struct curves {
    double *chances, *scores;
};

static struct curves make_room(struct arena *arena, const struct irt_answers *answers)
{
    size_t most = 1;
    for (size_t i = 0; i < answers->count; i++) {
        const size_t count = irt_category_count(answers->items[i]);
        most = count > most ? count : most;
    }
    double *room = arena_array(arena, double, 2 * most);
    return (struct curves){room, room + most};
}

struct irt_estimate irt_estimate_eap(struct arena *arena,
                                     const struct irt_answers *answers)
{
    struct irt_estimate estimate = {NAN, NAN};
    double height[NODES], most = -INFINITY, sum = 0, mean = 0, squares = 0;
    if (!answers->count)
        return estimate;
    const struct arena_mark mark = arena_mark(arena);
    const struct curves room = make_room(arena, answers);
    for (size_t n = 0; n < NODES; n++) {
        const double node = -4 + .25 * (double)n;
        height[n] = -node * node / 2 + (n == 0 || n == NODES - 1 ? -M_LN2 : 0);
        for (size_t i = 0; i < answers->count; i++) {
            irt_curves(answers->items[i], node, room.chances, room.scores);
            height[n] += log(room.chances[answers->categories[i]]);
        }
        most = fmax(most, height[n]);
    }
    arena_release(arena, mark);
    for (size_t n = 0; n < NODES; n++) {
        height[n] = exp(height[n] - most);
        sum += height[n];
        mean += height[n] * (-4 + .25 * (double)n);
    }
    estimate.theta = mean / sum;
    for (size_t n = 0; n < NODES; n++) {
        const double from = -4 + .25 * (double)n - estimate.theta;
        squares += height[n] * from * from;
    }
    estimate.se = sqrt(squares / sum);
    return estimate;
}

/* The slope of the log-posterior at a theta and the expected information there. */
struct slope {
    double slope, information;
};

static struct slope slope_at(const struct irt_answers *answers, const struct curves *room,
                             double prior, double theta)
{
    struct slope at = {-prior * theta, prior};
    for (size_t i = 0; i < answers->count; i++) {
        const size_t count = irt_category_count(answers->items[i]);
        irt_curves(answers->items[i], theta, room->chances, room->scores);
        at.slope += room->scores[answers->categories[i]];
        for (size_t k = 0; k < count; k++)
            at.information += room->chances[k] * room->scores[k] * room->scores[k];
    }
    return at;
}

/* 0 when the slope never changes its sign: then there is no mode. */
static bool is_bracketed(const struct irt_answers *answers, const struct curves *room,
                         double prior, double *low, double *high)
{
    const double farthest = 1e6;
    for (*low = -1; slope_at(answers, room, prior, *low).slope <= 0; *low *= 2)
        if (*low < -farthest)
            return false;
    for (*high = 1; slope_at(answers, room, prior, *high).slope >= 0; *high *= 2)
        if (*high > farthest)
            return false;
    return true;
}

static struct irt_estimate find_mode(struct arena *arena,
                                     const struct irt_answers *answers, double prior)
{
    const struct irt_estimate none = {NAN, NAN};
    double low, high, theta = 0;
    for (size_t i = 0; i < answers->count; i++)
        if (answers->items[i]->model == IRT_4PL)
            return none;
    const struct arena_mark mark = arena_mark(arena);
    const struct curves room = make_room(arena, answers);
    struct slope at = {0, 0};
    const bool is_found =
        answers->count && is_bracketed(answers, &room, prior, &low, &high);
    for (int round = 0; is_found && round < 200; round++) {
        at = slope_at(answers, &room, prior, theta);
        if (at.slope > 0)
            low = theta;
        else
            high = theta;
        double next = theta + at.slope / at.information;
        if (!(next > low && next < high))
            next = (low + high) / 2;
        const double step = fabs(next - theta);
        theta = next;
        if (step <= 1e-13 * fmax(1, fabs(theta)))
            break;
    }
    if (is_found)
        at = slope_at(answers, &room, prior, theta);
    arena_release(arena, mark);
    return is_found ? (struct irt_estimate){theta, 1 / sqrt(at.information)} : none;
}

struct irt_estimate irt_estimate_map(struct arena *arena,
                                     const struct irt_answers *answers)
{
    return find_mode(arena, answers, 1);
}

/* The sums of rounding noise far out must not pass for a change of sign: all lowest or all
 * highest is told from the answers. */
struct irt_estimate irt_estimate_ml(struct arena *arena,
                                    const struct irt_answers *answers)
{
    size_t lowest = 0, highest = 0;
    for (size_t i = 0; i < answers->count; i++) {
        lowest += answers->categories[i] == 0;
        highest += answers->categories[i] == answers->items[i]->threshold_count;
    }
    if (lowest == answers->count || highest == answers->count)
        return (struct irt_estimate){NAN, NAN};
    return find_mode(arena, answers, 0);
}

/* Over the answered items: the log-likelihoods of the answers less their expectations, and how
 * those vary. */
struct likelihood {
    double beyond, variance;
};

static struct likelihood likelihood_at(struct arena *arena,
                                       const struct irt_answers *answers, double theta)
{
    const struct arena_mark mark = arena_mark(arena);
    const struct curves room = make_room(arena, answers);
    struct likelihood at = {0};
    for (size_t i = 0; i < answers->count; i++) {
        double mean = 0, squares = 0;
        irt_curves(answers->items[i], theta, room.chances, room.scores);
        for (size_t k = 0; k < irt_category_count(answers->items[i]); k++) {
            const double p = room.chances[k], l = p > 0 ? log(p) : 0;
            mean += p * l;
            squares += p * l * l;
        }
        at.beyond += log(room.chances[answers->categories[i]]) - mean;
        at.variance += squares - mean * mean;
    }
    arena_release(arena, mark);
    return at;
}

double irt_estimate_fit(struct arena *arena, const struct irt_answers *answers,
                        double theta)
{
    const struct likelihood at = likelihood_at(arena, answers, theta);
    return at.variance > 0 ? at.beyond / sqrt(at.variance) : NAN;
}
