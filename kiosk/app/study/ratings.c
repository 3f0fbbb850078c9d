#include "app/study/ratings.h"

#include "app/study/labels.h"

#include <stdlib.h>
#include <string.h>

/* One spelling of a category and, where all are numbers, its number. */
struct spelling {
    struct span name;
    double number;
    size_t label;
};

static int order_words(const void *one, const void *other)
{
    return span_order(((const struct spelling *)one)->name,
                      ((const struct spelling *)other)->name);
}

static int order_numbers(const void *one, const void *other)
{
    const struct spelling *a = one, *b = other;
    if (a->number != b->number)
        return a->number < b->number ? -1 : 1;
    return a->label < b->label ? -1 : a->label > b->label;
}

/* Gives each label its place among the categories; spellings of one number share one. */
static size_t *sort_labels(struct arena *arena, const struct labels *labels,
                           struct ratings *ratings)
{
    struct spelling *all = arena_array(arena, struct spelling, labels->count);
    size_t *places = arena_array(arena, size_t, labels->count);
    bool is_numeric = true;
    for (size_t i = 0; i < labels->count; i++) {
        all[i] = (struct spelling){.name = labels->names[i], .label = i};
        is_numeric = is_numeric && span_to_number(all[i].name, &all[i].number);
    }
    qsort(all, labels->count, sizeof *all, is_numeric ? order_numbers : order_words);
    ratings->names = arena_array(arena, struct span, labels->count);
    ratings->numbers = is_numeric ? arena_array(arena, double, labels->count) : NULL;
    for (size_t i = 0; i < labels->count; i++) {
        if (!i || !is_numeric || all[i].number != all[i - 1].number) {
            ratings->names[ratings->category_count] = all[i].name;
            if (is_numeric)
                ratings->numbers[ratings->category_count] = all[i].number;
            ratings->category_count++;
        }
        places[all[i].label] = ratings->category_count - 1;
    }
    return places;
}

struct ratings ratings_of(struct arena *arena, const struct table *table,
                          const size_t *columns, size_t count)
{
    struct ratings ratings = {.subject_count = table->row_count, .rater_count = count};
    struct labels labels = labels_init(arena);
    const size_t cells = table->row_count * count;
    ratings.codes = arena_array(arena, size_t, cells);
    for (size_t c = 0; c < cells; c++) {
        const size_t column = columns ? columns[c % count] : c % count;
        const struct span cell = table->rows[c / count].cells[column];
        ratings.codes[c] = cell.count ? labels_index(&labels, cell) : SIZE_MAX;
    }
    const size_t *places = sort_labels(arena, &labels, &ratings);
    for (size_t c = 0; c < cells; c++)
        if (ratings.codes[c] != SIZE_MAX)
            ratings.codes[c] = places[ratings.codes[c]];
    return ratings;
}

struct ratings ratings_complete(struct arena *arena, const struct ratings *ratings)
{
    struct ratings kept = *ratings;
    kept.codes =
        arena_array(arena, size_t, ratings->subject_count * ratings->rater_count);
    kept.subject_count = 0;
    for (size_t i = 0; i < ratings->subject_count; i++) {
        const size_t *row = ratings->codes + i * ratings->rater_count;
        bool is_complete = true;
        for (size_t j = 0; j < ratings->rater_count; j++)
            is_complete = is_complete && row[j] != SIZE_MAX;
        if (is_complete)
            memcpy(kept.codes + kept.subject_count++ * ratings->rater_count, row,
                   ratings->rater_count * sizeof *row);
    }
    return kept;
}
