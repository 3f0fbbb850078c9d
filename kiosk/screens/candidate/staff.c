/* Nobody can begin here: staff reads the number of the fault, the person reads that it is not
 * their doing. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

void staff_view(struct screen_page *page)
{
    const enum status fault = page->journey->site->fault;
    screen_page_site_top(page);
    screen_page_body(page, 8)->justify = ALIGN_CENTER;
    screen_page_heading(page, WS("Please ask a member of staff"));
    screen_page_text(
        page, "text",
        WS("No session can be started here at the moment. You have done nothing "
           "wrong, and nothing of yours is lost."))
        ->is_spoken_first = true;
    screen_page_note(
        page, "fault",
        page->journey->site->is_blank
            ? span_format(page->arena,
                          W("For staff: fault %d. This device is not set up yet. Choose "
                            "Help, then For staff."),
                          status_fault(fault))
            : span_format(page->arena, W("For staff: fault %d. %s"), status_fault(fault),
                          status_sentence(fault)));
}

struct effect staff_step(struct journey *journey, const struct event *event,
                         struct moment moment)
{
    (void)journey, (void)event, (void)moment;
    return effect_none();
}
