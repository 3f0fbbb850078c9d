/* What the doctor of the terminal says, a line for each check, to be read here, kept with a phone,
 * or printed where the configuration names a printer. */
#include "base/words.h"
#include "qr/qr.h"
#include "screens/journey.h"
#include "screens/screen_page.h"
#include "screens/shown/screen_qr.h"
#include "screens/staff/staff_came.h"
#include "screens/staff/staff_go.h"

static struct event part_event(int part)
{
    return event_with(EVENT_PICK, part, 0);
}

static void add_lines(struct screen_page *page, struct span text)
{
    struct span line;
    for (int count = 0; text.count && span_next(&text, '\n', &line); count++)
        if (line.count)
            screen_page_note(
                page, span_text(page->arena, span_format(page->arena, "line-%d", count)),
                line);
}

static void lines_view(struct screen_page *page)
{
    const struct staff *staff = &page->journey->visit->staff;
    screen_page_site_top(page);
    screen_page_body(page, 3);
    screen_page_heading(page, staff->ready_wrong_count ? WS("This terminal is not ready")
                                                       : WS("This terminal is ready"));
    staff_came_add(page);
    screen_page_way(page, "show", WS("Show QR codes"), part_event(1));
    if (page->journey->site->terminal->printer.count)
        screen_page_way(page, "print", WS("Print"),
                        event_with(EVENT_STAFF_ACT, STAFF_PRINT, 0));
    page->body->stands_together =
        false; /* a list to read scrolls, in the chosen letters */
    add_lines(page, staff->ready);
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK))->is_first_focus = true;
}

static void qr_view(struct screen_page *page, const struct qr_series *series)
{
    const int part = (int)page->journey->visit->staff.ready_part;
    const struct span title =
        span_format(page->arena, W("QR code %d of %zu"), part, series->count);
    struct node *row = screen_qr_columns(page, screen_page_body(page, 4));
    if (!is_screen_qr_added(page, row, series->parts[part - 1], series->version, title))
        node_text(page->arena, row, SPAN("none"), TEXT_BODY,
                  WS("This QR code cannot be shown now."));
    struct node *words = node_column(page->arena, row, SPAN("words"), 5);
    words->width = (struct size){.kind = SIZE_GROW, .value = 1};
    struct node *heading =
        node_text(page->arena, words, SPAN("heading"), TEXT_HEADING, title);
    heading->heading_level = 1;
    heading->is_spoken_first = true;
    node_text(page->arena, words, SPAN("text"), TEXT_BODY,
              WS("It holds the lines of the page before, as plain text."));
    screen_page_back(page, WS("Back"), part_event(part - 1));
    screen_page_next(page, (size_t)part < series->count ? WS("Next") : WS("Done"),
                     part_event((size_t)part < series->count ? part + 1 : 0))
        ->is_first_focus = true;
}

void staff_ready_view(struct screen_page *page)
{
    const struct staff *staff = &page->journey->visit->staff;
    struct qr_series series;
    if (staff->ready_part &&
        qr_series(page->arena, WS("Part"), &staff->ready, 1, screen_qr_version_most(page),
                  &series) == OK &&
        staff->ready_part <= series.count)
        qr_view(page, &series);
    else
        lines_view(page);
}

struct effect staff_ready_step(struct journey *journey, const struct event *event,
                               struct moment moment)
{
    struct staff *staff = &journey->visit->staff;
    if (event->kind == EVENT_BACK) {
        staff_go(journey, SCREEN_STAFF_MENU, moment);
    } else if (event->kind == EVENT_PICK && event->a >= 0 && event->a <= QR_PARTS_MAX) {
        staff->ready_part = (size_t)event->a;
        staff->has_done = false;
        journey_show(journey, SCREEN_STAFF_READY, moment);
    } else if (event->kind == EVENT_STAFF_ACT && event->a == STAFF_PRINT &&
               journey->site->terminal->printer.count) {
        return (struct effect){.kind = EFFECT_STAFF_ACT, .step = STAFF_PRINT};
    }
    return effect_none();
}
