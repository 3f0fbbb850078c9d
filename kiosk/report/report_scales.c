/* What the questionnaires of the form score themselves: name, score, between what it can lie,
 * and how much of it was answered. Nobody is compared with anybody here, so nothing says high or
 * low. */
#include "report/report_source.h"

#include "base/words.h"
#include "questionnaire/scored/osd_range.h"
#include "scoring/score_scales.h"
#include "sitting/sitting_words.h"

#include <math.h>

/* The scores of one part, and where they begin among those of the scorecard. */
struct scales {
    const struct part *part;
    size_t first;
};

static struct span text_of(const struct report_source *source, const struct part *part,
                           struct span key)
{
    return key.count ? questionnaire_text(part->questionnaire, source->language,
                                          part->frame, key)
                     : key;
}

static struct span name_of_part(const struct report_source *source,
                                const struct part *part)
{
    const struct span title = text_of(source, part, part->title_key);
    return title.count && !is_span_equal(title, part->title_key)
               ? title
               : part->questionnaire->name;
}

/* Documents name a scale by its dimension, describe its block, or do neither. */
static struct span name_of_block(const struct report_source *source,
                                 const struct part *part, const struct score_block *block)
{
    const int dimension = questionnaire_dimension(part->questionnaire, block->id);
    if (dimension >= 0)
        return report_source_name(source, part, block->id);
    const struct span words = text_of(source, part, block->description);
    return words.count ? words : block->id;
}

/* The first of a part stands below the part's name. */
static struct page_row *add_row(struct page_block *table, struct span group,
                                bool is_first, struct span name, struct span score)
{
    struct page_row *row = page_row(table, is_first ? group : SPAN(""));
    row->cells[0] = name;
    row->cells[1] = score;
    row->cells[2] = row->cells[3] = SPAN("–");
    return row;
}

static void add_blocks(struct page_block *table, const struct report_source *source,
                       const struct scales *scales)
{
    const struct part *part = scales->part;
    const struct scoring *scoring = part->questionnaire->scoring;
    struct arena *arena = source->arena;
    const struct osd_range *ranges = osd_range_blocks(arena, part->questionnaire);
    for (size_t i = 0; i < scoring->block_count; i++) {
        const struct scale_score *scale = &source->card->scales[scales->first + i];
        struct page_row *row = add_row(table, name_of_part(source, part), i == 0,
                                       name_of_block(source, part, &scoring->blocks[i]),
                                       report_source_number(source, scale->score));
        if (!isnan(ranges[i].low))
            row->cells[2] =
                span_format(arena, W("%.*s to %.*s"),
                            SPAN_ARGS(report_source_number(source, ranges[i].low)),
                            SPAN_ARGS(report_source_number(source, ranges[i].high)));
        row->cells[3] = span_format(arena, W("%d of %zu"), scale->answered,
                                    scoring->blocks[i].input_count);
    }
}

static void add_computed(struct page_block *table, const struct report_source *source,
                         const struct scales *scales)
{
    const struct part *part = scales->part;
    const struct scoring *scoring = part->questionnaire->scoring;
    const size_t first = scales->first + scoring->block_count;
    for (size_t i = 0; i < scoring->computed_count; i++) {
        const struct computed *computed = &scoring->computed[i];
        const double score = source->card->scales[first + i].score;
        const struct span label = text_of(source, part, computed->label);
        add_row(table, name_of_part(source, part), i + scoring->block_count == 0,
                label.count ? label : computed->name,
                !computed->is_boolean || isnan(score)
                    ? report_source_number(source, score)
                : score > 0 ? WS("Yes")
                            : WS("No"));
    }
}

static void add_scores(struct page_section *section, const struct report_source *source)
{
    const struct page_column columns[] = {{W("Scale"), 0},
                                          {W("Score"), 1},
                                          {W("Lowest to highest"), 1},
                                          {W("Answered"), 1}};
    const struct assessment *assessment = source->sitting->assessment;
    struct page_block *table = page_add_table(section, "", columns, 4);
    struct scales scales = {0};
    for (size_t i = 0; i < assessment->part_count; i++) {
        scales.part = &assessment->parts[i];
        if (scales.part->role != source->sitting->start.role ||
            !is_score_scales_part(scales.part))
            continue;
        add_blocks(table, source, &scales);
        add_computed(table, source, &scales);
        scales.first += score_scales_count(scales.part->questionnaire);
    }
}

static void add_answers(struct page_section *section, const struct report_source *source)
{
    const struct page_column columns[] = {{W("Question"), 0}, {W("Answer"), 0}};
    const struct sitting *sitting = source->sitting;
    struct page_block *table = NULL;
    for (size_t step = 0; step < sitting->step_count; step++) {
        if (!is_report_source_scale(source, step) || !is_sitting_counted(sitting, step))
            continue;
        if (!table) {
            table = page_add_table(section, W("What was answered"), columns, 2);
            table->language = sitting->start.language;
        }
        const struct item *item = sitting->steps[step].item;
        const struct span words = sitting_words_answer(source->arena, sitting, step);
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] =
            sitting_text(sitting, step, item->text_key.count ? item->text_key : item->id);
        row->cells[1] = sitting->answers[step].state == ANSWER_DECLINED
                            ? WS("Preferred not to say.")
                        : words.count ? words
                                      : WS("Left open.");
    }
}

void report_scales(struct page *page, const struct report_source *source)
{
    if (!source->card->scale_count)
        return;
    struct page_section *section = page_section(page, PAGE_PLAIN, "scales", W("Scales"));
    page_add_text(section,
                  WS("The scores that these questionnaires define themselves. They are "
                     "not part of the resonance, and nothing here says what is usual or "
                     "good. Lowest and highest are the scores that a person who answers "
                     "all of it can reach."));
    add_scores(section, source);
    add_answers(section, source);
}
