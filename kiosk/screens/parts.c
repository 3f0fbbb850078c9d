#include "screens/parts.h"

#include "base/buffer.h"
#include "base/words.h"

enum { FILLED_MAX_BYTES = 64 * 1024, MARGIN_MM = 24, BODY_EDGES_MM = 24 };
/* The least height for keys and words at once: the keys and the frame, and the words at their
 * usual size. */
enum { KEYS_MM = 100, WORDS_MM = 85 };

static struct span page_id(const struct sheet *sheet)
{
    const struct visit *visit = sheet->journey->visit;
    const char *name = screen_name(sheet->journey->screen);
    if (sheet->journey->screen != SCREEN_ITEM)
        return span_of(name);
    const struct span step =
        sitting_step_id(sheet->arena, visit->sitting, (size_t)visit->at);
    return span_format(sheet->arena, "%s %.*s%s", name, SPAN_ARGS(step),
                       visit->is_writing && !has_sheet_keys(sheet) ? " writing" : "");
}

struct sheet sheet_begin(struct arena *arena, const struct journey *journey,
                         const struct surface_facts *facts, struct moment moment)
{
    struct sheet sheet = {
        .arena = arena, .journey = journey, .facts = facts, .moment = moment};
    sheet.page = node_column(arena, NULL, page_id(&sheet), 4);
    sheet.page->padding_mm = MARGIN_MM;
    sheet.page->padding_y_mm = 12;
    sheet.page->align = ALIGN_CENTER;
    sheet.page->width = (struct size){.kind = SIZE_GROW, .value = 1};
    sheet.page->height = (struct size){.kind = SIZE_GROW, .value = 1};
    return sheet;
}

static void grow_wide(struct node *node)
{
    node->width = (struct size){.kind = SIZE_GROW, .value = 1};
}

static void add_tools(struct sheet *sheet, struct node *top)
{
    struct node *tools = node_row(sheet->arena, top, SPAN("tools"), 4);
    struct node *comfort = node_button(sheet->arena, tools, SPAN("comfort"), LOOK_TOOL,
                                       WS("Aa  Comfort"), event_of(EVENT_OPEN_COMFORT));
    comfort->said = WS("Reading comfort: text size and colours");
    struct node *help = node_button(sheet->arena, tools, SPAN("help"), LOOK_TOOL,
                                    WS("?  Help"), event_of(EVENT_OPEN_HELP));
    help->said = WS("Help with this screen");
}

void sheet_top(struct sheet *sheet, struct span words, double fraction)
{
    struct node *top = node_row(sheet->arena, sheet->page, SPAN("top"), 8);
    grow_wide(top);
    top->align = ALIGN_CENTER;
    node_text(sheet->arena, top, SPAN("progress"), TEXT_NOTE, words);
    node_gap(sheet->arena, top, 0);
    add_tools(sheet, top);
    if (fraction < 0)
        return;
    struct node *line = node_new(sheet->arena, sheet->page, NODE_PROGRESS, SPAN("line"));
    line->value = (float)fraction;
    line->has_value = 1;
    line->high = 1;
    line->is_decoration = 1; /* the words beside it say the same, and better */
    grow_wide(line);
}

void sheet_place_top(struct sheet *sheet)
{
    sheet_top(sheet, sheet->journey->place->organization, -1);
}

double sheet_wide_mm(const struct sheet *sheet, double mm)
{
    const double step = theme_step(sheet->facts);
    return step > 1 ? mm * step : mm;
}

double sheet_room_mm(const struct sheet *sheet)
{
    const struct surface_facts *facts = sheet->facts;
    const double margin_mm = is_theme_narrow(facts) ? MARGIN_MM / 2.0 : MARGIN_MM;
    const double room_mm = facts->width_px / facts->px_per_mm - 2 * margin_mm;
    const double column_mm = sheet_wide_mm(sheet, theme_mm.text_column_mm);
    return room_mm < column_mm ? room_mm : column_mm;
}

int is_sheet_low(const struct sheet *sheet)
{
    const struct surface_facts *facts = sheet->facts;
    return facts->height_px / facts->px_per_mm / theme_step(facts) < 240;
}

int has_sheet_keys(const struct sheet *sheet)
{
    const struct surface_facts *facts = sheet->facts;
    return facts->height_px / facts->px_per_mm >= KEYS_MM + WORDS_MM * theme_step(facts);
}

static void tell_problem(struct sheet *sheet)
{
    const struct journey *journey = sheet->journey;
    if (journey->problem == OK)
        return;
    const struct span words =
        journey->asked.kind == EFFECT_SEAL ? WS("Your answers could not be sealed. They "
                                                "are still here. Please try again, or "
                                                "ask for help.")
        : journey->asked.kind == EFFECT_SAVE
            ? WS("Your last answer could not be stored. It is still here. Please choose "
                 "Next again, or ask for help.")
            : WS("That did not work. Please try again, or ask for help.");
    sheet_notice(sheet, "problem", words)->is_spoken_first = 1;
}

struct node *sheet_body(struct sheet *sheet, float gap_mm)
{
    struct node *body = node_column(sheet->arena, sheet->page, SPAN("body"), gap_mm);
    body->width = (struct size){
        .kind = SIZE_GROW,
        .value = 1,
        .max_mm = (float)sheet_wide_mm(sheet, theme_mm.text_column_mm + BODY_EDGES_MM)};
    body->height = (struct size){.kind = SIZE_GROW, .value = 1};
    body->padding_mm = 4;
    body->padding_y_mm = is_sheet_low(sheet) ? 2 : 4;
    body->is_scroller = 1;
    sheet->body = body;
    tell_problem(sheet);
    return body;
}

struct node *sheet_foot(struct sheet *sheet)
{
    if (!sheet->foot) {
        sheet->foot = node_row(sheet->arena, sheet->page, SPAN("foot"), 4);
        grow_wide(sheet->foot);
        sheet->foot->align = ALIGN_CENTER;
    }
    return sheet->foot;
}

struct node *sheet_back(struct sheet *sheet, struct span text, struct event event)
{
    struct node *back = node_button(sheet->arena, sheet_foot(sheet), SPAN("back"),
                                    LOOK_PLAIN, text, event);
    back->is_way_back = 1;
    return back;
}

struct node *sheet_next(struct sheet *sheet, struct span text, struct event event)
{
    node_gap(sheet->arena, sheet_foot(sheet), 0);
    return node_button(sheet->arena, sheet->foot, SPAN("next"), LOOK_PRIMARY, text,
                       event);
}

struct node *sheet_way(struct sheet *sheet, const char *id, struct span text,
                       struct event event)
{
    if (!sheet->ways) {
        sheet->ways = node_row(sheet->arena, sheet->body, SPAN("ways"), 6);
        grow_wide(sheet->ways);
        sheet->ways->is_group = 1;
        sheet->ways->can_wrap = 1;
    }
    struct node *way =
        node_button(sheet->arena, sheet->ways, span_of(id), LOOK_PLAIN, text, event);
    way->width = (struct size){.kind = SIZE_GROW, .value = 1, .min_mm = 60};
    return way;
}

struct node *sheet_heading(struct sheet *sheet, struct span text)
{
    struct node *heading =
        node_text(sheet->arena, sheet->body, SPAN("heading"), TEXT_HEADING, text);
    heading->heading_level = 1;
    heading->is_spoken_first = 1;
    return heading;
}

static struct node *paragraph(struct sheet *sheet, struct node *parent, const char *id,
                              enum text_style style, struct span text)
{
    if (!text.count)
        return NULL;
    return node_text(sheet->arena, parent, span_of(id), style, text);
}

struct node *sheet_text(struct sheet *sheet, const char *id, struct span text)
{
    return paragraph(sheet, sheet->body, id, TEXT_BODY, text);
}

struct node *sheet_note(struct sheet *sheet, const char *id, struct span text)
{
    return paragraph(sheet, sheet->body, id, TEXT_NOTE, text);
}

struct node *sheet_notice(struct sheet *sheet, const char *id, struct span text)
{
    struct node *box = node_column(sheet->arena, sheet->body,
                                   span_format(sheet->arena, "%s box", id), 2);
    box->look = LOOK_NOTICE;
    grow_wide(box);
    return paragraph(sheet, box, id, TEXT_BODY, text);
}

void sheet_point(struct sheet *sheet, const char *id, struct span title, struct span text)
{
    if (!text.count)
        return;
    struct arena *arena = sheet->arena;
    struct node *point = node_column(arena, sheet->body, span_of(id), 1.5f);
    struct node *heading =
        node_text(arena, point, span_format(arena, "%s title", id), TEXT_STRONG, title);
    heading->heading_level = 2;
    node_text(arena, point, span_format(arena, "%s text", id), TEXT_BODY, text);
}

/* ---- texts of the assessment ---- */

static struct span language_of(const struct journey *journey)
{
    const struct visit *visit = journey->visit;
    return visit && visit->sitting ? visit->sitting->start.language
                                   : journey->place->language;
}

static struct span or_else(struct span text, struct span otherwise)
{
    return text.count ? text : otherwise;
}

/* What stands for the placeholder `name`, or 0 when there is no such one. What the configuration
 * leaves empty still makes a sentence. */
static int placeholder(const struct journey *journey, struct span name,
                       struct span *out_text)
{
    const struct place *place = journey->place;
    const struct span vacancy = journey->visit ? journey->visit->vacancy_title : SPAN("");
    if (is_span(name, "organization"))
        *out_text = or_else(place->organization, WS("this organization"));
    else if (is_span(name, "contact"))
        *out_text = or_else(place->contact, WS("the staff here"));
    else if (is_span(name, "retention"))
        *out_text = or_else(place->retention, WS("please ask the staff."));
    else if (is_span(name, "vacancy"))
        *out_text = or_else(vacancy, WS("this position"));
    else
        return 0;
    return 1;
}

struct span sheet_fill(const struct sheet *sheet, struct span text)
{
    struct buffer filled = buffer_init(sheet->arena, FILLED_MAX_BYTES);
    if (span_find(text, '{') == text.count)
        return text;
    while (text.count) {
        const size_t open = span_find(text, '{');
        buffer_add(&filled, span_cut(text, 0, open));
        text = span_cut(text, open, text.count);
        const size_t close = span_find(text, '}');
        struct span value;
        if (close < text.count &&
            placeholder(sheet->journey, span_cut(text, 1, close - 1), &value)) {
            buffer_add(&filled, value);
            text = span_cut(text, close + 1, text.count);
        } else if (text.count) {
            buffer_add(&filled, span_cut(text, 0, 1));
            text = span_cut(text, 1, text.count);
        }
    }
    return buffer_span(&filled);
}

/* Raters have their own wording of some texts: the frame "rater". */
struct span sheet_words(const struct sheet *sheet, const char *key, struct span otherwise)
{
    const struct visit *visit = sheet->journey->visit;
    const int is_rater =
        visit && visit->sitting && visit->sitting->start.role == ROLE_RATER;
    const struct span text = questionnaire_text(
        sheet->journey->place->assessment->words, language_of(sheet->journey),
        is_rater ? SPAN("rater") : SPAN(""), span_of(key));
    return sheet_fill(sheet, text.count && !is_span(text, key) ? text : otherwise);
}
