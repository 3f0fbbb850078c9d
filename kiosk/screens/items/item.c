/* The screen of every item: the frame, the table of kinds, and the way on and back. */
#include "base/utf8.h"
#include "base/words.h"
#include "screens/items/question.h"
#include "screens/screen.h"

/* A longer question is set in text size: a heading of five lines would shout. The links stand in
 * the foot where it is at least so wide at this text size, with a third button or without. */
enum { HEADING_CODES = 90, HINT_MM = 300, FOOT_MM = 280, FOOT_CHECKING_MM = 370 };

/* Something to read has no answer to change. */
static int no_step(struct visit *visit, const struct item *item,
                   const struct event *event)
{
    (void)visit, (void)item, (void)event;
    return 0;
}

static const struct item_screen item_screens[] = {
    [ITEM_INST] = {instruction_view, no_step},
    [ITEM_LIKERT] = {rating_view, rating_step},
    [ITEM_VAS] = {vas_view, vas_step},
    [ITEM_GRID] = {grid_view, grid_step},
    [ITEM_MULTI] = {multi_view, multi_step},
    [ITEM_MULTICHECK] = {multicheck_view, multicheck_step},
    [ITEM_SHORT] = {text_view, text_step},
    [ITEM_LONG] = {text_view, text_step},
    [ITEM_NUMBER] = {number_view, number_step},
    [ITEM_BEST_WORST] = {best_worst_view, best_worst_step},
    [ITEM_MOST_LEAST] = {best_worst_view, best_worst_step},
    [ITEM_SCENE] = {scene_view, no_step},
};

/* ---- what the kinds share ---- */

struct span question_text(const struct question *question, struct span key)
{
    if (!key.count)
        return SPAN("");
    const struct visit *visit = question->visit;
    return screen_page_fill(question->page,
                            sitting_text(visit->sitting, (size_t)visit->at, key));
}

struct span question_word(const struct question *question, const char *key,
                          struct span otherwise)
{
    const struct span text = question_text(question, span_of(key));
    return is_span(text, key) ? otherwise : text;
}

struct span question_id(const struct question *question, const char *name, size_t index)
{
    const struct item *item = question->item;
    const struct option *option = item->row_count && index < item->row_count
                                      ? &item->rows[index]
                                      : &item->options[index];
    return span_format(question->page->arena, "%s-%.*s", name, SPAN_ARGS(option->value));
}

size_t question_order(const struct question *question, size_t position)
{
    const struct visit *visit = question->visit;
    return (size_t)visit->sitting->steps[visit->at].order[position];
}

static struct span rule_words(const struct question *question)
{
    const struct item *item = question->item;
    struct arena *arena = question->page->arena;
    switch (question->visit->broken) {
    case CHECK_MIN_LENGTH:
        return span_format(arena, W("Please write a little more: at least %d letters."),
                           (int)item->length_min);
    case CHECK_MAX_LENGTH:
        return span_format(arena, W("Please write a little less: at most %d letters."),
                           (int)item->length_max);
    case CHECK_MIN_WORDS:
        return span_format(arena, W("Please write a little more: at least %d words."),
                           (int)item->words_min);
    case CHECK_MAX_WORDS:
        return span_format(arena, W("Please write a little less: at most %d words."),
                           (int)item->words_max);
    case CHECK_NUMBER:
        return WS("Please write a number, such as 12 or 3.5.");
    case CHECK_NUMBER_MIN:
        return span_format(arena, W("Please write a number that is at least %g."),
                           item->number_min);
    case CHECK_NUMBER_MAX:
        return span_format(arena, W("Please write a number that is at most %g."),
                           item->number_max);
    case CHECK_MIN_SELECTED:
        return span_format(arena, W("Please choose at least %d."),
                           (int)item->selected_min);
    case CHECK_MAX_SELECTED:
        return span_format(arena, W("Please choose at most %d."),
                           (int)item->selected_max);
    case CHECK_NONE:
    case CHECK_COUNT:
        break;
    }
    return SPAN("");
}

static void add_broken_rule(const struct question *question)
{
    const enum item_check broken = question->visit->broken;
    if (broken == CHECK_NONE)
        return;
    const struct span own = question_text(question, question->item->check_keys[broken]);
    screen_page_notice(question->page, "broken", own.count ? own : rule_words(question))
        ->is_spoken_first = true;
}

/* Much stands below the question. */
static bool is_crowded(const struct question *question)
{
    const enum item_kind kind = question->item->kind;
    return kind != ITEM_LIKERT && kind != ITEM_VAS && kind != ITEM_INST;
}

/* The first item of a section tells where the person is, and that there is time to rest. */
static void add_section(const struct question *question)
{
    const struct visit *visit = question->visit;
    const struct sitting *sitting = visit->sitting;
    const int section = question->item->section;
    const int before = sitting_previous(sitting, visit->at);
    if (section == NO_SECTION ||
        (before != NO_STEP &&
         sitting->steps[before].part == sitting->steps[visit->at].part &&
         sitting->steps[before].item->section == section))
        return;
    const struct section *here =
        &sitting_part(sitting, (size_t)visit->at)->questionnaire->sections[section];
    struct node *note = screen_page_note(question->page, "section",
                                         question_text(question, here->title_key));
    if (note)
        note->is_spoken_first = true;
}

/* What leads to the question stands above it. Where the person writes, it says how, and stands
 * between question and field, in small: it may be long, and the keys need the room. */
static void add_lead(const struct question *question, bool is_below)
{
    const enum item_kind kind = question->item->kind;
    const struct span text = question_text(question, question->item->head_key);
    if (is_below != (kind == ITEM_SHORT || kind == ITEM_LONG || kind == ITEM_NUMBER))
        return;
    struct node *lead = is_below ? screen_page_note(question->page, "lead", text)
                                 : screen_page_text(question->page, "lead", text);
    if (lead)
        lead->is_spoken_first = true;
}

void question_head(const struct question *question)
{
    struct screen_page *page = question->page;
    add_section(question);
    add_lead(question, 0);
    const struct span text = question_text(question, question->item->text_key);
    struct node *heading = screen_page_heading(page, text);
    if (utf8_count(text) > HEADING_CODES ||
        (is_sheet_low(page) && is_crowded(question))) {
        heading->style = TEXT_STRONG;
        heading->width.max_mm = (float)screen_page_wide_mm(page, HINT_MM);
    }
    add_lead(question, 1);
    add_broken_rule(question);
}

void question_hint(const struct question *question)
{
    if (question->item->head_key.count)
        return; /* the item says how in its own words */
    struct screen_page *page = question->page;
    const struct span text = question_word(question, "hint", SPAN(""));
    struct node *hint = is_sheet_low(page) ? screen_page_note(page, "hint", text)
                                           : screen_page_text(page, "hint", text);
    if (hint) {
        hint->is_spoken_first = true;
        hint->width.max_mm = (float)screen_page_wide_mm(page, HINT_MM);
    }
}

/* ---- the screen ---- */

static void add_top(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const struct progress progress = sitting_progress(visit->sitting, visit->at);
    const int minutes = progress.minutes_left;
    const struct span left =
        minutes > 1    ? span_format(page->arena, W("about %d minutes left"), minutes)
        : minutes == 1 ? WS("about 1 minute left")
                       : WS("almost done");
    screen_page_top(page,
                    span_format(page->arena, W("Part %d of %d · %.*s"),
                                (int)progress.part_number, (int)progress.part_count,
                                SPAN_ARGS(left)),
                    progress.fraction_done);
}

/* "I prefer not to say" and "Why we ask this": never between the answers. */
static void add_links(const struct question *question, struct node *parent)
{
    struct arena *arena = question->page->arena;
    const bool is_declined = question->answer.state == ANSWER_DECLINED;
    struct node *row = node_row(arena, parent, SPAN("also"), 12);
    row->can_wrap = true;
    row->align = ALIGN_CENTER;
    if (is_item_answerable(question->item->kind) && !is_visit_practice(question->visit))
        node_choice(arena, row, SPAN("prefer-not"), LOOK_LINK, WS("I prefer not to say"),
                    is_declined, event_of(EVENT_PREFER_NOT));
    if (question->item->why_key.count)
        node_button(arena, row, SPAN("why"), LOOK_LINK, WS("Why we ask this"),
                    event_of(EVENT_OPEN_HELP));
}

static bool is_foot_wide(const struct question *question)
{
    const struct surface_facts *facts = question->page->facts;
    const int wish_mm =
        question->visit->checking == CHECKING_NOT ? FOOT_MM : FOOT_CHECKING_MM;
    return facts->width_px / facts->px_per_mm / theme_step(facts) >= wish_mm;
}

/* The question of a text, and then the keys: two pages where there is no room for both. */
static bool is_in_two_pages(const struct question *question)
{
    const enum item_kind kind = question->item->kind;
    return (kind == ITEM_SHORT || kind == ITEM_LONG) && !has_sheet_keys(question->page);
}

static void add_way_on(const struct question *question)
{
    struct screen_page *page = question->page;
    const bool is_reading = is_in_two_pages(question) && !question->visit->is_writing;
    struct node *next = is_reading && question->answer.state != ANSWER_DECLINED
                            ? screen_page_next(page, WS("Write"), event_of(EVENT_WRITE))
                            : screen_page_next(page, WS("Next"), event_of(EVENT_NEXT));
    next->is_first_focus = is_reading || !is_item_answerable(question->item->kind);
}

static void add_foot(const struct question *question)
{
    struct screen_page *page = question->page;
    if (is_in_two_pages(question) && question->visit->is_writing)
        screen_page_back(page, WS("Read the question"), event_of(EVENT_READ));
    else
        screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
    if (question->visit->checking != CHECKING_NOT)
        node_button(page->arena, page->foot, SPAN("to-check"), LOOK_PLAIN,
                    WS("Check answers"), event_of(EVENT_TO_CHECK));
    if (is_foot_wide(question)) {
        node_gap(page->arena, page->foot, 0);
        add_links(question, page->foot);
    }
    add_way_on(question);
}

void item_view(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const struct question question = {.page = page,
                                      .visit = visit,
                                      .item = visit_item(visit),
                                      .answer = visit_answer(visit)};
    add_top(page);
    screen_page_body(page, is_sheet_low(page) ? 3 : 5);
    item_screens[question.item->kind].view(&question);
    if (!is_foot_wide(&question))
        add_links(&question, page->body);
    add_foot(&question);
}

/* ---- events ---- */

static bool is_open(const struct visit *visit)
{
    const struct item *item = visit_item(visit);
    const struct answer answer = visit_answer(visit);
    return is_item_answerable(item->kind) && !is_answer_complete(item, &answer) &&
           !is_visit_practice(visit) && !visit->was_asked[visit->at];
}

static struct effect go_on(struct journey *journey, struct moment moment)
{
    struct visit *visit = journey->visit;
    const struct answer answer = visit_answer(visit);
    if (answer.state == ANSWER_GIVEN && !is_visit_practice(visit))
        visit->broken = answer_check(visit_item(visit), &answer);
    if (visit->broken != CHECK_NONE)
        return effect_none();
    if (!is_open(visit))
        return journey_forward(journey, moment);
    visit->was_asked[visit->at] = 1;
    const struct effect effect = visit_keep(visit, moment);
    visit_stop(visit, moment.steady_ms);
    journey_show(journey, SCREEN_BLANK, moment);
    return effect;
}

static int toggle_decline(struct visit *visit)
{
    if (!is_item_answerable(visit_item(visit)->kind) || is_visit_practice(visit))
        return 0;
    if (visit->answer.state == ANSWER_DECLINED) {
        visit->answer.state = visit->declined_from;
    } else {
        visit->declined_from = visit->answer.state;
        visit->answer.state = ANSWER_DECLINED;
    }
    return 1;
}

/* An answer given after "I prefer not to say" takes that back. */
static int change(struct visit *visit, const struct event *event)
{
    const struct item *item = visit_item(visit);
    if (event->kind == EVENT_PREFER_NOT)
        return toggle_decline(visit);
    const enum answer_state before = visit->answer.state;
    if (before == ANSWER_DECLINED)
        visit->answer.state = visit->declined_from;
    if (item_screens[item->kind].step(visit, item, event))
        return 1;
    visit->answer.state = before;
    return 0;
}

struct effect item_step(struct journey *journey, const struct event *event,
                        struct moment moment)
{
    struct visit *visit = journey->visit;
    if (event->kind == EVENT_NEXT)
        return go_on(journey, moment);
    if (event->kind == EVENT_BACK)
        return journey_backward(journey, moment);
    if (event->kind == EVENT_WRITE || event->kind == EVENT_READ) {
        visit->is_writing = event->kind == EVENT_WRITE;
        return effect_none();
    }
    if (event->kind == EVENT_TO_CHECK && visit->checking != CHECKING_NOT) {
        const struct effect effect = visit_keep(visit, moment);
        journey_enter(journey, NO_STEP, moment);
        return effect;
    }
    const struct answer before = visit_answer(visit);
    const bool is_complete_before = is_answer_complete(visit_item(visit), &before);
    visit->is_writing |= event->kind == EVENT_TYPED;
    if (change(visit, event))
        visit_changed(visit, is_complete_before, moment);
    return effect_none();
}
