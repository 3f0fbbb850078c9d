/* Two people of one vacancy side by side: the sentence first, then each range, then the topics.
 * There is no winner and no sum. */
#include "app/desk/pages/pages_compare.h"

#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_turn.h"
#include "base/buffer.h"
#include "base/words.h"
#include "profile/profile_chart.h"
#include "profile/profile_rows.h"
#include "profile/profile_card.h"
#include "profile/wording.h"

#include <math.h>

/* From where on one topic tells two people apart, with all of them looked at at once: 5 % of 16. */
static const double SURE_Z = 2.96;

enum { NAMES_BYTES = 2048, CHOICES_MAX = 200 };

struct compared {
    const struct people_row *row;
    struct record *record;
    const struct scorecard *card;
    struct profile_rows rows;
};

struct profile_rows pages_compare_rows(struct pages_turn *turn,
                                       const struct record *record)
{
    const struct scorecard *card =
        profile_card(turn->arena, record->scorecard, record->basis);
    const struct profile_source source = profile_rows_source(
        record->sitting->assessment, card, record->basis, turn->page.language);
    return profile_rows_list(turn->arena, &source);
}

static enum status person_open(struct pages_turn *turn, struct compared *person)
{
    struct result result;
    struct operation *operation = turn->operation;
    const enum status status =
        result_reader_read(&operation->reader, person->row->record_id, person->row->place,
                           &result, &person->record);
    if (status != OK)
        return status;
    person->card =
        profile_card(turn->arena, person->record->scorecard, person->record->basis);
    person->rows = pages_compare_rows(turn, person->record);
    return OK;
}

/* The one who came first stands first, whoever was named first. */
static enum status pair_find(struct pages_turn *turn, struct compared out_pair[2])
{
    const struct people_row *rows[2];
    for (int i = 0; i < 2; i++) {
        const enum status status =
            pages_turn_person(turn, pages_turn_field(turn, i ? "b" : "a"), &rows[i]);
        if (status != OK)
            return status;
    }
    if (rows[0] == rows[1])
        return fail(STATUS_BAD_INPUT,
                    "this is one person; choose another to compare with");
    if (rows[0]->group != rows[1]->group)
        return fail(STATUS_BAD_INPUT,
                    "people of two vacancies are not compared: each was "
                    "set beside something else");
    const bool is_turned = rows[0]->place > rows[1]->place;
    out_pair[0].row = rows[is_turned];
    out_pair[1].row = rows[!is_turned];
    return OK;
}

static void range_add(struct pages_turn *turn, struct page_block *ranges,
                      const struct compared *person)
{
    const struct figure *figure = &person->row->figure;
    const char *phrase = wording_phrase(figure->phrase);
    struct page_item *item = page_item(ranges);
    item->words = person->row->handle;
    if (!person->row->is_shown) {
        item->title = WS("No figure");
        item->figures = span_of(wording_figure(figure));
        return;
    }
    item->title = *phrase ? wording_title(turn->arena, phrase) : WS("Not in words yet");
    item->chart = profile_chart_range(turn->arena, figure, WORDING_INTERVIEWER);
    item->figures = span_format(turn->arena, W("%.*s, between %.*s and %.*s"),
                                SPAN_ARGS(page_number(turn->arena, figure->r, 2)),
                                SPAN_ARGS(page_number(turn->arena, figure->low, 2)),
                                SPAN_ARGS(page_number(turn->arena, figure->high, 2)));
}

static void sentence_add(struct pages_turn *turn, const struct compared pair[2])
{
    struct page_section *section = page_section(&turn->page, PAGE_BOX, "sentence", "");
    if (!pair[0].row->is_shown || !pair[1].row->is_shown)
        page_add_strong(section, WS("They cannot be compared as a whole."),
                        WS("One of the two sessions gives no figure. What each looks for "
                           "can be read topic by topic."));
    else if (is_people_pair(pair[0].row, pair[1].row))
        page_add_strong(section, WS("They cannot be told apart."),
                        WS("How far the two figures lie from each other may be nothing: "
                           "two sessions of one person can differ as much."));
    else
        page_add_strong(section, WS("The two sessions can be told apart."),
                        WS("One has more in common with us than the other. That says "
                           "nothing about who would do the work better."));
    struct page_block *ranges = page_add_ranges(section);
    range_add(turn, ranges, &pair[0]);
    range_add(turn, ranges, &pair[1]);
}

void pages_compare_chart(struct pages_turn *turn, struct page_section *section,
                         const struct pages_compare_side *first,
                         const struct pages_compare_side *second)
{
    struct chart *chart =
        profile_chart_dimensions(turn->arena, &first->rows, WORDING_INTERVIEWER);
    const struct chart *other =
        profile_chart_dimensions(turn->arena, &second->rows, WORDING_INTERVIEWER);
    if (chart->row_count != other->row_count)
        return;
    chart->row_title = WS("Topic");
    chart->low_label = WS("chosen less");
    chart->high_label = WS("chosen more");
    chart->dot_label = first->label;
    chart->other_label = second->label;
    if (chart->box_label.count)
        chart->box_label = WS("we today");
    if (chart->needed_label.count)
        chart->needed_label = WS("where our strategy needs it, if surely elsewhere");
    for (size_t i = 0; i < chart->row_count; i++) {
        chart->rows[i].other = &other->rows[i];
        chart->rows[i].is_sure = false; /* of one alone */
    }
    page_add_profile(section, "", chart);
}

static void chart_add(struct pages_turn *turn, const struct compared pair[2])
{
    const struct pages_compare_side first = {pair[0].rows, pair[0].row->handle},
                                    second = {pair[1].rows, pair[1].row->handle};
    pages_compare_chart(turn,
                        page_section(&turn->page, PAGE_BOX, "matters", W("What matters")),
                        &first, &second);
}

static bool is_apart(const struct compared pair[2], size_t i)
{
    const struct dimension_score *a = &pair[0].card->dimensions[i];
    const struct dimension_score *b = &pair[1].card->dimensions[i];
    const double se = hypot(a->se, b->se);
    return se > 0 && fabs(a->score - b->score) > SURE_Z * se;
}

static bool is_both(const struct compared pair[2], size_t i)
{
    return pair[0].rows.rows[i].relation == TOPIC_FITS &&
           pair[1].rows.rows[i].relation == TOPIC_FITS;
}

static struct span names_of(struct pages_turn *turn, const struct compared pair[2],
                            bool (*is)(const struct compared pair[2], size_t i))
{
    struct buffer names = buffer_init(turn->arena, NAMES_BYTES);
    for (size_t i = 0; i < pair[0].rows.dimension_count; i++)
        if (is(pair, i))
            buffer_format(&names, "%s%.*s", names.count ? ", " : "",
                          SPAN_ARGS(pair[0].rows.rows[i].name));
    return buffer_span(&names);
}

static void sure_add(struct pages_turn *turn, const struct compared pair[2])
{
    const struct span apart = names_of(turn, pair, is_apart);
    const struct span both = names_of(turn, pair, is_both);
    struct page_section *section =
        page_section(&turn->page, PAGE_SIDE_BOX, "sure", W("What is sure"));
    if (apart.count)
        page_add_strong(section, WS("These topics tell the two apart:"), apart);
    else
        page_add_text(section, WS("No single topic tells the two apart."));
    if (both.count)
        page_add_strong(section, WS("Both look for what we look for:"), both);
    page_add_text(
        page_section(&turn->page, PAGE_SIDE_BOX, "before", W("Before you choose")),
        WS("Two people who look for the same are not better than two who add to "
           "each other. A choice needs a reason of your own; these figures "
           "cannot be it."));
}

static enum status pair_show(struct pages_turn *turn)
{
    struct compared pair[2] = {{0}, {0}};
    enum status status = pair_find(turn, pair);
    if (status == OK)
        status = operation_reader_open(turn->operation, 2);
    for (int i = 0; i < 2 && status == OK; i++)
        status = person_open(turn, &pair[i]);
    if (status == OK && pair[0].rows.dimension_count != pair[1].rows.dimension_count)
        status = fail(STATUS_UNSUPPORTED, "the two answered different forms");
    if (status != OK)
        return status;
    const struct span both =
        span_format(turn->arena, W("%.*s and %.*s"), SPAN_ARGS(pair[0].row->handle),
                    SPAN_ARGS(pair[1].row->handle));
    status = pages_turn_note_people(turn, "compared", both, false);
    if (status != OK)
        return status;
    turn->page.title = both;
    page_add_text(&turn->page.head, WS("In order of arrival."));
    sentence_add(turn, pair);
    chart_add(turn, pair);
    sure_add(turn, pair);
    return OK;
}

/* Whom to compare with: those of the same vacancy. */
static enum status other_ask(struct pages_turn *turn)
{
    struct people *people;
    const struct people_row *first;
    enum status status = pages_turn_people(turn, &people);
    if (status == OK)
        status = pages_turn_person(turn, pages_turn_field(turn, "a"), &first);
    if (status != OK)
        return status;
    struct page_form *form =
        page_form_new(turn->arena, SPAN("/compare"), SPAN(""), WS("Compare"));
    page_form_field(form, PAGE_FIELD_HIDDEN, "a", SPAN(""))->value = first->handle;
    struct page_field *field = page_form_field(
        form, PAGE_FIELD_ONE_OF, "b",
        span_format(turn->arena, W("Compare %.*s with"), SPAN_ARGS(first->handle)));
    size_t count = 0;
    for (size_t i = 0; i < people->count && count < CHOICES_MAX; i++) {
        const struct people_row *row = &people->rows[i];
        if (row == first || row->group != first->group)
            continue;
        page_form_choice(field, row->handle,
                         span_format(turn->arena, W("%.*s, number %lld to arrive"),
                                     SPAN_ARGS(row->handle), (long long)row->place));
        count++;
    }
    if (!count)
        page_add_text(&turn->page.head, WS("Nobody else has come for this vacancy yet."));
    else
        page_add_form(page_section(&turn->page, PAGE_BOX, "other", W("With whom?")),
                      form);
    return OK;
}

enum status pages_compare(struct pages_turn *turn)
{
    pages_turn_begin(turn, WS("Two people"));
    pages_turn_crumb(turn, WS("People"), SPAN("/people"));
    pages_turn_crumb(turn, WS("Two people"), SPAN(""));
    return pages_turn_field(turn, "b").count ? pair_show(turn) : other_ask(turn);
}
