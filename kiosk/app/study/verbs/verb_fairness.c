/* One row is one person. Rows are counted as they are read, so that the file may be longer than
 * memory; only scores, which are held against their median, are kept. */
#include "app/study/labels.h"
#include "app/study/table.h"
#include "app/study/verb.h"

#include "measure/fairness/fairness_table.h"
#include "measure/ranks.h"

#include <math.h>
#include <string.h>

enum { CATEGORIES_MOST = 50, SCORES_FIRST = 4096 };

struct audit {
    struct csv csv;
    struct span by[2]; /* the attributes */
    size_t columns[2], by_count, outcome;
    struct labels names[2];      /* their categories */
    struct fairness_cell *cells; /* first x CATEGORIES_MOST + second */
    size_t people;
    bool is_score;
    double *scores;       /* kept ones, in order */
    uint32_t *score_cell; /* where each belongs */
    size_t score_room;
};

static void close_audit(struct audit *audit)
{
    csv_close(&audit->csv);
}

static enum status refuse(const struct job *job, const struct csv *csv, size_t column,
                          const char *sentence)
{
    return fail(STATUS_BAD_INPUT, "%s: line %zu, column %.*s: %s", job->options.files[0],
                csv->line, SPAN_ARGS(csv->names[column]), sentence);
}

static enum status read_by(struct job *job, struct audit *audit)
{
    const char *text;
    struct span *by;
    enum status status = options_need(&job->options, "by", &text);
    if (status)
        return status;
    options_list(job->arena, text, &by, &audit->by_count);
    if (audit->by_count > 2 || (audit->by_count == 2 && is_span_equal(by[0], by[1])))
        return fail(STATUS_USAGE,
                    "--by needs one column, or two different ones with a comma between");
    for (size_t i = 0; !status && i < audit->by_count; i++) {
        audit->by[i] = by[i];
        status = csv_column(&audit->csv, by[i], &audit->columns[i]);
    }
    return status;
}

static enum status read_outcome(struct job *job, struct audit *audit)
{
    const char *name;
    audit->is_score = has_option(&job->options, "score");
    if (audit->is_score == has_option(&job->options, "selected"))
        return fail(STATUS_USAGE, "give either --selected or --score and its column");
    const enum status status =
        options_need(&job->options, audit->is_score ? "score" : "selected", &name);
    return status ? status : csv_column(&audit->csv, span_of(name), &audit->outcome);
}

/* The number of the category in the current row; an empty one is a category too. */
static enum status read_category(struct job *job, struct audit *audit, size_t attribute,
                                 size_t *out_index)
{
    struct labels *names = &audit->names[attribute];
    const struct span name = audit->csv.fields[audit->columns[attribute]];
    *out_index = labels_find(names, name);
    if (*out_index < names->count)
        return OK;
    if (names->count == CATEGORIES_MOST)
        return refuse(job, &audit->csv, audit->columns[attribute],
                      "more than 50 categories; name a column of groups with --by");
    *out_index = labels_index(names, span_copy(job->arena, name));
    return OK;
}

static void keep_score(struct arena *arena, struct audit *audit, size_t cell,
                       double score)
{
    if (audit->people == audit->score_room) {
        const size_t room = audit->score_room ? 2 * audit->score_room : SCORES_FIRST;
        double *scores = arena_array(arena, double, room);
        uint32_t *score_cell = arena_array(arena, uint32_t, room);
        if (audit->people) {
            memcpy(scores, audit->scores, audit->people * sizeof *scores);
            memcpy(score_cell, audit->score_cell, audit->people * sizeof *score_cell);
        }
        audit->scores = scores;
        audit->score_cell = score_cell;
        audit->score_room = room;
    }
    audit->scores[audit->people] = score;
    audit->score_cell[audit->people] = (uint32_t)cell;
}

static enum status read_person(struct job *job, struct audit *audit)
{
    size_t index[2] = {0};
    double outcome;
    enum status status = csv_number(&audit->csv, audit->outcome, &outcome);
    if (status || isnan(outcome))
        return status;
    if (!audit->is_score && outcome != 0 && outcome != 1)
        return refuse(job, &audit->csv, audit->outcome,
                      "1 (selected) or 0 is needed; leave it empty when not decided");
    for (size_t i = 0; i < audit->by_count; i++)
        if ((status = read_category(job, audit, i, &index[i])))
            return status;
    const size_t cell = index[0] * CATEGORIES_MOST + index[1];
    if (audit->is_score)
        keep_score(job->arena, audit, cell, outcome);
    else
        audit->cells[cell].selected += outcome == 1;
    audit->cells[cell].count++;
    audit->people++;
    return OK;
}

static enum status read_people(struct job *job, struct audit *audit)
{
    bool has_row = true;
    audit->cells =
        arena_array(job->arena, struct fairness_cell, CATEGORIES_MOST * CATEGORIES_MOST);
    for (size_t i = 0; i < 2; i++)
        audit->names[i] = labels_init(job->arena);
    enum status status = csv_next(&audit->csv, &has_row);
    while (!status && has_row)
        if (!(status = read_person(job, audit)))
            status = csv_next(&audit->csv, &has_row);
    return status;
}

/* The scoring rate: who is above, not at, the median of everybody. */
static void select_above_median(struct job *job, struct audit *audit)
{
    const double median = ranks_quantile(job->arena, audit->scores, audit->people, .5);
    for (size_t i = 0; i < audit->people; i++)
        audit->cells[audit->score_cell[i]].selected += audit->scores[i] > median;
}

static struct fairness_table table_of(struct job *job, const struct audit *audit)
{
    const size_t rows = audit->names[0].count;
    const size_t columns = audit->by_count == 2 ? audit->names[1].count : 1;
    struct fairness_table table = {
        .first_count = rows,
        .second_count = columns,
        .first_not_said = labels_find(&audit->names[0], SPAN("")),
        .second_not_said =
            audit->by_count == 2 ? labels_find(&audit->names[1], SPAN("")) : columns,
        .cells = arena_array(job->arena, struct fairness_cell, rows * columns)};
    for (size_t i = 0; i < rows * columns; i++)
        table.cells[i] = audit->cells[i / columns * CATEGORIES_MOST + i % columns];
    return table;
}

/* A count, or an empty field where it is hidden. */
static void put_count(struct job *job, const struct fairness_cell *cell, size_t count)
{
    if (cell->state == FAIRNESS_SUPPRESSED)
        csv_put_text(&job->out, SPAN(""));
    else
        csv_put_count(&job->out, count);
}

/* A group says nothing beside itself. */
static void put_comparison(struct job *job, const struct fairness_cell *cell)
{
    static const double nothing[] = {NAN, NAN, NAN, NAN, NAN};
    const struct impact *impact = &cell->impact;
    verb_put_numbers(job, (const double[]){impact->rate_focal, impact->impact_ratio}, 2);
    if (cell->state == FAIRNESS_REFERENCE)
        verb_put_numbers(job, nothing, 5);
    else
        verb_put_numbers(job,
                         (const double[]){impact->ratio_lo, impact->ratio_hi,
                                          impact->p_fisher, impact->shortfall,
                                          impact->ratio_one_moved},
                         5);
}

static void put_cell(struct job *job, const struct audit *audit, struct span by,
                     const struct span *categories, const struct fairness_cell *cell)
{
    const double share = (double)cell->count / (double)audit->people;
    if (cell->state == FAIRNESS_EMPTY)
        return;
    csv_put_text(&job->out, by);
    csv_put_text(&job->out, categories[0]);
    csv_put_text(&job->out, categories[1]);
    put_count(job, cell, cell->count);
    csv_put_number(&job->out, cell->state == FAIRNESS_SUPPRESSED ? NAN : share);
    put_count(job, cell, cell->selected);
    put_comparison(job, cell);
    csv_put_text(&job->out, span_of(fairness_table_state(cell->state)));
    csv_put_text(&job->out, span_of(fairness_table_words(cell->state)));
    csv_put_end(&job->out);
}

static void put_attribute(struct job *job, const struct audit *audit, size_t attribute,
                          const struct fairness_cell *cells)
{
    const struct labels *names = &audit->names[attribute];
    for (size_t i = 0; i < names->count; i++)
        put_cell(job, audit, audit->by[attribute],
                 (const struct span[]){names->names[i], SPAN("")}, &cells[i]);
}

static void put_table(struct job *job, const struct audit *audit,
                      const struct fairness_table *table)
{
    verb_header(job,
                "by,category,with,n,share,selected,rate,impact_ratio,ratio_lo,ratio_hi,"
                "p_fisher,shortfall,ratio_one_moved,state,remark");
    put_attribute(job, audit, 0, table->first);
    if (audit->by_count == 1)
        return;
    put_attribute(job, audit, 1, table->second);
    const struct span both = span_format(job->arena, "%.*s+%.*s", SPAN_ARGS(audit->by[0]),
                                         SPAN_ARGS(audit->by[1]));
    for (size_t i = 0; i < table->first_count * table->second_count; i++)
        put_cell(job, audit, both,
                 (const struct span[]){audit->names[0].names[i / table->second_count],
                                       audit->names[1].names[i % table->second_count]},
                 &table->cells[i]);
}

enum status verb_fairness(struct job *job)
{
    __attribute__((cleanup(close_audit))) struct audit audit = {0};
    enum status status =
        csv_open(job->arena, job->options.files[0], TABLE_LIMITS, &audit.csv);
    if (status || (status = read_by(job, &audit)) ||
        (status = read_outcome(job, &audit)) || (status = read_people(job, &audit)))
        return status;
    if (audit.is_score)
        select_above_median(job, &audit);
    struct fairness_table table = table_of(job, &audit);
    fairness_table_describe(job->arena, &table);
    put_table(job, &audit, &table);
    return OK;
}
