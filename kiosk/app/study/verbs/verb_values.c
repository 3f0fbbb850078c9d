/* values: value scores centred on the person, as portrait values are scored. */
#include "app/study/labels.h"
#include "app/study/table.h"
#include "app/study/verb.h"

#include "study/values.h"

/* Which columns are items and to which value each belongs. */
struct key {
    size_t *columns, *values, item_count;
    struct labels names;
};

static void key_of_columns(struct arena *arena, const struct table *table,
                           struct key *key)
{
    key->item_count = table->column_count;
    key->columns = arena_array(arena, size_t, key->item_count);
    key->values = arena_array(arena, size_t, key->item_count);
    for (size_t j = 0; j < key->item_count; j++) {
        key->columns[j] = j;
        key->values[j] = labels_index(&key->names, table->names[j]);
    }
}

static enum status key_read(struct arena *arena, const char *path,
                            const struct table *answers, struct key *key)
{
    struct table table;
    size_t item, value;
    enum status status = table_read(arena, path, &table);
    if (status || (status = table_column(&table, SPAN("item"), &item)) ||
        (status = table_column(&table, SPAN("value"), &value)))
        return status;
    key->columns = arena_array(arena, size_t, table.row_count);
    key->values = arena_array(arena, size_t, table.row_count);
    for (size_t i = 0; i < table.row_count; i++) {
        const struct span *cells = table.rows[i].cells;
        if ((status = table_column(answers, cells[item], &key->columns[i])))
            return status;
        for (size_t l = 0; l < i; l++)
            if (key->columns[l] == key->columns[i])
                return table_refuse(&table, i, item,
                                    "the item is named twice; leave one out");
        if (!cells[value].count)
            return table_refuse(&table, i, value, "the value needs a name");
        key->values[i] = labels_index(&key->names, cells[value]);
        key->item_count++;
    }
    return OK;
}

static void print_rows(struct job *job, const struct table *table, const struct key *key,
                       const double *answers)
{
    const struct values_form form = {has_option(&job->options, "raw"),
                                     has_option(&job->options, "standardize")};
    double *scores = arena_array(job->arena, double, key->names.count), mean;
    buffer_text(&job->out, "row,mean");
    for (size_t v = 0; v < key->names.count; v++)
        csv_put_text(&job->out, key->names.names[v]);
    csv_put_end(&job->out);
    for (size_t i = 0; i < table->row_count; i++) {
        values_score(answers + i * key->item_count, key->values, key->item_count,
                     key->names.count, form, &mean, scores);
        csv_put_count(&job->out, i + 1);
        csv_put_number(&job->out, mean);
        verb_put_numbers(job, scores, key->names.count);
        csv_put_end(&job->out);
    }
}

enum status verb_values(struct job *job)
{
    struct table table;
    struct key key = {.names = labels_init(job->arena)};
    double *answers;
    const char *path = options_text(&job->options, "key");
    enum status status = table_read(job->arena, job->options.files[0], &table);
    if (status)
        return status;
    if (path)
        status = key_read(job->arena, path, &table, &key);
    else
        key_of_columns(job->arena, &table, &key);
    if (status || (status = table_numbers(job->arena, &table, key.columns, key.item_count,
                                          &answers)))
        return status;
    print_rows(job, &table, &key, answers);
    return OK;
}
