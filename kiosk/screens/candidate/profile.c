/* The person's own profile: three sentences first, then the chart, then the details: how they
 * like to work, the rough measure with its range, all of it in sentences. Wide screens show
 * sentences and chart side by side, and what the person can choose between in the foot: then all
 * of a chart is seen at once. On others what can be chosen between stands under the heading and
 * what was chosen right below it: a choice that changes nothing in sight seems to do nothing. Where
 * that would push the first sentence out of sight, each choice is a page of its own, and what else
 * there is to see stands at its end. */
#include "base/words.h"
#include "profile/profile_card.h"
#include "profile/profile_chart.h"
#include "screens/candidate/own.h"
#include "screens/screen.h"
#include "screens/screen_page.h"

enum { WIDE_MM = 400, PROFILE_MAX_MM = 440 };
/* The least width at which the copy stands in the foot beside the way on, without the tools or
 * with them. */
enum { KEEP_MM = 160, KEEP_TOOLS_MM = 215 };
enum { PAGE_CHART, PAGE_DRIVERS, PAGE_RESONANCE, PAGE_SENTENCES, PAGE_COUNT };

static bool is_wide(const struct screen_page *page)
{
    return screen_page_step_wide_mm(page) >= WIDE_MM;
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
                  is_notes ? TEXT_NOTE : TEXT_BODY, told[i])
            ->is_spoken_first = !is_notes;
}

static void add_heading(struct screen_page *page, struct node *column,
                        const struct own *own)
{
    struct node *heading =
        add_text(page, column, "heading", TEXT_HEADING, own_heading(own));
    heading->heading_level = 1;
    heading->is_spoken_first = true;
    if (!is_wide(page) && is_screen_page_low(page))
        heading->style = TEXT_STRONG;
}

static void add_pilot(struct screen_page *page, struct node *column)
{
    if (page->journey->site->assessment->is_pilot)
        add_text(
            page, column, "pilot", TEXT_NOTE,
            screen_page_words(page, "pilot_line", WS("Pilot form, not for decisions.")));
}

static void add_words(struct screen_page *page, struct node *column,
                      const struct own *own)
{
    add_pilot(page, column);
    add_told(page, column, own, false);
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
    phrase->is_spoken_first = is_screen_page_tight(page);
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

static void add_page_choice(struct screen_page *page, struct node *row, const char *id,
                            struct span text, int view)
{
    const bool is_here = page->journey->visit->profile_page == (size_t)view;
    node_choice(page->arena, row, span_of(id), LOOK_TOOL, text, is_here,
                event_with(EVENT_PICK, view, 0));
}

static void add_forms(struct screen_page *page, struct node *parent)
{
    struct node *forms = node_column(page->arena, parent, SPAN("forms"), 0);
    forms->is_group = true;
    struct node *row =
        node_row(page->arena, forms, SPAN("forms row"), is_screen_page_low(page) ? 3 : 4);
    row->can_wrap = !is_wide(page);
    add_page_choice(page, row, "as-chart", WS("What matters"), PAGE_CHART);
    if (page->journey->visit->scorecard->driver_count)
        add_page_choice(page, row, "as-drivers", WS("How you like to work"),
                        PAGE_DRIVERS);
    add_page_choice(page, row, "as-resonance", WS("Resonance"), PAGE_RESONANCE);
    add_page_choice(page, row, "as-sentences", WS("In numbers"), PAGE_SENTENCES);
}

static void add_title(struct screen_page *page, struct node *column, const char *id,
                      struct span title)
{
    struct node *heading = add_text(
        page, column, span_text(page->arena, span_format(page->arena, "%s title", id)),
        TEXT_STRONG, title);
    heading->heading_level = is_screen_page_tight(page) ? 1 : 2;
    heading->is_spoken_first = is_screen_page_tight(page);
}

static void add_sentences(struct screen_page *page, struct node *column, const char *id,
                          struct span title, const struct chart *chart)
{
    add_title(page, column, id, title);
    add_text(page, column, id, TEXT_BODY, chart_words(page->arena, chart));
}

static void add_chosen(struct screen_page *page, struct node *column,
                       const struct own *own)
{
    const struct span what = WS("What matters, one by one");
    const struct span work = WS("How you like to work, from 1 to 5");
    switch (page->journey->visit->profile_page) {
    case PAGE_CHART:
        add_chart(page, column, "dimensions", what, own->dimensions);
        return;
    case PAGE_DRIVERS:
        add_title(page, column, "drivers", work);
        add_chart(page, column, "drivers", SPAN(""), own->drivers);
        return;
    case PAGE_RESONANCE:
        add_resonance(page, column, &own->card->now);
        return;
    case PAGE_SENTENCES:
        add_sentences(page, column, "dimensions", what, own->dimensions);
        if (own->drivers)
            add_sentences(page, column, "drivers", work, own->drivers);
        add_text(page, column, "person", TEXT_NOTE,
                 own_readers(page->journey->visit->sitting->start.role));
        return;
    }
}

static void add_keep(struct screen_page *page, struct node *parent)
{
    node_button(page->arena, parent, SPAN("keep"), LOOK_PLAIN, WS("Keep a copy"),
                event_of(EVENT_KEEP));
}

static void add_columns(struct screen_page *page, const struct own *own)
{
    struct node *row = node_row(page->arena, page->body, SPAN("columns"), 16);
    grow(row, 1);
    struct node *words = node_column(page->arena, row, SPAN("words"), 4);
    grow(words, 5);
    struct node *charts = node_column(page->arena, row, SPAN("charts"), 4);
    grow(charts, 8);
    add_heading(page, words, own);
    add_words(page, words, own);
    add_told(page, words, own, true);
    add_chosen(page, charts, own);
}

static struct span way_on(void)
{
    return WS("Go to receipt");
}

static void add_wide(struct screen_page *page, const struct own *own)
{
    page->body->width.max_mm = PROFILE_MAX_MM;
    page->body->padding_mm = 0; /* no focus ring needs room in here */
    page->body->padding_y_mm = 2;
    add_columns(page, own);
    add_forms(page, screen_page_foot(page));
    node_gap(page->arena, page->foot, 0);
    add_keep(page, page->foot);
    node_button(page->arena, page->foot, SPAN("next"), LOOK_PRIMARY, way_on(),
                event_of(EVENT_PROFILE_DONE))
        ->is_first_focus = true;
}

static void add_ways(struct screen_page *page)
{
    add_keep(page, is_keep_in_foot(page) ? screen_page_foot(page) : page->body);
    screen_page_next(page, way_on(), event_of(EVENT_PROFILE_DONE))->is_first_focus = true;
}

/* Where there is little height the sentences that are told first stand with the chart only: else
 * they would push what was chosen out of sight. How they are to be read stands below it there, so
 * that the chart begins in sight. */
static void add_narrow(struct screen_page *page, const struct own *own)
{
    const bool is_low = is_screen_page_low(page);
    const bool is_told = !is_low || page->journey->visit->profile_page == PAGE_CHART;
    add_heading(page, page->body, own);
    add_forms(page, page->body);
    if (is_told)
        add_words(page, page->body, own);
    if (is_told && !is_low)
        add_told(page, page->body, own, true);
    add_chosen(page, page->body, own);
    if (is_told && is_low)
        add_told(page, page->body, own, true);
    add_ways(page);
}

/* The sentences and the chart begin at once. */
static void add_tight(struct screen_page *page, const struct own *own)
{
    const bool is_chart = page->journey->visit->profile_page == PAGE_CHART;
    if (is_chart) {
        add_heading(page, page->body, own);
        add_told(page, page->body, own, false);
    }
    add_chosen(page, page->body, own);
    if (is_chart)
        add_told(page, page->body, own, true);
    add_pilot(page, page->body);
    add_forms(page, page->body);
    add_ways(page);
}

void profile_view(struct screen_page *page)
{
    const struct own own = own_of(page->arena, page->journey);
    screen_page_top(page, WS("Your own profile"), -1);
    screen_page_body(page, is_screen_page_low(page) ? 3 : 6);
    if (is_wide(page))
        add_wide(page, &own);
    else if (is_screen_page_tight(page))
        add_tight(page, &own);
    else
        add_narrow(page, &own);
}

struct effect profile_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    if (event->kind == EVENT_PICK && event->a >= 0 && event->a < PAGE_COUNT &&
        (event->a != PAGE_DRIVERS || journey->visit->scorecard->driver_count))
        journey->visit->profile_page = (size_t)event->a;
    if (event->kind == EVENT_KEEP)
        journey_keep(journey, moment);
    if (event->kind == EVENT_PROFILE_DONE)
        journey_show(journey, SCREEN_RECEIPT, moment);
    return effect_none();
}
