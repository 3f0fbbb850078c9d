/* Nothing is hidden: every choice, what it counted for, and the sums. */
#include "report/report_source.h"

#include "base/words.h"
#include "questionnaire/osd_score.h"
#include "sitting/sitting_words.h"

#include <math.h>

static struct span whole(const struct report_source *source, int64_t value)
{
    return span_format(source->arena, "%lld", (long long)value);
}

static bool is_use(const struct report_source *source, size_t step, enum part_use use)
{
    return sitting_part(source->sitting, step)->use == use &&
           is_sitting_counted(source->sitting, step);
}

static bool is_block(const struct report_source *source, size_t step)
{
    return is_use(source, step, PART_RESONANCE) &&
           source->sitting->steps[step].item->kind == ITEM_BEST_WORST;
}

static bool is_given(const struct report_source *source, size_t step)
{
    const struct answer *answer = &source->sitting->answers[step];
    return answer->state == ANSWER_GIVEN &&
           is_answer_complete(source->sitting->steps[step].item, answer);
}

/* The four statements of one block in the order the person saw. */
static void add_choice(struct page_block *table, const struct report_source *source,
                       size_t step, struct span title)
{
    const struct step *at = &source->sitting->steps[step];
    const struct answer *answer = &source->sitting->answers[step];
    const struct part *part = sitting_part(source->sitting, step);
    for (size_t place = 0; place < at->order_count; place++) {
        const int16_t index = at->order[place];
        const struct option *option = &at->item->options[index];
        struct page_row *row = page_row(table, place ? SPAN("") : title);
        row->cells[0] = sitting_words_option(source->sitting, step, option);
        row->cells[1] =
            option->dimension >= 0
                ? report_source_name(
                      source, part, part->questionnaire->dimensions[option->dimension].id)
                : SPAN("–");
        row->cells[2] = !is_given(source, step)             ? SPAN("")
                        : index == answer->pair[PAIR_BEST]  ? WS("● most")
                        : index == answer->pair[PAIR_WORST] ? WS("○ least")
                                                            : SPAN("");
    }
}

static void add_choices(struct page_section *section, const struct report_source *source,
                        int64_t *out_given)
{
    const struct page_column columns[] = {
        {W("Statement"), 0}, {W("Topic"), 0}, {W("Chosen as"), 0}};
    struct page_block *table =
        page_add_table(section, W("The choices, in the order the person saw them"),
                       columns, sizeof columns / sizeof *columns);
    int64_t count = 0;
    table->language = source->sitting->start.language;
    *out_given = 0;
    for (size_t step = 0; step < source->sitting->step_count; step++) {
        if (!is_block(source, step))
            continue;
        count++;
        *out_given += is_given(source, step);
        add_choice(table, source, step,
                   span_format(source->arena,
                               is_given(source, step) ? W("Choice %lld")
                                                      : W("Choice %lld: left open"),
                               (long long)count));
    }
}

static void add_sums_row(struct page_block *table, const struct report_source *source,
                         const struct dimension_score *score)
{
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = report_source_name(source, source->values, score->id);
    row->cells[1] = whole(source, score->best);
    row->cells[2] = whole(source, score->worst);
    row->cells[3] = whole(source, score->shown);
    row->cells[4] = report_source_number(source, score->score);
    row->cells[5] = report_source_number(source, score->se);
    row->cells[6] = report_source_number(source, score->organization);
    row->cells[7] = report_source_number(source, score->needed);
}

static void add_sums(struct page_section *section, const struct report_source *source,
                     int64_t given)
{
    const struct page_column columns[] = {
        {W("Topic"), 0}, {W("Most"), 1}, {W("Least"), 1}, {W("Shown"), 1},
        {W("Score"), 1}, {W("SE"), 1},   {W("Here"), 1},  {W("Needed"), 1}};
    struct page_block *table = page_add_table(section, W("What the choices add up to"),
                                              columns, sizeof columns / sizeof *columns);
    int64_t best = 0, worst = 0, shown = 0;
    for (size_t i = 0; i < source->card->dimension_count; i++) {
        const struct dimension_score *score = &source->card->dimensions[i];
        add_sums_row(table, source, score);
        best += score->best;
        worst += score->worst;
        shown += score->shown;
    }
    struct page_row *total = page_row(table, SPAN(""));
    total->is_total = true;
    total->cells[0] = WS("Sum");
    total->cells[1] = whole(source, best);
    total->cells[2] = whole(source, worst);
    total->cells[3] = whole(source, shown);
    for (size_t i = 4; i < table->column_count; i++)
        total->cells[i] = SPAN("");
    page_add_text(
        section,
        span_format(source->arena,
                    W("Score = (most − least) / shown. Choices given: %lld; most: "
                      "%lld; least: %lld. A topic shown fewer than three times has no "
                      "score."),
                    (long long)given, (long long)best, (long long)worst));
}

static const struct score_input *input_of(const struct report_source *source,
                                          const struct item *item)
{
    const struct scoring *scoring = source->drivers->questionnaire->scoring;
    for (size_t i = 0; i < scoring->block_count; i++) {
        const struct score_block *block = &scoring->blocks[i];
        for (size_t j = 0; j < block->input_count; j++)
            if (is_span_equal(block->inputs[j].id, item->id))
                return &block->inputs[j];
    }
    return NULL;
}

static struct span label_of(const struct report_source *source, size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const double value = source->sitting->answers[step].number;
    const struct span text = page_number(source->arena, value, 0);
    for (size_t i = 0; i < item->option_count; i++)
        if (is_span_equal(item->options[i].value, text) &&
            item->options[i].text_key.count)
            return span_format(
                source->arena, "%.*s (%.*s)",
                SPAN_ARGS(sitting_text(source->sitting, step, item->options[i].text_key)),
                SPAN_ARGS(text));
    return text;
}

static void add_rating(struct page_block *table, const struct report_source *source,
                       size_t step, struct span group)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    const struct score_input *input = input_of(source, item);
    struct page_row *row = page_row(table, group);
    row->cells[0] = sitting_text(source->sitting, step,
                                 item->text_key.count ? item->text_key : item->id);
    row->cells[2] = SPAN("–");
    if (!is_given(source, step)) {
        row->cells[1] = answer->state == ANSWER_DECLINED ? WS("preferred not to say")
                                                         : WS("left open");
        return;
    }
    row->cells[1] = label_of(source, step);
    if (input && input->coding < 0)
        row->cells[2] = span_format(
            source->arena, W("%.*s, reversed"),
            SPAN_ARGS(page_number(source->arena,
                                  input->low + input->high - answer->number, 0)));
    else if (input)
        row->cells[2] = page_number(source->arena, answer->number, 0);
}

static void add_ratings_of(struct page_block *table, const struct report_source *source,
                           struct span dimension, struct span title)
{
    struct span group = title;
    for (size_t step = 0; step < source->sitting->step_count; step++) {
        const struct item *item = source->sitting->steps[step].item;
        if (!is_use(source, step, PART_DRIVERS) || item->kind != ITEM_LIKERT ||
            !is_span_equal(item->dimension, dimension))
            continue;
        add_rating(table, source, step, group);
        group = SPAN("");
    }
}

static void add_ratings(struct page_section *section, const struct report_source *source)
{
    const struct page_column columns[] = {
        {W("Line"), 0}, {W("Answer"), 0}, {W("Counts as"), 1}};
    struct page_block *table = page_add_table(section, W("The ratings, by driver"),
                                              columns, sizeof columns / sizeof *columns);
    table->language = source->sitting->start.language;
    for (size_t i = 0; i < source->card->driver_count; i++) {
        const struct driver_score *score = &source->card->drivers[i];
        add_ratings_of(
            table, source, score->id,
            span_format(source->arena, W("%.*s: mean %.*s of %d answers"),
                        SPAN_ARGS(report_source_name(source, source->drivers, score->id)),
                        SPAN_ARGS(report_source_number(source, score->score)),
                        score->answered));
    }
    add_ratings_of(table, source, SPAN(""), WS("These say which answer to choose"));
    page_add_text(
        section,
        WS("Some lines say the opposite of their driver; there 1 counts as 5, 2 as 4 "
           "and so on: reversed. The situations stand above and count for no figure."));
}

void report_counted(struct page *page, const struct report_source *source)
{
    int64_t given;
    if (!source->values && !source->drivers)
        return;
    struct page_section *section =
        page_section(page, PAGE_SHEET, "counted", W("How each answer counted"));
    if (source->values && source->card->dimension_count) {
        page_add_text(
            section,
            WS("Again and again the person saw four statements, each about a different "
               "topic, and chose the one that matters most and the one that matters "
               "least. “Most” adds 1 to its topic, “least” takes 1 away."));
        add_choices(section, source, &given);
        if (!source->card->quality.is_resonance_withheld)
            add_sums(section, source, given);
    }
    if (source->drivers && source->card->driver_count)
        add_ratings(section, source);
}
