#include "app/terminal/staff/staff_ready.h"

#include "app/common/console.h"
#include "app/terminal/printer_post.h"

enum { ROOM_BYTES = 16 * 1024 * 1024 };

static void tell(struct journey *journey, enum staff_act act, enum status status,
                 struct moment moment)
{
    const struct staff_done done = {
        .came = status == OK ? STAFF_CAME_DONE : STAFF_CAME_FAILED, .fault = status};
    if (status != OK)
        console_line(CONSOLE_ERROR, "resonance-kiosk: %s", status_last());
    journey_staff_came(journey, act, &done, moment);
}

/* Which terminal, when, and whether: a paper lies on a desk without its screen. */
static struct span head_of(struct arena *arena, struct span label, size_t wrong_count,
                           struct moment moment)
{
    return span_format(arena, "Resonance: %.*s, %.*s\n%s\n", SPAN_ARGS(label),
                       SPAN_ARGS(clock_stamp(arena, moment.unix_ms)),
                       wrong_count ? "NOT READY: what is wrong below says how to mend it."
                                   : "Ready: nothing below is wrong.");
}

static enum status looked(struct arena *own, struct keeper_port *port,
                          const struct staff_look *look, struct span label,
                          struct journey *journey, struct moment moment)
{
    struct doctor_page page;
    struct span ledger;
    size_t wrong_count = 0;
    const enum status status = keeper_ask_staff_ready(port, own, &ledger, &wrong_count);
    if (status != OK)
        return status;
    doctor_page_begin(own, &page);
    if (look)
        look->add(look->context, &page);
    wrong_count += page.wrong_count;
    const struct span head = head_of(own, label, wrong_count, moment),
                      machine = doctor_page_text(&page);
    journey_staff_ready(journey,
                        span_format(journey->arena, "%.*s%.*s%.*s", SPAN_ARGS(head),
                                    SPAN_ARGS(ledger), SPAN_ARGS(machine)),
                        wrong_count, moment);
    return OK;
}

void staff_ready_look(struct keeper_port *port, const struct staff_look *look,
                      struct span label, struct journey *journey, struct moment moment)
{
    struct arena own;
    arena_init(&own, ROOM_BYTES);
    const enum status status = looked(&own, port, look, label, journey, moment);
    arena_done(&own);
    if (status != OK)
        tell(journey, STAFF_READY, status, moment);
}

void staff_ready_print(int uplink, struct arena *work, struct journey *journey,
                       struct moment moment)
{
    tell(journey, STAFF_PRINT,
         printer_post_send(uplink, work, journey->site->terminal->printer,
                           journey->visit->staff.ready),
         moment);
}
