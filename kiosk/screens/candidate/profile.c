/* The person's own profile: words first, then the rough measure with its range, then every
 * dimension, as charts or as sentences. Wide screens show words and charts side by side, and what
 * the person can choose between in the foot: then all of a chart is seen at once. */
#include "base/words.h"
#include "profile/profile_card.h"
#include "profile/profile_chart.h"
#include "screens/screen.h"
#include "screens/screen_page.h"

#include <math.h>

enum { WIDE_MM = 400, PROFILE_MAX_MM = 440 };
enum { PAGE_CHART, PAGE_SENTENCES, PAGE_DRIVERS, PAGE_COUNT };

static bool is_wide(const struct screen_page *page)
{
    const struct surface_facts *facts = page->facts;
    return facts->width_px / facts->px_per_mm / theme_step(facts) >= WIDE_MM;
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

static const struct scorecard *told_card(struct screen_page *page)
{
    return profile_card(page->arena, page->journey->visit->scorecard, NULL);
}

/* A phrase, or the sentence why there is none. */
static void add_phrase(struct screen_page *page, struct node *card,
                       const struct figure *figure)
{
    const char *words = wording_phrase(figure->phrase);
    const bool is_said = words[0] != 0;
    struct node *phrase =
        add_text(page, card, "phrase", is_said ? TEXT_HEADING : TEXT_BODY,
                 is_said ? wording_title(page->arena, words)
                         : span_of(wording_unsaid(figure->phrase)));
    phrase->is_spoken_first = true;
    if (!is_said)
        return;
    phrase->said = span_format(page->arena, W("Resonance: %s"), words);
    phrase->letter_scale = 0.85f; /* the longest phrase in one line of the card */
    phrase->heading_level = 2;
}

/* How rough the measure is, where the form tells what trials with made-up people have shown: for
 * people of two kinds, of whom the person may be neither. */
static struct span rough_words(const struct screen_page *page)
{
    const struct assessment_simulated *trials =
        &page->journey->site->assessment->simulated;
    const double usual = trials->second_session_inside_unrelated,
                 much = trials->second_session_inside_much;
    return isnan(usual) || isnan(much)
               ? WS("One session is a rough measure. It says nothing about how well you "
                    "would do the work.")
               : span_format(page->arena,
                             W("One session is a rough measure. It says nothing about "
                               "how well you would do the work. In trials with made-up "
                               "people, a second session landed on the shaded part in "
                               "%.0f to %.0f of 100 cases."),
                             100 * fmin(usual, much), 100 * fmax(usual, much));
}

static void add_figure(struct screen_page *page, struct node *card,
                       const struct figure *figure)
{
    add_phrase(page, card, figure);
    add_chart(page, card, "range", WS("The measure and its range"),
              profile_chart_range(page->arena, figure, WORDING_PERSON));
    add_text(page, card, "numbers", TEXT_NOTE,
             span_format(page->arena,
                         W("%.*s on a line from −1 to 1, range %.*s to %.*s"),
                         SPAN_ARGS(words_number(page->arena, figure->r, 2)),
                         SPAN_ARGS(words_number(page->arena, figure->low, 2)),
                         SPAN_ARGS(words_number(page->arena, figure->high, 2))))
        ->is_decoration = true; /* the chart has said it */
    if (figure->is_provisional)
        add_text(page, card, "state", TEXT_NOTE, span_of(wording_figure(figure)));
    add_text(page, card, "rough", TEXT_NOTE, rough_words(page));
}

static void add_card(struct screen_page *page, struct node *column)
{
    const struct figure *figure = &told_card(page)->now;
    struct node *card = node_column(page->arena, column, SPAN("card"), 3);
    card->look = LOOK_CARD;
    grow(card, 1);
    add_text(page, card, "card title", TEXT_NOTE, WS("Resonance"))->is_decoration =
        has_scorecard_figure(figure); /* said with the phrase */
    if (has_scorecard_figure(figure))
        add_figure(page, card, figure);
    else
        add_text(page, card, "phrase", TEXT_STRONG, span_of(wording_figure(figure)))
            ->is_spoken_first = true;
}

static void add_words(struct screen_page *page, struct node *column)
{
    struct node *heading = add_text(page, column, "heading", TEXT_HEADING,
                                    has_profile_card_organization(told_card(page))
                                        ? WS("What matters to you, beside what matters "
                                             "here")
                                        : WS("What matters to you"));
    heading->heading_level = 1;
    heading->is_spoken_first = true;
    if (page->journey->site->assessment->is_pilot)
        add_text(
            page, column, "pilot", TEXT_NOTE,
            screen_page_words(page, "pilot_line", WS("Pilot form, not for decisions.")));
    add_card(page, column);
    add_text(
        page, column, "person", TEXT_NOTE,
        WS("Recruiters get these figures and all your answers. Interviewers get your "
           "own words, what you say about our story, and topics that the program "
           "chooses from your answers. They see no figures. People decide. You may take "
           "a photo of this screen."));
}

static void add_page_choice(struct screen_page *page, struct node *row, const char *id,
                            struct span text, int view)
{
    const bool is_here = page->journey->visit->profile_page == (size_t)view;
    node_choice(page->arena, row, span_of(id), LOOK_TOOL, text, is_here,
                event_with(EVENT_PICK, view, 0));
}

static void add_forms(struct screen_page *page, struct node *parent)
{
    struct node *row = node_row(page->arena, parent, SPAN("forms"), 4);
    row->is_group = true;
    row->can_wrap = !is_wide(page);
    add_page_choice(page, row, "as-chart", WS("As a chart"), PAGE_CHART);
    if (page->journey->visit->scorecard->driver_count)
        add_page_choice(page, row, "as-drivers", WS("How you like to work"),
                        PAGE_DRIVERS);
    add_page_choice(page, row, "as-sentences", WS("In sentences"), PAGE_SENTENCES);
}

static void add_title(struct screen_page *page, struct node *column, const char *id,
                      struct span title)
{
    struct node *heading = add_text(
        page, column, span_text(page->arena, span_format(page->arena, "%s title", id)),
        TEXT_STRONG, title);
    heading->heading_level = 2;
}

static void add_sentences(struct screen_page *page, struct node *column, const char *id,
                          struct span title, const struct chart *chart)
{
    add_title(page, column, id, title);
    add_text(page, column, id, TEXT_BODY, chart_words(page->arena, chart));
}

static void add_dimensions(struct screen_page *page, struct node *column)
{
    const struct visit *visit = page->journey->visit;
    const struct span what = WS("What matters, one by one");
    const struct span work = WS("How you like to work, from 1 to 5");
    const struct profile_source source =
        profile_rows_source(visit->sitting->assessment, told_card(page), NULL,
                            visit->sitting->start.language);
    const struct profile_rows rows = profile_rows_list(page->arena, &source);
    const struct chart *dimensions =
        profile_chart_dimensions(page->arena, &rows, WORDING_PERSON);
    const struct chart *drivers =
        profile_chart_drivers(page->arena, &rows, WORDING_PERSON);
    switch (visit->profile_page) {
    case PAGE_CHART:
        add_chart(page, column, "dimensions", what, dimensions);
        return;
    case PAGE_DRIVERS:
        add_title(page, column, "drivers", work);
        add_chart(page, column, "drivers", SPAN(""), drivers);
        return;
    case PAGE_SENTENCES:
        add_sentences(page, column, "dimensions", what, dimensions);
        if (drivers)
            add_sentences(page, column, "drivers", work, drivers);
        return;
    }
}

static void add_columns(struct screen_page *page)
{
    struct node *row = node_row(page->arena, page->body, SPAN("columns"), 16);
    grow(row, 1);
    struct node *words = node_column(page->arena, row, SPAN("words"), 4);
    grow(words, 5);
    struct node *charts = node_column(page->arena, row, SPAN("charts"), 4);
    grow(charts, 8);
    add_words(page, words);
    add_dimensions(page, charts);
}

void profile_view(struct screen_page *page)
{
    screen_page_top(page, WS("Your own profile"), -1);
    screen_page_body(page, 6);
    if (is_wide(page)) {
        page->body->width.max_mm = PROFILE_MAX_MM;
        page->body->padding_mm = 0; /* no focus ring needs room in here */
        page->body->padding_y_mm = 2;
        add_columns(page);
        add_forms(page, screen_page_foot(page));
    } else {
        add_words(page, page->body);
        add_forms(page, page->body);
        add_dimensions(page, page->body);
    }
    screen_page_next(page, WS("Go to receipt"), event_of(EVENT_PROFILE_DONE))
        ->is_first_focus = true;
}

struct effect profile_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    if (event->kind == EVENT_PICK && event->a >= 0 && event->a < PAGE_COUNT &&
        (event->a != PAGE_DRIVERS || journey->visit->scorecard->driver_count))
        journey->visit->profile_page = (size_t)event->a;
    if (event->kind == EVENT_PROFILE_DONE)
        journey_show(journey, SCREEN_RECEIPT, moment);
    return effect_none();
}
