/* With steps numbered from the easiest (0), the errors of a person are the sum of the numbers of
 * the passed steps minus the least such sum, T(T-1)/2. So both the largest number of errors and
 * the extremes of W are extremes of a sum over items under a given total, which a small table by
 * total finds item by item: an item's steps are passed in order, so its part is one of its
 * running sums. */
#include "study/irt/person_fit.h"

#include <math.h>
#include <stdlib.h>

struct step {
    size_t index; /* item * steps + step */
    size_t passed;
};

struct test {
    size_t person_count, item_count, step_count; /* steps per item */
    const size_t *answers;
    double *place_sums,
        *logit_sums; /* item x (steps + 1): running sums over the item's steps */
};

static int order_steps(const void *one, const void *other)
{
    const struct step *a = one, *b = other;
    if (a->passed != b->passed)
        return a->passed > b->passed ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static size_t count_passing(const struct test *test, size_t item, size_t step)
{
    size_t passed = 0;
    for (size_t i = 0; i < test->person_count; i++)
        passed += test->answers[i * test->item_count + item] >= step;
    return passed;
}

/* The running sums of the items' places in the order and of the logits of their shares. */
static void weigh_steps(struct arena *arena, struct test *test)
{
    const size_t all = test->item_count * test->step_count, wide = test->step_count + 1;
    struct step *steps = arena_array(arena, struct step, all);
    double *places = arena_array(arena, double, all), n = (double)test->person_count;
    for (size_t s = 0; s < all; s++)
        steps[s] = (struct step){
            s, count_passing(test, s / test->step_count, s % test->step_count + 1)};
    qsort(steps, all, sizeof *steps, order_steps);
    for (size_t place = 0; place < all; place++)
        places[steps[place].index] = (double)place;
    test->place_sums = arena_array(arena, double, test->item_count *wide);
    test->logit_sums = arena_array(arena, double, test->item_count *wide);
    for (size_t place = 0; place < all; place++) {
        const size_t s = steps[place].index;
        const double p = (double)steps[place].passed / n;
        test->logit_sums[s / test->step_count * wide + s % test->step_count + 1] =
            p > 0 && p < 1 ? log(p / (1 - p)) : NAN;
        test->place_sums[s / test->step_count * wide + s % test->step_count + 1] =
            places[s];
    }
    for (size_t i = 0; i < test->item_count; i++)
        for (size_t m = 1; m < wide; m++) {
            test->place_sums[i * wide + m] += test->place_sums[i * wide + m - 1];
            test->logit_sums[i * wide + m] += test->logit_sums[i * wide + m - 1];
        }
}

/* For every total the largest (sign 1) or smallest (-1) sum of one running sum per item. */
static double *find_extremes(struct arena *arena, const struct test *test,
                             const double *sums, double sign)
{
    const size_t wide = test->step_count + 1, most = test->item_count * test->step_count;
    double *best = arena_array(arena, double, most + 1);
    for (size_t t = 1; t <= most; t++)
        best[t] = -INFINITY;
    for (size_t i = 0; i < test->item_count; i++)
        for (size_t t = (i + 1) * test->step_count + 1; t-- > 0;) {
            double found = -INFINITY;
            for (size_t m = 0; m < wide && m <= t; m++)
                found = fmax(found, best[t - m] + sign * sums[i * wide + m]);
            best[t] = found;
        }
    for (size_t t = 0; t <= most; t++)
        best[t] *= sign;
    return best;
}

static bool is_any_missing(const struct test *test)
{
    bool is_missing = false;
    for (size_t i = 0; i < test->item_count * (test->step_count + 1); i++)
        is_missing = is_missing || isnan(test->logit_sums[i]);
    return is_missing;
}

static struct person_fit describe(const struct test *test, const size_t *row,
                                  const double *most_places, const double *most,
                                  const double *least)
{
    const size_t wide = test->step_count + 1;
    struct person_fit fit = {.u3 = NAN};
    double places = 0, w = 0;
    for (size_t i = 0; i < test->item_count; i++) {
        fit.total += row[i];
        places += test->place_sums[i * wide + row[i]];
        w += test->logit_sums[i * wide + row[i]];
    }
    const double t = (double)fit.total, perfect = t * (t - 1) / 2;
    const double largest = most_places[fit.total] - perfect;
    fit.guttman = places - perfect;
    fit.guttman_norm = largest > 0 ? fit.guttman / largest : 0;
    if (most) {
        const double range = most[fit.total] - least[fit.total];
        const double noise = 1e-12 * fmax(1, fabs(most[fit.total]));
        fit.u3 = range > noise ? fmax(0, (most[fit.total] - w) / range) : 0;
    }
    return fit;
}

void person_fit_describe(struct arena *arena, const size_t *answers, size_t person_count,
                         size_t item_count, size_t category_count,
                         struct person_fit *out_fits)
{
    const struct arena_mark mark = arena_mark(arena);
    struct test test = {.person_count = person_count,
                        .item_count = item_count,
                        .step_count = category_count - 1,
                        .answers = answers};
    weigh_steps(arena, &test);
    const double *most_places = find_extremes(arena, &test, test.place_sums, 1);
    const bool has_logits = !is_any_missing(&test);
    const double *most =
        has_logits ? find_extremes(arena, &test, test.logit_sums, 1) : NULL;
    const double *least =
        has_logits ? find_extremes(arena, &test, test.logit_sums, -1) : NULL;
    for (size_t i = 0; i < person_count; i++)
        out_fits[i] = describe(&test, answers + i * item_count, most_places, most, least);
    arena_release(arena, mark);
}
