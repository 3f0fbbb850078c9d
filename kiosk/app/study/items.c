#include "app/study/items.h"

#include <math.h>
#include <string.h>

enum { THRESHOLDS_MOST = 100 };

static const struct {
    const char *name;
    enum irt_model model;
} models[] = {{"grm", IRT_GRM}, {"gpcm", IRT_GPCM}, {"2pl", IRT_2PL}, {"4pl", IRT_4PL}};

static enum status read_model(const struct job *job, enum irt_model *out_model)
{
    const char *name;
    const enum status status = options_need(&job->options, "model", &name);
    if (status)
        return status;
    for (size_t i = 0; i < sizeof models / sizeof *models; i++)
        if (strcmp(models[i].name, name) == 0) {
            *out_model = models[i].model;
            return OK;
        }
    return fail(STATUS_USAGE, "--model needs grm, gpcm, 2pl or 4pl");
}

static bool is_graded(enum irt_model model)
{
    return model == IRT_GRM || model == IRT_GPCM;
}

/* The columns of the table, in this order: a, then lowest or b, c, d, then b1, b2, ... */
struct columns {
    size_t name, *numbers, count;
};

static enum status find_columns(struct job *job, const struct table *table,
                                enum irt_model model, struct columns *out)
{
    struct columns columns = {.numbers =
                                  arena_array(job->arena, size_t, THRESHOLDS_MOST + 2)};
    const char *fixed = is_graded(model)   ? "a lowest"
                        : model == IRT_2PL ? "a b"
                                           : "a b c d";
    struct span rest = span_of(fixed), name;
    enum status status = table_column(table, SPAN("item"), &columns.name);
    while (!status && span_next(&rest, ' ', &name))
        status = table_column(table, name, &columns.numbers[columns.count++]);
    for (size_t k = 1; !status && is_graded(model) && k <= THRESHOLDS_MOST; k++) {
        const struct span threshold = span_format(job->arena, "b%zu", k);
        if (k > 1 && !has_table_column(table, threshold.data))
            break;
        status = table_column(table, threshold, &columns.numbers[columns.count++]);
    }
    *out = columns;
    return status;
}

static enum status take_thresholds(const struct table *table, size_t row,
                                   const struct columns *columns, const double *numbers,
                                   struct irt_item *item)
{
    const size_t most = columns->count - 2;
    item->thresholds = numbers + 2;
    while (item->threshold_count < most && !isnan(numbers[2 + item->threshold_count]))
        item->threshold_count++;
    for (size_t k = item->threshold_count; k < most; k++)
        if (!isnan(numbers[2 + k]))
            return table_refuse(table, row, columns->numbers[2 + k],
                                "the threshold before it is empty; fill them from b1 on");
    for (size_t k = 1; k < item->threshold_count && item->model == IRT_GRM; k++)
        if (!(numbers[2 + k] > numbers[1 + k]))
            return table_refuse(table, row, columns->numbers[2 + k],
                                "the thresholds of grm must rise");
    if (!item->threshold_count)
        return table_refuse(table, row, columns->numbers[2], "a threshold is needed");
    return OK;
}

/* One row of numbers, in the order of find_columns, as an item. */
static enum status take_item(const struct table *table, size_t row,
                             const struct columns *columns, const double *numbers,
                             struct irt_item *item)
{
    const size_t fixed = is_graded(item->model) ? 2 : columns->count;
    for (size_t j = 0; j < fixed; j++)
        if (isnan(numbers[j]))
            return table_refuse(table, row, columns->numbers[j], "a number is needed");
    item->slope = numbers[0];
    if (is_graded(item->model)) {
        item->lowest = numbers[1];
        if (item->lowest != floor(item->lowest))
            return table_refuse(table, row, columns->numbers[1],
                                "a whole number is needed");
        return take_thresholds(table, row, columns, numbers, item);
    }
    item->thresholds = numbers + 1;
    item->threshold_count = 1;
    item->ceiling = 1;
    if (item->model == IRT_4PL) {
        item->floor = numbers[2];
        item->ceiling = numbers[3];
    }
    if (item->floor < 0 || item->ceiling > 1 || item->floor >= item->ceiling)
        return table_refuse(table, row, columns->numbers[2], "0 <= c < d <= 1 is needed");
    return OK;
}

static enum status take_items(struct job *job, const struct table *table,
                              const struct columns *columns, struct items *items)
{
    double *numbers;
    enum status status =
        table_numbers(job->arena, table, columns->numbers, columns->count, &numbers);
    items->names = arena_array(job->arena, struct span, table->row_count);
    items->items = arena_array(job->arena, struct irt_item, table->row_count);
    for (size_t i = 0; !status && i < table->row_count; i++) {
        items->names[i] = table->rows[i].cells[columns->name];
        items->items[i].model = items->model;
        status =
            take_item(table, i, columns, numbers + i * columns->count, &items->items[i]);
        for (size_t l = 0; !status && l < i; l++)
            if (is_span_equal(items->names[l], items->names[i]))
                status = table_refuse(table, i, columns->name,
                                      "the item is named twice; leave one out");
        items->count = i + 1;
    }
    return status;
}

enum status items_read(struct job *job, struct items *out_items)
{
    struct table table;
    struct items items = {0};
    struct columns columns;
    const char *path;
    enum status status = read_model(job, &items.model);
    if (status || (status = options_need(&job->options, "items", &path)) ||
        (status = table_read(job->arena, path, &table)) ||
        (status = find_columns(job, &table, items.model, &columns)) ||
        (status = take_items(job, &table, &columns, &items)))
        return status;
    *out_items = items;
    return OK;
}

enum status items_numbers(struct job *job, const struct items *items,
                          const struct table *answers, double **out_numbers)
{
    size_t *columns = arena_array(job->arena, size_t, items->count);
    double *numbers;
    enum status status = OK;
    for (size_t j = 0; j < items->count; j++)
        if ((status = table_column(answers, items->names[j], &columns[j])))
            return status;
    if ((status = table_numbers(job->arena, answers, columns, items->count, &numbers)))
        return status;
    for (size_t i = 0; i < answers->row_count * items->count; i++) {
        const struct irt_item *item = &items->items[i % items->count];
        const double category = numbers[i] - item->lowest;
        if (isnan(category) ||
            (category >= 0 && category <= (double)item->threshold_count &&
             category == floor(category)))
            continue;
        return table_refuse(
            answers, i / items->count, columns[i % items->count],
            "the answer is none of the item's categories; mend it or leave it empty");
    }
    *out_numbers = numbers;
    return OK;
}

struct irt_answers items_answers(struct arena *arena, const struct items *items,
                                 const double *row)
{
    const struct irt_item **answered =
        arena_array(arena, const struct irt_item *, items->count);
    size_t *categories = arena_array(arena, size_t, items->count);
    struct irt_answers answers = {.items = answered, .categories = categories};
    for (size_t j = 0; j < items->count; j++) {
        if (isnan(row[j]))
            continue;
        answered[answers.count] = &items->items[j];
        categories[answers.count++] = (size_t)(row[j] - items->items[j].lowest);
    }
    return answers;
}
