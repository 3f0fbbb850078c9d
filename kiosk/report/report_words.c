/* What the person wrote, as they wrote it: nothing is cut, corrected, counted or judged. */
#include "report/report_source.h"

#include "base/buffer.h"
#include "base/words.h"

static struct span option_words(const struct report_source *source, size_t step,
                                const struct option *option)
{
    return sitting_text(source->sitting, step,
                        option->text_key.count ? option->text_key : option->value);
}

static void add_part(struct buffer *out, struct span words)
{
    buffer_format(out, "%s%.*s", out->count ? "\n" : "", SPAN_ARGS(words));
}

/* Choices, ticks and rows of a grid, a line each. */
static struct span picks_words(const struct report_source *source, size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    struct buffer out = buffer_init(source->arena, PAGE_BYTES_MAX);
    const enum answer_shape shape = item_kind_shape(item->kind);
    const size_t count = shape == SHAPE_ROWS   ? item->row_count
                         : shape == SHAPE_PICK ? 1
                                               : item->option_count;
    for (size_t i = 0; i < count; i++) {
        const int pick = answer->picks[i];
        if (pick == NOT_PICKED)
            continue;
        const size_t option = shape == SHAPE_TICKS ? i : (size_t)pick;
        const struct span words = option_words(source, step, &item->options[option]);
        if (shape == SHAPE_ROWS)
            add_part(&out,
                     span_format(source->arena, "%.*s: %.*s",
                                 SPAN_ARGS(option_words(source, step, &item->rows[i])),
                                 SPAN_ARGS(words)));
        else
            add_part(&out, words);
    }
    return buffer_span(&out);
}

static struct span answer_words(const struct report_source *source, size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    struct answer_values values;
    switch (item_kind_shape(item->kind)) {
    case SHAPE_TEXT:
        return answer->text;
    case SHAPE_PICK:
    case SHAPE_TICKS:
    case SHAPE_ROWS:
        return picks_words(source, step);
    case SHAPE_NONE:
    case SHAPE_NUMBER:
    case SHAPE_PAIR:
        break;
    }
    answer_values(item, answer, &values);
    return values.count ? span_copy(source->arena, values.texts[0]) : SPAN("");
}

static void add_answer(struct page_section *section, const struct report_source *source,
                       size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    const struct span question = sitting_text(
        source->sitting, step, item->text_key.count ? item->text_key : item->id);
    if (answer->state == ANSWER_DECLINED)
        page_add_missing(section, question, W("Preferred not to say."));
    else if (span_trim(answer_words(source, step)).count)
        page_add_quote(section, question, answer_words(source, step),
                       source->sitting->start.language);
    else
        page_add_missing(section, question, W("Left open."));
}

static bool is_own_words(enum part_use use)
{
    return use == PART_STORY || use == PART_INTERVIEW || use == PART_CLOSING;
}

void report_words(struct page *page, const struct report_source *source)
{
    struct page_section *section = NULL;
    for (size_t step = 0; step < source->sitting->step_count; step++) {
        if (!is_own_words(sitting_part(source->sitting, step)->use) ||
            !is_sitting_counted(source->sitting, step))
            continue;
        if (!section) {
            section = page_section(page, PAGE_PLAIN, "words", W("In their own words"));
            page_add_text(section, WS("As they were written. Spelling and length say "
                                      "nothing about fit; a question may be left open."));
        }
        add_answer(section, source, step);
    }
}
