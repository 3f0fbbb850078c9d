/* Tails and points of distributions against values known in closed form, and against the tables
 * of reference values where these lie. */
#include "measure/distribution.h"

#include "measure/fairness/hypergeometric.h"

#include "base/text/csv.h"

#include "near.h"
#include "scratch.h"

#include <stdlib.h>

enum { COLUMNS = 8 };

/* Calls `check` with every row of one table; skips the test when the tables are not there. */
static void with_table(const char *name, void (*check)(const double *row))
{
    scoped_csv csv = {0};
    const char *shared = getenv("RESONANCE_SHARED");
    const char *path = span_format(&scratch, "%s/oracles/tables/%s",
                                   shared ? shared : SOURCE_DIR "/../shared", name)
                           .data;
    bool has_row;
    double row[COLUMNS];
    if (csv_open(&scratch, path, (struct csv_limits){1000, COLUMNS}, &csv) != OK) {
        print_message("skipped: the reference tables are not at %s\n", path);
        skip();
    }
    while (csv_next(&csv, &has_row) == OK && has_row) {
        for (size_t j = 0; j < csv.column_count; j++)
            assert_int_equal(csv_number(&csv, j, &row[j]), OK);
        check(row);
    }
    assert_false(has_row);
}

static void check_f(const double *row)
{
    assert_near(distribution_f_upper(row[0], row[1], row[2]), row[4], 1e-12);
}

static void check_chi2(const double *row)
{
    assert_near(distribution_chi2_upper(row[0], row[1]), row[3], 1e-12);
}

static void check_t(const double *row)
{
    const double both = 2 * fmin(row[2], 1 - row[2]);
    assert_near(distribution_t_both(row[0], row[1]), both, 1e-12);
}

static void check_normal(const double *row)
{
    assert_near(distribution_normal_both(row[0]), 2 * fmin(row[1], 1 - row[1]), 1e-13);
}

static void check_points(const double *row)
{
    assert_near(distribution_normal_point(row[0]), row[1], 1e-12);
    assert_near(distribution_f_point(row[0], 4, 37), row[6], 1e-11);
}

static void check_wilson(const double *row)
{
    double low, high;
    distribution_wilson(row[1], row[0], &low, &high);
    assert_near(low, row[2], 1e-13);
    assert_near(high, row[3], 1e-13);
}

static void f_agrees_with_the_table(void **state)
{
    (void)state;
    with_table("num_pf.csv", check_f);
}

static void chi2_agrees_with_the_table(void **state)
{
    (void)state;
    with_table("num_pchisq.csv", check_chi2);
}

static void t_agrees_with_the_table(void **state)
{
    (void)state;
    with_table("num_pt.csv", check_t);
}

static void the_normal_agrees_with_the_table(void **state)
{
    (void)state;
    with_table("num_pnorm.csv", check_normal);
}

static void points_agree_with_the_table(void **state)
{
    (void)state;
    with_table("num_quantiles.csv", check_points);
}

static void wilson_agrees_with_the_table(void **state)
{
    (void)state;
    with_table("num_wilson.csv", check_wilson);
}

/* chi2 with 2 df is exponential; F(2, 2) has the upper tail 1/(1+f); t with 1 df is Cauchy. */
static void closed_forms_hold(void **state)
{
    (void)state;
    for (double x = .25; x < 20; x *= 2) {
        assert_near(distribution_chi2_upper(x, 2), exp(-x / 2), 1e-14);
        assert_near(distribution_f_upper(x, 2, 2), 1 / (1 + x), 1e-14);
        assert_near(distribution_f_point(x / (1 + x), 2, 2), x, 1e-12);
        assert_near(distribution_t_both(x, 1), 1 - 2 * atan(x) / M_PI, 1e-14);
    }
    assert_near(distribution_normal_point(.975), 1.959963984540054, 1e-14);
}

static void strange_arguments_give_nan_not_an_abort(void **state)
{
    (void)state;
    assert_true(isnan(distribution_f_upper(-1, 2, 2)));
    assert_true(isnan(distribution_f_upper(1, 0, 2)));
    assert_true(isnan(distribution_f_point(1, 2, 2)));
    assert_true(isnan(distribution_chi2_upper(NAN, 2)));
    assert_true(isnan(distribution_t_both(1, -1)));
    assert_true(isnan(distribution_normal_point(0)));
    assert_near(distribution_f_upper(INFINITY, 2, 2), 0, 0);
}

/* Fisher's tea: 3 of 4 cups right has the one-sided chance (16 + 1)/70. */
static void the_lady_tasting_tea(void **state)
{
    (void)state;
    const struct hypergeometric cell = hypergeometric_init(&scratch, 4, 4, 4);
    double low, high;
    assert_int_equal(cell.low, 0);
    assert_int_equal(cell.high, 4);
    assert_near(1 - hypergeometric_less(&cell, 2, 0), 17.0 / 70, 1e-14);
    assert_near(hypergeometric_both(&cell, 3), 34.0 / 70, 1e-14);
    assert_near(hypergeometric_odds(&cell, 2), 1, 1e-12);
    assert_near(hypergeometric_odds(&cell, 0), 0, 0);
    assert_true(isinf(hypergeometric_odds(&cell, 4)));
    hypergeometric_limits(&cell, 3, .025, &low, &high);
    assert_near(1 - hypergeometric_less(&cell, 2, log(low)), .025, 1e-12);
    assert_near(hypergeometric_less(&cell, 3, log(high)), .025, 1e-12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(f_agrees_with_the_table),
        cmocka_unit_test(chi2_agrees_with_the_table),
        cmocka_unit_test(t_agrees_with_the_table),
        cmocka_unit_test(the_normal_agrees_with_the_table),
        cmocka_unit_test(points_agree_with_the_table),
        cmocka_unit_test(wilson_agrees_with_the_table),
        cmocka_unit_test(closed_forms_hold),
        cmocka_unit_test(strange_arguments_give_nan_not_an_abort),
        cmocka_unit_test(the_lady_tasting_tea),
    };
    return cmocka_run_group_tests(tests, scratch_begin, scratch_end);
}
