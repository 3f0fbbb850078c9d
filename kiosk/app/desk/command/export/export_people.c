/* Who answered, by arrival; and the same without a name, in no order. */
#include "app/desk/command/export/export_people.h"

#include "app/desk/office/people/people_apart.h"
#include "base/chance.h"
#include "base/words.h"
#include "profile/wording.h"
#include "seal/seal.h"

#include <math.h>

static enum status people_open(struct operation *operation, struct people *people)
{
    const char *vacancy = options_text(&operation->values, "vacancy");
    const enum status status = operation_reader_open(operation, 1);
    return status == OK
               ? people_read(&operation->reader, span_of(vacancy ? vacancy : ""), people)
               : status;
}

/* As many decimals as are told of a figure: more would tell people apart who cannot be. */
static double told(double figure)
{
    return round(figure * 100) / 100;
}

static void person_add(struct table *table, const struct people_row *const *order,
                       size_t count, const struct people_row *row)
{
    const struct figure *figure = &row->figure;
    struct table_cell *cells = table_row(table);
    struct people_apart apart;
    people_apart_find(row, order, count, &apart);
    cells[0].number = (double)row->place;
    cells[1].text = span_copy(table->arena, row->handle);
    cells[2].text = span_copy(table->arena, row->date);
    cells[3].text = span_copy(table->arena, row->vacancy);
    if (row->is_shown) {
        cells[4].number = told(figure->r);
        cells[5].number = told(figure->low);
        cells[6].number = told(figure->high);
    }
    cells[7].text = span_of(wording_said(figure));
    cells[8].text = people_apart_text(table->arena, &apart);
}

enum status export_people_list(struct operation *operation, struct table *table)
{
    static const struct {
        const char *name;
        bool is_number;
    } columns[] = {
        {"arrival", true},    {"reference", false}, {"day", false},
        {"vacancy", false},   {"figure", true},     {"range_low", true},
        {"range_high", true}, {"in_words", false},  {"not_told_apart_from", false}};
    struct people people = {0};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        table_column(table, span_of(columns[i].name), columns[i].is_number);
    const enum status status = people_open(operation, &people);
    const struct people_row **order =
        arena_array(table->arena, const struct people_row *, people.count);
    for (size_t i = 0; i < people.count; i++)
        order[i] = &people.rows[i];
    for (size_t i = 0; status == OK && i < people.count; i++)
        person_add(table, order, people.count, order[i]);
    people_close(&people);
    return status;
}

/* --- without names --- */

/* Two columns for each topic, its score and its error, and one for each driver, as the form of
 * now has them. */
static void score_columns_add(struct table *table, const struct part *values,
                              const struct part *drivers)
{
    table_column(table, SPAN("person"), true);
    for (size_t i = 0; values && i < values->questionnaire->dimension_count; i++) {
        const struct span id = values->questionnaire->dimensions[i].id;
        table_column(table, span_copy(table->arena, id), true);
        table_column(table, span_format(table->arena, "%.*s_se", SPAN_ARGS(id)), true);
    }
    for (size_t i = 0; drivers && i < drivers->questionnaire->dimension_count; i++)
        table_column(table,
                     span_copy(table->arena, drivers->questionnaire->dimensions[i].id),
                     true);
}

static void number_set(const struct table *table, struct table_cell *cells,
                       struct span name, double number)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (is_span_equal(table->columns[i].name, name))
            cells[i].number = number;
}

/* What a report does not show of a session is not shown here either. */
static void scores_add(struct table *table, const struct scorecard *card, size_t person)
{
    struct table_cell *cells = table_row(table);
    cells[0].number = (double)person;
    for (size_t i = 0; !card->quality.is_resonance_withheld && i < card->dimension_count;
         i++) {
        const struct dimension_score *score = &card->dimensions[i];
        number_set(table, cells, score->id, score->score);
        number_set(table, cells,
                   span_format(table->arena, "%.*s_se", SPAN_ARGS(score->id)), score->se);
    }
    for (size_t i = 0; !card->quality.are_drivers_withheld && i < card->driver_count; i++)
        number_set(table, cells, card->drivers[i].id, card->drivers[i].score);
}

static enum status all_add(struct operation *operation, struct table *table,
                           const struct people *people)
{
    struct result_reader *reader = &operation->reader;
    size_t *order = arena_array(table->arena, size_t, people->count);
    uint64_t seed;
    seal_random(&seed, sizeof seed);
    struct chance chance = chance_init(seed);
    for (size_t i = 0; i < people->count; i++)
        order[i] = i;
    chance_shuffle(&chance, order, people->count);
    for (size_t i = 0; i < people->count; i++) {
        const struct people_row *row = &people->rows[order[i]];
        const struct arena_mark mark = arena_mark(&reader->arena);
        struct result result;
        struct record *record;
        const enum status status =
            result_reader_read(reader, row->record_id, row->place, &result, &record);
        if (status != OK)
            return status;
        scores_add(table, record->scorecard, i + 1);
        arena_release(&reader->arena, mark);
        office_progress(&operation->office, "results opened", i + 1, people->count);
    }
    return OK;
}

enum status export_people_scores(struct operation *operation, struct table *table)
{
    struct people people = {0};
    enum status status = people_open(operation, &people);
    if (status == OK && people.count < EXPORT_PEOPLE_LEAST)
        status = fail(STATUS_REFUSED,
                      "there are %zu people, and below %d nobody is without a name among "
                      "them",
                      people.count, EXPORT_PEOPLE_LEAST);
    if (status == OK) {
        const struct assessment *assessment = operation->reader.assessment;
        score_columns_add(
            table, assessment_part(assessment, PART_RESONANCE, ROLE_CANDIDATE, SPAN("")),
            assessment_part(assessment, PART_DRIVERS, ROLE_CANDIDATE, SPAN("")));
        status = all_add(operation, table, &people);
    }
    people_close(&people);
    return status;
}
