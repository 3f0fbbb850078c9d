/* Laws that hold for any answers, each on 10,000 random inputs. */
#include "measure/agreement.h"
#include "measure/bestworst.h"
#include "measure/crystallization.h"
#include "measure/raters/icc.h"
#include "measure/raters/kappa.h"
#include "measure/moments.h"
#include "study/profile.h"
#include "measure/quality.h"
#include "study/reliability.h"

#include "law.h"

enum { INPUTS = 10000, MOST = 12 };

static size_t size_from(size_t least)
{
    return least + (size_t)chance_below(&chance, MOST + 1 - least);
}

/* Codes 1..options, each missing with the chance `gaps`. */
static void fill(double *values, size_t count, size_t options, double gaps)
{
    for (size_t i = 0; i < count; i++)
        values[i] = chance_unit(&chance) < gaps
                        ? NAN
                        : (double)(1 + chance_below(&chance, options));
}

static void permute_rows(const double *cells, size_t rows, size_t columns,
                         double *out_cells)
{
    size_t order[MOST];
    for (size_t i = 0; i < rows; i++)
        order[i] = i;
    chance_shuffle(&chance, order, rows);
    for (size_t i = 0; i < rows * columns; i++)
        out_cells[i] = cells[order[i / columns] * columns + i % columns];
}

static bool is_same(double one, double other)
{
    return is_near(one, other, 1e-10);
}

static bool has_same_likeness(const struct profile_likeness *a,
                              const struct profile_likeness *b)
{
    return is_same(a->r, b->r) && is_same(a->spearman, b->spearman) &&
           is_same(a->kendall_b, b->kendall_b) && is_same(a->d2, b->d2) &&
           is_same(a->icc_de, b->icc_de) && is_same(a->ccc, b->ccc) &&
           is_same(a->congruence, b->congruence) &&
           is_same(a->jackknife_se, b->jackknife_se);
}

static int the_order_of_dimensions_does_not_matter(void)
{
    double pairs[2 * MOST], turned[2 * MOST], x[2][MOST], y[2][MOST];
    struct profile_likeness likeness[2];
    const size_t n = size_from(1);
    fill(pairs, 2 * n, 7, .1);
    permute_rows(pairs, n, 2, turned);
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < n; i++) {
            x[k][i] = (k ? turned : pairs)[2 * i];
            y[k][i] = (k ? turned : pairs)[2 * i + 1];
        }
        profile_compare(&scratch, x[k], y[k], NULL, n, 4, &likeness[k]);
    }
    return has_same_likeness(&likeness[0], &likeness[1]);
}

static bool is_bounded(const struct profile_likeness *p)
{
    return !(fabs(p->r) > 1) && !(fabs(p->icc_de) > 1 + 1e-12) &&
           !(fabs(p->ccc) > fabs(p->r) + 1e-12) && !(fabs(p->kendall_b) > 1) &&
           !(p->ci_lo > p->r) && !(p->ci_hi < p->r);
}

static int likeness_is_symmetric_and_bounded(void)
{
    double x[MOST], y[MOST];
    struct profile_likeness p, q;
    const size_t n = size_from(1);
    fill(x, n, 7, .1);
    fill(y, n, 7, .1);
    profile_compare(&scratch, x, y, NULL, n, 4, &p);
    profile_compare(&scratch, y, x, NULL, n, 4, &q);
    const double parts = p.d2_elevation + p.d2_scatter + p.d2_shape;
    return has_same_likeness(&p, &q) && is_bounded(&p) &&
           (!p.count || is_near(parts, p.d2, 1e-12));
}

static int shift_and_scale_do_not_change_shape(void)
{
    double x[MOST], y[MOST], moved[MOST];
    const size_t n = size_from(3);
    const double by = 100 * chance_unit(&chance) - 50,
                 times = .01 + 10 * chance_unit(&chance);
    fill(x, n, 7, .1);
    fill(y, n, 7, .1);
    for (size_t i = 0; i < n; i++)
        moved[i] = by + times * x[i];
    const double r = moments_correlation(x, y, n);
    for (size_t i = 0; i < n; i++)
        y[i] = -y[i];
    return is_same(moments_correlation(moved, y, n), -r);
}

static bool has_bounded_agreement(const struct agreement_scale *a)
{
    return !(a->rwgj_uniform < 0) && !(a->rwgj_uniform > 1) && !(a->rwgj_lindell > 1) &&
           !(a->ad_median > a->ad_mean + 1e-12) && !(fabs(a->awg) > 1 + 1e-12);
}

static int permuted_raters_agree_as_much(void)
{
    double answers[MOST * MOST], turned[MOST * MOST];
    struct agreement_scale a, b;
    struct crystallization c, d;
    const size_t raters = size_from(1), items = size_from(1);
    fill(answers, raters * items, 5, .05);
    permute_rows(answers, raters, items, turned);
    agreement_describe_scale(&scratch, answers, raters, items, 5, &a);
    agreement_describe_scale(&scratch, turned, raters, items, 5, &b);
    crystallization_describe(&scratch, answers, raters, items, &c);
    crystallization_describe(&scratch, turned, raters, items, &d);
    return has_bounded_agreement(&a) && a.rater_count == b.rater_count &&
           is_same(a.rwgj_uniform, b.rwgj_uniform) && is_same(a.ad_mean, b.ad_mean) &&
           is_same(a.awg, b.awg) && is_same(c.mean_r, d.mean_r) &&
           is_same(c.alpha_raters, d.alpha_raters) && is_same(c.min_r, d.min_r);
}

static int permuted_raters_have_the_same_icc(void)
{
    double ratings[MOST * MOST], turned[MOST * MOST], again[MOST * MOST];
    struct icc one[ICC_FORM_COUNT], other[ICC_FORM_COUNT];
    const size_t subjects = size_from(2), raters = size_from(2);
    fill(ratings, subjects * raters, 7, 0);
    for (size_t i = 0; i < subjects * raters; i++)
        turned[i % raters * subjects + i / raters] = ratings[i];
    permute_rows(turned, raters, subjects, again);
    for (size_t i = 0; i < subjects * raters; i++)
        turned[i] = again[i % raters * subjects + i / raters];
    icc_describe(ratings, subjects, raters, one);
    icc_describe(turned, subjects, raters, other);
    for (size_t form = 0; form < ICC_FORM_COUNT; form++)
        if (fabs(one[form].icc) < 1e6 && !is_near(one[form].icc, other[form].icc, 1e-8))
            return 0;
    return !(one[ICC_1].icc > 1) && !(one[ICC_3].icc > 1);
}

static int reversing_twice_is_nothing(void)
{
    double answers[MOST * MOST], reversed[MOST * MOST];
    struct reliability_scale a, b;
    const size_t people = size_from(3), items = size_from(2);
    fill(answers, people * items, 5, .1);
    for (size_t i = 0; i < people * items; i++)
        reversed[i] = 6 - answers[i];
    reliability_describe(&scratch, answers, people, items, &a);
    reliability_describe(&scratch, reversed, people, items, &b);
    /* all reversed: every covariance stays */
    const bool is_kept = is_same(a.alpha_pairwise, b.alpha_pairwise) &&
                         is_same(a.average_r, b.average_r) && is_same(a.sd, b.sd) &&
                         is_same(a.mean, 6 - b.mean);
    for (size_t i = 0; i < people * items; i++)
        reversed[i] = 6 - reversed[i];
    reliability_describe(&scratch, reversed, people, items, &b);
    return is_kept && !(a.alpha_listwise > 1 + 1e-12) && is_near(a.mean, b.mean, 0) &&
           is_near(a.alpha_pairwise, b.alpha_pairwise, 0);
}

static int runs_are_the_same_backwards(void)
{
    double answers[MOST], back[MOST], average, average_back;
    size_t longest, longest_back;
    const size_t n = size_from(1);
    fill(answers, n, 2, .1);
    for (size_t i = 0; i < n; i++)
        back[i] = answers[n - 1 - i];
    quality_runs(answers, n, &longest, &average);
    quality_runs(back, n, &longest_back, &average_back);
    return longest == longest_back && average == average_back && longest >= 1 &&
           longest <= n && average >= 1 && average <= (double)longest;
}

static int the_order_of_blocks_does_not_matter(void)
{
    enum { OBJECTS = 6, BLOCKS = 8 };
    struct bestworst_block blocks[BLOCKS], back[BLOCKS];
    struct bestworst_utilities fit, again;
    size_t shown[BLOCKS][OBJECTS];
    double sum = 0;
    for (size_t b = 0; b < BLOCKS; b++) {
        for (size_t i = 0; i < OBJECTS; i++)
            shown[b][i] = i;
        chance_shuffle(&chance, shown[b], OBJECTS);
        blocks[b] = back[BLOCKS - 1 - b] = (struct bestworst_block){
            shown[b], 4, (int)chance_below(&chance, 4), (int)chance_below(&chance, 4)};
    }
    bestworst_fit(&scratch, blocks, BLOCKS, OBJECTS, 1.5, &fit);
    bestworst_fit(&scratch, back, BLOCKS, OBJECTS, 1.5, &again);
    for (size_t i = 0; i < OBJECTS; i++) {
        sum += fit.utility[i];
        if (!is_same(fit.utility[i], again.utility[i]) ||
            !is_same(fit.se[i], again.se[i]) || !(fit.se[i] > 0 && fit.se[i] <= 1.5))
            return 0;
    }
    return is_near(sum, 0, 1e-10) && !(fit.rlh > 1) && !(fit.rlh <= 0);
}

static int kappa_does_not_care_who_is_first(void)
{
    size_t one[MOST], other[MOST];
    struct kappa a, b;
    const size_t n = size_from(1);
    const enum kappa_weight weight = (enum kappa_weight)chance_below(&chance, 3);
    for (size_t i = 0; i < n; i++) {
        one[i] = (size_t)chance_below(&chance, 4);
        other[i] = (size_t)chance_below(&chance, 4);
    }
    kappa_pair(&scratch, one, other, n, 4, weight, &a);
    kappa_pair(&scratch, other, one, n, 4, weight, &b);
    return is_same(a.kappa, b.kappa) && is_same(a.z, b.z) && !(a.kappa > 1 + 1e-12);
}

int main(void)
{
    static struct law laws[] = {
        {"the_order_of_dimensions_does_not_matter",
         the_order_of_dimensions_does_not_matter, INPUTS},
        {"likeness_is_symmetric_and_bounded", likeness_is_symmetric_and_bounded, INPUTS},
        {"shift_and_scale_do_not_change_shape", shift_and_scale_do_not_change_shape,
         INPUTS},
        {"permuted_raters_agree_as_much", permuted_raters_agree_as_much, INPUTS},
        {"permuted_raters_have_the_same_icc", permuted_raters_have_the_same_icc, INPUTS},
        {"reversing_twice_is_nothing", reversing_twice_is_nothing, INPUTS},
        {"runs_are_the_same_backwards", runs_are_the_same_backwards, INPUTS},
        {"the_order_of_blocks_does_not_matter", the_order_of_blocks_does_not_matter,
         INPUTS},
        {"kappa_does_not_care_who_is_first", kappa_does_not_care_who_is_first, INPUTS},
    };
    return laws_try(laws, sizeof laws / sizeof *laws);
}
