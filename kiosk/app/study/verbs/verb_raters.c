/* raters: how far raters agree about subjects: ICC, W, kappa, alpha. */
#include "app/study/ratings.h"
#include "app/study/verb.h"

#include "study/concordance.h"
#include "measure/raters/icc.h"
#include "measure/raters/kappa.h"
#include "measure/raters/krippendorff.h"

#include <math.h>

static enum status print_icc(struct job *job, const struct table *table)
{
    struct icc forms[ICC_FORM_COUNT];
    double *ratings;
    const enum status status =
        table_numbers(job->arena, table, NULL, table->column_count, &ratings);
    if (status)
        return status;
    const size_t n = table_keep_complete(ratings, table->row_count, table->column_count);
    icc_describe(ratings, n, table->column_count, forms);
    verb_header(job, "form,n,raters,icc,f,df1,df2,p,lo,hi");
    for (enum icc_form form = ICC_1; form < ICC_FORM_COUNT; form++) {
        const struct icc *f = &forms[form];
        csv_put_text(&job->out, span_of(icc_name(form)));
        csv_put_count(&job->out, n);
        csv_put_count(&job->out, table->column_count);
        verb_put_numbers(
            job, (const double[]){f->icc, f->f, f->df1, f->df2, f->p, f->lo, f->hi}, 7);
        csv_put_end(&job->out);
    }
    return OK;
}

static double alpha(struct job *job, const struct ratings *all,
                    enum krippendorff_distance distance)
{
    if (!all->numbers && distance != KRIPPENDORFF_NOMINAL)
        return NAN;
    return krippendorff_alpha(job->arena, all->codes, all->subject_count,
                              all->rater_count, all->numbers, all->category_count,
                              distance);
}

/* Words have no order and no distance: what needs one is left undefined. */
static struct concordance concord(struct arena *arena, const struct ratings *ratings)
{
    const size_t cells = ratings->subject_count * ratings->rater_count;
    double *numbers = arena_array(arena, double, cells);
    struct concordance result;
    for (size_t c = 0; c < cells; c++)
        numbers[c] = ratings->numbers ? ratings->numbers[ratings->codes[c]]
                                      : (double)ratings->codes[c];
    concordance_describe(arena, numbers, ratings->subject_count, ratings->rater_count,
                         &result);
    if (!ratings->numbers)
        result.percent_within_1 = result.kendall_w = result.kendall_chi2 =
            result.mean_pearson = result.mean_spearman = NAN;
    return result;
}

static void print_agreement(struct job *job, const struct table *table)
{
    const struct ratings all = ratings_of(job->arena, table, NULL, table->column_count);
    const struct ratings whole = ratings_complete(job->arena, &all);
    const size_t n = whole.subject_count, raters = whole.rater_count;
    const size_t categories = whole.category_count;
    const struct concordance c = concord(job->arena, &whole);
    struct kappa fleiss;
    kappa_fleiss(job->arena, whole.codes, n, raters, categories, &fleiss);
    verb_header(job, "key,value");
    verb_put_key_count(job, "n", n);
    verb_put_key_count(job, "raters", raters);
    verb_put_key(job, "percent", c.percent);
    verb_put_key(job, "percent_within_1", c.percent_within_1);
    verb_put_key(job, "fleiss", fleiss.kappa);
    verb_put_key(job, "fleiss_z", fleiss.z);
    verb_put_key(job, "light",
                 kappa_light(job->arena, whole.codes, n, raters, categories));
    verb_put_key(job, "kripp_nominal", alpha(job, &all, KRIPPENDORFF_NOMINAL));
    verb_put_key(job, "kripp_ordinal", alpha(job, &all, KRIPPENDORFF_ORDINAL));
    verb_put_key(job, "kripp_interval", alpha(job, &all, KRIPPENDORFF_INTERVAL));
    verb_put_key(job, "kendall_w", c.kendall_w);
    verb_put_key(job, "kendall_chi2", c.kendall_chi2);
    verb_put_key(job, "mean_pearson", c.mean_pearson);
    verb_put_key(job, "mean_spearman", c.mean_spearman);
}

static void put_kappa(struct job *job, const char *name, size_t n, struct kappa kappa)
{
    csv_put_text(&job->out, span_of(name));
    csv_put_count(&job->out, n);
    verb_put_numbers(job, (const double[]){kappa.kappa, kappa.z, kappa.p}, 3);
    csv_put_end(&job->out);
}

/* The categories of a pair of columns are those of the subjects both have rated. */
static struct table rated_by_both(struct arena *arena, const struct table *table,
                                  const size_t *columns)
{
    struct table both = *table;
    both.rows = arena_array(arena, struct table_row, table->row_count);
    both.row_count = 0;
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].cells[columns[0]].count &&
            table->rows[i].cells[columns[1]].count)
            both.rows[both.row_count++] = table->rows[i];
    return both;
}

static enum status print_kappa(struct job *job, const struct table *table)
{
    static const char *const names[] = {"unweighted", "linear", "quadratic"};
    size_t *columns, count;
    const enum status status = table_columns(
        job->arena, table, options_text(&job->options, "kappa"), &columns, &count);
    if (status)
        return status;
    if (count != 2)
        return fail(STATUS_USAGE, "--kappa needs two column names with a comma between");
    const struct table both = rated_by_both(job->arena, table, columns);
    const struct ratings ratings = ratings_of(job->arena, &both, columns, 2);
    const size_t n = ratings.subject_count;
    size_t *codes[2] = {arena_array(job->arena, size_t, n),
                        arena_array(job->arena, size_t, n)};
    for (size_t i = 0; i < 2 * n; i++)
        codes[i % 2][i / 2] = ratings.codes[i];
    verb_header(job, "weight,n,kappa,z,p");
    for (enum kappa_weight weight = KAPPA_UNWEIGHTED; weight <= KAPPA_QUADRATIC;
         weight++) {
        struct kappa kappa = {NAN, NAN, NAN};
        if (weight == KAPPA_UNWEIGHTED || ratings.numbers)
            kappa_pair(job->arena, codes[0], codes[1], n, ratings.category_count, weight,
                       &kappa);
        put_kappa(job, names[weight], n, kappa);
    }
    return OK;
}

static void print_categories(struct job *job, const struct table *table)
{
    const struct ratings all = ratings_of(job->arena, table, NULL, table->column_count);
    const struct ratings whole = ratings_complete(job->arena, &all);
    struct kappa_category *categories =
        arena_array(job->arena, struct kappa_category, whole.category_count);
    kappa_per_category(whole.codes, whole.subject_count, whole.rater_count,
                       whole.category_count, categories);
    verb_header(job, "category,count,share,kappa,z");
    for (size_t c = 0; c < whole.category_count; c++) {
        if (!categories[c].count)
            continue;
        csv_put_text(&job->out, whole.names[c]);
        csv_put_count(&job->out, categories[c].count);
        verb_put_numbers(
            job,
            (const double[]){categories[c].share, categories[c].kappa, categories[c].z},
            3);
        csv_put_end(&job->out);
    }
}

enum status verb_raters(struct job *job)
{
    struct table table;
    enum status status = options_one_of(&job->options, "agreement kappa per-category");
    if (status || (status = table_read(job->arena, job->options.files[0], &table)))
        return status;
    if (has_option(&job->options, "kappa"))
        return print_kappa(job, &table);
    if (has_option(&job->options, "agreement")) {
        print_agreement(job, &table);
        return OK;
    }
    if (has_option(&job->options, "per-category")) {
        print_categories(job, &table);
        return OK;
    }
    return print_icc(job, &table);
}
