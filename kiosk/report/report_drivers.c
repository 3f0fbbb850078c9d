/* Needs against supplies: how they like to work, beside how work is here, and what they would
 * do. */
#include "report/report_source.h"

#include "base/words.h"
#include "profile/profile_chart.h"
#include "scoring/score_drivers.h"

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

static bool has_gaps(const struct report_source *source)
{
    for (size_t i = 0; i < source->card->driver_count; i++)
        if (!isnan(source->card->drivers[i].organization))
            return true;
    return false;
}

static void add_gap_words(struct page_section *section,
                          const struct report_source *source)
{
    if (has_basis_norm(source->basis))
        page_add_text(
            section,
            span_format(source->arena,
                        W("Gap = here − person − usual gap. The usual gap is %.*s: what "
                          "there is here, minus what those who answered this form "
                          "before asked for, as a mean over all drivers. It is taken off "
                          "because most people ask for more than any place gives. A gap "
                          "is put into words only where it is at least 0.5, above or "
                          "below 0, and holds beyond chance over all drivers together. "
                          "It is something to talk about, not a fault."),
                        SPAN_ARGS(report_source_number(
                            source, score_drivers_usual_gap(source->basis)))));
    else
        page_add_text(section,
                      WS("Gap = here − person. Too few people had answered this form "
                         "before to say which gaps are usual, so none is put into "
                         "words."));
    page_add_text(section,
                  source->card->is_sem_assumed
                      ? WS("SE is the standard error of the gap. Too few people had "
                           "answered before to measure the person’s part of it, so that "
                           "part is assumed.")
                      : WS("SE is the standard error of the gap. The person’s part of "
                           "it comes from those who answered before."));
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
        section, W("From 1, strongly disagree, to 5, strongly agree"),
        profile_chart_drivers(source->arena, &source->rows, WORDING_INTERVIEWER));
    if (!has_gaps(source)) {
        page_add_text(section, WS("There is no organization profile to compare with, so "
                                  "there are no gaps."));
        return;
    }
    add_gaps(section, source);
    add_gap_words(section, source);
}

enum { SITUATION_COLUMNS = 4, SITUATION_COLUMNS_UNRATED = 2 };

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

/* Before, colleagues' ratings were a key, and no means. */
static bool is_rated(const struct report_source *source,
                     const struct situation_score *score)
{
    return score && !isnan(score->most) &&
           source->card->scoring_version >= SCORING_WITH_NORM;
}

static bool has_ratings(const struct report_source *source)
{
    for (size_t i = 0; i < source->card->situation_count; i++)
        if (is_rated(source, &source->card->situations[i]))
            return true;
    return false;
}

/* What the person would do, one way to act a row: `scene` where it is the first of the two. */
static struct page_row *add_way(struct page_block *table, struct span scene,
                                const char *name, struct span way)
{
    struct page_row *row = page_row(table, scene);
    row->cells[0] = span_of(name);
    row->cells[1] = way;
    for (size_t i = SITUATION_COLUMNS_UNRATED; i < table->column_count; i++)
        row->cells[i] = scene.count ? SPAN("–") : SPAN("");
    return row;
}

static void add_choice(struct page_block *table, const struct report_source *source,
                       size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    const struct situation_score *score = situation_of(source, item->id);
    const struct span scene = sitting_text(
        source->sitting, step, item->text_key.count ? item->text_key : item->id);
    if (!is_answer_complete(item, answer) || answer->state == ANSWER_DECLINED) {
        add_way(table, scene, W("Left open."), SPAN("–"));
        return;
    }
    struct page_row *most = add_way(table, scene, W("Most likely"),
                                    statement(source, item, answer->pair[PAIR_BEST]));
    struct page_row *least = add_way(table, SPAN(""), W("Least likely"),
                                     statement(source, item, answer->pair[PAIR_WORST]));
    if (table->column_count == SITUATION_COLUMNS_UNRATED)
        return;
    least->cells[2] = SPAN("–");
    if (!is_rated(source, score))
        return;
    most->cells[2] = page_number(source->arena, score->most, 1);
    least->cells[2] = page_number(source->arena, score->least, 1);
    most->cells[3] = report_source_number(source, agreement_of(source, item->id));
}

void report_situations(struct page *page, const struct report_source *source)
{
    if (!source->card->situation_count || !source->situations)
        return;
    const struct page_column columns[SITUATION_COLUMNS] = {{W("Would do"), 0},
                                                           {W("Answer"), 0},
                                                           {W("Rated here"), 1},
                                                           {W("Agreement here"), 1}};
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "situations", W("Situations"));
    const bool are_rated = has_ratings(source);
    if (are_rated)
        page_add_text(section,
                      WS("“Rated here” is how well people here say that the answer "
                         "works: a mean from 1, not at all, to 7, very well. “Agreement "
                         "here” is how far they agree on the situation, where 1 is full "
                         "agreement."));
    page_add_text(section, WS("Each of the ways can make sense, and there is no score "
                              "over situations."));
    struct page_block *table =
        page_add_table(section, W("What they would do"), columns,
                       are_rated ? SITUATION_COLUMNS : SITUATION_COLUMNS_UNRATED);
    table->language = source->sitting->start.language;
    for (size_t step = 0; step < source->sitting->step_count; step++)
        if (source->sitting->steps[step].item->kind == ITEM_MOST_LEAST &&
            sitting_part(source->sitting, step)->use == PART_SITUATIONS &&
            is_sitting_counted(source->sitting, step))
            add_choice(table, source, step);
}
