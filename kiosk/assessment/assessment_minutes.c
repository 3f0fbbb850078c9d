#include "assessment/assessment_minutes.h"

#include "base/utf8.h"

/* Silent reading of plain text by adults, and by readers at level B1 or in a second language, in
 * words a minute; what one choice takes to weigh and to make; how long a page takes to appear
 * and Next to be found; a sentence of so many words on keys of a screen. */
static const double quick_reading = 240, slow_reading = 130;
static const double quick_choice_s = 3, slow_choice_s = 4;
static const double page_s = 1;
static const double words_written = 15, quick_writing = 20, slow_writing = 12;

/* Scripts without blanks: two signs are about a word. */
static bool is_half_a_word(uint32_t code)
{
    return (code >= 0x0E00 && code < 0x0F00) || (code >= 0x2E80 && code < 0xAC00);
}

static double words_of(struct span text)
{
    double words = 0;
    bool is_inside = false;
    size_t at = 0;
    uint32_t code;
    while (utf8_next(text, &at, &code)) {
        if (is_half_a_word(code))
            words += .5;
        const bool is_letter = code > ' ' && code != 0xA0 && !is_half_a_word(code);
        words += is_letter && !is_inside;
        is_inside = is_letter;
    }
    return words;
}

/* The texts of one item, in turn; an empty key where there is none, false at the end. */
static bool text_at(const struct item *item, size_t index, struct span *out_key)
{
    const bool has_rows = item_kind_shape(item->kind) == SHAPE_ROWS;
    const size_t row_count = has_rows ? item->grid.row_count : 0;
    if (index >= 2 + item->option_count + row_count)
        return false;
    *out_key = index == 0   ? item->head_key
               : index == 1 ? item->text_key
               : index - 2 < item->option_count
                   ? item->options[index - 2].text_key
                   : item->grid.rows[index - 2 - item->option_count].text_key;
    return true;
}

/* A stem or a label that stands on the page before is not read again. */
static bool is_read_before(const struct questionnaire *questionnaire, size_t item,
                           size_t index, struct span key)
{
    struct span other;
    return item && text_at(&questionnaire->items[item - 1], index, &other) &&
           is_span_equal(other, key);
}

static double words_in(const struct part *part, struct span language, size_t item)
{
    const struct questionnaire *questionnaire = part->questionnaire;
    double words = 0;
    struct span key;
    for (size_t j = 0; text_at(&questionnaire->items[item], j, &key); j++)
        if (key.count && !is_read_before(questionnaire, item, j, key))
            words +=
                words_of(questionnaire_text(questionnaire, language, part->frame, key));
    return words;
}

/* How many choices an answer is made of. */
static double choices_of(const struct item *item)
{
    switch (item_kind_shape(item->kind)) {
    case SHAPE_NUMBER:
    case SHAPE_PICK:
        return 1;
    case SHAPE_TICKS:
    case SHAPE_PAIR:
        return 2;
    case SHAPE_ROWS:
        return (double)item->grid.row_count;
    case SHAPE_ORDER:
        return (double)item->option_count;
    case SHAPE_TEXT:
    case SHAPE_NONE:
        break;
    }
    return 0;
}

static void add_item(struct minutes *minutes, const struct item *item, double words)
{
    const double choices = choices_of(item);
    const bool is_written = item_kind_shape(item->kind) == SHAPE_TEXT;
    minutes->quick += words / quick_reading + (page_s + choices * quick_choice_s) / 60 +
                      (is_written ? words_written / quick_writing : 0);
    minutes->slow += words / slow_reading + (page_s + choices * slow_choice_s) / 60 +
                     (is_written ? words_written / slow_writing : 0);
}

static struct minutes part_minutes(const struct part *part, struct span language)
{
    struct minutes minutes = {0};
    for (size_t i = 0; part->questionnaire && i < part->questionnaire->item_count; i++)
        add_item(&minutes, &part->questionnaire->items[i], words_in(part, language, i));
    return minutes;
}

struct minutes assessment_minutes_role(const struct assessment *assessment,
                                       enum role role, struct span language)
{
    struct minutes sum = {0};
    for (size_t i = 0; i < assessment->part_count; i++) {
        const struct part *part = &assessment->parts[i];
        if (part->role != role)
            continue;
        const struct minutes minutes = part_minutes(part, language);
        sum.quick += minutes.quick;
        sum.slow += minutes.slow;
    }
    return sum;
}

double assessment_minutes_expected(const struct part *part, struct span language)
{
    if (part->minutes_tenths)
        return part->minutes_tenths / 10.0;
    const struct minutes minutes = part_minutes(part, language);
    return (minutes.quick + minutes.slow) / 2;
}

void assessment_minutes_check(const struct assessment *assessment,
                              struct fault_list *faults)
{
    for (size_t i = 0; i < assessment->part_count && assessment->language_count; i++) {
        const struct part *part = &assessment->parts[i];
        const struct minutes minutes = part_minutes(part, assessment->languages[0]);
        const double said = part->minutes_tenths / 10.0;
        if (!part->minutes_tenths || (said >= minutes.quick && said <= minutes.slow))
            continue;
        fault_add(
            faults,
            (struct fault){
                .weight = FAULT_NOTE,
                .file = SPAN("assessment.json"),
                .key = part->id,
                .what = span_format(faults->arena,
                                    "The part says %.1f minutes; its words and items "
                                    "take from %.1f to %.1f",
                                    said, minutes.quick, minutes.slow),
                .hint = SPAN("Take \"minutes\" away, and they are counted."),
            });
    }
}
