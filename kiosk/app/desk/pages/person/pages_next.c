#include "app/desk/pages/person/pages_next.h"

#include "app/desk/office/interview/decision.h"
#include "app/desk/office/interview/ended/panel_drop.h"
#include "app/desk/office/interview/panel_lock.h"
#include "app/desk/office/interview/panel_reveal.h"
#include "app/desk/pages/pages_link.h"
#include "base/words.h"

#include <string.h>

enum next {
    NEXT_READ,     /* nothing was done yet */
    NEXT_RATINGS,  /* somebody who asks has not handed in their ratings */
    NEXT_OPEN,     /* all have, and nobody has opened what they rated */
    NEXT_DECIDE,   /* the ratings are open */
    NEXT_OFFERED,  /* the work was offered */
    NEXT_FURTHER,  /* a further step was decided */
    NEXT_ANSWERED, /* no offer, or the person does not wish to go on */
};

/* How it stands with one person. */
struct standing {
    enum next next;
    struct panel panel; /* the last interview that was not ended; its number 0: none */
    size_t locked_count;
};

enum { NEXT_WAYS = 3 };

static const struct {
    const char *words; /* with the numbers of locks where it has room for them */
    struct {
        const char *words, *route;
        bool is_of_interview; /* the route is of the interview, not of the person */
    } ways[NEXT_WAYS];        /* the first one is the main one */
} steps[] = {
    [NEXT_READ] =
        {WN("Read it, then prepare the talk: the interviewer’s report names topics "
            "and questions, and no figure."),
         {{WN("Interviewer’s report"), "/people/*/report.html", false},
          {WN("Set up the interview"), "/people/*/interview", false}}},
    [NEXT_RATINGS] =
        {WN("The interview is set up. It waits for those who have not handed in their "
            "ratings; nobody reads any before."),
         {{WN("The interview"), "/interviews/*", true},
          {WN("Interviewer’s report"), "/people/*/report.html", false}}},
    [NEXT_OPEN] =
        {WN("All who asked have handed in their ratings. Open them together, and "
            "talk about what differs."),
         {{WN("Open the ratings"), "/interviews/*", true}}},
    [NEXT_DECIDE] =
        {WN("The ratings are open. A person decides now, with a reason of their "
            "own."),
         {{WN("Decide"), "/people/*/decision", false},
          {WN("The ratings"), "/interviews/*/panel", true}}},
    [NEXT_OFFERED] =
        {WN("The work was offered. Give them the letter; once they join, agree "
            "on what they learn, and let them answer again."),
         {{WN("Plan what they learn"), "/after/*/plan", false},
          {WN("Check-ins"), "/after/*/checkin", false},
          {WN("The letter"), "/people/*/letter", false}}},
    [NEXT_FURTHER] = {WN("A further step was decided."),
                      {{WN("Set up the interview"), "/people/*/interview", false},
                       {WN("The letter"), "/people/*/letter", false}}},
    [NEXT_ANSWERED] = {WN("It is decided. The person gets the letter."),
                       {{WN("The letter"), "/people/*/letter", false}}},
};

/* The last one that was not ended. */
static enum status panel_last(struct pages_turn *turn, const struct people_row *row,
                              struct panel *out_panel)
{
    struct office *office = &turn->operation->office;
    struct panel *panels;
    size_t count = 0;
    enum status status = panel_list(turn->arena, office, &panels, &count);
    for (size_t i = 0; i < count && status == OK; i++) {
        bool is_ended = true;
        if (memcmp(panels[i].record_id, row->record_id, CHAIN_ID_BYTES) != 0)
            continue;
        status = panel_drop_is_there(turn->arena, office, &panels[i], &is_ended);
        if (status == OK && !is_ended)
            *out_panel = panels[i];
    }
    return status;
}

static enum status interview_find(struct pages_turn *turn, const struct people_row *row,
                                  struct standing *standing)
{
    struct office *office = &turn->operation->office;
    enum status status = panel_last(turn, row, &standing->panel);
    if (status == OK && standing->panel.number)
        status = panel_lock_count(turn->arena, office, &standing->panel,
                                  &standing->locked_count);
    if (status != OK || !standing->panel.number)
        return status;
    standing->next = standing->locked_count < standing->panel.member_count ? NEXT_RATINGS
                     : is_panel_reveal_waiting(turn->arena, office, &standing->panel)
                         ? NEXT_OPEN
                         : NEXT_DECIDE;
    return OK;
}

static enum next next_of(enum interview_outcome outcome)
{
    switch (outcome) {
    case INTERVIEW_OFFER:
        return NEXT_OFFERED;
    case INTERVIEW_NEXT:
        return NEXT_FURTHER;
    case INTERVIEW_DECLINE:
    case INTERVIEW_WITHDRAWN:
        break;
    }
    return NEXT_ANSWERED;
}

/* Whoever reads results reads what was decided about them. */
static enum status decision_find(struct pages_turn *turn, const struct people_row *row,
                                 struct standing *standing)
{
    struct operation *operation = turn->operation;
    struct chronicle_about about = {.reference = row->handle, .vacancy = row->vacancy};
    struct interview_decision *list;
    size_t count = 0;
    memcpy(about.record_id, row->record_id, CHAIN_ID_BYTES);
    const enum status status = decision_list(turn->arena, &operation->office, &about,
                                             &operation->keys, &list, &count);
    if (status == OK && count)
        standing->next = next_of(list[count - 1].outcome);
    return status;
}

static enum status standing_find(struct pages_turn *turn, const struct people_row *row,
                                 struct standing *standing)
{
    enum status status = OK;
    *standing = (struct standing){.next = NEXT_READ};
    if (!has_pages_turn_role(turn, "r"))
        return OK;
    if (row->has_interview)
        status = interview_find(turn, row, standing);
    return status == OK && row->is_decided ? decision_find(turn, row, standing) : status;
}

static struct span address_of(struct pages_turn *turn, const struct people_row *row,
                              const struct standing *standing, size_t way)
{
    const char *const route = steps[standing->next].ways[way].route;
    if (steps[standing->next].ways[way].is_of_interview)
        return pages_link(
            turn->arena, route,
            span_format(turn->arena, "%lld", (long long)standing->panel.number));
    const struct span address = pages_link(turn->arena, route, row->handle);
    return strstr(route, "report")
               ? pages_link_with(turn->arena, address, "for", SPAN("interviewer"))
               : address;
}

enum status pages_next_add(struct pages_turn *turn, const struct people_row *row)
{
    struct standing standing;
    const enum status status = standing_find(turn, row, &standing);
    if (status != OK)
        return status;
    struct page_section *section =
        page_section(&turn->page, PAGE_SIDE_BOX, "next", W("What to do next"));
    section->medium = PAGE_ON_SCREEN;
    page_add_text(section, WS(steps[standing.next].words));
    if (standing.next == NEXT_RATINGS)
        page_add_text(section,
                      span_format(turn->arena, W("Handed in so far: %zu of %zu."),
                                  standing.locked_count, standing.panel.member_count));
    struct page_block *ways = page_add_ways(section);
    for (size_t i = 0; i < NEXT_WAYS && steps[standing.next].ways[i].words; i++)
        page_way_add(turn->arena, &ways->ways, i ? PAGE_WAY_BUTTON : PAGE_WAY_MAIN,
                     WS(steps[standing.next].ways[i].words),
                     address_of(turn, row, &standing, i));
    page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK, WS("What was decided"),
                 pages_link(turn->arena, "/people/*/decision", row->handle));
    page_way_add(turn->arena, &ways->ways, PAGE_WAY_LINK,
                 WS("Compare with another person"),
                 pages_link_with(turn->arena, SPAN("/compare"), "a", row->handle));
    return OK;
}
