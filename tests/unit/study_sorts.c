/* Q-sorts: what rotation, order and flags promise, on random sorts. */
#include "measure/moments.h"
#include "study/qsort_factors.h"

#include "base/chance.h"

#include "near.h"
#include "scratch.h"

enum { STATEMENTS = 12, SORTS = 6, SEEDS = 60 };

static void draw_sorts(uint64_t seed, double unit, double *sorts)
{
    struct chance chance = chance_init(seed);
    double views[2][STATEMENTS];
    for (size_t s = 0; s < STATEMENTS; s++)
        for (size_t k = 0; k < 2; k++)
            views[k][s] = chance_unit(&chance) - .5;
    for (size_t s = 0; s < STATEMENTS; s++)
        for (size_t i = 0; i < SORTS; i++)
            sorts[s * SORTS + i] =
                unit * (views[i % 2][s] + .7 * (chance_unit(&chance) - .5));
}

/* Kaiser's criterion of the loadings with rows of length 1, columns `one` and `other` turned. */
static double varimax(const struct qsort_factors *f, size_t one, size_t other,
                      double angle)
{
    double criterion = 0, sums[2][2] = {{0}};
    for (size_t i = 0; i < f->sort_count; i++) {
        const double *row = f->loadings + i * f->factor_count;
        double length = 0;
        for (size_t k = 0; k < f->factor_count; k++)
            length += row[k] * row[k];
        const double turned[] = {row[one] * cos(angle) + row[other] * sin(angle),
                                 row[other] * cos(angle) - row[one] * sin(angle)};
        for (size_t k = 0; k < 2; k++) {
            const double square = turned[k] * turned[k] / length;
            sums[k][0] += square;
            sums[k][1] += square * square;
        }
    }
    for (size_t k = 0; k < 2; k++)
        criterion += sums[k][1] - sums[k][0] * sums[k][0] / (double)f->sort_count;
    return criterion;
}

static void no_turn_makes_the_factors_plainer(void **state)
{
    (void)state;
    double sorts[STATEMENTS * SORTS];
    struct qsort_factors f;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        draw_sorts(seed, 1, sorts);
        qsort_factors_find(&scratch, sorts, STATEMENTS, SORTS, 2 + seed % 2, &f);
        for (size_t one = 0; one < f.factor_count; one++)
            for (size_t other = 0; other < one; other++)
                for (double angle = -.8; angle < .8; angle += .01)
                    assert_true(varimax(&f, one, other, angle) <=
                                varimax(&f, one, other, 0) + 1e-9);
    }
}

/* Columns by falling size and none with a sum below 0; with all factors kept nothing is lost of
 * any sort, and the sizes add up to the eigenvalues, the eigenvalues to the sorts. */
static void factors_are_in_order_and_lose_nothing(void **state)
{
    (void)state;
    double sorts[STATEMENTS * SORTS];
    struct qsort_factors f;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        double before = INFINITY, sizes = 0, eigenvalues = 0;
        draw_sorts(seed, 1, sorts);
        qsort_factors_find(&scratch, sorts, STATEMENTS, SORTS, 1 + seed % SORTS, &f);
        for (size_t k = 0; k < f.factor_count; k++) {
            double sum = 0, size = 0;
            for (size_t i = 0; i < SORTS; i++) {
                sum += f.loadings[i * f.factor_count + k];
                size += pow(f.loadings[i * f.factor_count + k], 2);
            }
            assert_true(sum >= 0 && size <= before + 1e-12);
            before = size;
            sizes += size;
            eigenvalues += f.eigenvalues[k];
        }
        assert_near(sizes, eigenvalues, 1e-12);
        for (size_t i = 0; f.factor_count == SORTS && i < SORTS; i++) {
            double length = 0;
            for (size_t k = 0; k < SORTS; k++)
                length += pow(f.loadings[i * SORTS + k], 2);
            assert_near(length, 1, 1e-12);
        }
    }
}

/* z-scores have the mean 0 and the spread 1 in any unit of the piles; the first sort's piles are
 * dealt out in their order. */
static void statements_are_dealt_out_by_their_scores(void **state)
{
    (void)state;
    size_t tried = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        double sorts[STATEMENTS * SORTS], small[STATEMENTS * SORTS];
        double z[STATEMENTS], z_small[STATEMENTS], scores[STATEMENTS], other[STATEMENTS];
        struct qsort_factors f;
        struct qsort_factor first;
        draw_sorts(seed, 1, sorts);
        draw_sorts(seed, 1e-3, small);
        qsort_factors_find(&scratch, sorts, STATEMENTS, SORTS, 2, &f);
        qsort_factors_describe(&f, 0, &first);
        qsort_factors_statements(&scratch, sorts, STATEMENTS, &f, 0, z, scores);
        if (first.flagged_count == 0) {
            assert_true(isnan(z[0]) && isnan(scores[0]));
            continue;
        }
        tried++;
        assert_near(moments_mean(z, STATEMENTS), 0, 1e-14);
        assert_near(moments_sd(z, STATEMENTS), 1, 1e-14);
        qsort_factors_statements(&scratch, small, STATEMENTS, &f, 0, z_small, other);
        double sum = 0;
        for (size_t s = 0; s < STATEMENTS; s++) {
            assert_near(z_small[s], z[s], 1e-9);
            sum += scores[s] - sorts[s * SORTS];
            for (size_t t = 0; t < s; t++)
                assert_true((z[s] - z[t]) * (scores[s] - scores[t]) >= 0);
        }
        assert_near(sum, 0, 1e-14);
        assert_near(other[0], scores[0] * 1e-3, 1e-14);
    }
    assert_true(tried > SEEDS / 2);
}

/* Nobody is flagged: there is nothing to deal out. */
static void nobody_flagged_sees_nothing(void **state)
{
    (void)state;
    double sorts[STATEMENTS * SORTS], z[STATEMENTS], scores[STATEMENTS];
    struct qsort_factors f;
    draw_sorts(1, 1, sorts);
    qsort_factors_find(&scratch, sorts, STATEMENTS, SORTS, 2, &f);
    for (size_t i = 0; i < SORTS * 2; i++)
        f.flags[i] = 0;
    qsort_factors_statements(&scratch, sorts, STATEMENTS, &f, 0, z, scores);
    for (size_t s = 0; s < STATEMENTS; s++)
        assert_true(isnan(z[s]) && isnan(scores[s]));
}

/* A flag is a loading above 1.96 standard errors that holds more than half of the sort. */
static void flags_follow_their_definition(void **state)
{
    (void)state;
    double sorts[STATEMENTS * SORTS];
    struct qsort_factors f;
    size_t flagged = 0, small = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        draw_sorts(seed, 1, sorts);
        qsort_factors_find(&scratch, sorts, STATEMENTS, SORTS, 1 + seed % 4, &f);
        for (size_t i = 0; i < SORTS; i++)
            for (size_t k = 0; k < f.factor_count; k++) {
                const double l = f.loadings[i * f.factor_count + k];
                double all = 0;
                for (size_t m = 0; m < f.factor_count; m++)
                    all += pow(f.loadings[i * f.factor_count + m], 2);
                const bool is_large = fabs(l) > 1.96 / sqrt(STATEMENTS);
                assert_true(f.flags[i * f.factor_count + k] ==
                            (is_large && l * l > all / 2));
                flagged += (size_t)f.flags[i * f.factor_count + k];
                small += !is_large && l * l > all / 2;
            }
    }
    assert_true(flagged > 0 && small > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_turn_makes_the_factors_plainer),
        cmocka_unit_test(factors_are_in_order_and_lose_nothing),
        cmocka_unit_test(statements_are_dealt_out_by_their_scores),
        cmocka_unit_test(nobody_flagged_sees_nothing),
        cmocka_unit_test(flags_follow_their_definition),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
