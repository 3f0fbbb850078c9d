#include "app/desk/pages/pages_people_state.h"

#include "app/desk/office/ends/ends.h"
#include "app/desk/pages/pages_link.h"
#include "base/words.h"

const struct pages_people_state pages_people_states[PAGES_PEOPLE_STATES] = {
    {"", WN("All")}, {"new", WN("New")}, {"read", WN("Read")}};

bool is_pages_people_state(struct span id, const struct people_row *row)
{
    return !id.count || (is_span(id, "new") && !row->is_read) ||
           (is_span(id, "read") && row->is_read);
}

void pages_people_state_put(const struct people_row *row, const struct page_block *table,
                            struct page_row *line, size_t column)
{
    line->cells[column] = row->is_read ? WS("Read") : WS("New");
    page_cell(table, line, column)->state =
        row->is_read ? PAGE_STATE_READ : PAGE_STATE_NEW;
}

/* A card that was used twice is one that has come. */
static size_t come_count(const struct people *people, struct span vacancy)
{
    size_t count = 0;
    for (size_t i = 0; i < people->count; i++)
        count += is_span_equal(people->rows[i].vacancy, vacancy) &&
                 !people->rows[i].sat_before;
    return count;
}

/* What was erased, here or by an earlier desk, keeps no card: it may have come for any vacancy. */
static bool has_erased(struct office *office)
{
    const struct ends *ends;
    if (ends_read(office, &ends) != OK)
        return true;
    for (size_t i = 0; i < ends->count; i++)
        if (is_ends_over(&ends->list[i]))
            return true;
    return false;
}

void pages_people_state_cards(struct pages_turn *turn, const struct people *people,
                              const struct vacancy *vacancy, const char *words,
                              const char *route)
{
    struct invitations *invitations;
    size_t printed = 0;
    if (!vacancy || office_invitations(&turn->operation->office, &invitations) != OK)
        return;
    for (size_t i = 0; i < invitations->invite_count; i++)
        printed += invitations->invites[i].role == ROLE_CANDIDATE &&
                   is_span_equal(invitations->invites[i].vacancy, vacancy->id) &&
                   !invitations->invites[i].is_revoked;
    const size_t come = come_count(people, vacancy->id);
    if (!printed || come > printed)
        return;
    struct page_block *tally = page_add_tally(
        &turn->page.head, come, 0, printed,
        span_format(
            turn->arena,
            has_erased(&turn->operation->office)
                ? W("Cards printed: %zu. Finished and here: %zu. Not here yet, or "
                    "erased: %zu.")
                : W("Cards printed: %zu. Finished and here: %zu. Not here yet: "
                    "%zu."),
            printed, come, printed - come));
    if (words)
        page_way_add(turn->arena, &tally->ways, PAGE_WAY_LINK, WS(words),
                     pages_link(turn->arena, route, vacancy->id));
}
