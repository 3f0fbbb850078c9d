/* formr: sheets survey and choices. An item whose name ends with "_3R" or "_3" belongs to the scale
 * before the number and is reversed with the R, as formr itself counts scales. What its R code says
 * (showif, value) has no place here and is told. */
#include "convert/from/from.h"
#include "convert/from/sheet_form.h"

enum { POINTS_MAX = 64 };

struct survey {
    struct sheet_form form;
    struct foreign *row;
    struct outline_item *item;
    struct span type, rest; /* the first word of the type, and what comes after it */
};

static struct span cell(const struct survey *survey, const char *column)
{
    return foreign_take_of(survey->form.outline->arena, survey->row, column);
}

static void item_add(struct survey *survey, const char *type)
{
    survey->item = outline_item(survey->form.outline, cell(survey, "name"), type,
                                sheet_form_words(&survey->form, survey->row, "label"));
}

static bool is_type(const struct survey *survey, const char *words)
{
    struct span rest = span_of(words), word;
    while (span_next(&rest, ' ', &word))
        if (is_span_equal(survey->type, word))
            return 1;
    return 0;
}

/* The numbers in "number 1,100,1"; how many there are. */
static size_t numbers_read(const struct survey *survey, struct span out_numbers[3])
{
    struct span rest = survey->rest, part;
    size_t count = 0;
    while (count < 3 && span_next(&rest, ',', &part))
        out_numbers[count++] = span_trim(part);
    return count;
}

/* Whether the answers of the list are whole numbers one after the other, so that it is a rating;
 * from `out_lowest` on. */
static size_t points_of(const struct survey *survey, int64_t *out_lowest)
{
    size_t count = 0;
    for (struct foreign *row = NULL;
         (row = sheet_form_answer(&survey->form, survey->rest, row));) {
        int64_t value;
        if (count == POINTS_MAX || !span_to_integer(foreign_look(row, "name"), &value) ||
            value < -POINTS_MAX || value > POINTS_MAX ||
            (count && value != *out_lowest + (int64_t)count))
            return 0;
        if (!count++)
            *out_lowest = value;
    }
    return count > 1 ? count : 0;
}

static void rating_add(struct survey *survey, int64_t lowest)
{
    const struct outline_words *words[POINTS_MAX];
    size_t count = 0;
    item_add(survey, "likert");
    for (struct foreign *row = NULL;
         (row = sheet_form_answer(&survey->form, survey->rest, row));) {
        words[count++] = sheet_form_words(&survey->form, row, "label");
        (void)foreign_take_of(survey->form.outline->arena, row, "name");
        (void)foreign_take_of(survey->form.outline->arena, row, "list_name");
    }
    from_labels(survey->form.outline, survey->item, lowest, words, count);
}

static bool choice_read(struct survey *survey)
{
    int64_t lowest = 0;
    if (is_type(survey, "mc mc_button") && points_of(survey, &lowest)) {
        rating_add(survey, lowest);
        return 1;
    }
    const bool is_one = is_type(survey, "mc mc_button select_one");
    if (!is_one && !is_type(survey, "mc_multiple mc_multiple_button select_multiple"))
        return 0;
    item_add(survey, is_one ? "multi" : "multicheck");
    sheet_form_options(&survey->form, survey->item, "options", survey->rest,
                       survey->row->place);
    return 1;
}

/* "rating_button 1,7,1" with the words of its ends in two columns. */
static bool button_read(struct survey *survey)
{
    const struct outline_words *words[POINTS_MAX] = {NULL};
    struct outline_words ends[2];
    struct span numbers[3];
    int64_t low, high;
    if (!is_type(survey, "rating_button") || numbers_read(survey, numbers) < 2 ||
        !span_to_integer(numbers[0], &low) || !span_to_integer(numbers[1], &high) ||
        low < -POINTS_MAX || high > POINTS_MAX || high <= low || high - low >= POINTS_MAX)
        return 0;
    item_add(survey, "likert");
    ends[0] = from_words(cell(survey, "choice1"));
    ends[1] = from_words(cell(survey, "choice2"));
    if (ends[0].text.count)
        words[0] = &ends[0];
    if (ends[1].text.count)
        words[high - low] = &ends[1];
    from_labels(survey->form.outline, survey->item, low, words, (size_t)(high - low + 1));
    return 1;
}

static bool number_read(struct survey *survey)
{
    struct outline *outline = survey->form.outline;
    struct span numbers[3];
    const bool is_line = is_type(survey, "range range_ticks");
    if (!is_line && !is_type(survey, "number"))
        return 0;
    const size_t count = numbers_read(survey, numbers);
    item_add(survey, is_line ? "vas" : "number");
    if (is_line && count > 1) {
        outline_set_number(outline, survey->item, "min", numbers[0]);
        outline_set_number(outline, survey->item, "max", numbers[1]);
    } else if (count > 1) {
        outline_check(outline, survey->item, "number_min", numbers[0]);
        outline_check(outline, survey->item, "number_max", numbers[1]);
    }
    if (count > 2)
        losses_add(outline->losses, SPAN("The step of a number"), survey->row->place);
    return 1;
}

static bool text_read(struct survey *survey)
{
    const bool is_note = is_type(survey, "note");
    if (!is_note && !is_type(survey, "text textarea"))
        return 0;
    item_add(survey, is_note ? "inst" : is_type(survey, "text") ? "short" : "long");
    if (!is_note)
        outline_check(survey->form.outline, survey->item, "max_length", survey->rest);
    return 1;
}

static void scale_read(struct survey *survey)
{
    const struct span name = survey->item->id;
    const bool is_reversed = name.count && name.data[name.count - 1] == 'R';
    size_t end = name.count - is_reversed;
    const size_t before = end;
    while (end && name.data[end - 1] >= '0' && name.data[end - 1] <= '9')
        end--;
    if (end == before || end < 2 || name.data[end - 1] != '_')
        return;
    outline_score(survey->form.outline, span_cut(name, 0, end - 1), survey->item,
                  is_reversed ? -1 : 1);
}

static bool kind_read(struct survey *survey)
{
    return choice_read(survey) || button_read(survey) || number_read(survey) ||
           text_read(survey);
}

static void required_read(struct survey *survey)
{
    const struct span optional = foreign_look(survey->row, "optional");
    if (!is_type(survey, "note"))
        outline_set_flag(survey->form.outline, survey->item, "required",
                         !is_span(optional, "*"));
    if (is_span(optional, "*") || is_span(optional, "!"))
        (void)cell(survey, "optional");
}

static void row_read(struct survey *survey)
{
    struct outline *outline = survey->form.outline;
    struct span rest = cell(survey, "type");
    if (!span_next(&rest, ' ', &survey->type) || !survey->type.count)
        return;
    survey->rest = span_trim(rest);
    if (is_type(survey, "submit")) { /* a page of formr ends; here each question is one */
        foreign_lose(outline->losses, survey->row, SPAN("The end of a page"));
        return;
    }
    if (!kind_read(survey)) {
        foreign_lose(outline->losses, survey->row,
                     span_format(outline->arena, "A row of the type %.*s, %.*s",
                                 SPAN_ARGS(survey->type),
                                 SPAN_ARGS(foreign_look(survey->row, "name"))));
        return;
    }
    if (is_span(json_edit_text_of(survey->item->edit, "type"), "likert"))
        scale_read(survey);
    required_read(survey);
}

enum status from_formr(struct outline *outline, struct span file, struct span bytes)
{
    struct survey survey = {0};
    const enum status status = sheet_form_read(outline, file, bytes, &survey.form);
    if (status != OK)
        return status;
    for (survey.row = foreign_get(survey.form.survey, "row");
         survey.row && !outline->is_full; survey.row = foreign_again(survey.row))
        row_read(&survey);
    foreign_rest(outline->losses, survey.form.root);
    return OK;
}
