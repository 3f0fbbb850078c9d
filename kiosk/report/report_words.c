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

/* The ticked options, a line each. */
static struct span ticks_words(const struct report_source *source, size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    struct buffer out = buffer_init(source->arena, PAGE_BYTES_MAX);
    for (size_t i = 0; i < item->option_count; i++)
        if (answer->is_ticked[i])
            add_part(&out, option_words(source, step, &item->options[i]));
    return buffer_span(&out);
}

/* The rows of a grid that are filled in, a line each. */
static struct span rows_words(const struct report_source *source, size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    struct buffer out = buffer_init(source->arena, PAGE_BYTES_MAX);
    for (size_t row = 0; row < item->grid.row_count; row++) {
        const int pick = answer->columns[row];
        if (pick == NOT_PICKED)
            continue;
        add_part(&out, span_format(
                           source->arena, "%.*s: %.*s",
                           SPAN_ARGS(option_words(source, step, &item->grid.rows[row])),
                           SPAN_ARGS(option_words(source, step, &item->options[pick]))));
    }
    return buffer_span(&out);
}

/* "1. ...", from the first place on as far as the order was made. */
static struct span order_words(const struct report_source *source, size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct answer *answer = &source->sitting->answers[step];
    struct buffer out = buffer_init(source->arena, PAGE_BYTES_MAX);
    for (size_t place = 0; place < item->option_count; place++) {
        const int option = answer->order[place];
        if (option == NOT_PICKED)
            break;
        add_part(&out, span_format(source->arena, "%zu. %.*s", place + 1,
                                   SPAN_ARGS(option_words(source, step,
                                                          &item->options[option]))));
    }
    return buffer_span(&out);
}

static struct span pick_words(const struct report_source *source, size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const int pick = source->sitting->answers[step].pick;
    return pick == NOT_PICKED ? SPAN("")
                              : option_words(source, step, &item->options[pick]);
}

static struct span first_value(const struct report_source *source, size_t step)
{
    struct answer_values values;
    answer_values(source->sitting->steps[step].item, &source->sitting->answers[step],
                  &values);
    return values.count ? span_copy(source->arena, values.texts[0]) : SPAN("");
}

/* A point of a scale by its label, where it has one. */
static struct span number_words(const struct report_source *source, size_t step)
{
    const struct item *item = source->sitting->steps[step].item;
    const struct span value = first_value(source, step);
    for (size_t i = 0; i < item->option_count; i++)
        if (is_span_equal(item->options[i].value, value) &&
            item->options[i].text_key.count)
            return option_words(source, step, &item->options[i]);
    return value;
}

static struct span answer_words(const struct report_source *source, size_t step)
{
    switch (item_kind_shape(source->sitting->steps[step].item->kind)) {
    case SHAPE_NONE:
        break;
    case SHAPE_NUMBER:
        return number_words(source, step);
    case SHAPE_PAIR:
        return first_value(source, step);
    case SHAPE_PICK:
        return pick_words(source, step);
    case SHAPE_TICKS:
        return ticks_words(source, step);
    case SHAPE_ROWS:
        return rows_words(source, step);
    case SHAPE_ORDER:
        return order_words(source, step);
    case SHAPE_TEXT:
        return source->sitting->answers[step].text;
    }
    return SPAN("");
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

void report_words(struct page *page, const struct report_source *source)
{
    struct page_section *section = NULL;
    for (size_t step = 0; step < source->sitting->step_count; step++) {
        if (!is_report_source_own_words(sitting_part(source->sitting, step)->use) ||
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
