#include "measure/raters/kappa.h"

#include "measure/distribution.h"

#include <math.h>

static double weigh(size_t i, size_t j, size_t category_count, enum kappa_weight weight)
{
    if (weight == KAPPA_UNWEIGHTED)
        return i == j;
    const double far =
        (i > j ? (double)(i - j) : (double)(j - i)) / (double)(category_count - 1);
    return weight == KAPPA_LINEAR ? 1 - far : 1 - far * far;
}

/* The two raters' shares of the categories, and the mean weight a category has against the
 * other rater's shares. */
struct margins {
    double *p, *q, *row, *column;
    size_t count;
};

static struct margins find_margins(struct arena *arena, const size_t *one,
                                   const size_t *other, size_t count, size_t categories,
                                   enum kappa_weight weight)
{
    double *room = arena_array(arena, double, 4 * categories);
    const struct margins m = {room, room + categories, room + 2 * categories,
                              room + 3 * categories, categories};
    for (size_t s = 0; s < count; s++) {
        m.p[one[s]] += 1 / (double)count;
        m.q[other[s]] += 1 / (double)count;
    }
    for (size_t i = 0; i < categories; i++)
        for (size_t j = 0; j < categories; j++) {
            m.row[i] += m.q[j] * weigh(i, j, categories, weight);
            m.column[j] += m.p[i] * weigh(i, j, categories, weight);
        }
    return m;
}

void kappa_pair(struct arena *arena, const size_t *one, const size_t *other, size_t count,
                size_t category_count, enum kappa_weight weight, struct kappa *out_kappa)
{
    const struct arena_mark mark = arena_mark(arena);
    *out_kappa = (struct kappa){NAN, NAN, NAN};
    if (!count || category_count < 2)
        return;
    const struct margins m =
        find_margins(arena, one, other, count, category_count, weight);
    double observed = 0, expected = 0, spread = 0;
    for (size_t s = 0; s < count; s++)
        observed += weigh(one[s], other[s], category_count, weight) / (double)count;
    for (size_t i = 0; i < category_count; i++) {
        expected += m.p[i] * m.row[i];
        for (size_t j = 0; j < category_count; j++) {
            const double from =
                weigh(i, j, category_count, weight) - m.row[i] - m.column[j];
            spread += m.p[i] * m.q[j] * from * from;
        }
    }
    arena_release(arena, mark);
    if (!(expected < 1 - 1e-12))
        return;
    out_kappa->kappa = (observed - expected) / (1 - expected);
    const double variance = spread - expected * expected;
    if (!(variance > 1e-12)) /* one rater never varies: there is no error to measure by */
        return;
    out_kappa->z = out_kappa->kappa / (sqrt(variance / (double)count) / (1 - expected));
    out_kappa->p = distribution_normal_both(out_kappa->z);
}

double kappa_light(struct arena *arena, const size_t *codes, size_t subject_count,
                   size_t rater_count, size_t category_count)
{
    const struct arena_mark mark = arena_mark(arena);
    size_t *turned = arena_array(arena, size_t, subject_count * rater_count);
    double sum = 0;
    for (size_t i = 0; i < subject_count; i++)
        for (size_t j = 0; j < rater_count; j++)
            turned[j * subject_count + i] = codes[i * rater_count + j];
    for (size_t j = 0; j < rater_count; j++)
        for (size_t l = j + 1; l < rater_count; l++) {
            struct kappa kappa;
            kappa_pair(arena, turned + j * subject_count, turned + l * subject_count,
                       subject_count, category_count, KAPPA_UNWEIGHTED, &kappa);
            sum += kappa.kappa;
        }
    arena_release(arena, mark);
    return 2 * sum / ((double)rater_count * (double)(rater_count - 1));
}

/* How many of the raters of a subject chose `code`. */
static double votes(const size_t *row, size_t rater_count, size_t code)
{
    size_t count = 0;
    for (size_t j = 0; j < rater_count; j++)
        count += row[j] == code;
    return (double)count;
}

/* The share of pairs of raters of a subject that agree, summed over the raters' own codes. */
static double agreeing_share(const size_t *row, size_t rater_count)
{
    double pairs = 0;
    for (size_t j = 0; j < rater_count; j++)
        pairs += votes(row, rater_count, row[j]) - 1;
    return pairs / ((double)rater_count * (double)(rater_count - 1));
}

void kappa_fleiss(struct arena *arena, const size_t *codes, size_t subject_count,
                  size_t rater_count, size_t category_count, struct kappa *out_kappa)
{
    const struct arena_mark mark = arena_mark(arena);
    double *share = arena_array(arena, double, category_count);
    const double n = (double)subject_count, k = (double)rater_count;
    double agreed = 0, chance = 0, q = 0, skew = 0;
    for (size_t i = 0; i < subject_count; i++)
        agreed += agreeing_share(codes + i * rater_count, rater_count) / n;
    for (size_t i = 0; i < subject_count * rater_count; i++)
        share[codes[i]] += 1 / (n * k);
    for (size_t c = 0; c < category_count; c++) {
        const double p = share[c];
        chance += p * p;
        q += p * (1 - p);
        skew += p * (1 - p) * (1 - 2 * p);
    }
    arena_release(arena, mark);
    *out_kappa = (struct kappa){NAN, NAN, NAN};
    if (!(chance < 1 - 1e-12) || rater_count < 2)
        return;
    out_kappa->kappa = (agreed - chance) / (1 - chance);
    out_kappa->z =
        out_kappa->kappa / sqrt(2 * (q * q - skew) / (q * q * n * k * (k - 1)));
    out_kappa->p = distribution_normal_both(out_kappa->z);
}

void kappa_per_category(const size_t *codes, size_t subject_count, size_t rater_count,
                        size_t category_count, struct kappa_category *out_categories)
{
    const double n = (double)subject_count, k = (double)rater_count,
                 all = n * k * (k - 1);
    for (size_t c = 0; c < category_count; c++) {
        struct kappa_category *category = &out_categories[c];
        double split = 0, count = 0;
        for (size_t i = 0; i < subject_count; i++) {
            const double x = votes(codes + i * rater_count, rater_count, c);
            split += x * (k - x);
            count += x;
        }
        const double p = count / (n * k);
        category->count = (size_t)count;
        category->share = p;
        category->kappa = 1 - split / (all * p * (1 - p));
        category->z = category->kappa / sqrt(2 / all);
    }
}
