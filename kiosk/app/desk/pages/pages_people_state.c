#include "app/desk/pages/pages_people_state.h"

#include "app/desk/office/ends/ends.h"
#include "app/desk/pages/pages_link.h"
#include "base/words.h"

const struct pages_people_state pages_people_states[PAGES_PEOPLE_STATES] = {
    {"", WN("All"), PAGE_STATE_NONE},
    [1 + PEOPLE_NEW] = {"new", WN("New"), PAGE_STATE_NEW},
    [1 + PEOPLE_READ] = {"read", WN("Read"), PAGE_STATE_READ},
    [1 + PEOPLE_INTERVIEW] = {"interview", WN("Interview"), PAGE_STATE_UNDER_WAY},
    [1 + PEOPLE_DECIDED] = {"decided", WN("Decided"), PAGE_STATE_DONE}};

static const struct pages_people_state *state_of(const struct people_row *row)
{
    return &pages_people_states[1 + people_progress_of(row)];
}

bool is_pages_people_state(struct span id, const struct people_row *row)
{
    return !id.count || is_span(id, state_of(row)->id);
}

void pages_people_state_put(const struct people_row *row, const struct page_block *table,
                            struct page_row *line, size_t column)
{
    line->cells[column] = WS(state_of(row)->words);
    page_cell(table, line, column)->state = state_of(row)->sign;
}

void pages_people_state_steps(struct pages_turn *turn, const struct people_row *row)
{
    const enum people_progress here = people_progress_of(row);
    struct page_block *block = page_add_steps(&turn->page.head);
    for (enum people_progress step = PEOPLE_READ; step <= PEOPLE_DECIDED; step++) {
        struct page_item *item = page_item(block);
        item->title = WS(pages_people_states[1 + step].words);
        item->is_here = step == here;
        /* an interview may have been left out on the way to a decision */
        item->state = item->is_here ? PAGE_STATE_NEW
                      : step > here ? PAGE_STATE_READ
                      : step == PEOPLE_INTERVIEW && !row->has_interview
                          ? PAGE_STATE_UNFINISHED
                          : PAGE_STATE_DONE;
    }
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
