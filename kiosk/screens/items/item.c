/* The screen of every item: the frame, the table of kinds, and the way on and back. */
#include "base/words.h"
#include "screens/items/number_meaning.h"
#include "screens/items/question.h"
#include "screens/screen.h"

/* The links stand in the foot where it is at least so wide in usual letters: with both links, or
 * with one link and the tools; a third button needs more. */
enum { FOOT_MM = 280, FOOT_FOLDED_MM = 205, FOOT_CHECKING_MM = 90 };

static const struct item_screen item_screens[] = {
#define ITEM_KIND(NAME, word, SHAPE, reader, screen, is_ours, is_shuffled)               \
    [ITEM_##NAME] = {screen##_view, screen##_step},
#include "questionnaire/item_kind.def"
#undef ITEM_KIND
};
_Static_assert(sizeof item_screens / sizeof *item_screens == ITEM_KIND_COUNT,
               "a screen for each kind");

/* "I prefer not to say" and "Why we ask this": never between the answers. */
static void add_links(const struct question *question, struct node *parent)
{
    struct arena *arena = question->page->arena;
    const bool is_declined = question->answer.state == ANSWER_DECLINED;
    struct node *row = node_row(arena, parent, SPAN("also"), 12);
    row->can_wrap = true;
    row->align = ALIGN_CENTER;
    if (is_item_kind_answerable(question->item->kind) &&
        !is_visit_practice(question->visit))
        node_choice(arena, row, SPAN("prefer-not"), LOOK_LINK, WS("I prefer not to say"),
                    is_declined, event_of(EVENT_PREFER_NOT));
    if (question->item->why_key.count &&
        !is_room_at(&question->page->facts->room, ROOM_PLAIN)) /* Help says it, too */
        node_button(arena, row, SPAN("why"), LOOK_LINK, WS("Why we ask this"),
                    event_of(EVENT_OPEN_HELP));
}

/* Where one answer alone is changed, the way on leads there anyhow. */
static bool has_way_to_check(const struct question *question)
{
    const enum checking checking = question->visit->checking;
    return checking != CHECKING_NOT && checking != CHECKING_ONE;
}

static bool is_foot_wide(const struct question *question)
{
    const struct surface_facts *facts = question->page->facts;
    int wish_mm = is_room_at(&facts->room, ROOM_FOLDED) ? FOOT_FOLDED_MM : FOOT_MM;
    if (has_way_to_check(question))
        wish_mm += FOOT_CHECKING_MM;
    const double step = theme_step(facts);
    const double scale = step < 1 ? (1 + step) / 2 : step; /* edges stay as they are */
    return facts->width_px / facts->px_per_mm >= wish_mm * scale;
}

/* In own words, with keys. */
static bool is_written(const struct question *question)
{
    const enum item_kind kind = question->item->kind;
    return kind == ITEM_SHORT || kind == ITEM_LONG;
}

static struct span next_words(const struct question *question)
{
    return question->visit->checking == CHECKING_ONE ? WS("Done") : WS("Next");
}

/* The question of a page where the answers, or the keys, come after it. */
static bool is_reading(const struct question *question)
{
    return is_screen_page_apart(question->page) && !question->visit->is_writing;
}

static struct span answer_words(const struct question *question)
{
    return is_written(question) ? WS("Write") : WS("Answer");
}

/* Words that stand there already can be read on the page, and are gone on with; a finger in the
 * field changes them. Whoever comes to change them finds the way to the keys first. */
static bool is_answered_here(const struct question *question)
{
    return is_written(question) && question->visit->typing.count &&
           question->visit->checking != CHECKING_ONE;
}

static bool is_to_answer(const struct question *question)
{
    return is_reading(question) && question->answer.state != ANSWER_DECLINED &&
           !is_answered_here(question);
}

static void add_way_on(const struct question *question)
{
    struct screen_page *page = question->page;
    struct node *next =
        is_to_answer(question)
            ? screen_page_next(page, answer_words(question), event_of(EVENT_WRITE))
            : screen_page_next(page, next_words(question), event_of(EVENT_NEXT));
    next->waits_for_end = !is_item_kind_answerable(question->item->kind);
    next->is_first_focus = is_reading(question) || next->waits_for_end;
}

static void add_way_to_question(struct screen_page *page)
{
    const bool is_short = is_room_at(&page->facts->room, ROOM_FOLDED);
    struct node *back = screen_page_back(
        page, is_short ? WS("Read") : WS("Read the question"), event_of(EVENT_READ));
    if (is_short)
        back->said = WS("Read the question");
}

static void add_foot(const struct question *question)
{
    struct screen_page *page = question->page;
    if (is_screen_page_apart(page) && question->visit->is_writing)
        add_way_to_question(page);
    else
        screen_page_back(page, WS("Back"), event_of(EVENT_BACK));
    if (has_way_to_check(question))
        node_button(page->arena, page->foot, SPAN("to-check"), LOOK_PLAIN,
                    WS("Check answers"), event_of(EVENT_TO_CHECK));
    if (is_foot_wide(question)) {
        node_gap(page->arena, page->foot, 0);
        add_links(question, page->foot);
    }
    add_way_on(question);
    /* The gaps that grow have one on each side: with the tools between, half of each is enough. */
    if (is_foot_wide(question) && !has_way_to_check(question) &&
        is_room_at(&page->facts->room, ROOM_FOLDED))
        page->foot->gap_mm = 1.3f;
}

/* Another company's story is never read as that of the organization; who writes has read that on
 * the page before, and needs the line for the question. */
static void add_sample(struct screen_page *page, const struct visit *visit)
{
    const bool is_writing = is_screen_page_apart(page) && visit->is_writing;
    if (is_writing ||
        !sitting_part(visit->sitting, (size_t)visit->at)->questionnaire->is_sample)
        return;
    screen_page_note(page, "sample", WS("An example: this company is not real."))
        ->is_spoken_first = true;
}

void item_view(struct screen_page *page)
{
    const struct visit *visit = page->journey->visit;
    const struct question question = {.page = page,
                                      .visit = visit,
                                      .item = visit_item(visit),
                                      .answer = visit_answer(visit)};
    screen_page_progress(page);
    screen_page_body(page, is_screen_page_low(page) ? 3 : 5);
    add_sample(page, visit);
    page->body->stands_together = is_item_kind_answerable(question.item->kind);
    if (is_reading(&question) && !is_written(&question)) {
        question_head(&question);
        question_hint(&question, page->body);
    } else {
        item_screens[question.item->kind].view(&question);
    }
    const bool is_answering = is_screen_page_apart(page) && visit->is_writing;
    if (!is_foot_wide(&question) &&
        !is_answering) /* there they stand beside the question */
        add_links(&question, page->body);
    add_foot(&question);
}

/* ---- events ---- */

static bool is_open(const struct visit *visit)
{
    const struct item *item = visit_item(visit);
    const struct answer answer = visit_answer(visit);
    return is_answer_open(item, &answer) && !is_visit_practice(visit) &&
           !visit->was_asked[visit->at];
}

/* A number that could be two is asked about before anything leads away from it; one that can be
 * only one, but is written with parted thousands, is written plainly. 1: it is asked. */
static bool is_asked_about(struct visit *visit)
{
    struct number_meaning meanings[2];
    const struct answer answer = visit_answer(visit);
    if (visit_item(visit)->kind != ITEM_NUMBER || answer.state != ANSWER_GIVEN ||
        visit->meaning == MEANING_TOLD)
        return false;
    const size_t count = number_meaning_find(answer.text, meanings);
    if (count == 1 && !is_span_equal(number_meaning_span(&meanings[0]), answer.text))
        typing_set(&visit->typing, number_meaning_span(&meanings[0]));
    visit->meaning = count == 2 ? MEANING_ASKED : MEANING_OPEN;
    visit->refusals += count == 2;
    return count == 2;
}

static struct effect go_on(struct journey *journey, struct moment moment)
{
    struct visit *visit = journey->visit;
    const struct answer answer = visit_answer(visit);
    if (answer.state == ANSWER_GIVEN && !is_visit_practice(visit))
        visit->broken = answer_check(visit_item(visit), &answer);
    if (visit->broken != CHECK_NONE) {
        visit->refusals++;
        return effect_none();
    }
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
    if (!is_item_kind_answerable(visit_item(visit)->kind) || is_visit_practice(visit))
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

/* What leads away from the item, back to the check of the answers included. */
static bool is_leaving(const struct visit *visit, const struct event *event)
{
    return event->kind == EVENT_NEXT || event->kind == EVENT_BACK ||
           (event->kind == EVENT_TO_CHECK && visit->checking != CHECKING_NOT);
}

static struct effect leave(struct journey *journey, const struct event *event,
                           struct moment moment)
{
    struct visit *visit = journey->visit;
    if (is_asked_about(visit))
        return effect_none();
    if (event->kind == EVENT_NEXT)
        return go_on(journey, moment);
    if (event->kind == EVENT_BACK)
        return journey_backward(journey, moment);
    const struct effect effect = visit_keep(visit, moment);
    journey_enter(journey, NO_STEP, moment);
    return effect;
}

/* Whether the event is the next one of a finger that moves a knob already. */
static bool is_still_sliding(struct visit *visit, const struct event *event)
{
    const bool was_sliding = visit->is_sliding;
    visit->is_sliding = event->kind == EVENT_SLIDE && event->a;
    return was_sliding && event->kind == EVENT_SLIDE;
}

struct effect item_step(struct journey *journey, const struct event *event,
                        struct moment moment)
{
    struct visit *visit = journey->visit;
    const bool is_one_change = is_still_sliding(visit, event);
    if (is_leaving(visit, event))
        return leave(journey, event, moment);
    if (event->kind == EVENT_WRITE || event->kind == EVENT_READ) {
        visit->is_writing = event->kind == EVENT_WRITE;
        return effect_none();
    }
    const struct answer before = visit_answer(visit);
    const bool is_complete_before = is_answer_complete(visit_item(visit), &before);
    visit->is_writing |= event->kind == EVENT_TYPED;
    if (!change(visit, event))
        return effect_none();
    visit_changed(visit, is_complete_before && !is_one_change, moment);
    if (event->kind == EVENT_MEAN)
        visit->meaning = MEANING_TOLD;
    return effect_none();
}
