/* The first screen: breathing nothing, moving nothing. */
#include "base/words.h"
#include "screens/parts.h"
#include "screens/screen.h"

enum {
    WIDE_MM = 400,
    MIDDLE_MM = 300,
    TITLE_MM = 220
}; /* the least room for the largest letters */

/* The words stand left of the rings: the wider the page, the further from its edge. */
static float edge_mm(const struct sheet *sheet)
{
    const struct surface_facts *facts = sheet->facts;
    const double width_mm = facts->width_px / facts->px_per_mm / theme_step(facts);
    return width_mm >= WIDE_MM ? 40 : width_mm >= MIDDLE_MM ? 20 : 4;
}

static int is_large(const struct sheet *sheet)
{
    return edge_mm(sheet) >= 40;
}

static void add_title(struct sheet *sheet, struct node *column)
{
    struct node *title =
        node_text(sheet->arena, column, SPAN("heading"), TEXT_TITLE,
                  sheet_words(sheet, "attract_heading",
                              WS("What matters to you? What matters here?")));
    title->heading_level = 1;
    title->is_spoken_first = 1;
    const double room_mm = sheet_room_mm(sheet) / theme_step(sheet->facts);
    if (is_sheet_low(sheet) || room_mm < TITLE_MM)
        title->style = TEXT_HEADING;
    else if (is_large(sheet))
        title->letter_scale = 1.2f;
}

void attract_view(struct sheet *sheet)
{
    sheet->page->look = LOOK_RINGS;
    sheet_place_top(sheet);
    struct node *body = sheet_body(sheet, 8);
    body->justify = ALIGN_CENTER;
    body->width.max_mm = 0;
    body->padding_mm = edge_mm(sheet);
    struct node *column = node_column(sheet->arena, body, SPAN("welcome"), 8);
    column->width =
        (struct size){.kind = SIZE_FIT,
                      .max_mm = (float)sheet_wide_mm(sheet, is_large(sheet) ? 240 : 190)};
    add_title(sheet, column);
    struct node *text =
        node_text(sheet->arena, column, SPAN("text"), TEXT_BODY,
                  sheet_words(sheet, "attract_text",
                              WS("In your own time. Nothing is marked right or "
                                 "wrong. You can stop at any time.")));
    text->is_spoken_first = 1;
    if (is_large(sheet)) {
        text->letter_scale = 1.15f;
        text->width.max_mm = 215;
    }
    node_gap(sheet->arena, column, is_sheet_low(sheet) ? 1 : 6);
    struct node *start = node_button(sheet->arena, column, SPAN("start"), LOOK_PRIMARY,
                                     WS("Start"), event_of(EVENT_START));
    start->is_first_focus = 1;
    start->width = (struct size){.kind = SIZE_FIT, .min_mm = 64};
    start->height = (struct size){.kind = SIZE_FIT, .min_mm = 28};
    start->letter_scale = is_large(sheet) ? 1.25f : 0;
    start->hint = WS("You will need the access code on your card.");
}

struct effect attract_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    if (event->kind != EVENT_START)
        return effect_none();
    journey->visit = arena_new(journey->arena, struct visit);
    journey->visit->at = NO_STEP;
    journey->visit->shown_since_ms = -1;
    journey->visit->answer = answer_empty();
    typing_set(&journey->visit->typing, SPAN(""));
    journey->code_problem = OK;
    journey_show(journey, SCREEN_CODE, moment);
    return effect_none();
}
