/* How those who were hired have moved together by one check-in: about the place, and nobody alone.
 */
#include "app/desk/command/after/drift_team.h"
#include "app/desk/office/after/checkin.h"
#include "app/desk/pages/pages_link.h"
#include "app/desk/pages/pages_turn.h"
#include "base/words.h"

enum { SHOWN_BYTES = 32 << 20 };

static struct span month_of(const struct pages_turn *turn, size_t which)
{
    return span_format(turn->arena, "%d", checkin_months[which]);
}

/* The first, where the address says nothing. */
static size_t which_of(const struct pages_turn *turn)
{
    for (size_t i = 0; i < CHECKIN_TIMES; i++)
        if (is_span_equal(pages_turn_field(turn, "month"), month_of(turn, i)))
            return i;
    return 0;
}

static void ways_add(struct pages_turn *turn, size_t here)
{
    struct page_block *ways = page_add_ways(&turn->page.head);
    ways->title = WS("Which check-in:");
    for (size_t i = 0; i < CHECKIN_TIMES; i++)
        page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK,
                     span_format(turn->arena, W("After %d months"), checkin_months[i]),
                     pages_link_with(turn->arena, SPAN("/after/drift"), "month",
                                     month_of(turn, i)))
            ->is_here = i == here;
}

enum status pages_drift(struct pages_turn *turn)
{
    const size_t which = which_of(turn);
    struct people *people;
    struct drift_team team;
    enum status status = pages_turn_people(turn, &people);
    if (status == OK)
        status = operation_page_open(turn->operation, SHOWN_BYTES);
    if (status == OK)
        status = drift_team_find(turn->operation, people, checkin_months[which], &team);
    if (status != OK)
        return status;
    pages_turn_note(turn, "drift counted",
                    span_format(turn->arena, "%d months", checkin_months[which]));
    pages_turn_begin(turn, WS("How people have moved"));
    pages_turn_crumb(turn, WS("After hiring"), SPAN("/after"));
    pages_turn_crumb(turn, WS("How people have moved"), SPAN(""));
    page_add_text(
        &turn->page.head,
        WS("Those who were hired, together, from the session before they joined "
           "to a check-in."));
    ways_add(turn, which);
    drift_team_say(&turn->page, &team);
    return OK;
}
