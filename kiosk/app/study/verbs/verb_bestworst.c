/* A person's blocks in a long table lie anywhere in the file. Rows are put in order of person,
 * then block (both by first appearance), then row, so that each block is one run of rows. */
#include "app/study/labels.h"
#include "app/study/table.h"
#include "app/study/verb.h"

#include "measure/bestworst.h"

#include "base/must.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { OBJECTS_MOST = 2000 }; /* of one person: the fit needs their square */

struct choice {
    size_t row, person, block, item;
    int choice;
};

struct study {
    struct table table;
    struct labels people, items;
    struct choice *choices; /* one per row, in order */
    size_t *rank;           /* of each item: its place by byte order of the names */
    size_t *by_name;        /* the items by byte order */
};

static int order_choices(const void *one, const void *other)
{
    const struct choice *a = one, *b = other;
    if (a->person != b->person)
        return a->person < b->person ? -1 : 1;
    if (a->block != b->block)
        return a->block < b->block ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

static int order_names(const void *one, const void *other, void *names)
{
    const struct span *list = names;
    return span_order(list[*(const size_t *)one], list[*(const size_t *)other]);
}

static void sort_items(struct arena *arena, struct study *study)
{
    study->by_name = arena_array(arena, size_t, study->items.count);
    study->rank = arena_array(arena, size_t, study->items.count);
    for (size_t i = 0; i < study->items.count; i++)
        study->by_name[i] = i;
    if (study->items.count)
        qsort_r(study->by_name, study->items.count, sizeof *study->by_name, order_names,
                study->items.names);
    for (size_t i = 0; i < study->items.count; i++)
        study->rank[study->by_name[i]] = i;
}

static enum status read_choice(const struct study *study, size_t row,
                               const size_t *columns, int *out_choice)
{
    int64_t choice;
    for (size_t j = 0; j < 4; j++)
        if (!study->table.rows[row].cells[columns[j]].count)
            return table_refuse(&study->table, row, columns[j],
                                "the field must not be empty");
    if (!span_to_integer(study->table.rows[row].cells[columns[3]], &choice) ||
        choice < -1 || choice > 1)
        return table_refuse(&study->table, row, columns[3],
                            "a choice is 1 (best), -1 (worst) or 0 (shown)");
    *out_choice = (int)choice;
    return OK;
}

/* Blocks are numbered over everybody by person and name together. */
static enum status number_rows(struct arena *arena, const size_t *columns,
                               struct study *study)
{
    struct labels blocks = labels_init(arena);
    study->people = labels_init(arena);
    study->items = labels_init(arena);
    study->choices = arena_array(arena, struct choice, study->table.row_count);
    for (size_t i = 0; i < study->table.row_count; i++) {
        const struct span *cells = study->table.rows[i].cells;
        struct choice *choice = &study->choices[i];
        const enum status status = read_choice(study, i, columns, &choice->choice);
        if (status)
            return status;
        choice->row = i;
        choice->person = labels_index(&study->people, cells[columns[0]]);
        choice->item = labels_index(&study->items, cells[columns[2]]);
        choice->block =
            labels_index(&blocks, span_format(arena, "%zu %.*s", choice->person,
                                              SPAN_ARGS(cells[columns[1]])));
    }
    if (study->table.row_count)
        qsort(study->choices, study->table.row_count, sizeof *study->choices,
              order_choices);
    sort_items(arena, study);
    return OK;
}

static enum status study_read(struct job *job, struct study *study)
{
    static const char *const names[] = {"id", "block", "item", "choice"};
    size_t columns[4];
    enum status status = table_read(job->arena, job->options.files[0], &study->table);
    for (size_t j = 0; !status && j < 4; j++)
        status = table_column(&study->table, span_of(names[j]), &columns[j]);
    return status ? status : number_rows(job->arena, columns, study);
}

static enum status refuse_block(const struct study *study, const struct choice *choice,
                                const char *what)
{
    return fail(STATUS_BAD_INPUT,
                "%s: line %zu: the block %s; mend or leave out the block",
                study->table.path, study->table.rows[choice->row].line, what);
}

/* One person: the items shown, by name, and the blocks over them. */
struct person {
    size_t *items, item_count;
    struct bestworst_block *blocks;
    size_t block_count, answered_count;
};

static enum status take_choice(const struct study *study, const struct choice *choice,
                               size_t *objects, struct bestworst_block *block)
{
    for (size_t i = 0; i < block->object_count; i++)
        if (objects[i] == choice->item)
            return refuse_block(study, choice, "shows an item twice");
    const int place = (int)block->object_count;
    if (choice->choice == 1 && block->best != BESTWORST_NONE)
        return refuse_block(study, choice, "has two bests");
    if (choice->choice == -1 && block->worst != BESTWORST_NONE)
        return refuse_block(study, choice, "has two worsts");
    if (choice->choice == 1)
        block->best = place;
    if (choice->choice == -1)
        block->worst = place;
    objects[block->object_count++] = choice->item;
    return OK;
}

/* The blocks among the choices from `*at` on that belong to one person; `*at` moves after. */
static enum status take_person(struct arena *arena, const struct study *study, size_t *at,
                               struct person *out_person)
{
    const size_t person = study->choices[*at].person, rows = study->table.row_count;
    size_t end = *at;
    while (end < rows && study->choices[end].person == person)
        end++;
    size_t *objects = arena_array(arena, size_t, end - *at);
    *out_person = (struct person){
        .blocks = arena_array(arena, struct bestworst_block, end - *at),
    };
    struct bestworst_block *block = NULL;
    for (size_t i = *at, first = *at; i < end; i++) {
        if (!block || study->choices[i].block != study->choices[i - 1].block) {
            block = &out_person->blocks[out_person->block_count++];
            *block = (struct bestworst_block){.objects = objects + (i - first),
                                              .best = BESTWORST_NONE,
                                              .worst = BESTWORST_NONE};
        }
        const enum status status = take_choice(
            study, &study->choices[i], objects + (block->objects - objects), block);
        if (status)
            return status;
    }
    *at = end;
    return OK;
}

static int order_sizes(const void *one, const void *other)
{
    const size_t a = *(const size_t *)one, b = *(const size_t *)other;
    return a < b ? -1 : a > b;
}

/* Moves the answered blocks to the front and gathers the places by name of what they show, each
 * once, sorted; returns how many there are. */
static size_t gather_ranks(struct arena *arena, const struct study *study,
                           struct person *person, size_t **out_ranks)
{
    size_t count = 0, kept = 0;
    for (size_t b = 0; b < person->block_count; b++)
        if (is_bestworst_answered(&person->blocks[b])) {
            count += person->blocks[b].object_count;
            person->blocks[person->answered_count++] = person->blocks[b];
        }
    size_t *ranks = arena_array(arena, size_t, count);
    for (size_t b = 0, at = 0; b < person->answered_count; b++)
        for (size_t i = 0; i < person->blocks[b].object_count; i++)
            ranks[at++] = study->rank[person->blocks[b].objects[i]];
    qsort(ranks, count, sizeof *ranks, order_sizes);
    for (size_t i = 0; i < count; i++)
        if (!i || ranks[i] != ranks[i - 1])
            ranks[kept++] = ranks[i];
    *out_ranks = ranks;
    return kept;
}

/* The block's objects as indices into the sorted `ranks`. */
static void speak_of_places(struct arena *arena, const struct study *study,
                            const size_t *ranks, size_t rank_count,
                            struct bestworst_block *block)
{
    size_t *places = arena_array(arena, size_t, block->object_count);
    for (size_t i = 0; i < block->object_count; i++) {
        const size_t *found = bsearch(&study->rank[block->objects[i]], ranks, rank_count,
                                      sizeof *ranks, order_sizes);
        must(found != NULL);
        places[i] = (size_t)(found - ranks);
    }
    block->objects = places;
}

static enum status number_items(struct arena *arena, const struct study *study,
                                struct person *person)
{
    person->item_count = gather_ranks(arena, study, person, &person->items);
    if (person->item_count > OBJECTS_MOST)
        return fail(STATUS_TOO_LARGE,
                    "%s: a person may be shown %d items; split the table",
                    study->table.path, OBJECTS_MOST);
    for (size_t b = 0; b < person->answered_count; b++)
        speak_of_places(arena, study, person->items, person->item_count,
                        &person->blocks[b]);
    for (size_t i = 0; i < person->item_count; i++)
        person->items[i] = study->by_name[person->items[i]];
    return OK;
}

static void print_counts(struct job *job, const struct study *study, struct span id,
                         const struct person *person)
{
    struct bestworst_tally *tallies =
        arena_array(job->arena, struct bestworst_tally, person->item_count);
    bestworst_count(person->blocks, person->answered_count, person->item_count, tallies);
    for (size_t i = 0; i < person->item_count; i++) {
        csv_put_text(&job->out, id);
        csv_put_text(&job->out, study->items.names[person->items[i]]);
        csv_put_count(&job->out, tallies[i].shown);
        csv_put_count(&job->out, tallies[i].best);
        csv_put_count(&job->out, tallies[i].worst);
        csv_put_number(&job->out, (double)tallies[i].best - (double)tallies[i].worst);
        csv_put_number(&job->out, bestworst_score(tallies[i]));
        csv_put_end(&job->out);
    }
}

static void print_utilities(struct job *job, const struct study *study, struct span id,
                            const struct person *person, double tau)
{
    struct bestworst_utilities fit;
    bestworst_fit(job->arena, person->blocks, person->answered_count, person->item_count,
                  tau, &fit);
    for (size_t i = 0; i < person->item_count; i++) {
        csv_put_text(&job->out, id);
        csv_put_text(&job->out, study->items.names[person->items[i]]);
        verb_put_numbers(
            job, (const double[]){fit.utility[i], fit.se[i], fit.loglik, fit.rlh}, 4);
        csv_put_end(&job->out);
    }
}

static void add_to_group(const struct person *person, struct bestworst_tally *group)
{
    for (size_t b = 0; b < person->answered_count; b++) {
        const struct bestworst_block *block = &person->blocks[b];
        for (size_t i = 0; i < block->object_count; i++)
            group[person->items[block->objects[i]]].shown++;
        group[person->items[block->objects[block->best]]].best++;
        group[person->items[block->objects[block->worst]]].worst++;
    }
}

static void print_group(struct job *job, const struct study *study,
                        const struct bestworst_tally *group)
{
    double largest = NAN;
    verb_header(job, "item,shown,best,worst,count,score,sqrt_ratio,log_sqrt_ratio,share");
    for (size_t i = 0; i < study->items.count; i++)
        largest = fmax(largest, bestworst_ratio(group[i]));
    for (size_t k = 0; k < study->items.count; k++) {
        const size_t i = study->by_name[k];
        const double ratio = bestworst_ratio(group[i]);
        if (!group[i].shown)
            continue;
        csv_put_text(&job->out, study->items.names[i]);
        csv_put_count(&job->out, group[i].shown);
        csv_put_count(&job->out, group[i].best);
        csv_put_count(&job->out, group[i].worst);
        verb_put_numbers(job,
                         (const double[]){(double)group[i].best - (double)group[i].worst,
                                          bestworst_score(group[i]), ratio, log(ratio),
                                          ratio / largest},
                         5);
        csv_put_end(&job->out);
    }
}

enum view { COUNTS, UTILITIES, GROUP };

static enum status print_people(struct job *job, const struct study *study,
                                enum view view, double tau)
{
    struct bestworst_tally *group =
        arena_array(job->arena, struct bestworst_tally, study->items.count);
    if (view != GROUP)
        verb_header(job, view == COUNTS ? "id,item,shown,best,worst,count,score"
                                        : "id,item,utility,se,loglik,rlh");
    for (size_t at = 0; at < study->table.row_count;) {
        const struct span id = study->people.names[study->choices[at].person];
        struct person person;
        enum status status = take_person(job->arena, study, &at, &person);
        if (status || (status = number_items(job->arena, study, &person)))
            return status;
        if (view == GROUP)
            add_to_group(&person, group);
        else if (view == COUNTS)
            print_counts(job, study, id, &person);
        else
            print_utilities(job, study, id, &person, tau);
    }
    if (view == GROUP)
        print_group(job, study, group);
    return OK;
}

enum status verb_bestworst(struct job *job)
{
    struct study study = {0};
    double tau = BESTWORST_TAU;
    const struct options *options = &job->options;
    enum status status = options_one_of(options, "group utilities");
    if (status || (status = options_number(options, "tau", &tau)) ||
        (status = study_read(job, &study)))
        return status;
    if (!(tau >= 1e-3 && tau <= 1e3))
        return fail(STATUS_USAGE, "--tau needs a number from 0.001 to 1000");
    return print_people(job, &study,
                        has_option(options, "group")       ? GROUP
                        : has_option(options, "utilities") ? UTILITIES
                                                           : COUNTS,
                        tau);
}
