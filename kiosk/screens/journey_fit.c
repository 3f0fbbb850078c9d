/* The screen that stands now, as the page that gives up least. */
#include "screens/journey.h"
#include "screens/screen_page.h"
#include "view/layout/layout.h"
#include "view/layout/whole.h"

/* For what only has to be read the frame steps back, and neither its form nor its letters do. */
static bool is_enough(const struct room *room, enum whole whole)
{
    return whole == WHOLE_SEEN || (whole == WHOLE_FEW && is_room_at(room, ROOM_BARE));
}

/* What stands on no page at once is scrolled, in the letters that were chosen and with as much of
 * it in sight as the frame can give up. */
static bool is_better(const struct room *room, const struct room *kept, enum whole whole)
{
    return whole == WHOLE_SCROLLS && room->rung <= ROOM_BARE && !room->letters_less &&
           room->rung > kept->rung;
}

/* From what `facts` has given up already. */
static struct node *fit_from(struct arena *arena, const struct journey *journey,
                             struct surface_facts *facts, const struct text_port *port,
                             struct moment moment)
{
    const struct arena_mark mark = arena_mark(arena);
    struct room kept = facts->room;
    do {
        arena_release(arena, mark);
        struct node *root = journey_view(arena, journey, facts, moment);
        layout_measure(arena, root, facts, port);
        const enum whole whole = whole_of(root, facts);
        if (is_enough(&facts->room, whole))
            return root;
        if (is_better(&facts->room, &kept, whole))
            kept = facts->room;
    } while (theme_tighten(facts));
    facts->room = kept;
    arena_release(arena, mark);
    struct node *root = journey_view(arena, journey, facts, moment);
    layout_measure(arena, root, facts, port);
    return root;
}

/* ---- a question and its answers ---- */

/* The same, at `step`, as somebody finds it who comes there. */
static struct journey *standing_at(struct arena *arena, const struct journey *journey,
                                   int step)
{
    struct journey *other = arena_new(arena, struct journey);
    *other = *journey;
    other->visit = arena_new(arena, struct visit);
    *other->visit = *journey->visit;
    other->visit->at = step;
    visit_read(other->visit);
    return other;
}

/* Whether the answers, or the keys, stand on another page than the question. */
static bool has_two_pages(const struct journey *journey,
                          const struct surface_facts *facts)
{
    const struct screen_page page = {.journey = journey, .facts = facts};
    return journey->screen == SCREEN_ITEM && is_screen_page_apart(&page);
}

static bool is_same_room(struct room a, struct room b)
{
    return a.rung == b.rung && a.letters_less == b.letters_less;
}

/* What `facts` gives up so that the question fits and, on the page after it, its answers: both in
 * the same letters. */
static void fit_step(struct arena *arena, const struct journey *journey,
                     struct surface_facts *facts, const struct text_port *port,
                     struct moment moment)
{
    const struct arena_mark mark = arena_mark(arena);
    struct journey *answering = standing_at(arena, journey, journey->visit->at);
    answering->visit->is_writing = true;
    struct room before;
    do {
        before = facts->room;
        (void)fit_from(arena, journey, facts, port, moment);
        if (has_two_pages(answering, facts))
            (void)fit_from(arena, answering, facts, port, moment);
    } while (!is_same_room(before, facts->room));
    arena_release(arena, mark);
}

/* ---- pages that are kin ---- */

struct journey_page journey_page(const struct journey *journey,
                                 const struct surface_facts *facts)
{
    const struct visit *visit = journey->visit;
    struct journey_page page = {
        .screen = journey->screen,
        .at = visit ? visit->at : NO_STEP,
        .part = -1,
        .is_writing = visit && visit->is_writing,
        .comfort = journey->comfort,
        .width_px = facts->width_px,
        .height_px = facts->height_px,
    };
    if (visit && journey->screen == SCREEN_ITEM) {
        page.part = (int)visit->sitting->steps[visit->at].part;
        page.kind = visit_item(visit)->kind;
        page.checking = visit->checking;
    }
    if (journey->screen != SCREEN_ITEM) {
        page.told = journey->told;
        page.problem = journey->problem;
        page.code_problem = journey->code_problem;
    }
    /* one screen, and a page for each question */
    if (visit && journey->screen == SCREEN_VOLUNTARY)
        page.at = (int)visit->voluntary.page;
    return page;
}

static bool is_page_alike(struct journey_page page, struct journey_page other)
{
    return page.screen == other.screen && page.part == other.part &&
           page.kind == other.kind && page.checking == other.checking &&
           page.width_px == other.width_px && page.height_px == other.height_px &&
           is_journey_comfort_same(page.comfort, other.comfort);
}

static bool is_notice_same(struct journey_page page, struct journey_page other)
{
    return page.told == other.told && page.problem == other.problem &&
           page.code_problem == other.code_problem;
}

bool is_journey_page_same(struct journey_page page, struct journey_page other)
{
    return is_page_alike(page, other) && is_notice_same(page, other) &&
           page.at == other.at && page.is_writing == other.is_writing;
}

bool is_journey_page_kin(struct journey_page page, struct journey_page other)
{
    return is_page_alike(page, other) &&
           (page.screen == SCREEN_ITEM || page.screen == SCREEN_PART);
}

/* Whether the page of `step` is kin to the one that stands. */
static bool is_step_kin(const struct journey *journey, int step)
{
    const struct visit *visit = journey->visit;
    const struct step *steps = visit->sitting->steps;
    if (journey->screen == SCREEN_ITEM)
        return steps[step].part == steps[visit->at].part &&
               steps[step].item->kind == visit_item(visit)->kind;
    return step == 0 || steps[step - 1].part != steps[step].part;
}

static void fit_kin(struct arena *arena, const struct journey *journey,
                    struct surface_facts *facts, const struct text_port *port,
                    struct moment moment)
{
    const struct arena_mark mark = arena_mark(arena);
    for (size_t i = 0; i < journey->visit->sitting->step_count; i++) {
        if (!is_step_kin(journey, (int)i))
            continue;
        fit_step(arena, standing_at(arena, journey, (int)i), facts, port, moment);
        arena_release(arena, mark);
    }
}

/* Once more for as long as something is given up: a page that had room for itself with less given
 * up need not have it in the form that another one takes. */
struct room journey_room(struct arena *arena, const struct journey *journey,
                         const struct surface_facts *facts, const struct text_port *port,
                         struct moment moment)
{
    struct surface_facts tried = *facts;
    struct room before;
    tried.room = (struct room){0};
    if (journey->screen != SCREEN_ITEM && journey->screen != SCREEN_PART)
        return tried.room;
    do {
        before = tried.room;
        fit_kin(arena, journey, &tried, port, moment);
    } while (!is_same_room(before, tried.room));
    return tried.room;
}

/* ---- the page that stands ---- */

/* Whatever is chosen on the page of comfort, it stays as it is for the largest letters. */
static void fit_comfort(struct arena *arena, const struct journey *journey,
                        struct surface_facts *facts, const struct text_port *port,
                        struct moment moment)
{
    const struct arena_mark mark = arena_mark(arena);
    struct journey largest = *journey;
    largest.comfort.step = facts->step = STEP_EXTRA_LARGE;
    (void)fit_from(arena, &largest, facts, port, moment);
    arena_release(arena, mark);
}

/* Whichever view of the profile is chosen, the frame stays as it is for the chart. */
static void fit_profile(struct arena *arena, const struct journey *journey,
                        struct surface_facts *facts, const struct text_port *port,
                        struct moment moment)
{
    const struct arena_mark mark = arena_mark(arena);
    struct visit chart = *journey->visit;
    struct journey other = *journey;
    other.visit = &chart;
    chart.profile_view = PROFILE_CHART;
    (void)fit_from(arena, &other, facts, port, moment);
    arena_release(arena, mark);
}

/* Where the question has to be read first, its page has the letters that its answers can have. */
struct node *journey_fit(struct arena *arena, const struct journey *journey,
                         struct surface_facts *facts, const struct text_port *port,
                         struct moment moment)
{
    if (journey->screen == SCREEN_COMFORT)
        fit_comfort(arena, journey, facts, port, moment);
    if (journey->screen == SCREEN_PROFILE)
        fit_profile(arena, journey, facts, port, moment);
    const struct arena_mark mark = arena_mark(arena);
    struct node *root = fit_from(arena, journey, facts, port, moment);
    if (!has_two_pages(journey, facts) || journey->visit->is_writing)
        return root;
    arena_release(arena, mark);
    fit_step(arena, journey, facts, port, moment);
    return fit_from(arena, journey, facts, port, moment);
}
