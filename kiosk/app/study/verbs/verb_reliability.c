/* reliability: alpha with its limits, and the error of measurement of each scale. */
#include "app/study/labels.h"
#include "app/study/table.h"
#include "app/study/verb.h"

#include "study/reliability.h"

#include <math.h>

struct keyed_item {
    size_t scale, column;
    double sign, min, max;
};

struct keys {
    struct labels scales;
    struct keyed_item *items;
    size_t item_count;
};

enum { SCALE, ITEM, SIGN, MIN, MAX, KEY_COLUMNS };

static enum status read_key(const struct table *keys, const struct table *answers,
                            size_t row, const size_t *columns, struct keyed_item *item)
{
    const struct span *cells = keys->rows[row].cells;
    const enum status status = table_column(answers, cells[columns[ITEM]], &item->column);
    if (status)
        return status;
    if (!cells[columns[SCALE]].count)
        return table_refuse(keys, row, columns[SCALE], "the scale needs a name");
    if (!span_to_number(cells[columns[SIGN]], &item->sign) || fabs(item->sign) != 1)
        return table_refuse(keys, row, columns[SIGN], "a sign is 1 or -1");
    if (!span_to_number(cells[columns[MIN]], &item->min))
        return table_refuse(keys, row, columns[MIN], "the lowest answer is needed");
    if (!span_to_number(cells[columns[MAX]], &item->max) || item->max <= item->min)
        return table_refuse(keys, row, columns[MAX],
                            "a highest answer above min is needed");
    return OK;
}

static bool is_repeated(const struct keys *keys, const struct keyed_item *item)
{
    for (size_t i = 0; i < keys->item_count; i++)
        if (keys->items[i].scale == item->scale && keys->items[i].column == item->column)
            return true;
    return false;
}

static enum status keys_read(struct job *job, const struct table *answers,
                             struct keys *keys)
{
    static const char *const names[KEY_COLUMNS] = {"scale", "item", "sign", "min", "max"};
    struct table table;
    const char *path;
    size_t columns[KEY_COLUMNS];
    enum status status = options_need(&job->options, "scales", &path);
    if (status || (status = table_read(job->arena, path, &table)))
        return status;
    for (size_t j = 0; j < KEY_COLUMNS; j++)
        if ((status = table_column(&table, span_of(names[j]), &columns[j])))
            return status;
    keys->scales = labels_init(job->arena);
    keys->items = arena_array(job->arena, struct keyed_item, table.row_count);
    for (size_t i = 0; i < table.row_count; i++) {
        struct keyed_item *item = &keys->items[i];
        if ((status = read_key(&table, answers, i, columns, item)))
            return status;
        item->scale = labels_index(&keys->scales, table.rows[i].cells[columns[SCALE]]);
        if (is_repeated(keys, item))
            return table_refuse(&table, i, columns[ITEM],
                                "the scale has this item already");
        keys->item_count++;
    }
    return OK;
}

/* The answers of one scale, all keyed in one direction. */
struct scale {
    size_t item_count, *columns;
    double *answers;
};

static enum status key_answers(const struct table *table, const struct keyed_item *item,
                               size_t place, struct scale *scale)
{
    for (size_t i = 0; i < table->row_count; i++) {
        double *answer = &scale->answers[i * scale->item_count + place];
        if (*answer < item->min || *answer > item->max)
            return table_refuse(table, i, item->column,
                                "the answer is outside min to max of the scales file");
        if (item->sign < 0)
            *answer = item->min + item->max - *answer;
    }
    return OK;
}

static enum status take_scale(struct job *job, const struct table *table,
                              const struct keys *keys, size_t scale, struct scale *out)
{
    const struct keyed_item **items =
        arena_array(job->arena, const struct keyed_item *, keys->item_count);
    out->columns = arena_array(job->arena, size_t, keys->item_count);
    out->item_count = 0;
    for (size_t i = 0; i < keys->item_count; i++) {
        if (keys->items[i].scale != scale)
            continue;
        items[out->item_count] = &keys->items[i];
        out->columns[out->item_count++] = keys->items[i].column;
    }
    enum status status =
        table_numbers(job->arena, table, out->columns, out->item_count, &out->answers);
    for (size_t j = 0; !status && j < out->item_count; j++)
        status = key_answers(table, items[j], j, out);
    return status;
}

static void print_scale(struct job *job, struct span name, const struct table *table,
                        const struct scale *scale)
{
    struct reliability_scale s;
    reliability_describe(job->arena, scale->answers, table->row_count, scale->item_count,
                         &s);
    csv_put_text(&job->out, name);
    csv_put_count(&job->out, s.item_count);
    csv_put_count(&job->out, s.complete_count);
    verb_put_numbers(job,
                     (const double[]){s.alpha_pairwise, s.average_r, s.alpha_std, s.mean,
                                      s.sd, s.alpha_listwise, s.feldt_lo, s.feldt_hi,
                                      s.sd_listwise, s.sem_listwise},
                     10);
    csv_put_end(&job->out);
}

static void print_items(struct job *job, struct span name, const struct table *table,
                        const struct scale *scale)
{
    struct reliability_item *items =
        arena_array(job->arena, struct reliability_item, scale->item_count);
    reliability_describe_items(job->arena, scale->answers, table->row_count,
                               scale->item_count, items);
    for (size_t j = 0; j < scale->item_count; j++) {
        const struct reliability_item *i = &items[j];
        csv_put_text(&job->out, name);
        csv_put_text(&job->out, table->names[scale->columns[j]]);
        csv_put_count(&job->out, i->count);
        verb_put_numbers(
            job,
            (const double[]){i->mean, i->sd, i->r_total, i->r_rest, i->alpha_without}, 5);
        csv_put_end(&job->out);
    }
}

static void print_scores(struct job *job, const struct keys *keys,
                         const struct table *table, const struct scale *scales)
{
    buffer_text(&job->out, "row");
    double **scores = arena_array(job->arena, double *, keys->scales.count);
    for (size_t s = 0; s < keys->scales.count; s++) {
        csv_put_text(&job->out, keys->scales.names[s]);
        scores[s] = arena_array(job->arena, double, table->row_count);
        reliability_scores(scales[s].answers, table->row_count, scales[s].item_count,
                           scores[s]);
    }
    csv_put_end(&job->out);
    for (size_t i = 0; i < table->row_count; i++) {
        csv_put_count(&job->out, i + 1);
        for (size_t s = 0; s < keys->scales.count; s++)
            csv_put_number(&job->out, scores[s][i]);
        csv_put_end(&job->out);
    }
}

enum status verb_reliability(struct job *job)
{
    struct table table;
    struct keys keys = {0};
    enum status status = options_one_of(&job->options, "scores per-item");
    if (status || (status = table_read(job->arena, job->options.files[0], &table)) ||
        (status = keys_read(job, &table, &keys)))
        return status;
    struct scale *scales = arena_array(job->arena, struct scale, keys.scales.count);
    for (size_t s = 0; s < keys.scales.count; s++)
        if ((status = take_scale(job, &table, &keys, s, &scales[s])))
            return status;
    if (has_option(&job->options, "scores")) {
        print_scores(job, &keys, &table, scales);
        return OK;
    }
    const bool is_per_item = has_option(&job->options, "per-item");
    verb_header(job,
                is_per_item
                    ? "scale,item,n,mean,sd,r_total,r_rest,alpha_without"
                    : "scale,k,n_complete,alpha_pairwise,average_r,alpha_std,mean,sd,"
                      "alpha_listwise,feldt_lo,feldt_hi,sd_listwise,sem_listwise");
    for (size_t s = 0; s < keys.scales.count; s++)
        (is_per_item ? print_items : print_scale)(job, keys.scales.names[s], &table,
                                                  &scales[s]);
    return OK;
}
