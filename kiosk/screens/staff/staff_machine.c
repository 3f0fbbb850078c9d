/* What staff do with the machine that the terminal runs on: its clock, and its end. */
#include "base/words.h"
#include "screens/journey.h"
#include "screens/screen_page.h"
#include "screens/staff/staff_came.h"
#include "screens/staff/staff_go.h"
#include "screens/staff/staff_way.h"

static void add_time(struct screen_page *page)
{
    const struct staff *staff = &page->journey->visit->staff;
    const struct span now = clock_stamp(page->arena, page->moment.unix_ms);
    if (staff->has_done) /* it may have been set since this page's moment */
        return;
    screen_page_text(
        page, "time",
        staff->facts.is_synced
            ? span_format(page->arena,
                          W("By this machine it is %.*s. Time synchronization keeps that "
                            "right, so it cannot be set here."),
                          SPAN_ARGS(now))
            : span_format(page->arena, W("By this machine it is %.*s."), SPAN_ARGS(now)));
}

static void add_sure(struct screen_page *page, const char *id, const char *words,
                     enum staff_act act)
{
    staff_way_add(page, id, span_of(words), event_with(EVENT_STAFF_SURE, (int)act, 0));
}

void staff_machine_view(struct screen_page *page)
{
    screen_page_site_top(page);
    screen_page_body(page, 4);
    screen_page_heading(page, WS("This machine"));
    staff_came_add(page);
    add_time(page);
    if (!page->journey->visit->staff.facts.is_synced)
        staff_way_add(page, "clock", WS("Set day and time"),
                      event_with(EVENT_STAFF_GO, SCREEN_STAFF_CLOCK, 0));
    staff_way_add(page, "screen", WS("Screen"),
                  event_with(EVENT_STAFF_ACT, STAFF_SCREEN, 0));
    staff_way_add(page, "restart", WS("Restart the program"),
                  event_with(EVENT_STAFF_ACT, STAFF_RESTART, 0));
    add_sure(page, "reboot", W("Restart the machine"), STAFF_REBOOT);
    add_sure(page, "off", W("Shut down"), STAFF_OFF);
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK))->is_first_focus = true;
}

struct effect staff_machine_step(struct journey *journey, const struct event *event,
                                 struct moment moment)
{
    struct staff *staff = &journey->visit->staff;
    if (event->kind == EVENT_BACK) {
        staff_go(journey, SCREEN_STAFF_MENU, moment);
    } else if (event->kind == EVENT_STAFF_GO && !staff->facts.is_synced) {
        staff_go(journey, SCREEN_STAFF_CLOCK, moment);
    } else if (event->kind == EVENT_STAFF_SURE &&
               (event->a == STAFF_REBOOT || event->a == STAFF_OFF)) {
        staff_go(journey, SCREEN_STAFF_SURE, moment);
        staff->asked = (enum staff_act)event->a;
    } else if (event->kind == EVENT_STAFF_ACT &&
               (event->a == STAFF_RESTART || event->a == STAFF_SCREEN)) {
        staff->has_done = false;
        return (struct effect){.kind = EFFECT_STAFF_ACT, .step = event->a};
    }
    return effect_none();
}
