#include "app/desk/office/audit/audit_counts.h"

#include <string.h>

enum { CELLS = AUDIT_COUNTS_CATEGORIES * AUDIT_COUNTS_CATEGORIES };

static const char *const stage_words[AUDIT_STAGES] = {"interviewed", "offered", "scored"};

/* --- counting --- */

static enum status index_of(struct arena *arena, struct span *list, size_t *count,
                            size_t most, struct span text, size_t *out_index)
{
    for (size_t i = 0; i < *count; i++)
        if (is_span_equal(list[i], text)) {
            *out_index = i;
            return OK;
        }
    if (*count == most)
        return fail(STATUS_TOO_LARGE,
                    "there are more than %zu groups or vacancies in the audit", most);
    list[*count] = span_copy(arena, text);
    *out_index = (*count)++;
    return OK;
}

/* Those of one table: it was brought at once. */
static enum status names_take(struct audit_counts *counts,
                              const struct audit_group *group)
{
    if (!counts->attribute_count) {
        counts->attribute_count = group->count;
        for (size_t i = 0; i < group->count; i++)
            counts->names[i] = span_copy(counts->arena, group->names[i]);
    }
    bool is_same = counts->attribute_count == group->count;
    for (size_t i = 0; is_same && i < group->count; i++)
        is_same = is_span_equal(counts->names[i], group->names[i]);
    return is_same ? OK
                   : fail(STATUS_DAMAGED,
                          "the groups of the audit are of two tables; bring the table in "
                          "again");
}

enum status audit_counts_add(struct audit_counts *counts,
                             const struct audit_outcome *outcome,
                             const struct audit_group *group)
{
    size_t at[AUDIT_TEXT_ATTRIBUTES] = {0}, vacancy = 0;
    enum status status =
        index_of(counts->arena, counts->vacancies, &counts->vacancy_count,
                 AUDIT_COUNTS_VACANCIES, outcome->vacancy, &vacancy);
    if (status == OK && group)
        status = names_take(counts, group);
    for (size_t i = 0; status == OK && i < AUDIT_TEXT_ATTRIBUTES; i++) {
        const bool is_known = group && i < group->count;
        status = index_of(counts->arena, counts->categories[i],
                          &counts->category_counts[i], AUDIT_COUNTS_CATEGORIES,
                          is_known ? group->values[i] : SPAN(""), &at[i]);
    }
    if (status != OK)
        return status;
    struct audit_cell *cell =
        &counts->cells[vacancy * CELLS + at[0] * AUDIT_COUNTS_CATEGORIES + at[1]];
    cell->count++;
    cell->figures += outcome->side != AUDIT_NO_FIGURE;
    cell->selected[AUDIT_INTERVIEWED] += outcome->is_interviewed;
    cell->selected[AUDIT_OFFERED] += outcome->is_offered;
    cell->selected[AUDIT_SCORED] += outcome->side == AUDIT_ABOVE;
    counts->people_count++;
    counts->unknown_count += !group;
    return OK;
}

static enum status on_person(void *context, const struct audit_outcome *outcome,
                             const struct audit_group *group)
{
    return audit_counts_add(context, outcome, group);
}

void audit_counts_begin(struct arena *arena, struct audit_counts *counts)
{
    *counts = (struct audit_counts){.arena = arena};
    counts->cells =
        arena_array(arena, struct audit_cell, (size_t)AUDIT_COUNTS_VACANCIES * CELLS);
}

enum status audit_counts_read(struct arena *arena, struct office *office,
                              const struct keys *keys, struct audit_counts *out_counts)
{
    audit_counts_begin(arena, out_counts);
    return audit_paper_read(office, keys, on_person, out_counts);
}

/* --- tables --- */

static size_t not_said(const struct audit_counts *counts, size_t attribute)
{
    size_t i = 0;
    while (i < counts->category_counts[attribute] &&
           counts->categories[attribute][i].count)
        i++;
    return i;
}

static size_t count_of(const struct audit_cell *cell, enum audit_stage stage)
{
    return stage == AUDIT_SCORED ? cell->figures : cell->count;
}

struct fairness_table audit_counts_table(struct arena *arena,
                                         const struct audit_counts *counts,
                                         enum audit_stage stage)
{
    const size_t rows = counts->category_counts[0];
    const size_t columns = counts->attribute_count == 2 ? counts->category_counts[1] : 1;
    struct fairness_table table = {
        .first_count = rows,
        .second_count = columns,
        .first_not_said = not_said(counts, 0),
        .second_not_said = counts->attribute_count == 2 ? not_said(counts, 1) : columns,
        .cells = arena_array(arena, struct fairness_cell, rows * columns)};
    for (size_t vacancy = 0; vacancy < counts->vacancy_count; vacancy++)
        for (size_t i = 0; i < rows * columns; i++) {
            const struct audit_cell *cell =
                &counts->cells[vacancy * CELLS + i / columns * AUDIT_COUNTS_CATEGORIES +
                               i % columns];
            table.cells[i].count += count_of(cell, stage);
            table.cells[i].selected += cell->selected[stage];
        }
    fairness_table_describe(arena, &table);
    return table;
}

/* All people of one vacancy in this category. */
static struct audit_cell category_of(const struct audit_counts *counts, size_t vacancy,
                                     size_t attribute, size_t category)
{
    const size_t step = attribute ? AUDIT_COUNTS_CATEGORIES : 1;
    const size_t begin = attribute ? category : category * AUDIT_COUNTS_CATEGORIES;
    struct audit_cell sum = {0};
    for (size_t i = 0; i < AUDIT_COUNTS_CATEGORIES; i++) {
        const struct audit_cell *cell =
            &counts->cells[vacancy * CELLS + begin + i * step];
        sum.count += cell->count;
        sum.figures += cell->figures;
        for (size_t stage = 0; stage < AUDIT_STAGES; stage++)
            sum.selected[stage] += cell->selected[stage];
    }
    return sum;
}

void audit_counts_pool(const struct audit_counts *counts, enum audit_stage stage,
                       size_t attribute, size_t focal, size_t reference,
                       struct mantel_haenszel *out_pooled)
{
    struct mantel_haenszel_table tables[AUDIT_COUNTS_VACANCIES];
    for (size_t i = 0; i < counts->vacancy_count; i++) {
        const struct audit_cell one = category_of(counts, i, attribute, focal);
        const struct audit_cell other = category_of(counts, i, attribute, reference);
        tables[i] = (struct mantel_haenszel_table){
            .a = (double)one.selected[stage],
            .b = (double)(count_of(&one, stage) - one.selected[stage]),
            .c = (double)other.selected[stage],
            .d = (double)(count_of(&other, stage) - other.selected[stage])};
    }
    mantel_haenszel_pool(tables, counts->vacancy_count, out_pooled);
}

static bool is_gap(const struct audit_cell *cell)
{
    const size_t missing = cell->count - cell->figures;
    return missing > 0 && missing < FAIRNESS_CELL_MIN;
}

bool has_audit_counts_gap(const struct audit_counts *counts)
{
    struct audit_cell *sums = arena_array(counts->arena, struct audit_cell, CELLS);
    struct audit_cell lines[2][AUDIT_COUNTS_CATEGORIES] = {0};
    bool is_found = false;
    for (size_t i = 0; i < counts->vacancy_count * CELLS; i++) {
        const struct audit_cell *cell = &counts->cells[i];
        struct audit_cell *const into[] = {&sums[i % CELLS],
                                           &lines[0][i % CELLS / AUDIT_COUNTS_CATEGORIES],
                                           &lines[1][i % AUDIT_COUNTS_CATEGORIES]};
        for (size_t k = 0; k < sizeof into / sizeof *into; k++) {
            into[k]->count += cell->count;
            into[k]->figures += cell->figures;
        }
    }
    for (size_t i = 0; i < CELLS; i++)
        is_found |= is_gap(&sums[i]);
    for (size_t i = 0; i < AUDIT_COUNTS_CATEGORIES; i++)
        is_found |= is_gap(&lines[0][i]) || is_gap(&lines[1][i]);
    return is_found;
}

bool has_audit_counts_selected(const struct audit_counts *counts, enum audit_stage stage)
{
    for (size_t i = 0; i < counts->vacancy_count * CELLS; i++)
        if (counts->cells[i].selected[stage])
            return true;
    return false;
}

enum status audit_counts_stage(struct span word, enum audit_stage *out_stage)
{
    for (size_t i = 0; i < AUDIT_STAGES; i++)
        if (is_span(word, stage_words[i])) {
            *out_stage = (enum audit_stage)i;
            return OK;
        }
    return fail(STATUS_USAGE, "--stage is interviewed, offered or scored");
}

const char *audit_counts_words(enum audit_stage stage)
{
    return stage_words[stage];
}
