/* The person's own profile: words first, then the rough measure with its range, then every
 * dimension, as a chart or as sentences. Wide screens show words and chart side by side. */
#include "screens/candidate/profile_chart.h"

#include "base/words.h"
#include "screens/screen.h"

enum { WIDE_MM = 400, PROFILE_MAX_MM = 440, PAGE_CHART = 0, PAGE_SENTENCES = 1 };

static void grow(struct node *node, float weight)
{
    node->width = (struct size){.kind = SIZE_GROW, .value = weight};
}

static struct node *add_text(struct sheet *sheet, struct node *column, const char *id,
                             enum text_style style, struct span text)
{
    return node_text(sheet->arena, column, span_of(id), style, text);
}

static void add_chart(struct sheet *sheet, struct node *column, const char *id,
                      struct span said, const struct chart *chart)
{
    struct node *node = node_new(sheet->arena, column, NODE_CHART, span_of(id));
    node->chart = chart;
    node->said = said;
    grow(node, 1);
}

static void add_figure(struct sheet *sheet, struct node *card,
                       const struct figure *figure)
{
    struct node *phrase = add_text(
        sheet, card, "phrase", TEXT_HEADING,
        span_format(sheet->arena, W("Resonance: %s"), W(phrase_words(figure->phrase))));
    phrase->heading_level = 2;
    phrase->is_spoken_first = 1;
    add_chart(sheet, card, "range", WS("The measure and its range"),
              profile_chart_range(sheet->arena, figure));
    add_text(sheet, card, "numbers", TEXT_NOTE,
             span_format(sheet->arena,
                         W("%.2f on a line from -1 to 1, range %.2f to %.2f"), figure->r,
                         figure->low, figure->high));
    if (figure->state == FIGURE_PROVISIONAL)
        add_text(sheet, card, "state", TEXT_NOTE, WS(figure_words(figure->state)));
    add_text(
        sheet, card, "rough", TEXT_BODY,
        WS("One sitting is a rough measure. If you came back tomorrow, the point could "
           "land anywhere on the shaded part. It says nothing about how well you would "
           "do the work, and nobody is ranked by it."));
}

static void add_words(struct sheet *sheet, struct node *column)
{
    const struct figure *figure = &sheet->journey->visit->scorecard->now;
    struct node *heading = add_text(sheet, column, "heading", TEXT_HEADING,
                                    WS("What matters to you, beside what matters here"));
    heading->heading_level = 1;
    heading->is_spoken_first = 1;
    if (sheet->journey->place->assessment->is_pilot)
        add_text(sheet, column, "pilot", TEXT_NOTE,
                 sheet_words(sheet, "pilot_line", WS("Pilot form, not for decisions.")));
    struct node *card = node_column(sheet->arena, column, SPAN("card"), 4);
    card->look = LOOK_CARD;
    grow(card, 1);
    if (has_figure(figure))
        add_figure(sheet, card, figure);
    else
        add_text(sheet, card, "phrase", TEXT_STRONG, WS(figure_words(figure->state)))
            ->is_spoken_first = 1;
    add_text(
        sheet, column, "person", TEXT_BODY,
        WS("A person will read this with you in mind. Nothing here decides by itself."));
    add_text(sheet, column, "photo", TEXT_NOTE,
             WS("If you like, take a photo of this screen to keep it."));
}

static void add_page_choice(struct sheet *sheet, struct node *row, const char *id,
                            struct span text, int page)
{
    const int is_here = sheet->journey->visit->profile_page == (size_t)page;
    node_choice(sheet->arena, row, span_of(id), LOOK_TOOL, text, is_here,
                event_with(EVENT_PICK, page, 0));
}

static void add_part(struct sheet *sheet, struct node *column, const char *id,
                     struct span title, const struct chart *chart)
{
    struct node *heading = add_text(
        sheet, column, span_text(sheet->arena, span_format(sheet->arena, "%s title", id)),
        TEXT_STRONG, title);
    heading->heading_level = 2;
    if (sheet->journey->visit->profile_page == PAGE_SENTENCES)
        add_text(sheet, column, id, TEXT_BODY, chart_words(sheet->arena, chart));
    else
        add_chart(sheet, column, id, title, chart);
}

static void add_dimensions(struct sheet *sheet, struct node *column)
{
    const struct visit *visit = sheet->journey->visit;
    struct node *row = node_row(sheet->arena, column, SPAN("forms"), 4);
    row->is_group = 1;
    add_page_choice(sheet, row, "as-chart", WS("As a chart"), PAGE_CHART);
    add_page_choice(sheet, row, "as-sentences", WS("In sentences"), PAGE_SENTENCES);
    add_part(sheet, column, "dimensions", WS("What matters, one by one"),
             profile_chart_dimensions(sheet->arena, visit));
    const struct chart *drivers = profile_chart_drivers(sheet->arena, visit);
    if (drivers)
        add_part(sheet, column, "drivers", WS("How you like to work, from 1 to 5"),
                 drivers);
}

static void add_columns(struct sheet *sheet)
{
    struct node *row = node_row(sheet->arena, sheet->body, SPAN("columns"), 16);
    grow(row, 1);
    struct node *words = node_column(sheet->arena, row, SPAN("words"), 6);
    grow(words, 3);
    struct node *dimensions = node_column(sheet->arena, row, SPAN("charts"), 4);
    grow(dimensions, 5);
    add_words(sheet, words);
    add_dimensions(sheet, dimensions);
}

void profile_view(struct sheet *sheet)
{
    const struct surface_facts *facts = sheet->facts;
    const double width_mm = facts->width_px / facts->px_per_mm / theme_step(facts);
    sheet_top(sheet, WS("Your own profile · only you see this screen"), -1);
    sheet_body(sheet, 6)->width.max_mm = PROFILE_MAX_MM;
    if (width_mm >= WIDE_MM) {
        add_columns(sheet);
    } else {
        sheet->body->width.max_mm = (float)sheet_wide_mm(sheet, theme_mm.text_column_mm);
        add_words(sheet, sheet->body);
        add_dimensions(sheet, sheet->body);
    }
    sheet_next(sheet, WS("Go to receipt"), event_of(EVENT_PROFILE_DONE))->is_first_focus =
        1;
}

struct effect profile_step(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    if (event->kind == EVENT_PICK &&
        (event->a == PAGE_CHART || event->a == PAGE_SENTENCES))
        journey->visit->profile_page = (size_t)event->a;
    if (event->kind == EVENT_PROFILE_DONE)
        journey_show(journey, SCREEN_RECEIPT, moment);
    return effect_none();
}
