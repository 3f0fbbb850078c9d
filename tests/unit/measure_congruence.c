/* The curve of what is said afterwards over what was said before: numbers from elsewhere. */
#include "near.h"

#include "measure/congruence.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { MOST = 40 };

/* Scores and answers that follow them in part; by a rule, so that the reference can be made again
 * with any program. It was made with exact fractions, from the normal equations as they stand, and
 * with the closed form of P(F) for 2 degrees of freedom. */
static void people_make(size_t count, double *x, double *z)
{
    for (size_t i = 0; i < count; i++) {
        x[i] = (double)((i * 7) % 11) / 5 - 1;
        z[i] = 3 + x[i] - .5 * x[i] * x[i] + (double)((i * 5) % 7) / 4 - .75;
    }
}

static void numbers_are_those_of_exact_fractions(void **state)
{
    (void)state;
    double x[MOST], z[MOST];
    struct congruence fit;
    people_make(MOST, x, z);
    congruence_fit(x, z, MOST, &fit);
    assert_int_equal(fit.count, MOST);
    assert_near(fit.b[0], 2.985423215621826, 1e-10);
    assert_near(fit.b[1], 0.9453336698928994, 1e-10);
    assert_near(fit.b[2], -0.4634699331419201, 1e-10);
    assert_near(fit.se[0], 0.12760221171515357, 1e-10);
    assert_near(fit.se[1], 0.12980574151815488, 1e-10);
    assert_near(fit.se[2], 0.2330880425441337, 1e-10);
    assert_near(fit.r2, 0.6045704327186923, 1e-10);
    assert_near(fit.p, 3.513816523861093e-08, 1e-10);
}

static void assert_nothing(const struct congruence *fit)
{
    for (size_t i = 0; i < CONGRUENCE_COEFFICIENTS; i++)
        assert_true(isnan(fit->b[i]) && isnan(fit->se[i]));
    assert_true(isnan(fit->r2) && isnan(fit->p));
}

static void fewer_than_thirty_say_nothing(void **state)
{
    (void)state;
    double x[MOST], z[MOST];
    struct congruence fit;
    people_make(MOST, x, z);
    congruence_fit(x, z, CONGRUENCE_LEAST - 1, &fit);
    assert_int_equal(fit.count, CONGRUENCE_LEAST - 1);
    assert_nothing(&fit);
    for (size_t i = 0; i < 11; i++)
        (i % 2 ? x : z)[i * 3] = NAN; /* 29 are left of whom both are known */
    congruence_fit(x, z, MOST, &fit);
    assert_int_equal(fit.count, CONGRUENCE_LEAST - 1);
    assert_nothing(&fit);
}

static void without_three_values_there_is_no_curve(void **state)
{
    (void)state;
    double x[MOST], z[MOST];
    struct congruence fit;
    people_make(MOST, x, z);
    for (size_t i = 0; i < MOST; i++)
        x[i] = .2;
    congruence_fit(x, z, MOST, &fit);
    assert_nothing(&fit);
    for (size_t i = 0; i < MOST; i += 2)
        x[i] = .6;
    congruence_fit(x, z, MOST, &fit);
    assert_nothing(&fit);
    for (size_t i = 0; i < MOST; i++)
        z[i] = 4;
    people_make(MOST, x, (double[MOST]){0});
    congruence_fit(x, z, MOST, &fit);
    assert_nothing(&fit);
}

static void a_curve_without_noise_is_found_whole(void **state)
{
    (void)state;
    double x[MOST], z[MOST];
    struct congruence fit;
    people_make(MOST, x, z);
    for (size_t i = 0; i < MOST; i++)
        z[i] = 2 - x[i] + 3 * x[i] * x[i];
    congruence_fit(x, z, MOST, &fit);
    assert_near(fit.b[0], 2, 1e-9);
    assert_near(fit.b[1], -1, 1e-9);
    assert_near(fit.b[2], 3, 1e-9);
    assert_near(fit.r2, 1, 1e-9);
    assert_true(fit.p < 1e-12);
}

static void what_so_many_would_not_show_is_that_of_the_tables(void **state)
{
    (void)state;
    /* Cohen 1988, table 3.3.5: r .30 needs 85 people, r .50 needs 28 or 29 */
    assert_true(fabs(congruence_seen(85) - .30) < .002);
    assert_true(fabs(congruence_seen(29) - .50) < .01);
    assert_true(isnan(congruence_seen(3)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_those_of_exact_fractions),
        cmocka_unit_test(fewer_than_thirty_say_nothing),
        cmocka_unit_test(without_three_values_there_is_no_curve),
        cmocka_unit_test(a_curve_without_noise_is_found_whole),
        cmocka_unit_test(what_so_many_would_not_show_is_that_of_the_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
