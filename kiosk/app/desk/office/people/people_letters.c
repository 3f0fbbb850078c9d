/* Groups of people who cannot be told apart, as letters: each group is one in which nobody can be
 * told apart from anybody (a clique of the pairs), and every such pair shares at least one. Runs
 * along the figures give nearly all of them, since ranges are about as wide; pairs that no run
 * holds get groups of their own. */
#include "app/desk/office/people/people.h"

#include "measure/resonance.h"

#include <stdlib.h>

/* The raters' share of the error is common to both people and counted twice here: the safe side. */
static bool is_told_apart(const struct people_row *a, const struct people_row *b)
{
    const double apart = a->z - b->z;
    return apart * apart >=
           RESONANCE_Z_RELEASED * RESONANCE_Z_RELEASED * (a->variance + b->variance);
}

bool is_people_pair(const struct people_row *a, const struct people_row *b)
{
    return a != b && a->group == b->group && a->is_shown && b->is_shown &&
           !is_told_apart(a, b);
}

/* Those of one vacancy who have a figure, along their figures. */
struct run {
    struct people_row **rows;
    size_t count, group_count;
};

static int by_figure(const void *a, const void *b)
{
    const struct people_row *left = *(struct people_row *const *)a;
    const struct people_row *right = *(struct people_row *const *)b;
    return left->z < right->z ? -1
           : left->z > right->z
               ? 1
               : (left->place > right->place) - (left->place < right->place);
}

/* Whether `row` can join the group `bit`. */
static bool fits(const struct run *run, const struct people_row *row, uint32_t bit)
{
    for (size_t i = 0; i < run->count; i++)
        if ((run->rows[i]->letters & bit) && run->rows[i] != row &&
            !is_people_pair(run->rows[i], row))
            return false;
    return true;
}

/* A new group of `first` and `second` (may be the same), and of all who fit along the figures. */
static bool group_add(struct run *run, struct people_row *first,
                      struct people_row *second)
{
    if (run->group_count == PEOPLE_LETTERS_MAX)
        return false;
    const uint32_t bit = UINT32_C(1) << run->group_count++;
    first->letters |= bit;
    second->letters |= bit;
    for (size_t i = 0; i < run->count; i++)
        if (fits(run, run->rows[i], bit))
            run->rows[i]->letters |= bit;
    return true;
}

static bool groups_find(struct run *run)
{
    for (size_t i = 0; i < run->count; i++) {
        struct people_row *row = run->rows[i];
        for (size_t k = run->count; k-- > i + 1;)
            if (!(row->letters & run->rows[k]->letters) &&
                is_people_pair(row, run->rows[k]) && !group_add(run, row, run->rows[k]))
                return false;
        if (!row->letters && !group_add(run, row, row))
            return false;
    }
    return true;
}

/* The place of the first who came of those in the group `bit`, then of the second, and so on: the
 * letters say nothing of the figures. Rows lie in order of arrival. */
static bool is_before(const struct people *people, size_t group, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < people->count; i++) {
        const struct people_row *row = &people->rows[i];
        if (row->group != group || !(row->letters & a) == !(row->letters & b))
            continue;
        return row->letters & a;
    }
    return a < b;
}

/* Gives the groups their letters in order of arrival. */
static void letters_order(struct people *people, const struct run *run, size_t group)
{
    uint32_t order[PEOPLE_LETTERS_MAX];
    for (size_t i = 0; i < run->group_count; i++) {
        size_t at = i;
        const uint32_t bit = UINT32_C(1) << i;
        for (; at && is_before(people, group, bit, order[at - 1]); at--)
            order[at] = order[at - 1];
        order[at] = bit;
    }
    for (size_t r = 0; r < run->count; r++) {
        uint32_t letters = 0;
        for (size_t i = 0; i < run->group_count; i++)
            letters |= run->rows[r]->letters & order[i] ? UINT32_C(1) << i : 0;
        run->rows[r]->letters = letters;
    }
}

/* The rows of the vacancy number `group`; room for all of them is in `run`. */
static void run_take(struct people *people, size_t group, struct run *run)
{
    run->count = run->group_count = 0;
    for (size_t i = 0; i < people->count; i++) {
        struct people_row *row = &people->rows[i];
        row->letters = row->group == group ? 0 : row->letters;
        if (row->group == group && row->is_shown)
            run->rows[run->count++] = row;
    }
    qsort(run->rows, run->count, sizeof *run->rows, by_figure);
}

static void pairs_count(const struct run *run, struct people_group *group)
{
    group->figure_count = run->count;
    group->pair_count = run->count * (run->count ? run->count - 1 : 0) / 2;
    for (size_t i = 0; i < run->count; i++)
        for (size_t k = i + 1; k < run->count; k++)
            group->apart_count += is_told_apart(run->rows[i], run->rows[k]);
}

static void group_settle(struct people *people, size_t index, struct run *run)
{
    struct people_group *group = &people->groups[index];
    run_take(people, index, run);
    pairs_count(run, group);
    group->has_letters = groups_find(run);
    if (group->has_letters)
        letters_order(people, run, index);
    for (size_t i = 0; !group->has_letters && i < run->count; i++)
        run->rows[i]->letters = 0;
}

void people_letters(struct people *people)
{
    struct run run = {
        .rows = arena_array(&people->arena, struct people_row *, people->count)};
    for (size_t i = 0; i < people->count; i++)
        if (people->rows[i].group >= people->group_count)
            people->group_count = people->rows[i].group + 1;
    people->groups =
        arena_array(&people->arena, struct people_group, people->group_count);
    for (size_t i = 0; i < people->group_count; i++)
        group_settle(people, i, &run);
}
