#include "screens/staff/staff_came.h"

#include "base/words.h"

static struct span done_words(const struct screen_page *page, const struct staff *staff)
{
    const struct staff_done *done = &staff->done;
    switch (staff->act) {
    case STAFF_COLLECT:
        return span_format(
            page->arena,
            W("Entries %llu to %llu are on the stick and were read back. Take it to the "
              "desk."),
            (unsigned long long)done->from, (unsigned long long)done->to);
    case STAFF_TAKE:
        return span_format(page->arena, W("Configuration %lld is in use."),
                           (long long)done->configuration);
    case STAFF_REQUEST:
        return WS(
            "The request is on the stick. The desk must show the same eight words:");
    case STAFF_CLOCK:
        return span_format(
            page->arena, W("The clock is set. By this machine it is %.*s."),
            SPAN_ARGS(clock_stamp(page->arena, staff->clock_unix_s * 1000)));
    case STAFF_REBOOT:
        return WS("The machine restarts now.");
    case STAFF_OFF:
        return WS("The machine shuts down now.");
    case STAFF_PRINT:
        return WS("It was sent to the printer.");
    case STAFF_NEXT:
    case STAFF_TRUST:
    case STAFF_READY:
    case STAFF_SCREEN:
    case STAFF_RESTART:
    case STAFF_ACT_COUNT:
        break;
    }
    return SPAN("");
}

static bool is_of_machine(const struct staff *staff)
{
    return staff->act == STAFF_CLOCK || staff->act == STAFF_REBOOT ||
           staff->act == STAFF_OFF;
}

static struct span came_words(const struct screen_page *page, const struct staff *staff)
{
    const struct staff_done *done = &staff->done;
    switch (done->came) {
    case STAFF_CAME_NO_STICK:
    case STAFF_CAME_TOLD:
        return done->words;
    case STAFF_CAME_NO_HELPER:
        return is_of_machine(staff)
                   ? WS("The helper of this machine does not answer. Close this page and "
                        "open it again. If that does not help, switch the machine off "
                        "and on at its button.")
                   : WS("The helper for sticks does not answer. Close this page and open "
                        "it again. If that does not help, restart the machine.");
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
    return done_words(page, staff);
}

void staff_came_add(struct screen_page *page)
{
    const struct staff *staff = &page->journey->visit->staff;
    if (!staff->has_done)
        return;
    screen_page_notice(page, "came", came_words(page, staff))->is_spoken_first = true;
    if (staff->act == STAFF_REQUEST && staff->done.came == STAFF_CAME_DONE)
        node_text(page->arena, page->body, SPAN("words"), TEXT_STRONG, staff->done.words);
}
