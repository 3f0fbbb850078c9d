#include "screens/screen_page.h"

#include "assessment/assessment_minutes.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "base/words.h"
#include "sitting/sitting_progress.h"

#include <math.h>

enum { FILLED_MAX_BYTES = 64 * 1024, MARGIN_MM = 24, BODY_EDGES_MM = 24, LOWER_MM = 3 };
/* On the widest screens Back and Next stay as far apart as on the usual one, with the words. */
enum { FOOT_MAX_MM = 440 };
/* The least width, in usual letters, at which all tools have their whole names, and some buttons
 * side by side one line; and the least for most of their names. */
enum { TOOLS_MM = 300, SHORT_TOOLS_MM = 200 };
/* The least height for keys and words at once: the keys and the frame, and the words at their
 * usual size. */
enum { KEYS_MM = 100, WORDS_MM = 85 };

static struct span page_id(const struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const char *name = screen_name(page->journey->screen);
    if (page->journey->screen == SCREEN_PART)
        return span_format(page->arena, "%s %zu", name,
                           visit->sitting->steps[visit->at].part);
    if (page->journey->screen == SCREEN_CHECK && visit->looked_at != NO_STEP)
        return span_format(page->arena, "%s %u", name, visit->look_count);
    if (page->journey->screen == SCREEN_KEEP && visit->kept_part)
        return span_format(page->arena, "%s %zu", name, visit->kept_part);
    if (page->journey->screen != SCREEN_ITEM)
        return span_of(name);
    const struct span step =
        sitting_step_id(page->arena, visit->sitting, (size_t)visit->at);
    return span_format(page->arena, "%s %.*s%s", name, SPAN_ARGS(step),
                       visit->is_writing && is_screen_page_apart(page) ? " writing" : "");
}

struct screen_page screen_page_begin(struct arena *arena, const struct journey *journey,
                                     const struct surface_facts *facts,
                                     struct moment moment)
{
    struct screen_page page = {
        .arena = arena, .journey = journey, .facts = facts, .moment = moment};
    page.page = node_column(arena, NULL, page_id(&page), 4);
    page.page->lies_above = is_screen_overlay(journey->screen);
    page.page->padding_mm = MARGIN_MM;
    page.page->padding_y_mm = 12;
    page.page->align = ALIGN_CENTER;
    page.page->width = (struct size){.kind = SIZE_GROW, .value = 1};
    page.page->height = (struct size){.kind = SIZE_GROW, .value = 1};
    return page;
}

void screen_page_decide(struct screen_page *page)
{
    page->page->begins_unfocused = true;
}

static void grow_wide(struct node *node)
{
    node->width = (struct size){.kind = SIZE_GROW, .value = 1};
}

static bool is_at(const struct screen_page *page, enum room_rung rung)
{
    return is_room_at(&page->facts->room, rung);
}

/* Wherever something would be lost; some pages have a button of their own for it. */
static bool has_break(const struct screen_page *page)
{
    const enum screen_kind screen = page->journey->screen;
    return can_journey_hide(page->journey) && !is_screen_overlay(screen) &&
           screen != SCREEN_PART && screen != SCREEN_RESUME;
}

static void add_break(struct screen_page *page, struct node *tools)
{
    const bool is_short =
        is_at(page, ROOM_FOLDED) || screen_page_step_wide_mm(page) < TOOLS_MM;
    node_button(page->arena, tools, SPAN("break"), LOOK_TOOL,
                is_short ? WS("Break") : WS("Break or stop"), event_of(EVENT_OPEN_BREAK))
        ->said = WS("Take a break or stop");
}

static void add_tools(struct screen_page *page, struct node *parent)
{
    const bool is_short =
        is_at(page, ROOM_FOLDED) || screen_page_step_wide_mm(page) < SHORT_TOOLS_MM;
    struct node *tools = node_row(page->arena, parent, SPAN("tools"), 4);
    if (has_break(page))
        add_break(page, tools);
    struct node *comfort = node_button(page->arena, tools, SPAN("comfort"), LOOK_TOOL,
                                       is_short ? WS("Aa") : WS("Aa  Comfort"),
                                       event_of(EVENT_OPEN_COMFORT));
    comfort->said = WS("Reading comfort: text size and colours");
    struct node *help =
        node_button(page->arena, tools, SPAN("help"), LOOK_TOOL,
                    is_short ? WS("Help") : WS("?  Help"), event_of(EVENT_OPEN_HELP));
    help->said = WS("Help with this screen");
}

/* Between what leads back and what leads on, where the line on top gave its room to what stands
 * on the page. */
static void add_tools_below(struct screen_page *page)
{
    if (!page->has_tools || page->has_tools_below || !is_at(page, ROOM_FOLDED))
        return;
    page->has_tools_below = true;
    node_gap(page->arena, screen_page_foot(page), 0);
    add_tools(page, page->foot);
}

/* An upright page has more height than most of what stands on it needs: eyes and hands find that in
 * the middle, not under the upper edge. */
static void use_height(struct screen_page *page)
{
    const bool is_free = page->body && page->body->justify == ALIGN_START;
    if (is_free && !page->begins_at_top && is_screen_page_upright(page))
        page->body->justify = ALIGN_CENTER;
}

/* Where nothing leads on the tools still stand in the middle: a finger looks for them there. */
void screen_page_end(struct screen_page *page)
{
    use_height(page);
    if (page->has_tools_below)
        return;
    add_tools_below(page);
    if (page->has_tools_below)
        node_gap(page->arena, page->foot, 0);
}

/* As wide as there is room, further than a text is wide elsewhere. */
static void add_place(struct screen_page *page, struct node *parent, struct span words)
{
    struct node *progress =
        node_text(page->arena, parent, SPAN("progress"), TEXT_NOTE, words);
    progress->is_of_pieces = true; /* where one line is too short, the time has its own */
    grow_wide(progress);
    progress->width.max_mm = (float)(page->facts->width_px / page->facts->px_per_mm);
}

void screen_page_top(struct screen_page *page, struct span words, double fraction)
{
    page->has_tools = true;
    if (is_at(page, ROOM_FOLDED)) {
        if (fraction >= 0 && !is_at(page, ROOM_BARE) && !page->place.count)
            add_place(page, page->page, words);
        return;
    }
    struct node *top = node_row(page->arena, page->page, SPAN("top"), 4);
    grow_wide(top);
    top->align = ALIGN_CENTER;
    add_place(page, top, words);
    add_tools(page, top);
    if (fraction < 0 || is_at(page, ROOM_CLOSE))
        return;
    struct node *line = node_new(page->arena, page->page, NODE_PROGRESS, SPAN("line"));
    line->value = (float)fraction;
    line->has_value = true;
    line->high = 1;
    line->is_decoration = true; /* the words beside it say the same, and better */
    grow_wide(line);
}

void screen_page_site_top(struct screen_page *page)
{
    screen_page_top(page, page->journey->site->terminal->organization, -1);
}

struct span screen_page_seconds(const struct screen_page *page)
{
    const int seconds = journey_seconds(page->journey, page->moment);
    return seconds == 1 ? WS("1 second")
                        : span_format(page->arena, W("%d seconds"), seconds);
}

static struct span left_words(struct arena *arena, int minutes)
{
    return minutes > 1    ? span_format(arena, W("about %d minutes left"), minutes)
           : minutes == 1 ? WS("about 1 minute left")
                          : WS("all answered");
}

static bool is_item(const struct screen_page *page)
{
    return page->journey->screen == SCREEN_ITEM;
}

/* The place in the part is that of a question; on the page of a part nobody is at one yet. */
static struct span place_words(const struct screen_page *page,
                               const struct progress *progress)
{
    struct arena *arena = page->arena;
    if (progress->is_practice)
        return WS("Practice: nothing is kept");
    const struct span part = span_format(
        arena, W("Part %d of %d"), (int)progress->part_number, (int)progress->part_count);
    if (!progress->question_number || !is_item(page))
        return part;
    return span_format(arena, W("%.*s · %d of %d"), SPAN_ARGS(part),
                       (int)progress->question_number, (int)progress->question_count);
}

static struct span few_words(struct arena *arena, const struct progress *progress)
{
    if (progress->is_practice || !progress->question_number)
        return WS("Practice");
    const struct span place =
        span_format(arena, W("%d of %d"), (int)progress->question_number,
                    (int)progress->question_count);
    return progress->minutes_left < 1
               ? place
               : span_format(arena, W("%.*s · %d min"), SPAN_ARGS(place),
                             progress->minutes_left);
}

static bool is_place_beside(const struct screen_page *page)
{
    return is_item(page) && is_at(page, ROOM_BESIDE) && !is_at(page, ROOM_BARE) &&
           is_item_kind_answerable(visit_item(page->journey->visit)->kind);
}

/* On the way the line stands still until the person goes on; somebody who changes an answer that
 * counted as done reads of it as it stands on the screen. */
void screen_page_progress(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    struct arena *arena = page->arena;
    const bool is_changing = is_item(page) && visit->checking != CHECKING_NOT;
    const struct answer now = is_changing ? visit_answer(visit) : (struct answer){0};
    const struct progress progress =
        sitting_progress(visit->sitting, visit->at, is_changing ? &now : NULL);
    const struct span place = place_words(page, &progress),
                      left = left_words(arena, progress.minutes_left),
                      words = span_format(arena, "%.*s · %.*s", SPAN_ARGS(place),
                                          SPAN_ARGS(left));
    if (is_place_beside(page)) {
        page->place = few_words(arena, &progress);
        page->place_said = words;
    }
    screen_page_top(page, words, progress.fraction_done);
}

double screen_page_wide_mm(const struct screen_page *page, double mm)
{
    const double step = theme_step(page->facts);
    return step > 1 ? mm * step : mm;
}

double screen_page_room_mm(const struct screen_page *page)
{
    const struct surface_facts *facts = page->facts;
    const double margin_mm =
        room_side_mm(&facts->room, is_theme_narrow(facts) ? MARGIN_MM / 2.0 : MARGIN_MM);
    const double room_mm = facts->width_px / facts->px_per_mm - 2 * margin_mm;
    const double column_mm = screen_page_wide_mm(page, theme_mm.text_column_mm);
    return room_mm < column_mm ? room_mm : column_mm;
}

double screen_page_step_wide_mm(const struct screen_page *page)
{
    const struct surface_facts *facts = page->facts;
    return facts->width_px / facts->px_per_mm / theme_step(facts);
}

bool is_screen_page_low(const struct screen_page *page)
{
    const struct surface_facts *facts = page->facts;
    return facts->height_px / facts->px_per_mm / theme_step(facts) < 240;
}

bool is_screen_page_tight(const struct screen_page *page)
{
    return is_screen_page_low(page) && screen_page_step_wide_mm(page) < TOOLS_MM;
}

bool is_screen_page_upright(const struct screen_page *page)
{
    return page->facts->height_px > page->facts->width_px;
}

bool has_screen_page_keys(const struct screen_page *page)
{
    const struct surface_facts *facts = page->facts;
    return facts->height_px / facts->px_per_mm >= KEYS_MM + WORDS_MM * theme_step(facts);
}

/* A question of few words stays with its answers: on a page of its own it would say little. */
static bool is_question_long(const struct visit *visit)
{
    const struct span text =
        sitting_text(visit->sitting, (size_t)visit->at, visit_item(visit)->text_key);
    return utf8_count(text) > SCREEN_PAGE_HEADING_CODES;
}

bool is_screen_page_apart(const struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const enum item_kind kind = visit_item(visit)->kind;
    if (kind == ITEM_SHORT || kind == ITEM_LONG)
        return !has_screen_page_keys(page);
    return is_item_kind_answerable(kind) && is_at(page, ROOM_APART) &&
           is_question_long(visit);
}

static void tell_problem(struct screen_page *page)
{
    const struct journey *journey = page->journey;
    if (journey->problem == OK)
        return;
    const struct span words =
        journey->asked.kind == EFFECT_SEAL ? WS("Your answers could not be sealed. They "
                                                "are still here. Please try again, or "
                                                "ask for help.")
        : journey->asked.kind == EFFECT_PRINT
            ? WS("The printer did not take it. Nothing is lost: try again, use your "
                 "phone, or ask the staff.")
        : journey->asked.kind == EFFECT_SAVE
            ? WS("Your last answer could not be stored. It is still here. Please choose "
                 "Next again, or ask for help.")
            : WS("That did not work. Please try again, or ask for help.");
    screen_page_notice(page, "problem", words)->is_spoken_first = true;
}

/* Whoever tried a control that cannot be chosen now is told why, at once. */
static void tell_reason(struct screen_page *page)
{
    const struct span words = reason_words(page->journey->told);
    if (words.count)
        screen_page_notice(page, "told", words)->is_spoken_first = true;
}

struct node *screen_page_body(struct screen_page *page, float gap_mm)
{
    struct node *body = node_column(page->arena, page->page, SPAN("body"), gap_mm);
    body->width = (struct size){.kind = SIZE_GROW,
                                .value = 1,
                                .max_mm = (float)screen_page_wide_mm(
                                    page, theme_mm.text_column_mm + BODY_EDGES_MM)};
    body->height = (struct size){.kind = SIZE_GROW, .value = 1};
    body->padding_mm = 4;
    body->padding_y_mm = is_screen_page_low(page) ? 2 : 4;
    body->is_scroller = true;
    page->body = body;
    tell_problem(page);
    tell_reason(page);
    return body;
}

struct node *screen_page_foot(struct screen_page *page)
{
    if (!page->foot) {
        page->foot = node_row(page->arena, page->page, SPAN("foot"), 4);
        grow_wide(page->foot);
        page->foot->width.max_mm = (float)screen_page_wide_mm(page, FOOT_MAX_MM);
        page->foot->align = ALIGN_CENTER;
    }
    return page->foot;
}

struct node *screen_page_back(struct screen_page *page, struct span text,
                              struct event event)
{
    struct node *back = node_button(page->arena, screen_page_foot(page), SPAN("back"),
                                    LOOK_PLAIN, text, event);
    back->is_way_back = true;
    add_tools_below(page);
    return back;
}

struct node *screen_page_next(struct screen_page *page, struct span text,
                              struct event event)
{
    add_tools_below(page);
    node_gap(page->arena, screen_page_foot(page), 0);
    struct node *next =
        node_button(page->arena, page->foot, SPAN("next"), LOOK_PRIMARY, text, event);
    next->is_way_on = !page->page->begins_unfocused;
    return next;
}

struct node *screen_page_way(struct screen_page *page, const char *id, struct span text,
                             struct event event)
{
    if (!page->ways) {
        page->ways = node_row(page->arena, page->body, SPAN("ways"), 6);
        grow_wide(page->ways);
        page->ways->is_group = true;
        page->ways->can_wrap = true;
        page->body->stands_together = true;
    }
    struct node *way =
        node_button(page->arena, page->ways, span_of(id), LOOK_PLAIN, text, event);
    way->width = (struct size){.kind = SIZE_GROW, .value = 1, .min_mm = 60};
    return way;
}

void screen_page_unavailable(struct node *node, enum reason reason)
{
    node->is_unavailable = true;
    node->hint = reason_words(reason);
    node->on_unavailable = event_with(EVENT_TELL, (int32_t)reason, 0);
}

/* Small letters stand a little lower, on the line of large ones beside them. */
static void add_beside(struct screen_page *page, struct node *row, bool is_lower)
{
    struct node *column = node_column(page->arena, row, SPAN(""), 0);
    if (is_lower)
        node_gap(page->arena, column, LOWER_MM);
    node_text(page->arena, column, SPAN("progress"), TEXT_NOTE, page->place)->said =
        page->place_said;
    page->place = (struct span){0};
}

struct node *screen_page_first(struct screen_page *page, const char *id,
                               enum text_style style, struct span text)
{
    if (!page->place.count)
        return node_text(page->arena, page->body, span_of(id), style, text);
    struct node *row = node_row(page->arena, page->body, SPAN("first"), 4);
    grow_wide(row);
    struct node *words = node_text(page->arena, row, span_of(id), style, text);
    grow_wide(words);
    add_beside(page, row, style == TEXT_STRONG || style == TEXT_HEADING);
    return words;
}

struct node *screen_page_heading(struct screen_page *page, struct span text)
{
    struct node *heading = screen_page_first(
        page, "heading", is_at(page, ROOM_PLAIN) ? TEXT_STRONG : TEXT_HEADING, text);
    heading->heading_level = 1;
    heading->is_spoken_first = true;
    return heading;
}

struct node *screen_page_text(struct screen_page *page, const char *id, struct span text)
{
    return text.count ? screen_page_first(page, id, TEXT_BODY, text) : NULL;
}

struct node *screen_page_note(struct screen_page *page, const char *id, struct span text)
{
    return text.count ? screen_page_first(page, id, TEXT_NOTE, text) : NULL;
}

struct node *screen_page_notice(struct screen_page *page, const char *id,
                                struct span text)
{
    struct node *box =
        node_column(page->arena, page->body, span_format(page->arena, "%s box", id), 2);
    box->look = LOOK_NOTICE;
    grow_wide(box);
    return text.count ? node_text(page->arena, box, span_of(id), TEXT_BODY, text) : NULL;
}

void screen_page_point(struct screen_page *page, const char *id, struct span title,
                       struct span text)
{
    if (!text.count)
        return;
    struct arena *arena = page->arena;
    struct node *point = node_column(arena, page->body, span_of(id), 1.5f);
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
                                   : journey->site->terminal->language;
}

/* "17 to 27": from who reads quickly to who reads slowly. */
static struct span minutes_words(const struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const struct minutes minutes = assessment_minutes_role(
        page->journey->site->assessment,
        visit && visit->sitting ? visit->sitting->start.role : ROLE_CANDIDATE,
        language_of(page->journey));
    return span_format(page->arena, W("%d to %d"), (int)lround(minutes.quick),
                       (int)lround(minutes.slow));
}

static struct span or_else(struct span text, struct span otherwise)
{
    return text.count ? text : otherwise;
}

/* What the configuration leaves empty still makes a sentence. */
static struct span word_of(struct arena *arena, const void *context, struct span name)
{
    const struct screen_page *page = context;
    const struct journey *journey = page->journey;
    const struct terminal_config *terminal = journey->site->terminal;
    const struct vacancy *vacancy = journey->visit ? journey->visit->vacancy : NULL;
    (void)arena;
    if (is_span(name, "organization"))
        return or_else(terminal->organization, WS("this organization"));
    if (is_span(name, "contact"))
        return or_else(terminal->contact, WS("the staff here"));
    if (is_span(name, "retention"))
        return or_else(vacancy ? vacancy->retention : terminal->retention,
                       WS("please ask the staff."));
    if (is_span(name, "minutes"))
        return minutes_words(page);
    if (is_span(name, "vacancy"))
        return or_else(vacancy ? vacancy->title : SPAN(""), WS("this vacancy"));
    return (struct span){0};
}

struct span screen_page_fill(const struct screen_page *page, struct span text)
{
    return buffer_fill(page->arena, FILLED_MAX_BYTES, text, word_of, page);
}

struct span screen_page_frame(const struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    if (!visit || !visit->sitting)
        return SPAN("");
    if (visit->sitting->start.role != ROLE_CANDIDATE)
        return span_of(assessment_role_words[visit->sitting->start.role]);
    return visit->vacancy && visit->vacancy->is_pilot ? SPAN("pilot") : SPAN("");
}

struct span screen_page_words(const struct screen_page *page, const char *key,
                              struct span otherwise)
{
    const struct span text = questionnaire_text(page->journey->site->assessment->words,
                                                language_of(page->journey),
                                                screen_page_frame(page), span_of(key));
    return screen_page_fill(page, text.count && !is_span(text, key) ? text : otherwise);
}
