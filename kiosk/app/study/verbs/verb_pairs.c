/* pairs: what objects are worth, from comparisons of two. */
#include "app/study/labels.h"
#include "app/study/table.h"
#include "app/study/verb.h"

#include "study/pairs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { OBJECTS_MOST = 1000 }; /* tables of their square are held for each person */

struct decision {
    size_t person, winner, loser;
};

struct study {
    struct labels people, objects;
    size_t *by_name, *rank; /* objects by byte order, and each one's place there */
    struct decision *decisions;
    size_t decision_count;
};

static int order_names(const void *one, const void *other, void *names)
{
    const struct span *list = names;
    return span_order(list[*(const size_t *)one], list[*(const size_t *)other]);
}

static void sort_objects(struct arena *arena, struct study *study)
{
    const size_t count = study->objects.count;
    study->by_name = arena_array(arena, size_t, count);
    study->rank = arena_array(arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        study->by_name[i] = i;
    if (count)
        qsort_r(study->by_name, count, sizeof *study->by_name, order_names,
                study->objects.names);
    for (size_t i = 0; i < count; i++)
        study->rank[study->by_name[i]] = i;
}

enum { ID, FIRST, SECOND, CHOICE, COLUMNS };

static enum status take_row(const struct table *table, size_t row, const size_t *columns,
                            struct study *study)
{
    const struct span *cells = table->rows[row].cells;
    const struct span choice = cells[columns[CHOICE]];
    for (size_t j = ID; j <= SECOND; j++)
        if (!cells[columns[j]].count)
            return table_refuse(table, row, columns[j], "the field must not be empty");
    if (choice.count && !is_span(choice, "1") && !is_span(choice, "2"))
        return table_refuse(table, row, columns[CHOICE],
                            "a choice is 1 (first), 2 (second) or empty (undecided)");
    const size_t person = labels_index(&study->people, cells[columns[ID]]);
    const size_t first = labels_index(&study->objects, cells[columns[FIRST]]);
    const size_t second = labels_index(&study->objects, cells[columns[SECOND]]);
    if (first == second)
        return table_refuse(table, row, columns[SECOND],
                            "an object is compared with itself; leave the row out");
    if (choice.count)
        study->decisions[study->decision_count++] =
            is_span(choice, "1") ? (struct decision){person, first, second}
                                 : (struct decision){person, second, first};
    return OK;
}

static enum status study_read(struct job *job, struct study *study)
{
    static const char *const names[COLUMNS] = {"id", "first", "second", "choice"};
    struct table table;
    size_t columns[COLUMNS];
    enum status status = table_read(job->arena, job->options.files[0], &table);
    for (size_t j = 0; !status && j < COLUMNS; j++)
        status = table_column(&table, span_of(names[j]), &columns[j]);
    if (status)
        return status;
    study->people = labels_init(job->arena);
    study->objects = labels_init(job->arena);
    study->decisions = arena_array(job->arena, struct decision, table.row_count);
    for (size_t i = 0; i < table.row_count; i++)
        if ((status = take_row(&table, i, columns, study)))
            return status;
    if (study->objects.count > OBJECTS_MOST)
        return fail(STATUS_TOO_LARGE,
                    "%s: at most %d objects can be compared; split the table", table.path,
                    OBJECTS_MOST);
    sort_objects(job->arena, study);
    return OK;
}

/* The wins of one person, or of everybody when `person` is people.count, by byte order. */
static void count_wins(const struct study *study, size_t person, double *wins)
{
    const size_t count = study->objects.count;
    memset(wins, 0, count * count * sizeof *wins);
    for (size_t i = 0; i < study->decision_count; i++) {
        const struct decision *d = &study->decisions[i];
        if (person == study->people.count || d->person == person)
            wins[study->rank[d->winner] * count + study->rank[d->loser]]++;
    }
}

static struct span name_at(const struct study *study, size_t place)
{
    return study->objects.names[study->by_name[place]];
}

static void print_worths(struct job *job, const struct study *study, const double *wins)
{
    struct pairs_worth *worths =
        arena_array(job->arena, struct pairs_worth, study->objects.count);
    pairs_bradley_terry(job->arena, wins, study->objects.count, worths);
    verb_header(job, "object,log_worth,se,worth");
    for (size_t i = 0; i < study->objects.count; i++) {
        csv_put_text(&job->out, name_at(study, i));
        verb_put_numbers(
            job, (const double[]){worths[i].log_worth, worths[i].se, worths[i].worth}, 3);
        csv_put_end(&job->out);
    }
}

static void print_wins(struct job *job, const struct study *study, const double *wins)
{
    const size_t count = study->objects.count;
    verb_header(job, "winner,loser,wins");
    for (size_t i = 0; i < count * count; i++) {
        if (i / count == i % count)
            continue;
        csv_put_text(&job->out, name_at(study, i / count));
        csv_put_text(&job->out, name_at(study, i % count));
        csv_put_number(&job->out, wins[i]);
        csv_put_end(&job->out);
    }
}

static void print_consistency(struct job *job, const struct study *study, double *wins)
{
    verb_header(job, "id,n,circular_triads,zeta");
    for (size_t p = 0; p < study->people.count; p++) {
        double triads, zeta;
        size_t decided = 0;
        for (size_t i = 0; i < study->decision_count; i++)
            decided += study->decisions[i].person == p;
        count_wins(study, p, wins);
        pairs_consistency(wins, study->objects.count, &triads, &zeta);
        csv_put_text(&job->out, study->people.names[p]);
        csv_put_count(&job->out, decided);
        verb_put_numbers(job, (const double[]){triads, zeta}, 2);
        csv_put_end(&job->out);
    }
}

static enum status print_case_five(struct job *job, const char *path)
{
    struct table table;
    double *shares;
    enum status status = table_read(job->arena, path, &table);
    if (status)
        return status;
    const size_t count = table.column_count - 1;
    size_t *columns = arena_array(job->arena, size_t, count);
    for (size_t j = 0; j < count; j++)
        columns[j] = j + 1;
    if (table.row_count != count)
        return fail(STATUS_BAD_INPUT,
                    "%s: %zu objects have columns and %zu have rows; give each one of "
                    "both",
                    path, count, table.row_count);
    for (size_t i = 0; i < count; i++)
        if (!is_span_equal(table.rows[i].cells[0], table.names[i + 1]))
            return table_refuse(&table, i, 0,
                                "rows and columns name the objects in the same order");
    if ((status = table_numbers(job->arena, &table, columns, count, &shares)))
        return status;
    for (size_t i = 0; i < count * count; i++)
        if (shares[i] < 0 || shares[i] > 1)
            return table_refuse(&table, i / count, i % count + 1,
                                "a share lies from 0 to 1");
    double *scale = arena_array(job->arena, double, count);
    pairs_case_five(shares, count, scale);
    verb_header(job, "object,scale");
    for (size_t j = 0; j < count; j++) {
        csv_put_text(&job->out, table.names[j + 1]);
        csv_put_number(&job->out, scale[j]);
        csv_put_end(&job->out);
    }
    return OK;
}

enum status verb_pairs(struct job *job)
{
    struct study study = {0};
    const struct options *options = &job->options;
    enum status status = options_one_of(options, "consistency wins proportions");
    if (status)
        return status;
    const char *proportions = options_text(options, "proportions");
    if (!proportions == !options->file_count)
        return fail(STATUS_USAGE, "either a file of choices or --proportions is needed");
    if (proportions)
        return print_case_five(job, proportions);
    if ((status = study_read(job, &study)))
        return status;
    const size_t count = study.objects.count;
    double *wins = arena_array(job->arena, double, count *count);
    count_wins(&study, study.people.count, wins);
    if (has_option(options, "consistency"))
        print_consistency(job, &study, wins);
    else if (has_option(options, "wins"))
        print_wins(job, &study, wins);
    else
        print_worths(job, &study, wins);
    return OK;
}
