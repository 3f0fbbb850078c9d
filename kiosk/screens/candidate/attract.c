/* The first screen: breathing nothing, moving nothing. */
#include "base/words.h"
#include "screens/screen_page.h"
#include "screens/screen.h"

enum {
    WIDE_MM = 400,
    MIDDLE_MM = 300,
    TITLE_MM = 220,
    UPRIGHT_MM = 200
}; /* the least room for the largest letters */

static bool is_large(const struct screen_page *page)
{
    return screen_page_step_wide_mm(page) >= WIDE_MM;
}

/* The words stand left of the rings: the wider the page, the further from its edge. */
static float edge_mm(const struct screen_page *page)
{
    return is_large(page) ? 40 : screen_page_step_wide_mm(page) >= MIDDLE_MM ? 20 : 4;
}

/* Right of the words or, where the screen stands upright, above them; elsewhere they would run
 * through the words. */
static bool has_room_for_rings(const struct screen_page *page)
{
    const bool is_upright = page->facts->height_px > page->facts->width_px;
    return screen_page_step_wide_mm(page) >= (is_upright ? UPRIGHT_MM : WIDE_MM);
}

static void add_title(struct screen_page *page, struct node *column)
{
    struct node *title =
        node_text(page->arena, column, SPAN("heading"), TEXT_TITLE,
                  screen_page_words(page, "attract_heading",
                                    WS("What matters to you? What matters here?")));
    title->heading_level = 1;
    title->is_spoken_first = true;
    const double room_mm = screen_page_room_mm(page) / theme_step(page->facts);
    if (is_screen_page_low(page) || room_mm < TITLE_MM)
        title->style = TEXT_HEADING;
    else if (is_large(page))
        title->letter_scale = 1.2f;
    if (title->style == TEXT_HEADING)
        title->letter_scale = is_room_at(&page->facts->room, ROOM_PLAIN)   ? 0.8f
                              : is_room_at(&page->facts->room, ROOM_CLOSE) ? 1
                                                                           : 1.25f;
}

/* Who stands before a screen that pages do not fit on is told, with the measure. */
static void warn_small(struct screen_page *page, struct node *column)
{
    const struct surface_facts *facts = page->facts;
    const double width_mm = facts->width_px / facts->px_per_mm;
    const double height_mm = facts->height_px / facts->px_per_mm;
    if (!is_theme_room_small(width_mm, height_mm))
        return;
    node_text(
        page->arena, column, SPAN("small"), TEXT_NOTE,
        span_format(page->arena,
                    W("Small screen, %.0f x %.0f mm: pages fit from %d x %d mm on, or in "
                      "smaller letters (Comfort)."),
                    width_mm, height_mm, THEME_WIDTH_MIN_MM, THEME_HEIGHT_MIN_MM));
}

void attract_view(struct screen_page *page)
{
    if (has_room_for_rings(page))
        page->page->look = LOOK_RINGS;
    screen_page_site_top(page);
    struct node *body = screen_page_body(page, 8);
    body->justify = ALIGN_CENTER;
    body->stands_together = true;
    body->width.max_mm = 0;
    body->padding_mm = edge_mm(page);
    struct node *column = node_column(page->arena, body, SPAN("welcome"), 8);
    column->width = (struct size){
        .kind = SIZE_FIT,
        .max_mm = (float)screen_page_wide_mm(page, is_large(page) ? 240 : 190)};
    add_title(page, column);
    struct node *text =
        node_text(page->arena, column, SPAN("text"), TEXT_BODY,
                  screen_page_words(page, "attract_text",
                                    WS("In your own time. You can stop at any time.")));
    text->is_spoken_first = true;
    if (is_large(page)) {
        text->letter_scale = 1.15f;
        text->width.max_mm = 215;
    }
    warn_small(page, column);
    node_gap(page->arena, column, is_screen_page_low(page) ? 1 : 6);
    struct node *row = node_row(page->arena, column, SPAN("begin"), 8);
    row->can_wrap = true;
    row->align = ALIGN_CENTER;
    struct node *start = node_button(page->arena, row, SPAN("start"), LOOK_PRIMARY,
                                     WS("Start"), event_of(EVENT_START));
    start->is_first_focus = true;
    if (!is_room_at(&page->facts->room, ROOM_CLOSE)) {
        start->width = (struct size){.kind = SIZE_FIT, .min_mm = 64};
        start->height = (struct size){.kind = SIZE_FIT, .min_mm = 28};
    }
    start->letter_scale = is_large(page) ? 1.25f : 0;
    node_text(page->arena, row, SPAN("code-needed"), TEXT_NOTE,
              WS("You will need the access code on your card."));
}

struct effect attract_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    if (event->kind != EVENT_START)
        return effect_none();
    journey->visit = visit_new(journey->arena);
    journey->code_problem = OK;
    journey_show(journey, SCREEN_CODE, moment);
    return effect_none();
}
