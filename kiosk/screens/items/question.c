/* What the views of all kinds share. */
#include "base/utf8.h"
#include "base/words.h"
#include "screens/items/question.h"
#include "sitting/sitting_words.h"

#include <string.h>

#define NO_BREAK "\xC2\xA0" /* a blank at which no line ends */

enum { HINT_MM = 300, ALONE_CODES = 120 };

struct span question_text(const struct question *question, struct span key)
{
    if (!key.count)
        return SPAN("");
    const struct visit *visit = question->visit;
    return screen_page_fill(question->page,
                            sitting_text(visit->sitting, (size_t)visit->at, key));
}

struct span question_side(const struct question *question, int side)
{
    const struct visit *visit = question->visit;
    return screen_page_fill(question->page,
                            sitting_words_side(visit->sitting, (size_t)visit->at, side));
}

/* Somebody was asked about an answer that they had begun, and has come back to it. */
static bool is_completing(const struct question *question)
{
    const struct visit *visit = question->visit;
    return question->answer.state == ANSWER_PARTIAL && visit->was_asked[visit->at];
}

void question_call(const struct question *question, struct node *node)
{
    if (question->answer.state == ANSWER_PARTIAL)
        node->call = question->visit->refusals;
    node->is_wanted = is_completing(question);
}

static int open_places(const int16_t *places, size_t count)
{
    int open = 0;
    for (size_t i = 0; i < count; i++)
        open += places[i] == NOT_PICKED;
    return open;
}

struct span question_missing(const struct question *question)
{
    const struct answer *answer = &question->answer;
    const struct item *item = question->item;
    struct arena *arena = question->page->arena;
    const size_t count = questionnaire_item_places(item).count;
    int open;
    if (answer->state != ANSWER_PARTIAL)
        return SPAN("");
    switch (item_kind_shape(item->kind)) {
    case SHAPE_PAIR:
        return span_format(
            arena, W("You have not chosen yet: %.*s."),
            SPAN_ARGS(question_side(question, answer->pair[PAIR_BEST] == NOT_PICKED
                                                  ? PAIR_BEST
                                                  : PAIR_WORST)));
    case SHAPE_ROWS:
        open = open_places(answer->columns, count);
        return open == 1 ? WS("1 row has no answer yet.")
                         : span_format(arena, W("%d rows have no answer yet."), open);
    case SHAPE_ORDER:
        open = open_places(answer->order, count);
        return open == 1 ? WS("1 line has no number yet.")
                         : span_format(arena, W("%d lines have no number yet."), open);
    case SHAPE_NONE:
    case SHAPE_NUMBER:
    case SHAPE_PICK:
    case SHAPE_TICKS:
    case SHAPE_TEXT:
        break;
    }
    return SPAN("");
}

struct span question_id(const struct question *question, const char *name, size_t index)
{
    return span_format(
        question->page->arena, "%s-%.*s", name,
        SPAN_ARGS(questionnaire_item_places(question->item).all[index].value));
}

size_t question_order(const struct question *question, size_t position)
{
    const struct visit *visit = question->visit;
    return (size_t)visit->sitting->steps[visit->at].order[position];
}

void question_field(const struct question *question, struct node *field)
{
    const struct typing *typing = &question->visit->typing;
    field->text = typing_span(typing);
    field->caret = typing->caret;
    field->anchor = typing->anchor;
    field->said = question_text(question, question->item->text_key);
    field->on_type = event_of(EVENT_TYPED);
    if (question->answer.state == ANSWER_DECLINED)
        screen_page_unavailable(field, REASON_DECLINED);
    field->call = question->visit->refusals;
}

static struct span rule_words(const struct question *question)
{
    const struct item *item = question->item;
    struct arena *arena = question->page->arena;
    switch (question->visit->broken) {
    case CHECK_MIN_LENGTH:
        return span_format(arena,
                           W("Please write a little more: at least %d characters."),
                           (int)item->words.length_min);
    case CHECK_MAX_LENGTH:
        return span_format(arena, W("Please write a little less: at most %d characters."),
                           (int)item->words.length_max);
    case CHECK_MIN_WORDS:
        return span_format(arena, W("Please write a little more: at least %d words."),
                           (int)item->words.words_min);
    case CHECK_MAX_WORDS:
        return span_format(arena, W("Please write a little less: at most %d words."),
                           (int)item->words.words_max);
    case CHECK_NUMBER:
        return WS("Please write a number, such as 12 or 3.5.");
    case CHECK_NUMBER_MIN:
        return span_format(arena, W("Please write a number that is at least %.*s."),
                           SPAN_ARGS(words_number(arena, item->words.number_min,
                                                  WORDS_AS_MANY_AS_NEEDED)));
    case CHECK_NUMBER_MAX:
        return span_format(arena, W("Please write a number that is at most %.*s."),
                           SPAN_ARGS(words_number(arena, item->words.number_max,
                                                  WORDS_AS_MANY_AS_NEEDED)));
    case CHECK_MIN_SELECTED:
        return span_format(arena, W("Please choose at least %d."),
                           (int)item->ticks.selected_min);
    case CHECK_MAX_SELECTED:
        return span_format(arena, W("Please choose at most %d."),
                           (int)item->ticks.selected_max);
    case CHECK_NONE:
    case CHECK_COUNT:
        break;
    }
    return SPAN("");
}

static void add_problem(const struct question *question)
{
    const enum item_check broken = question->visit->broken;
    if (broken == CHECK_NONE)
        return;
    const struct span own = question_text(question, question->item->check_keys[broken]);
    screen_page_notice(question->page, "broken", own.count ? own : rule_words(question))
        ->is_spoken_first = true;
}

/* Said while the words still stand there, since going on lets go of them; in the place of another
 * line, so that nothing moves. */
static struct span unkept_words(const struct question *question)
{
    if (question->answer.state != ANSWER_DECLINED || !question->visit->typing.count ||
        !is_item_kind_typed(question->item->kind))
        return SPAN("");
    return WS(
        "If you go on, your words are not kept. To keep them, choose “I prefer not to "
        "say” again.");
}

static void add_unkept(const struct question *question)
{
    struct node *note =
        screen_page_note(question->page, "unkept", unkept_words(question));
    if (note) {
        note->is_spoken_first = true;
        note->width.max_mm = (float)screen_page_wide_mm(question->page, HINT_MM);
    }
}

/* Much stands below the question. */
static bool is_crowded(const struct question *question)
{
    const enum item_kind kind = question->item->kind;
    switch (item_kind_shape(kind)) {
    case SHAPE_NONE:
        return kind == ITEM_SCENE;
    case SHAPE_NUMBER:
        return false;
    case SHAPE_PICK:
    case SHAPE_TICKS:
    case SHAPE_ROWS:
    case SHAPE_PAIR:
    case SHAPE_ORDER:
    case SHAPE_TEXT:
        break;
    }
    return true;
}

/* What a section says holds for each of its items: often it is the question, of which they are only
 * the cases. */
static void add_section(const struct question *question)
{
    const struct visit *visit = question->visit;
    const int section = question->item->section;
    if (section == NO_SECTION)
        return;
    const struct section *here = &sitting_part(visit->sitting, (size_t)visit->at)
                                      ->questionnaire->sections[section];
    struct node *note = screen_page_note(question->page, "section",
                                         question_text(question, here->title_key));
    if (note)
        note->is_spoken_first = true;
}

/* What leads to the question stands above it. Where the person writes, it says how, and stands
 * between question and field, in small: it may be long, and the keys need the room. */
static void add_lead(const struct question *question, bool is_below)
{
    const struct span text = question_text(question, question->item->head_key);
    if (is_below != is_item_kind_typed(question->item->kind))
        return;
    if (text.count && unkept_words(question).count) {
        add_unkept(question);
        return;
    }
    struct node *lead = is_below ? screen_page_note(question->page, "lead", text)
                                 : screen_page_text(question->page, "lead", text);
    if (lead)
        lead->is_spoken_first = true;
}

/* Where the keys take the room of the hint, they take that of own words only. */
static bool has_hint_below(const struct question *question)
{
    const enum item_kind kind = question->item->kind;
    return kind != ITEM_SHORT && kind != ITEM_LONG;
}

/* Above the answers, or the field, of a question that is read on a page of its own: nobody
 * answers what they do not see. The way back leads to all of it. */
static void add_asked(const struct question *question)
{
    struct screen_page *page = question->page;
    const bool is_tight = !is_item_kind_typed(question->item->kind) &&
                          is_room_at(&page->facts->room, ROOM_NUMBERS);
    const struct span text = question_text(question, question->item->text_key);
    struct node *asked = screen_page_first(page, "asked", TEXT_LABEL, text);
    asked->said = text;
    asked->lines_max = is_tight ? 1 : 2;
    asked->is_spoken_first = true;
}

/* The answers on the next page may need smaller letters than were chosen; the question alone on
 * its page does not, unless it is longer than any page of the largest holds. */
static void enlarge_alone(const struct question *question, struct node *heading)
{
    const struct surface_facts *facts = question->page->facts;
    if (!is_screen_page_apart(question->page) ||
        is_item_kind_typed(question->item->kind) ||
        utf8_count(heading->text) > ALONE_CODES)
        return;
    struct surface_facts chosen = *facts;
    chosen.room.letters_less = 0;
    heading->letter_scale = (float)(theme_step(&chosen) / theme_step(facts));
}

void question_head(const struct question *question)
{
    struct screen_page *page = question->page;
    if (is_screen_page_apart(page) && question->visit->is_writing) {
        add_asked(question);
        add_problem(question);
        if (!has_hint_below(question))
            add_unkept(question);
        return;
    }
    add_section(question);
    add_lead(question, 0);
    const struct span text = question_text(question, question->item->text_key);
    struct node *heading = screen_page_heading(page, text);
    if (utf8_count(text) > SCREEN_PAGE_HEADING_CODES ||
        is_room_at(&page->facts->room, ROOM_PLAIN) ||
        (is_screen_page_low(page) && is_crowded(question))) {
        heading->style = TEXT_STRONG;
        heading->width.max_mm = (float)screen_page_wide_mm(page, HINT_MM);
    }
    enlarge_alone(question, heading);
    add_lead(question, 1);
    add_problem(question);
}

/* Whether `words` begin with `number`, which no further digit makes another one. */
static bool is_named(struct span words, struct span number)
{
    const struct span rest = span_cut(words, number.count, words.count);
    return is_span_equal(span_cut(words, 0, number.count), number) &&
           !(rest.count && strchr("0123456789.,", rest.data[0]));
}

struct span question_numbered(const struct question *question, struct span number,
                              struct span words)
{
    return !words.count || is_named(words, number)
               ? words
               : span_format(question->page->arena, "%.*s" NO_BREAK "%.*s",
                             SPAN_ARGS(number), SPAN_ARGS(words));
}

void question_ends(const struct question *question, struct span low, struct span high)
{
    struct arena *arena = question->page->arena;
    struct node *ends = node_row(arena, question->page->body, SPAN("ends"), 8);
    ends->width = (struct size){.kind = SIZE_GROW, .value = 1};
    struct node *texts[] = {node_text(arena, ends, SPAN("low"), TEXT_BODY, low),
                            node_text(arena, ends, SPAN("high"), TEXT_BODY, high)};
    texts[0]->width = texts[1]->width = (struct size){.kind = SIZE_GROW, .value = 1};
    texts[1]->align = ALIGN_END;
}

/* Empty where there is none, or where the item says how in its own words. */
static struct span hint_words(const struct question *question)
{
    if (is_completing(question))
        return question_missing(question);
    if (question->item->head_key.count)
        return SPAN("");
    const struct span text = question_text(question, SPAN("hint"));
    return is_span(text, "hint") ? SPAN("") : text; /* none in this language */
}

/* Nobody is told half of how to answer. Where the question was read on a page of its own, that page
 * has said all of it, and so does Help: above the answers what comes first is enough. */
static size_t hint_lines(const struct question *question)
{
    if (!is_screen_page_apart(question->page) || !question->visit->is_writing)
        return 0;
    return is_room_at(&question->page->facts->room, ROOM_NUMBERS) ? 1 : 2;
}

struct node *question_hint(const struct question *question, struct node *parent)
{
    struct screen_page *page = question->page;
    if (unkept_words(question).count && !question->item->head_key.count) {
        add_unkept(question);
        return NULL;
    }
    const struct span text = hint_words(question);
    if (!text.count)
        return NULL;
    struct node *hint = node_text(page->arena, parent, SPAN("hint"),
                                  is_screen_page_low(page) ? TEXT_NOTE : TEXT_BODY, text);
    hint->said = text;
    hint->lines_max = hint_lines(question);
    hint->is_spoken_first = true;
    hint->width.max_mm = (float)screen_page_wide_mm(page, HINT_MM);
    return hint;
}
