/* What staff do at the terminal without a shell: each act is a button, and its end a sentence. */
#include "base/words.h"
#include "screens/journey.h"
#include "screens/screen_page.h"

static struct span came_words(const struct screen_page *page, const struct staff *staff)
{
    const struct staff_done *done = &staff->done;
    switch (done->came) {
    case STAFF_CAME_NO_STICK:
        return done->words;
    case STAFF_CAME_NO_HELPER:
        return WS("The helper for sticks does not answer. Restart the terminal.");
    case STAFF_CAME_NOTHING:
        return WS("The desk has all that was sealed here. There is nothing to collect.");
    case STAFF_CAME_DAMAGED:
        return span_format(
            page->arena,
            W("Entries %llu to %llu are on the stick, but some are damaged on this "
              "terminal. Import them, and keep this disk."),
            (unsigned long long)done->from, (unsigned long long)done->to);
    case STAFF_CAME_NOT_TAKEN:
    case STAFF_CAME_FAILED:
        return span_format(page->arena, W("That did not work: fault %d. %s"),
                           status_fault(done->fault), status_sentence(done->fault));
    case STAFF_CAME_DONE:
        break;
    }
    if (staff->act == STAFF_COLLECT)
        return span_format(
            page->arena,
            W("Entries %llu to %llu are on the stick and were read back. Take it to the "
              "desk."),
            (unsigned long long)done->from, (unsigned long long)done->to);
    if (staff->act == STAFF_TAKE)
        return span_format(page->arena, W("Configuration %lld is in use."),
                           (long long)done->configuration);
    return WS("The request is on the stick. The desk must show the same eight words:");
}

static void add_came(struct screen_page *page, const struct staff *staff)
{
    if (!staff->has_done)
        return;
    screen_page_notice(page, "came", came_words(page, staff))->is_spoken_first = true;
    if (staff->act == STAFF_REQUEST && staff->done.came == STAFF_CAME_DONE)
        node_text(page->arena, page->body, SPAN("words"), TEXT_STRONG, staff->done.words);
}

static struct span ready_words(const struct screen_page *page)
{
    const enum status fault = page->journey->site->fault;
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
                    W("%.*s · %llu entries not collected · %llu MB free · %.*s, %.*s"),
                    SPAN_ARGS(configuration), (unsigned long long)facts->waiting,
                    (unsigned long long)facts->free_mb,
                    SPAN_ARGS(clock_date(page->arena, page->moment.unix_ms)),
                    SPAN_ARGS(clock_time(page->arena, page->moment.unix_ms))));
}

static void add_act(struct screen_page *page, const char *id, const char *words,
                    enum staff_act act)
{
    screen_page_way(page, id, span_of(words), event_with(EVENT_STAFF_ACT, (int)act, 0));
}

void staff_menu_view(struct screen_page *page)
{
    const struct staff *staff = &page->journey->visit->staff;
    screen_page_site_top(page);
    screen_page_body(page, 4);
    screen_page_heading(page, WS("For staff"));
    add_came(page, staff);
    add_facts(page, staff);
    add_act(page, "collect", W("Collect results"), STAFF_COLLECT);
    add_act(page, "take", W("Take a configuration"), STAFF_TAKE);
    add_act(page, "request", W("Write the request"), STAFF_REQUEST);
    add_act(page, "restart", W("Restart"), STAFF_RESTART);
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
    if (event->kind == EVENT_STAFF_ACT && event->a >= 0 && event->a < STAFF_ACT_COUNT)
        return (struct effect){.kind = EFFECT_STAFF_ACT, .step = event->a};
    return effect_none();
}
