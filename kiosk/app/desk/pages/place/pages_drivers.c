/* The seven drivers on one page, as they stand on each other: the ground carries what stands on
 * it. */
#include "app/desk/command/drivers/drivers_found.h"
#include "app/desk/office/after/checkin.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/place/pages_place.h"
#include "base/words.h"

#include <stdlib.h>

/* From the top down: what a driver is part of. */
enum { LEVELS = 3, LEVEL_IDS = 3 };
static const struct level {
    const char *words, *ids[LEVEL_IDS];
} levels[LEVELS] = {
    {WN("It becomes one’s own"), {"ownership", "accountability"}},
    {WN("Knowing becomes doing"), {"transfer", "skills"}},
    {WN("The ground"), {"learning", "doing", "coaching"}},
};

static bool is_of(const struct level *level, struct span id)
{
    for (size_t i = 0; i < LEVEL_IDS && level->ids[i]; i++)
        if (is_span(id, level->ids[i]))
            return true;
    return false;
}

/* The rows of the chart in the order of the levels, each level under its heading. */
static struct chart *levels_chart(struct pages_turn *turn,
                                  const struct pages_place *place)
{
    struct chart *plain = pages_place_chart(turn, place, true);
    if (!plain)
        return NULL;
    const struct profile_row *rows = place->rows.rows + place->rows.dimension_count;
    struct chart *chart = arena_new(turn->arena, struct chart);
    *chart = *plain;
    chart->rows = arena_array(turn->arena, struct chart_row, plain->row_count);
    chart->row_count = 0;
    for (size_t level = 0; level < LEVELS; level++)
        for (size_t i = 0, first = chart->row_count; i < plain->row_count; i++) {
            if (!is_of(&levels[level], rows[i].id))
                continue;
            chart->rows[chart->row_count] = plain->rows[i];
            if (chart->row_count++ == first)
                chart->rows[first].group = WS(levels[level].words);
        }
    return chart->row_count ? chart : NULL;
}

static int by_gap(const void *a, const void *b)
{
    const struct profile_row *const *one = a, *const *other = b;
    const double first = (*one)->needed - (*one)->organization,
                 second = (*other)->needed - (*other)->organization;
    return (first < second) - (first > second);
}

/* Only those of which colleagues can surely say that more is needed. */
static void weakest_add(struct pages_turn *turn, const struct pages_place *place)
{
    static const struct page_column columns[] = {{WN("Driver"), 0}, {WN("Short by"), 1}};
    const size_t count = place->rows.count - place->rows.dimension_count;
    const struct profile_row **found =
        arena_array(turn->arena, const struct profile_row *, count);
    size_t found_count = 0;
    struct page_section *section =
        page_section(&turn->page, PAGE_SIDE_BOX, "weakest", W("Weakest link first"));
    for (size_t i = 0; i < count; i++) {
        const struct profile_row *row =
            &place->rows.rows[place->rows.dimension_count + i];
        if (row->is_needed_elsewhere && row->needed > row->organization)
            found[found_count++] = row;
    }
    if (!found_count) {
        page_add_text(section,
                      WS("For no driver can colleagues say for certain that more is "
                         "needed than is here."));
        return;
    }
    qsort(found, found_count, sizeof(struct profile_row *), by_gap);
    struct page_block *table = page_add_table(section, "", columns, 2);
    for (size_t i = 0; i < found_count; i++) {
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = found[i]->name;
        row->cells[1] =
            page_number(turn->arena, found[i]->needed - found[i]->organization, 2);
    }
    page_add_text(
        section,
        WS("Each driver rests on those below it, so where two are alike, begin "
           "with the lower one. For the others, colleagues cannot say for certain that "
           "more is needed."));
}

static void choose_add(struct pages_turn *turn, const struct span *names, size_t count,
                       struct span chosen)
{
    if (count < 2)
        return;
    struct page_block *ways = page_add_ways(&turn->page.head);
    for (size_t i = 0; i < count; i++)
        page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK, names[i],
                     pages_link_with(turn->arena, SPAN("/drivers"), "profile", names[i]))
            ->is_here = is_span_equal(names[i], chosen);
}

/* --- what those who answered say of it, for whoever opens their answers --- */

enum { SHOWN_BYTES = 32 << 20 };

static size_t which_month(const struct pages_turn *turn)
{
    int64_t month;
    for (size_t i = 0; i < CHECKIN_TIMES; i++)
        if (span_to_integer(pages_turn_field(turn, "month"), &month) &&
            month == checkin_months[i])
            return i;
    return 0;
}

static void months_add(struct pages_turn *turn, size_t here)
{
    struct page_block *ways = page_add_ways(turn->page.last);
    ways->title = WS("Which check-in:");
    for (size_t i = 0; i < CHECKIN_TIMES; i++)
        page_way_add(
            turn->arena, &ways->ways, PAGE_WAY_LINK,
            span_format(turn->arena, W("After %d months"), checkin_months[i]),
            pages_link_with(turn->arena,
                            pages_link_with(turn->arena, SPAN("/drivers"), "profile",
                                            pages_turn_field(turn, "profile")),
                            "month", span_format(turn->arena, "%d", checkin_months[i])))
            ->is_here = i == here;
}

static enum status people_add(struct pages_turn *turn)
{
    const size_t which = which_month(turn);
    struct people *people;
    struct drivers_found found;
    if (!has_pages_turn_role(turn, "r")) {
        page_add_text(page_section(&turn->page, PAGE_SIDE, "story", ""),
                      WS("Recruiters also see here how sure people are of the story, and "
                         "how the drivers go together: it is counted from answers that "
                         "your key does not open."));
        return OK;
    }
    enum status status = pages_turn_people(turn, &people);
    if (status == OK)
        status = operation_page_open(turn->operation, SHOWN_BYTES);
    if (status == OK)
        status =
            drivers_found_read(turn->operation, people, checkin_months[which], &found);
    if (status != OK)
        return status;
    pages_turn_note(turn, "drivers counted",
                    span_format(turn->arena, "%d months", checkin_months[which]));
    drivers_found_story(&turn->page, PAGE_BOX, &found);
    months_add(turn, which);
    drivers_found_together(&turn->page, PAGE_BOX, &found);
    return OK;
}

static enum status place_add(struct pages_turn *turn)
{
    struct pages_place place;
    struct span *names, chosen = pages_turn_field(turn, "profile");
    size_t count;
    enum status status =
        office_names(&turn->operation->office, "profiles", &names, &count);
    if (status != OK)
        return status;
    if (!count) {
        page_add_text(&turn->page.head,
                      WS("There is no frozen profile yet. What colleagues say of the "
                         "seven drivers stands here once there is."));
        return OK;
    }
    if (!chosen.count)
        chosen = names[count - 1];
    status = pages_place_read(turn, chosen, &place);
    if (status != OK)
        return status;
    page_add_text(&turn->page.head,
                  span_format(turn->arena,
                              W("Seven things have to be in place and work together. "
                                "%zu colleagues, profile “%.*s”."),
                              place.basis->rater_count, SPAN_ARGS(chosen)));
    choose_add(turn, names, count, chosen);
    struct chart *chart = place.rows.count ? levels_chart(turn, &place) : NULL;
    struct page_section *section =
        page_section(&turn->page, PAGE_BOX, "drivers", W("The seven drivers"));
    if (!chart) {
        page_add_text(section, WS("This profile says nothing of them."));
        return OK;
    }
    page_add_profile(section, "", chart);
    weakest_add(turn, &place);
    return OK;
}

enum status pages_drivers(struct pages_turn *turn)
{
    pages_turn_begin(turn, WS("Our strategy, on one page"));
    const enum status status = place_add(turn);
    return status == OK ? people_add(turn) : status;
}
