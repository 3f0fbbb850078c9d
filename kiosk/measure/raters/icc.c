#include "measure/raters/icc.h"

#include "measure/distribution.h"
#include "measure/moments.h"

#include <math.h>

/* The mean squares of the table: subjects (rows), raters (columns), rest, within subjects. */
struct squares {
    double n, k, rows, columns, rest, within;
};

const char *icc_name(enum icc_form form)
{
    static const char *const names[] = {"ICC1",  "ICC2",  "ICC3",
                                        "ICC1k", "ICC2k", "ICC3k"};
    return names[form];
}

static double mean_down(const double *ratings, size_t count, size_t stride)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += ratings[i * stride];
    return sum / (double)count;
}

static struct squares split(const double *ratings, size_t subjects, size_t raters)
{
    struct squares s = {.n = (double)subjects, .k = (double)raters};
    const double grand = mean_down(ratings, subjects * raters, 1);
    for (size_t i = 0; i < subjects; i++) {
        const double mean = mean_down(ratings + i * raters, raters, 1);
        s.rows += s.k * (mean - grand) * (mean - grand);
        for (size_t j = 0; j < raters; j++) {
            const double from = ratings[i * raters + j] - mean;
            s.within += from * from;
        }
    }
    for (size_t j = 0; j < raters; j++) {
        const double mean = mean_down(ratings + j, subjects, raters);
        s.columns += s.n * (mean - grand) * (mean - grand);
    }
    const double rest = s.within - s.columns;
    s.rest = rest > 1e-12 * (s.within + s.rows) ? rest / ((s.n - 1) * (s.k - 1)) : 0;
    s.rows /= s.n - 1;
    s.columns /= s.k - 1;
    s.within /= s.n * (s.k - 1);
    return s;
}

/* The limits shared by the one-way and the consistency form. */
static void limit_by_f(struct icc *icc, double k)
{
    const double low = icc->f / distribution_f_point(.975, icc->df1, icc->df2);
    const double high = icc->f * distribution_f_point(.975, icc->df2, icc->df1);
    icc->lo = (low - 1) / (low + k - 1);
    icc->hi = (high - 1) / (high + k - 1);
}

/* McGraw & Wong's limits of the agreement form, with Satterthwaite's degrees of freedom. */
static void limit_agreement(struct icc *icc, const struct squares *s)
{
    const double n = s->n, k = s->k, r = icc->icc, j = s->columns / s->rest;
    const double c = n * (1 + (k - 1) * r) - k * r, part = k * r * j;
    const double v =
        (n - 1) * (k - 1) * (part + c) * (part + c) / ((n - 1) * part * part + c * c);
    const double f1 = distribution_f_point(.975, n - 1, v);
    const double f2 = distribution_f_point(.975, v, n - 1);
    const double spread = k * s->columns + (k * n - k - n) * s->rest;
    icc->lo = n * (s->rows - f1 * s->rest) / (f1 * spread + n * s->rows);
    icc->hi = n * (f2 * s->rows - s->rest) / (spread + n * f2 * s->rows);
}

static double step_up(double r, double k)
{
    return k * r / (1 + (k - 1) * r);
}

static void describe(const struct squares *s, struct icc *out)
{
    const double n = s->n, k = s->k, rows = s->rows, rest = s->rest, within = s->within;
    out[ICC_1].icc = (rows - within) / (rows + (k - 1) * within);
    out[ICC_2].icc =
        (rows - rest) / (rows + (k - 1) * rest + k * (s->columns - rest) / n);
    out[ICC_3].icc = (rows - rest) / (rows + (k - 1) * rest);
    for (size_t form = ICC_1; form <= ICC_3; form++) {
        struct icc *single = &out[form];
        single->f = rows / (form == ICC_1 ? within : rest);
        single->df1 = n - 1;
        single->df2 = form == ICC_1 ? n * (k - 1) : (n - 1) * (k - 1);
        single->p = distribution_f_upper(single->f, single->df1, single->df2);
        if (form == ICC_2)
            limit_agreement(single, s);
        else
            limit_by_f(single, k);
        struct icc *mean = &out[form + ICC_1K];
        *mean = *single;
        mean->icc = step_up(single->icc, k);
        mean->lo = step_up(single->lo, k);
        mean->hi = step_up(single->hi, k);
    }
}

void icc_describe(const double *ratings, size_t subject_count, size_t rater_count,
                  struct icc *out_forms)
{
    for (size_t form = 0; form < ICC_FORM_COUNT; form++)
        out_forms[form] = (struct icc){NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    if (subject_count < 2 || rater_count < 2 ||
        is_moments_flat(ratings, subject_count * rater_count))
        return;
    const struct squares squares = split(ratings, subject_count, rater_count);
    describe(&squares, out_forms);
}
