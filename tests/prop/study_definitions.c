/* What is worked out by a short way agrees with the long way of its definition: all patterns
 * written out, all pairs counted, all cells of a table added up. */
#include "study/concordance.h"
#include "measure/raters/kappa.h"
#include "measure/raters/krippendorff.h"
#include "measure/matrix.h"
#include "measure/moments.h"
#include "study/irt/person_fit.h"

#include "law.h"

enum { PEOPLE = 8, ITEMS = 3, STEPS_MOST = 2, ALL_MOST = ITEMS * STEPS_MOST };

static size_t draw(size_t least, size_t most)
{
    return least + (size_t)chance_below(&chance, most + 1 - least);
}

/* Answers of PEOPLE to ITEMS, and the order in which their steps fall. */
struct test {
    size_t steps, answers[PEOPLE * ITEMS], passed[ALL_MOST], order[ALL_MOST];
};

static bool is_passed(const size_t *row, size_t step, size_t steps)
{
    return row[step / steps] > step % steps;
}

static void draw_test(struct test *test)
{
    test->steps = draw(1, STEPS_MOST);
    const size_t all = ITEMS * test->steps;
    for (size_t i = 0; i < PEOPLE * ITEMS; i++)
        test->answers[i] = draw(0, test->steps);
    for (size_t s = 0; s < all; s++) {
        test->order[s] = s;
        test->passed[s] = 0;
        for (size_t i = 0; i < PEOPLE; i++)
            test->passed[s] +=
                (size_t)is_passed(test->answers + i * ITEMS, s, test->steps);
    }
    for (size_t s = 1; s < all; s++) /* the easiest first; ties stay as they are */
        for (size_t at = s;
             at > 0 && test->passed[test->order[at - 1]] < test->passed[test->order[at]];
             at--) {
            const size_t kept = test->order[at];
            test->order[at] = test->order[at - 1];
            test->order[at - 1] = kept;
        }
}

static double guttman_errors(const struct test *test, const size_t *row)
{
    double errors = 0;
    for (size_t harder = 0; harder < ITEMS * test->steps; harder++)
        for (size_t easier = 0; easier < harder; easier++)
            errors += !is_passed(row, test->order[easier], test->steps) &&
                      is_passed(row, test->order[harder], test->steps);
    return errors;
}

static double sum_of_logits(const struct test *test, const size_t *row)
{
    double sum = 0;
    for (size_t s = 0; s < ITEMS * test->steps; s++) {
        const double p = (double)test->passed[s] / PEOPLE;
        sum += is_passed(row, s, test->steps) ? log(p / (1 - p)) : 0;
    }
    return sum;
}

static bool is_each_share_within(const struct test *test)
{
    for (size_t s = 0; s < ITEMS * test->steps; s++)
        if (test->passed[s] == 0 || test->passed[s] == PEOPLE)
            return 0;
    return 1;
}

static bool has_fit(const struct test *test, const size_t *row,
                    const struct person_fit *fit)
{
    const size_t wide = test->steps + 1, total = row[0] + row[1] + row[2];
    double most = 0, high = -INFINITY, low = INFINITY;
    for (size_t pattern = 0; pattern < wide * wide * wide; pattern++) {
        const size_t other[] = {pattern % wide, pattern / wide % wide,
                                pattern / wide / wide};
        if (other[0] + other[1] + other[2] != total)
            continue;
        most = fmax(most, guttman_errors(test, other));
        high = fmax(high, sum_of_logits(test, other));
        low = fmin(low, sum_of_logits(test, other));
    }
    const double errors = guttman_errors(test, row);
    const double u3 =
        high - low > 1e-9 ? (high - sum_of_logits(test, row)) / (high - low) : 0;
    return fit->total == total && fit->guttman == errors &&
           is_near(fit->guttman_norm, most > 0 ? errors / most : 0, 1e-14) &&
           is_near(fit->u3, is_each_share_within(test) ? u3 : NAN, 1e-12);
}

static int person_fit_compares_with_every_pattern(void)
{
    struct test test;
    struct person_fit fits[PEOPLE];
    draw_test(&test);
    person_fit_describe(&scratch, test.answers, PEOPLE, ITEMS, test.steps + 1, fits);
    for (size_t i = 0; i < PEOPLE; i++)
        if (!has_fit(&test, test.answers + i * ITEMS, &fits[i]))
            return 0;
    return 1;
}

enum { SUBJECTS = 6, RATERS = 4, CODES = 4 };

/* The middle place of each value among the others. */
static void rank(const double *values, size_t count, double *out_ranks)
{
    for (size_t i = 0; i < count; i++) {
        out_ranks[i] = .5;
        for (size_t l = 0; l < count; l++)
            out_ranks[i] += values[l] < values[i] ? 1 : values[l] == values[i] ? .5 : 0;
    }
}

/* sum (t^3 - t) over the values 1..CODES that occur t times. */
static double ties_of(const double *values, size_t count)
{
    double sum = 0;
    for (size_t code = 1; code <= CODES; code++) {
        double t = 0;
        for (size_t i = 0; i < count; i++)
            t += values[i] == (double)code;
        sum += t * t * t - t;
    }
    return sum;
}

/* A table of ratings by columns, their ranks, and what is added up over them. */
struct judges {
    size_t n, k;
    double columns[RATERS][SUBJECTS], ranks[RATERS][SUBJECTS], table[SUBJECTS * RATERS];
    double squares, ties, alike, close;
};

static struct judges draw_judges(void)
{
    struct judges judges = {.n = draw(3, SUBJECTS), .k = draw(2, RATERS)};
    for (size_t j = 0; j < judges.k; j++) {
        for (size_t i = 0; i < judges.n; i++)
            judges.table[i * judges.k + j] = judges.columns[j][i] =
                (double)draw(1, CODES);
        rank(judges.columns[j], judges.n, judges.ranks[j]);
        judges.ties += ties_of(judges.columns[j], judges.n);
    }
    for (size_t i = 0; i < judges.n; i++) {
        double sum = 0, far = 0;
        for (size_t j = 0; j < judges.k; j++) {
            sum += judges.ranks[j][i] - (double)(judges.n + 1) / 2;
            for (size_t l = 0; l < judges.k; l++)
                far = fmax(far, judges.columns[j][i] - judges.columns[l][i]);
        }
        judges.squares += sum * sum;
        judges.alike += far == 0;
        judges.close += far <= 1;
    }
    return judges;
}

static double mean_correlation(double lists[RATERS][SUBJECTS], size_t k, size_t n)
{
    double sum = 0;
    for (size_t j = 0; j < k; j++)
        for (size_t l = 0; l < j; l++)
            sum += moments_correlation(lists[j], lists[l], n);
    return sum / ((double)k * (double)(k - 1) / 2);
}

static int concordance_is_a_ratio_of_squares(void)
{
    struct judges judges = draw_judges();
    const double n = (double)judges.n, k = (double)judges.k;
    const double divisor = k * k * (n * n * n - n) - k * judges.ties;
    const double w = 12 * judges.squares / divisor;
    struct concordance c;
    concordance_describe(&scratch, judges.table, judges.n, judges.k, &c);
    return is_near(c.percent, 100 * judges.alike / n, 1e-14) &&
           is_near(c.percent_within_1, 100 * judges.close / n, 1e-14) &&
           (divisor == 0 || (is_near(c.kendall_w, w, 1e-12) &&
                             is_near(c.kendall_chi2, k * (n - 1) * w, 1e-12))) &&
           is_near(c.mean_pearson, mean_correlation(judges.columns, judges.k, judges.n),
                   1e-12) &&
           is_near(c.mean_spearman, mean_correlation(judges.ranks, judges.k, judges.n),
                   1e-12);
}

/* The squared distance of two codes, by the numbers `all` of their pairable ratings. */
static double distance2(const double *all, const double *values, size_t a, size_t b,
                        enum krippendorff_distance distance)
{
    if (a == b)
        return 0;
    if (distance == KRIPPENDORFF_NOMINAL)
        return 1;
    if (distance == KRIPPENDORFF_INTERVAL)
        return (values[a] - values[b]) * (values[a] - values[b]);
    double between = -(all[a] + all[b]) / 2;
    for (size_t c = a < b ? a : b; c <= (a < b ? b : a); c++)
        between += all[c];
    return between * between;
}

/* The coincidence matrix of the ratings of one subject: each ordered pair of its m ratings once,
 * over m - 1. */
static void add_coincidences(const size_t *row, size_t raters, double o[CODES][CODES])
{
    double m = 0;
    for (size_t j = 0; j < raters; j++)
        m += row[j] != KRIPPENDORFF_MISSING;
    for (size_t j = 0; j < raters; j++)
        for (size_t l = 0; l < raters; l++)
            if (j != l && row[j] != KRIPPENDORFF_MISSING &&
                row[l] != KRIPPENDORFF_MISSING)
                o[row[j]][row[l]] += 1 / (m - 1);
}

static int alpha_is_told_by_the_coincidences(void)
{
    const double values[CODES] = {1, 2, 4, 9};
    const size_t n = draw(1, SUBJECTS), k = draw(1, RATERS);
    const enum krippendorff_distance distance = (enum krippendorff_distance)draw(0, 2);
    double o[CODES][CODES] = {0}, all[CODES] = {0}, sum = 0, seen = 0, expected = 0;
    size_t codes[SUBJECTS * RATERS];
    for (size_t i = 0; i < n * k; i++)
        codes[i] = draw(0, 4) ? draw(0, CODES - 1) : KRIPPENDORFF_MISSING;
    for (size_t i = 0; i < n; i++)
        add_coincidences(codes + i * k, k, o);
    for (size_t a = 0; a < CODES; a++)
        for (size_t b = 0; b < CODES; b++) {
            all[a] += o[a][b];
            sum += o[a][b];
        }
    for (size_t a = 0; a < CODES; a++)
        for (size_t b = 0; b < CODES; b++) {
            const double far = distance2(all, values, a, b, distance);
            seen += o[a][b] * far;
            expected += all[a] * all[b] * far;
        }
    const double alpha =
        krippendorff_alpha(&scratch, codes, n, k, values, CODES, distance);
    return is_near(alpha, expected > 1e-9 ? 1 - (sum - 1) * seen / expected : NAN, 1e-11);
}

/* z by the variance under independence: sum pq (w - row - column)^2 - expected^2 over n. */
static int kappa_is_told_by_the_table(void)
{
    const size_t n = draw(1, 12), codes = draw(2, CODES);
    const enum kappa_weight weight = (enum kappa_weight)draw(0, 2);
    double share[CODES][CODES] = {0}, p[CODES] = {0}, q[CODES] = {0};
    double observed = 0, expected = 0, spread = 0;
    size_t one[12], other[12];
    struct kappa kappa;
    for (size_t s = 0; s < n; s++) {
        one[s] = draw(0, codes - 1);
        other[s] = draw(0, codes - 1);
        share[one[s]][other[s]] += 1 / (double)n;
        p[one[s]] += 1 / (double)n;
        q[other[s]] += 1 / (double)n;
    }
    double w[CODES][CODES], row[CODES] = {0}, column[CODES] = {0};
    for (size_t a = 0; a < codes; a++)
        for (size_t b = 0; b < codes; b++) {
            const double far = fabs((double)a - (double)b) / ((double)codes - 1);
            w[a][b] = weight == KAPPA_LINEAR      ? 1 - far
                      : weight == KAPPA_QUADRATIC ? 1 - far * far
                                                  : a == b;
            row[a] += w[a][b] * q[b];
            column[b] += w[a][b] * p[a];
            observed += w[a][b] * share[a][b];
            expected += w[a][b] * p[a] * q[b];
        }
    for (size_t a = 0; a < codes; a++)
        for (size_t b = 0; b < codes; b++)
            spread += p[a] * q[b] * pow(w[a][b] - row[a] - column[b], 2);
    const double variance = (spread - expected * expected) / (double)n;
    kappa_pair(&scratch, one, other, n, codes, weight, &kappa);
    if (expected > 1 - 1e-9)
        return isnan(kappa.kappa) && isnan(kappa.z);
    const double k = (observed - expected) / (1 - expected);
    return is_near(kappa.kappa, k, 1e-11) &&
           is_near(kappa.z, variance > 1e-9 ? k * (1 - expected) / sqrt(variance) : NAN,
                   1e-9);
}

/* All ordered pairs of the raters of a subject: those who agree, and those in a category who do
 * not. */
struct pairs_of_raters {
    double all, agreed, apart[CODES], count[CODES];
};

static struct pairs_of_raters count_pairs(const size_t *codes, size_t n, size_t k)
{
    struct pairs_of_raters pairs = {.all = (double)(n * k * (k - 1))};
    for (size_t at = 0; at < n * k; at++) {
        pairs.count[codes[at]]++;
        for (size_t l = at / k * k; l < at / k * k + k; l++) {
            pairs.agreed += l != at && codes[at] == codes[l];
            pairs.apart[codes[at]] += codes[at] != codes[l];
        }
    }
    return pairs;
}

static bool has_own_kappa(const struct kappa_category *category, double count,
                          double apart, double pairs, double ratings)
{
    const double p = count / ratings, own = 1 - apart / (pairs * p * (1 - p));
    if (category->count != (size_t)count || !is_near(category->share, p, 1e-14))
        return 0;
    return p == 0 || p == 1 ||
           (is_near(category->kappa, own, 1e-12) &&
            is_near(category->z, own * sqrt(pairs / 2), 1e-12));
}

/* Two raters chosen at random, with and without one category that is told from the rest. */
static int fleiss_counts_pairs_of_raters(void)
{
    const size_t n = draw(2, SUBJECTS), k = draw(2, RATERS);
    double chance_agrees = 0;
    size_t codes[SUBJECTS * RATERS];
    struct kappa_category each[CODES];
    struct kappa kappa;
    for (size_t i = 0; i < n * k; i++)
        codes[i] = draw(0, CODES - 1);
    const struct pairs_of_raters pairs = count_pairs(codes, n, k);
    kappa_fleiss(&scratch, codes, n, k, CODES, &kappa);
    kappa_per_category(codes, n, k, CODES, each);
    for (size_t c = 0; c < CODES; c++) {
        chance_agrees += pow(pairs.count[c] / (double)(n * k), 2);
        if (!has_own_kappa(&each[c], pairs.count[c], pairs.apart[c], pairs.all,
                           (double)(n * k)))
            return 0;
    }
    if (chance_agrees > 1 - 1e-9)
        return isnan(kappa.kappa);
    return is_near(kappa.kappa,
                   (pairs.agreed / pairs.all - chance_agrees) / (1 - chance_agrees),
                   1e-12);
}

int main(void)
{
    static struct law laws[] = {
        {"person_fit_compares_with_every_pattern", person_fit_compares_with_every_pattern,
         1000},
        {"concordance_is_a_ratio_of_squares", concordance_is_a_ratio_of_squares, 2000},
        {"alpha_is_told_by_the_coincidences", alpha_is_told_by_the_coincidences, 5000},
        {"kappa_is_told_by_the_table", kappa_is_told_by_the_table, 5000},
        {"fleiss_counts_pairs_of_raters", fleiss_counts_pairs_of_raters, 2000},
    };
    return laws_try(laws, sizeof laws / sizeof *laws);
}
