/* Receipt and profile to take away: as QR codes for a phone, or on the paper of a printer that the
 * configuration names. What is shown there, and to whom, is said before. */
#include "base/words.h"
#include "qr/qr.h"
#include "screens/candidate/own.h"
#include "screens/screen.h"
#include "screens/screen_page.h"
#include "screens/shown/screen_qr.h"

static bool has_profile(const struct screen_page *page)
{
    return page->journey->visit->scorecard != NULL;
}

/* ---- what can be done, and what that means ---- */

static void add_print(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const struct span queue = page->journey->site->terminal->printer;
    if (!queue.count)
        return;
    screen_page_way(page, "print", visit->is_printed ? WS("Print again") : WS("Print"),
                    event_of(EVENT_PRINT));
    if (visit->is_printed)
        screen_page_text(
            page, "printed",
            span_format(page->arena,
                        W("It was sent to the printer %.*s. Take the paper at once."),
                        SPAN_ARGS(queue)))
            ->is_spoken_first = true;
}

static void add_meaning(struct screen_page *page)
{
    screen_page_text(
        page, "text",
        has_profile(page)
            ? WS("A copy holds your receipt, its reference and your own profile. What you "
                 "wrote in your own words is not in it.")
            : WS("A copy holds your receipt and its reference. None of your answers is in "
                 "it."))
        ->is_spoken_first = true;
    screen_page_text(page, "private", WS("Whoever sees the copy can read it."));
    screen_page_text(
        page, "phone",
        has_profile(page)
            ? WS("A phone reads it from QR codes as plain text. The first QR code is your "
                 "receipt alone. The others are your profile. No app and no network is "
                 "needed.")
            : WS("A phone reads it from a QR code as plain text. No app and no network is "
                 "needed."));
}

/* How printing went is seen at once: what was read before gives way to it. */
static void intro_view(struct screen_page *page)
{
    const bool is_tried =
        page->journey->problem != OK || page->journey->visit->is_printed;
    screen_page_site_top(page);
    screen_page_body(page, 6);
    screen_page_heading(page, WS("Keep a copy"));
    if (!is_tried)
        add_meaning(page);
    screen_page_way(page, "show",
                    has_profile(page) ? WS("Show QR codes") : WS("Show QR code"),
                    event_with(EVENT_PICK, 1, 0))
        ->is_first_focus = true;
    add_print(page);
    screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
}

/* ---- the QR codes ---- */

/* The receipt stands alone in the first: whoever wants no more need not read the others. */
static bool is_receipt(const struct screen_page *page)
{
    return page->journey->visit->kept_part == 1;
}

static struct span number_words(const struct screen_page *page, size_t count)
{
    const size_t part = page->journey->visit->kept_part;
    return is_receipt(page)
               ? span_format(page->arena, W("QR code %zu of %zu: your receipt"), part,
                             count)
               : span_format(page->arena, W("QR code %zu of %zu: your profile"), part,
                             count);
}

static void add_code(struct screen_page *page, struct node *row,
                     const struct qr_series *series)
{
    if (!is_screen_qr_added(page, row, series->parts[page->journey->visit->kept_part - 1],
                            series->version, number_words(page, series->count)))
        node_text(
            page->arena, row, SPAN("none"), TEXT_BODY,
            WS("This QR code cannot be shown now. Please take a photo of your receipt "
               "and your profile, or ask the staff."));
}

static void add_words(struct screen_page *page, struct node *row, size_t count)
{
    struct node *words = node_column(page->arena, row, SPAN("words"), 5);
    words->width = (struct size){.kind = SIZE_GROW, .value = 1};
    struct node *heading = node_text(page->arena, words, SPAN("heading"), TEXT_HEADING,
                                     number_words(page, count));
    heading->heading_level = 1;
    heading->is_spoken_first = true;
    node_text(page->arena, words, SPAN("text"), TEXT_BODY,
              WS("Point the camera of your phone at it, from about 30 cm. Then keep the "
                 "text that the phone shows."))
        ->is_spoken_first = true;
    if (is_receipt(page) && has_profile(page))
        node_text(
            page->arena, words, SPAN("alone"), TEXT_NOTE,
            WS("With the receipt alone you can ask about your answers later. Choose "
               "Next for your profile."));
}

/* Whoever has all that they want need not go through the others. */
static void add_ways(struct screen_page *page, int part, bool is_last)
{
    const struct event done = event_of(EVENT_BACK);
    screen_page_back(page, WS("Back"), event_with(EVENT_PICK, part - 1, 0));
    if (!is_last) {
        node_gap(page->arena, page->foot, 0);
        node_button(page->arena, page->foot, SPAN("enough"), LOOK_PLAIN, WS("Done"),
                    done);
    }
    struct node *next =
        is_last ? screen_page_next(page, WS("Done"), done)
                : screen_page_next(page, WS("Next"), event_with(EVENT_PICK, part + 1, 0));
    next->is_first_focus = true;
}

static void codes_view(struct screen_page *page, const struct qr_series *series)
{
    const int part = (int)page->journey->visit->kept_part;
    struct node *body = screen_page_body(page, 4);
    struct node *row = screen_qr_columns(page, body);
    add_code(page, row, series);
    add_words(page, row, series->count);
    add_ways(page, part, (size_t)part == series->count);
}

/* A larger text or a smaller screen may need fewer or more of them meanwhile. */
void keep_view(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    struct qr_series series;
    struct span parts[OWN_PARTS_MAX];
    const size_t count =
        visit->kept_part ? own_parts(page->arena, page->journey, parts) : 0;
    if (!visit->kept_part ||
        qr_series(page->arena, WS("Part"), parts, count, screen_qr_version_most(page),
                  &series) != OK ||
        visit->kept_part > series.count)
        intro_view(page);
    else
        codes_view(page, &series);
}

struct effect keep_step(struct journey *journey, const struct event *event,
                        struct moment moment)
{
    struct visit *visit = journey->visit;
    if (event->kind == EVENT_PICK && event->a >= 0 && event->a <= QR_PARTS_MAX) {
        visit->kept_part = (size_t)event->a;
        journey_show(journey, SCREEN_KEEP, moment);
    } else if (event->kind == EVENT_BACK) {
        journey_show(journey, visit->kept_from, moment);
    } else if (event->kind == EVENT_PRINT && journey->site->terminal->printer.count) {
        visit->is_printed = false;
        journey->problem = OK;
        return effect_of(EFFECT_PRINT);
    }
    return effect_none();
}
