/* Needs against supplies: how they like to work, beside how work is here, and what they would
 * do. */
#include "report/report_source.h"

#include "base/words.h"
#include "profile/profile_chart.h"

#include <math.h>
#include <string.h>

static void add_gaps(struct page_section *section, const struct report_source *source)
{
    const struct page_column columns[] = {{W("Driver"), 0}, {W("Person"), 1},
                                          {W("Here"), 1},   {W("Gap"), 1},
                                          {W("SE"), 1},     {W("In words"), 0}};
    struct page_block *table = page_add_table(section, W("The gaps in figures"), columns,
                                              sizeof columns / sizeof *columns);
    for (size_t i = 0; i < source->card->driver_count; i++) {
        const struct driver_score *score = &source->card->drivers[i];
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = report_source_name(source, source->drivers, score->id);
        row->cells[1] = report_source_number(source, score->score);
        row->cells[2] = report_source_number(source, score->organization);
        row->cells[3] = report_source_number(source, score->gap);
        row->cells[4] = report_source_number(source, score->gap_se);
        row->cells[5] = span_of(wording_gap(source->card, score, source->basis));
    }
}

void report_drivers(struct page *page, const struct report_source *source)
{
    if (!source->card->driver_count)
        return;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "drivers", W("How they like to work"));
    if (source->card->quality.are_drivers_withheld) {
        page_add_text(section,
                      WS("The ratings are not shown, because some of them do not fit "
                         "together well. That happens when people are tired, in a hurry, "
                         "or read in a second language."));
        return;
    }
    page_add_chart(
        section, W("From 1 to 5: agreement with four lines each"),
        profile_chart_drivers(source->arena, &source->rows, WORDING_INTERVIEWER));
    add_gaps(section, source);
    page_add_text(section,
                  has_basis_norm(source->basis)
                      ? WS("The gap is the organization less the person, less what is "
                           "usual among those who answered before: people ask for more "
                           "than any place gives. It is put into words only where it is "
                           "at least 0.5 and holds beyond chance over all drivers "
                           "together. A gap is something to talk about, not a fault.")
                      : WS("The gap is the organization less the person. Too few people "
                           "have answered this form so far to say which gaps are usual, "
                           "so none is put into words."));
    page_add_text(
        section,
        source->card->is_sem_assumed
            ? WS("Too few people have answered to tell the standard error (SE) of "
                 "a person's rating, so it is assumed.")
            : WS("The standard error (SE) comes from those who answered "
                 "before."));
}

enum { SITUATION_COLUMNS = 5 };

static struct span statement(const struct report_source *source, const struct item *item,
                             int16_t pick)
{
    return questionnaire_text(source->situations->questionnaire,
                              source->sitting->start.language, source->situations->frame,
                              item->options[pick].text_key);
}

static const struct situation_score *situation_of(const struct report_source *source,
                                                  struct span id)
{
    for (size_t i = 0; i < source->card->situation_count; i++)
        if (is_span_equal(source->card->situations[i].id, id))
            return &source->card->situations[i];
    return NULL;
}

static double agreement_of(const struct report_source *source, struct span id)
{
    for (size_t i = 0; source->basis && i < source->basis->situation_count; i++)
        if (is_span_equal(source->basis->situations[i].id, id))
            return source->basis->situations[i].icc_agreement_k;
    return NAN;
}

static void add_choice(struct page_block *table, const struct report_source *source,
                       size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    const struct situation_score *score = situation_of(source, item->id);
    struct page_row *row =
        page_row(table, sitting_text(source->sitting, step,
                                     item->text_key.count ? item->text_key : item->id));
    for (size_t i = 0; i < SITUATION_COLUMNS; i++)
        row->cells[i] = SPAN("–");
    if (!is_answer_complete(item, answer) || answer->state == ANSWER_DECLINED) {
        row->cells[0] = WS("Left open.");
        return;
    }
    row->cells[0] = statement(source, item, answer->pair[PAIR_BEST]);
    row->cells[2] = statement(source, item, answer->pair[PAIR_WORST]);
    if (!score || isnan(score->most) || source->card->scoring_version < SCORING_WITH_NORM)
        return;
    row->cells[1] = page_number(source->arena, score->most, 1);
    row->cells[3] = page_number(source->arena, score->least, 1);
    row->cells[4] = report_source_number(source, agreement_of(source, item->id));
}

void report_situations(struct page *page, const struct report_source *source)
{
    if (!source->card->situation_count || !source->situations)
        return;
    const struct page_column columns[SITUATION_COLUMNS] = {
        {W("Would most likely do"), 0},
        {W("Rated here"), 1},
        {W("Would least likely do"), 0},
        {W("Rated here"), 1},
        {W("Agreement here"), 1}};
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "situations", W("Situations"));
    page_add_text(section,
                  WS("Beside each answer stands how well people here say that it works, "
                     "from 1 (not at all) to 7 (very well), on average, and how far they "
                     "agree with each other, where 1 is full agreement. All of the ways "
                     "can make sense, and there is no score over situations."));
    struct page_block *table =
        page_add_table(section, W("What they would do"), columns, SITUATION_COLUMNS);
    table->language = source->sitting->start.language;
    for (size_t step = 0; step < source->sitting->step_count; step++)
        if (source->sitting->steps[step].item->kind == ITEM_MOST_LEAST &&
            sitting_part(source->sitting, step)->use == PART_SITUATIONS &&
            is_sitting_counted(source->sitting, step))
            add_choice(table, source, step);
}
