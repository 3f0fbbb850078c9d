/* One frozen profile: where we stand today, what our strategy needs, how far colleagues agree. */
#include "app/desk/pages/place/pages_place.h"

#include "app/desk/office/profiles/freezing.h"
#include "base/words.h"
#include "profile/profile_chart.h"

#include <math.h>

enum status pages_place_read(struct pages_turn *turn, struct span id,
                             struct pages_place *out_place)
{
    struct office *office = &turn->operation->office;
    struct pages_place place = {0};
    struct span *names;
    size_t count;
    bool is_there = false;
    enum status status = office_names(office, "profiles", &names, &count);
    for (size_t i = 0; status == OK && i < count; i++)
        is_there |= is_span_equal(names[i], id);
    if (status == OK)
        status = is_there ? freezing_profile(office, id, &place.basis)
                          : freezing_missing(office, id);
    if (status == OK)
        status = office_assessment(office, &place.assessment);
    if (status != OK)
        return status;
    if (place.basis->rater_count >= basis_least(place.basis))
        place.rows = profile_rows_place(turn->arena, place.assessment, place.basis,
                                        turn->page.language);
    *out_place = place;
    return OK;
}

static struct span agreed_words(double gate)
{
    return gate >= 1 ? WS("one voice") : gate > 0 ? WS("partly") : WS("split");
}

struct chart *pages_place_chart(struct pages_turn *turn, const struct pages_place *place,
                                bool is_drivers)
{
    struct chart *chart =
        is_drivers
            ? profile_chart_drivers(turn->arena, &place->rows, WORDING_INTERVIEWER)
            : profile_chart_dimensions(turn->arena, &place->rows, WORDING_INTERVIEWER);
    if (!chart)
        return NULL;
    const struct profile_row *rows =
        place->rows.rows + (is_drivers ? place->rows.dimension_count : 0);
    for (size_t i = 0; i < chart->row_count; i++)
        chart->rows[i].words = agreed_words(rows[i].weight);
    chart->dot_label = SPAN("");
    chart->box_label = chart->box_label.count ? WS("we today, with range") : SPAN("");
    chart->low_label = is_drivers ? WS("less so here") : WS("chosen less");
    chart->high_label = is_drivers ? WS("more so here") : WS("chosen more");
    return chart;
}

/* --- beside the chart --- */

static void agreement_add(struct pages_turn *turn, const struct basis *basis,
                          struct span names)
{
    struct page_section *section = page_section(&turn->page, PAGE_SIDE_BOX, "agreement",
                                                W("How far we describe one place"));
    page_add_text(
        section,
        span_format(
            turn->arena,
            W("Agreement is %.*s today, and %.*s of what is needed. "
              "From 0.70 on it is one voice; below 0.60 no figure is "
              "shown for anybody."),
            SPAN_ARGS(page_number(turn->arena, basis->crystallization, 2)),
            SPAN_ARGS(page_number(turn->arena, basis->crystallization_needed, 2))));
    page_add_text(section, span_format(turn->arena,
                                       W("Made from %zu colleagues. It "
                                         "never changes."),
                                       basis->rater_count));
    if (names.count)
        page_add_text(section,
                      span_format(turn->arena, W("Frozen by %.*s."), SPAN_ARGS(names)));
}

static void split_add(struct pages_turn *turn, const struct pages_place *place)
{
    struct page_section *section =
        page_section(&turn->page, PAGE_SIDE_BOX, "split", W("Topics that split us"));
    struct page_block *list = NULL;
    for (size_t i = 0; i < place->rows.dimension_count; i++) {
        if (place->rows.rows[i].weight > 0)
            continue;
        if (!list)
            list = page_add_list(section);
        page_pair(list, place->rows.rows[i].name, SPAN(""));
    }
    page_add_text(
        section, list ? WS("Colleagues do not agree on these, so they count for nothing. "
                           "Perhaps two groups live in two places: talk about it.")
                      : WS("There is none: on each topic enough colleagues agree."));
}

static void needs_add(struct pages_turn *turn, const struct pages_place *place)
{
    struct page_section *section = page_section(&turn->page, PAGE_BOX, "needs",
                                                W("What our strategy asks us to change"));
    static const struct page_column columns[] = {
        {WN("Topic"), 0}, {WN("Direction"), 0}, {WN("By how much"), 1}};
    struct page_block *table = NULL;
    for (size_t i = 0; i < place->rows.dimension_count; i++) {
        const struct profile_row *row = &place->rows.rows[i];
        const double by = row->needed - row->organization;
        if (!row->is_needed_elsewhere)
            continue;
        if (!table)
            table = page_add_table(section, "", columns, 3);
        struct page_row *line = page_row(table, SPAN(""));
        line->cells[0] = row->name;
        line->cells[1] = by > 0 ? WS("more of it") : WS("less of it");
        line->cells[2] = page_number(turn->arena, fabs(by), 2);
    }
    page_add_text(
        section,
        table ? WS("Everybody has the same number of choices, so more of one is "
                   "paid with less of another. For all other topics, colleagues cannot "
                   "say more than “as today”.")
              : WS("For no topic can colleagues say more than “as today”."));
}

enum status pages_profile_one(struct pages_turn *turn)
{
    struct pages_place place;
    struct span names;
    pages_turn_begin(turn, span_format(turn->arena, W("Our profile “%.*s”"),
                                       SPAN_ARGS(turn->parts[0])));
    pages_turn_crumb(turn, WS("Our profile"), SPAN("/profile"));
    pages_turn_crumb(turn, turn->parts[0], SPAN(""));
    enum status status = pages_place_read(turn, turn->parts[0], &place);
    if (status == OK)
        status = freezing_names(&turn->operation->office, turn->parts[0], &names);
    if (status != OK)
        return status;
    if (!place.rows.count) {
        page_add_text(&turn->page.head,
                      WS("Too few colleagues are in it for any figure."));
        return OK;
    }
    page_add_text(&turn->page.head,
                  WS("What colleagues say is true of us today, and what "
                     "our strategy needs."));
    page_add_profile(
        page_section(&turn->page, PAGE_BOX, "topics", W("What matters here")), "",
        pages_place_chart(turn, &place, false));
    struct chart *drivers = pages_place_chart(turn, &place, true);
    if (drivers)
        page_add_profile(page_section(&turn->page, PAGE_BOX, "drivers", W("How we work")),
                         "", drivers);
    needs_add(turn, &place);
    agreement_add(turn, place.basis, names);
    split_add(turn, &place);
    return OK;
}
