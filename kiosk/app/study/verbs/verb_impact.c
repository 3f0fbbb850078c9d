/* impact and mantel-haenszel: selection rates of two groups, whole and over strata. */
#include "app/study/labels.h"
#include "app/study/table.h"
#include "app/study/verb.h"

#include "base/must.h"
#include "measure/fairness/impact.h"
#include "measure/fairness/mantel_haenszel.h"

#include <math.h>

/* The exact test holds one number for each table that the margins allow. */
static const double COUNT_MOST = 1e7;

static enum status read_counts(struct job *job, const struct table *table,
                               const char *const *names, size_t count,
                               double **out_numbers)
{
    size_t columns[4];
    double *numbers;
    enum status status = OK;
    for (size_t j = 0; j < count; j++)
        if ((status = table_column(table, span_of(names[j]), &columns[j])))
            return status;
    if ((status = table_numbers(job->arena, table, columns, count, &numbers)) ||
        (status = table_need(table, numbers, columns, count)) ||
        (status = table_need_codes(table, numbers, columns, count, 0, COUNT_MOST)))
        return status;
    for (size_t i = 0; i < table->row_count * count; i += 2)
        if (numbers[i] > numbers[i + 1])
            return table_refuse(table, i / count, columns[i % count],
                                "more are selected than there are; mend the counts");
    *out_numbers = numbers;
    return OK;
}

static void print_impact(struct job *job, struct span label, const double *row)
{
    struct impact i;
    impact_describe(job->arena,
                    (struct impact_counts){(size_t)row[0], (size_t)row[1], (size_t)row[2],
                                           (size_t)row[3]},
                    &i);
    csv_put_text(&job->out, label);
    verb_put_numbers(
        job,
        (const double[]){
            i.rate_focal,    i.rate_reference, i.impact_ratio, i.z,
            i.p_z,           i.chi2,           i.chi2_yates,   i.p_fisher,
            i.p_fisher_less, i.odds_ratio,     i.or_lo,        i.or_hi,
            i.ratio_log_se,  i.ratio_lo,       i.ratio_hi,     i.diff_lo,
            i.diff_hi,       i.cohens_h,       i.shortfall,    i.ratio_one_moved},
        20);
    csv_put_end(&job->out);
}

enum status verb_impact(struct job *job)
{
    static const char *const names[] = {"selected_focal", "n_focal", "selected_reference",
                                        "n_reference"};
    struct table table;
    size_t label;
    double *numbers = NULL;
    enum status status = table_read(job->arena, job->options.files[0], &table);
    if (status || (status = table_column(&table, SPAN("label"), &label)) ||
        (status = read_counts(job, &table, names, 4, &numbers)))
        return status;
    verb_header(
        job,
        "label,rate_focal,rate_reference,impact_ratio,z,p_z,chi2,chi2_yates,p_fisher,"
        "p_fisher_less,odds_ratio,or_lo,or_hi,ratio_log_se,ratio_lo,ratio_hi,diff_lo,"
        "diff_hi,cohens_h,shortfall,ratio_one_moved");
    for (size_t i = 0; i < table.row_count; i++)
        print_impact(job, table.rows[i].cells[label], numbers + i * 4);
    return OK;
}

/* Which group of a stratum has been given already. */
struct stratum {
    struct mantel_haenszel_table table;
    bool has_focal, has_reference;
};

struct strata {
    struct labels names;
    struct stratum *list;
    struct span reference; /* the other group's label, once seen */
    bool has_focal;
};

static enum status add_row(const struct table *table, size_t row, const size_t *columns,
                           const double *numbers, struct span focal,
                           struct strata *strata)
{
    const struct span *cells = table->rows[row].cells;
    const struct span group = cells[columns[1]];
    struct stratum *stratum =
        &strata->list[labels_index(&strata->names, cells[columns[0]])];
    const bool is_focal = is_span_equal(group, focal);
    if (!group.count)
        return table_refuse(table, row, columns[1], "the group needs a name");
    if (!is_focal && strata->reference.count && !is_span_equal(group, strata->reference))
        return table_refuse(table, row, columns[1],
                            "a third group; only two can be compared");
    if (is_focal ? stratum->has_focal : stratum->has_reference)
        return table_refuse(table, row, columns[1],
                            "the stratum has this group already; add the counts up");
    if (is_focal) {
        stratum->table.a = numbers[0];
        stratum->table.b = numbers[1] - numbers[0];
        stratum->has_focal = strata->has_focal = true;
    } else {
        strata->reference = group;
        stratum->table.c = numbers[0];
        stratum->table.d = numbers[1] - numbers[0];
        stratum->has_reference = true;
    }
    return OK;
}

static enum status read_strata(struct job *job, struct strata *out_strata)
{
    static const char *const names[] = {"selected", "n"};
    struct table table;
    const char *focal;
    size_t columns[2];
    double *numbers = NULL;
    enum status status = options_need(&job->options, "focal", &focal);
    if (status || (status = table_read(job->arena, job->options.files[0], &table)) ||
        (status = table_column(&table, SPAN("stratum"), &columns[0])) ||
        (status = table_column(&table, SPAN("group"), &columns[1])) ||
        (status = read_counts(job, &table, names, 2, &numbers)))
        return status;
    must(numbers); /* a refused table is never OK */
    struct strata strata = {.names = labels_init(job->arena),
                            .list =
                                arena_array(job->arena, struct stratum, table.row_count)};
    for (size_t i = 0; i < table.row_count; i++)
        if ((status =
                 add_row(&table, i, columns, numbers + 2 * i, span_of(focal), &strata)))
            return status;
    if (!strata.has_focal)
        return fail(STATUS_BAD_INPUT,
                    "%s: no row has the group %s; name another with --focal", table.path,
                    focal);
    *out_strata = strata;
    return OK;
}

enum status verb_mantel_haenszel(struct job *job)
{
    struct strata strata = {0};
    struct mantel_haenszel m;
    const enum status status = read_strata(job, &strata);
    if (status)
        return status;
    struct mantel_haenszel_table *tables =
        arena_array(job->arena, struct mantel_haenszel_table, strata.names.count);
    for (size_t i = 0; i < strata.names.count; i++)
        tables[i] = strata.list[i].table;
    mantel_haenszel_pool(tables, strata.names.count, &m);
    verb_header(job, "key,value");
    verb_put_key_count(job, "strata", m.strata_count);
    verb_put_key(job, "odds_ratio", m.odds_ratio);
    verb_put_key(job, "or_lo", m.or_lo);
    verb_put_key(job, "or_hi", m.or_hi);
    verb_put_key(job, "chi2", m.chi2);
    verb_put_key(job, "p", m.p);
    verb_put_key(job, "chi2_cc", m.chi2_cc);
    verb_put_key(job, "p_cc", m.p_cc);
    verb_put_key(job, "breslow_day", m.breslow_day);
    verb_put_key(job, "breslow_day_tarone", m.breslow_day_tarone);
    return OK;
}
