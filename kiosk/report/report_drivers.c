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
        row->cells[5] =
            span_of(wording_gap(score, basis_driver(source->basis, score->id)));
    }
}

void report_drivers(struct page *page, const struct report_source *source)
{
    if (!source->card->driver_count)
        return;
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "drivers", W("How they like to work"));
    page_add_chart(
        section, W("From 1 to 5: agreement with four lines each"),
        profile_chart_drivers(source->arena, &source->rows, WORDING_INTERVIEWER));
    add_gaps(section, source);
    page_add_text(section,
                  WS("The gap is the organization less the person. It is put into "
                     "words only where it is at least 0.5 and larger than 1.96 of its "
                     "standard errors (SE). A gap is something to talk about, not a "
                     "fault."));
}

static struct span statement(const struct report_source *source, const struct item *item,
                             int16_t pick)
{
    return questionnaire_text(source->situations->questionnaire,
                              source->sitting->start.language, source->situations->frame,
                              item->options[pick].text_key);
}

static double situation_value(const struct report_source *source, struct span id)
{
    for (size_t i = 0; i < source->card->situation_count; i++)
        if (is_span_equal(source->card->situations[i].id, id))
            return source->card->situations[i].score;
    return NAN;
}

static void add_choice(struct page_block *table, const struct report_source *source,
                       size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    const double value = situation_value(source, item->id);
    struct page_row *row =
        page_row(table, sitting_text(source->sitting, step,
                                     item->text_key.count ? item->text_key : item->id));
    if (!is_answer_complete(item, answer) || answer->state == ANSWER_DECLINED) {
        row->cells[0] = WS("Left open.");
        row->cells[1] = row->cells[2] = SPAN("–");
        return;
    }
    row->cells[0] = statement(source, item, answer->pair[PAIR_BEST]);
    row->cells[1] = statement(source, item, answer->pair[PAIR_WORST]);
    row->cells[2] = isnan(value) ? WS("no key") : report_source_number(source, value);
}

static void add_means(struct page_section *section, const struct report_source *source)
{
    struct page_block *facts = NULL;
    for (size_t i = 0; i < source->card->driver_count; i++) {
        if (isnan(source->card->situation_by_driver[i]))
            continue;
        if (!facts) {
            page_add_text(section, WS("Together, for each driver:"));
            facts = page_add_facts(section);
        }
        page_pair(
            facts,
            report_source_name(source, source->drivers, source->card->drivers[i].id),
            report_source_number(source, source->card->situation_by_driver[i]));
    }
}

void report_situations(struct page *page, const struct report_source *source)
{
    if (!source->card->situation_count || !source->situations)
        return;
    const struct page_column columns[] = {{W("Would most likely do"), 0},
                                          {W("Would least likely do"), 0},
                                          {W("As people here see it"), 1}};
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "situations", W("Situations"));
    page_add_text(
        section,
        WS("Beside each answer stands how people here see it: from 1 (just the two "
           "choices they would make) to −1 (just the other way round). No key: people "
           "here do not agree, so nothing is compared. Each of the ways can be "
           "sensible."));
    struct page_block *table =
        page_add_table(section, W("What they would do"), columns, 3);
    table->language = source->sitting->start.language;
    for (size_t step = 0; step < source->sitting->step_count; step++)
        if (source->sitting->steps[step].item->kind == ITEM_MOST_LEAST &&
            sitting_part(source->sitting, step)->use == PART_SITUATIONS &&
            is_sitting_counted(source->sitting, step))
            add_choice(table, source, step);
    add_means(section, source);
}
