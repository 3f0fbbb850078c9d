/* The person's own profile: three sentences first, then the chart, then the details: how they
 * like to work, the rough measure with its range, all of it in figures. What can be chosen between
 * stands at the top everywhere, and what was chosen right below it: a choice that changes nothing
 * in sight seems to do nothing. Where there is width the sentences stand beside what was chosen;
 * where there is height, above it; on small screens they are a view of their own, so that as much
 * of the chart is seen at once as there is room for. */
#include "base/words.h"
#include "profile/profile_card.h"
#include "profile/profile_chart.h"
#include "screens/candidate/own.h"
#include "screens/screen.h"
#include "screens/screen_page.h"
#include "screens/shown/screen_figures.h"

enum { PROFILE_MAX_MM = 440 };
/* The least width at which the sentences stand beside the chart. */
enum { BESIDE_MM = 300 };
/* The least width at which the copy stands in the foot beside the way on, without the tools or
 * with them. */
enum { KEEP_MM = 160, KEEP_TOOLS_MM = 215 };
/* The least height, in usual letters, at which how the marks are read stands above the chart. */
enum { MARKS_MM = 110 };

static bool is_beside(const struct screen_page *page)
{
    return screen_page_step_wide_mm(page) >= BESIDE_MM && !is_screen_page_upright(page);
}

/* Whether the sentences are a view of their own. */
static bool is_small(const struct screen_page *page)
{
    return is_screen_page_low(page) && !is_beside(page);
}

static enum profile_view view_of(const struct screen_page *page)
{
    const enum profile_view view = page->journey->visit->profile_view;
    return view == PROFILE_WORDS && !is_small(page) ? PROFILE_CHART : view;
}

/* Beside the chart of a low page the sentences have little width and height. */
static bool is_close(const struct screen_page *page)
{
    return is_beside(page) && is_screen_page_low(page);
}

static bool is_keep_in_foot(const struct screen_page *page)
{
    const bool has_tools = is_room_at(&page->facts->room, ROOM_FOLDED);
    return screen_page_step_wide_mm(page) >= (has_tools ? KEEP_TOOLS_MM : KEEP_MM);
}

static void grow(struct node *node, float weight)
{
    node->width = (struct size){.kind = SIZE_GROW, .value = weight};
}

static struct node *add_text(struct screen_page *page, struct node *column,
                             const char *id, enum text_style style, struct span text)
{
    return node_text(page->arena, column, span_of(id), style, text);
}

static struct node *add_chart(struct screen_page *page, struct node *column,
                              const char *id, struct span said, const struct chart *chart)
{
    struct node *node = node_new(page->arena, column, NODE_CHART, span_of(id));
    node->chart = chart;
    node->said = said;
    grow(node, 1);
    return node;
}

/* ---- the three sentences ---- */

enum { SENTENCES = 3 };

/* The sentences, and the notes on how to read them. */
static void add_told(struct screen_page *page, struct node *column, const struct own *own,
                     bool is_notes)
{
    struct span told[PROFILE_TOLD_MAX];
    const size_t count = profile_told(page->arena, own->card, &own->rows, told);
    for (size_t i = is_notes ? SENTENCES : 0; i < count && (is_notes || i < SENTENCES);
         i++)
        node_text(page->arena, column, span_format(page->arena, "told-%zu", i),
                  is_notes || is_close(page) ? TEXT_NOTE : TEXT_BODY, told[i])
            ->is_spoken_first = !is_notes;
}

/* Where there is little height, it stands in the line on top instead of what the page is called. */
static bool is_heading_above(const struct screen_page *page)
{
    return is_close(page) && !is_room_at(&page->facts->room, ROOM_FOLDED);
}

static void name_heading(struct node *heading)
{
    heading->heading_level = 1;
    heading->is_spoken_first = true;
}

static void add_heading(struct screen_page *page, struct node *column,
                        const struct own *own)
{
    if (is_heading_above(page))
        return;
    struct node *heading =
        add_text(page, column, "heading",
                 is_screen_page_low(page) ? TEXT_STRONG : TEXT_HEADING, own_heading(own));
    name_heading(heading);
}

static void add_pilot(struct screen_page *page, struct node *column)
{
    if (page->journey->site->assessment->is_pilot)
        add_text(
            page, column, "pilot", TEXT_NOTE,
            screen_page_words(page, "pilot_line", WS("Pilot form, not for decisions.")));
}

static void add_marks(struct screen_page *page, struct node *column,
                      const struct own *own)
{
    add_text(page, column, "marks", TEXT_NOTE,
             own_marks(has_profile_card_organization(own->card)));
}

static void add_words(struct screen_page *page, struct node *column,
                      const struct own *own)
{
    add_heading(page, column, own);
    add_told(page, column, own, false);
    if (!is_small(page) && view_of(page) == PROFILE_CHART)
        add_marks(page, column, own);
    add_told(page, column, own, true);
    add_pilot(page, column);
}

/* ---- the resonance ---- */

static void add_phrase(struct screen_page *page, struct node *card,
                       const struct figure *figure)
{
    const char *words = wording_phrase(figure->phrase);
    struct node *phrase =
        add_text(page, card, "phrase", words[0] ? TEXT_HEADING : TEXT_BODY,
                 own_phrase(page->arena, figure));
    if (!words[0])
        return;
    phrase->said = span_format(page->arena, W("Resonance: %s"), words);
    phrase->letter_scale = 0.85f; /* the longest phrase in one line of the card */
    phrase->heading_level = 2;
}

static void add_figure(struct screen_page *page, struct node *card,
                       const struct figure *figure)
{
    add_phrase(page, card, figure);
    add_chart(page, card, "range", WS("The measure and its range"),
              profile_chart_range(page->arena, figure, WORDING_PERSON));
    add_text(page, card, "numbers", TEXT_NOTE, own_numbers(page->arena, figure))
        ->is_decoration = true; /* the chart has said it */
    if (figure->is_provisional)
        add_text(page, card, "state", TEXT_NOTE, span_of(wording_figure(figure)));
    add_text(page, card, "rough", TEXT_NOTE, own_rough(page->arena, page->journey));
}

static void add_resonance(struct screen_page *page, struct node *column,
                          const struct figure *figure)
{
    struct node *card = node_column(page->arena, column, SPAN("card"), 3);
    card->look = LOOK_CARD;
    grow(card, 1);
    add_text(page, card, "card title", TEXT_NOTE, WS("Resonance"))->is_decoration =
        has_scorecard_figure(figure); /* said with the phrase */
    if (has_scorecard_figure(figure))
        add_figure(page, card, figure);
    else
        add_text(page, card, "phrase", TEXT_STRONG, own_phrase(page->arena, figure));
    add_text(page, column, "person", TEXT_NOTE,
             own_readers(page->journey->visit->sitting->start.role));
}

/* ---- what can be chosen between ---- */

static void add_view_choice(struct screen_page *page, struct node *row, const char *id,
                            struct span brief, struct span name, enum profile_view view)
{
    struct node *choice = node_choice(
        page->arena, row, span_of(id), LOOK_TOOL, is_small(page) ? brief : name,
        view_of(page) == view, event_with(EVENT_PICK, (int)view, 0));
    choice->said = name;
}

static void add_views(struct screen_page *page, struct node *parent)
{
    struct node *views = node_column(page->arena, parent, SPAN("forms"), 0);
    views->is_group = true;
    struct node *row =
        node_row(page->arena, views, SPAN("forms row"), is_screen_page_low(page) ? 3 : 4);
    row->can_wrap = true;
    if (is_small(page))
        add_view_choice(page, row, "as-words", WS("Words"), WS("In words"),
                        PROFILE_WORDS);
    add_view_choice(page, row, "as-chart", WS("Chart"), WS("What matters"),
                    PROFILE_CHART);
    if (page->journey->visit->scorecard->driver_count)
        add_view_choice(page, row, "as-drivers", WS("Work"), WS("How you like to work"),
                        PROFILE_DRIVERS);
    add_view_choice(page, row, "as-resonance", WS("Resonance"), WS("Resonance"),
                    PROFILE_RESONANCE);
    add_view_choice(page, row, "as-sentences", WS("Numbers"), WS("In numbers"),
                    PROFILE_NUMBERS);
}

/* ---- what was chosen ---- */

static void add_title(struct screen_page *page, struct node *column, const char *id,
                      struct span title)
{
    struct node *heading = add_text(
        page, column, span_text(page->arena, span_format(page->arena, "%s title", id)),
        TEXT_STRONG, title);
    heading->heading_level =
        is_heading_above(page) || node_find(page->page, SPAN("heading")) ? 2 : 1;
}

/* What explains the rows stays in sight while they scroll. */
static void add_profile(struct screen_page *page, struct node *scroller, const char *id,
                        struct span said, const struct chart *chart, bool is_close)
{
    struct chart *head = arena_new(page->arena, struct chart);
    struct chart *rows = arena_new(page->arena, struct chart);
    *head = *rows = *chart;
    head->is_close = rows->is_close = is_close;
    head->part = CHART_HEAD;
    rows->part = CHART_ROWS;
    struct node *top = add_chart(
        page, scroller, span_text(page->arena, span_format(page->arena, "%s head", id)),
        SPAN(""), head);
    top->stays_above = true;
    top->is_decoration = true; /* each row says what its marks are */
    add_chart(page, scroller, id, said, rows);
}

/* Where the lines are few, what explains the rows gives way to them. */
static bool has_marks_above(const struct screen_page *page)
{
    const struct surface_facts *facts = page->facts;
    return facts->height_px / facts->px_per_mm / theme_step(facts) >= MARKS_MM;
}

static void add_numbers(struct screen_page *page, struct node *scroller,
                        const struct own *own)
{
    add_title(page, scroller, "dimensions", WS("What matters, one by one"));
    screen_figures_add(page, scroller, "dimensions", own->dimensions);
    if (own->drivers) {
        add_title(page, scroller, "drivers", WS("How you like to work, from 1 to 5"));
        screen_figures_add(page, scroller, "drivers", own->drivers);
    }
    add_text(page, scroller, "person", TEXT_NOTE,
             own_readers(page->journey->visit->sitting->start.role));
}

static void add_chosen(struct screen_page *page, struct node *scroller,
                       const struct own *own)
{
    switch (view_of(page)) {
    case PROFILE_WORDS:
        add_words(page, scroller, own);
        return;
    case PROFILE_CHART:
        scroller->wants_room = true;
        add_profile(page, scroller, "dimensions", WS("What matters, one by one"),
                    own->dimensions, is_screen_page_low(page));
        return;
    case PROFILE_DRIVERS:
        add_title(page, scroller, "drivers", WS("How you like to work, from 1 to 5"));
        add_profile(page, scroller, "drivers", SPAN(""), own->drivers,
                    is_screen_page_low(page));
        return;
    case PROFILE_RESONANCE:
        add_resonance(page, scroller, &own->card->now);
        return;
    case PROFILE_NUMBERS:
        add_numbers(page, scroller, own);
        return;
    case PROFILE_VIEW_COUNT:
        return;
    }
}

static void add_ways(struct screen_page *page)
{
    node_button(page->arena, is_keep_in_foot(page) ? screen_page_foot(page) : page->body,
                SPAN("keep"), LOOK_PLAIN, WS("Keep a copy"), event_of(EVENT_KEEP));
    screen_page_next(page, WS("Go to receipt"), event_of(EVENT_PROFILE_DONE))
        ->is_first_focus = true;
}

/* ---- the three kinds of pages ---- */

static struct node *add_column(struct screen_page *page, struct node *row, struct span id,
                               float weight, float gap_mm)
{
    struct node *column = node_column(page->arena, row, id, gap_mm);
    grow(column, weight);
    column->height = (struct size){.kind = SIZE_GROW, .value = 1};
    column->is_scroller = true;
    return column;
}

/* Each column scrolls by itself, and what is chosen begins at its beginning. A table has the whole
 * width. */
static void add_columns(struct screen_page *page, const struct own *own)
{
    const enum profile_view view = view_of(page);
    struct node *row = node_row(page->arena, page->body, SPAN("columns"), 12);
    grow(row, 1);
    row->height = (struct size){.kind = SIZE_GROW, .value = 1};
    if (view != PROFILE_NUMBERS) {
        struct node *words =
            add_column(page, row, SPAN("words"), 5, is_screen_page_low(page) ? 3 : 5);
        add_words(page, words, own);
    }
    add_chosen(page,
               add_column(page, row, span_format(page->arena, "charts %d", (int)view), 8,
                          is_screen_page_low(page) ? 2 : 4),
               own);
}

static void add_beside(struct screen_page *page, const struct own *own)
{
    page->body->width.max_mm = PROFILE_MAX_MM;
    page->body->padding_mm = 0; /* no focus ring needs room in here */
    page->body->padding_y_mm = 2;
    page->body->is_scroller = false;
    add_views(page, page->body);
    add_columns(page, own);
}

static void add_small(struct screen_page *page, const struct own *own)
{
    const bool is_chart = view_of(page) == PROFILE_CHART;
    add_views(page, page->body);
    if (is_chart && has_marks_above(page))
        add_marks(page, page->body, own);
    add_chosen(page, page->body, own);
    if (is_chart && !has_marks_above(page))
        add_marks(page, page->body, own);
    if (is_chart)
        add_pilot(page, page->body);
}

static void add_high(struct screen_page *page, const struct own *own)
{
    add_views(page, page->body);
    add_words(page, page->body, own);
    add_chosen(page, page->body, own);
}

void profile_view(struct screen_page *page)
{
    const struct own own = own_of(page->arena, page->journey);
    screen_page_top(page, is_close(page) ? own_heading(&own) : WS("Your own profile"),
                    -1);
    if (is_heading_above(page))
        name_heading(node_find(page->page, SPAN("progress")));
    screen_page_body(page, is_screen_page_low(page) ? 3 : 6);
    page->begins_at_top = true;
    if (is_beside(page))
        add_beside(page, &own);
    else if (is_small(page))
        add_small(page, &own);
    else
        add_high(page, &own);
    add_ways(page);
}

struct effect profile_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    if (event->kind == EVENT_PICK && event->a >= 0 && event->a < PROFILE_VIEW_COUNT &&
        (event->a != PROFILE_DRIVERS || journey->visit->scorecard->driver_count))
        journey->visit->profile_view = (enum profile_view)event->a;
    if (event->kind == EVENT_KEEP)
        journey_keep(journey, moment);
    if (event->kind == EVENT_PROFILE_DONE)
        journey_show(journey, SCREEN_RECEIPT, moment);
    return effect_none();
}
