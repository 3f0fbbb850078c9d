/* What staff do at the terminal without a shell: each act is a button, and its end a sentence. */
#include "base/words.h"
#include "screens/journey.h"
#include "screens/screen_page.h"
#include "screens/staff/staff_came.h"
#include "screens/staff/staff_go.h"
#include "screens/staff/staff_way.h"

static struct span ready_words(const struct screen_page *page)
{
    const enum status fault = page->journey->site->fault;
    if (page->journey->site->is_blank)
        return span_format(
            page->arena,
            W("Nobody can begin: fault %d. There is no configuration here. "
              "For a new terminal, write the request and take the stick to "
              "the desk."),
            status_fault(fault));
    return fault == OK ? WS("Somebody can begin here.")
                       : span_format(page->arena, W("Nobody can begin: fault %d. %s"),
                                     status_fault(fault), status_sentence(fault));
}

static void add_facts(struct screen_page *page, const struct staff *staff)
{
    const struct staff_facts *facts = &staff->facts;
    screen_page_text(page, "ready", ready_words(page));
    const struct span configuration =
        facts->configuration ? span_format(page->arena, W("Configuration %lld"),
                                           (long long)facts->configuration)
                             : WS("No configuration");
    screen_page_note(
        page, "facts",
        span_format(page->arena,
                    W("%.*s · %llu entries not collected · %llu MB free · %.*s"),
                    SPAN_ARGS(configuration), (unsigned long long)facts->waiting,
                    (unsigned long long)facts->free_mb,
                    SPAN_ARGS(clock_stamp(page->arena, page->moment.unix_ms))));
}

static void add_act(struct screen_page *page, const char *id, const char *words,
                    enum staff_act act)
{
    staff_way_add(page, id, span_of(words), event_with(EVENT_STAFF_ACT, (int)act, 0));
}

void staff_menu_view(struct screen_page *page)
{
    const struct staff *staff = &page->journey->visit->staff;
    screen_page_site_top(page);
    screen_page_body(page, 4);
    screen_page_heading(page, WS("For staff"));
    staff_came_add(page);
    add_facts(page, staff);
    add_act(page, "collect", W("Collect results"), STAFF_COLLECT);
    add_act(page, "take", W("Take a configuration"), STAFF_TAKE);
    add_act(page, "request", W("Write the request"), STAFF_REQUEST);
    add_act(page, "is-ready", W("Is it ready?"), STAFF_READY);
    staff_way_add(page, "machine", WS("This machine"),
                  event_with(EVENT_STAFF_GO, SCREEN_STAFF_MACHINE, 0));
    struct node *close = screen_page_back(page, WS("Close"), event_of(EVENT_BACK));
    close->is_first_focus = true;
}

struct effect staff_menu_step(struct journey *journey, const struct event *event,
                              struct moment moment)
{
    if (event->kind == EVENT_BACK) {
        journey_show(journey, SCREEN_ATTRACT, moment);
        return journey_end(journey, EFFECT_WIPE);
    }
    if (event->kind == EVENT_STAFF_ACT &&
        ((event->a >= 0 && event->a <= STAFF_REQUEST) || event->a == STAFF_READY))
        return (struct effect){.kind = EFFECT_STAFF_ACT, .step = event->a};
    if (event->kind == EVENT_STAFF_GO)
        staff_go(journey, SCREEN_STAFF_MACHINE, moment);
    return effect_none();
}
