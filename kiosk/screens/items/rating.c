/* One statement, wide cards in a row or, where they do not fit, one below the other; or a row of
 * numbers below what they mean. Choosing the same again takes it back. */
#include "base/buffer.h"
#include "base/words.h"
#include "base/utf8.h"
#include "screens/items/cards.h"
#include "screens/items/numbers.h"

#include <math.h>

enum {
    CARD_MM = 30, /* as a word needs */
    GAP_MM = 4,
    STATEMENT_LINES = 2,
    WORDS_MAX_BYTES = 4096
};

static double value_at(const struct item *item, int point)
{
    return item->scale.low + point * item->scale.step;
}

static bool is_given(const struct question *question, int point)
{
    const struct item *item = question->item;
    return question->answer.state == ANSWER_GIVEN &&
           fabs(question->answer.number - value_at(item, point)) < item->scale.step / 2;
}

static struct span number_of(const struct question *question, int point)
{
    return words_number(question->page->arena, value_at(question->item, point),
                        WORDS_AS_MANY_AS_NEEDED);
}

/* Empty where the document has no words for the point, or empty ones. */
static struct span words_of_point(const struct question *question, int point)
{
    const struct item *item = question->item;
    return (size_t)point < item->option_count
               ? question_text(question, item->options[point].text_key)
               : SPAN("");
}

/* The point that is shown at `place`. */
static int point_at(const struct item *item, int place)
{
    return item->scale.is_reversed ? item->scale.points - 1 - place : place;
}

/* A scale without words for some of its points is one of numbers, and its words say what they
 * mean. */
static bool has_words_everywhere(const struct question *question)
{
    for (int i = 0; i < question->item->scale.points; i++)
        if (!words_of_point(question, i).count)
            return false;
    return true;
}

static struct span numbered(const struct question *question, int point)
{
    return question_numbered(question, number_of(question, point),
                             words_of_point(question, point));
}

/* Whether only the two ends have words. */
static bool has_words_at_ends(const struct question *question)
{
    const int last = question->item->scale.points - 1;
    for (int i = 1; i < last; i++)
        if (words_of_point(question, i).count)
            return false;
    return last > 0 &&
           (words_of_point(question, 0).count || words_of_point(question, last).count);
}

static void add_words_of_numbers(const struct question *question)
{
    struct arena *arena = question->page->arena;
    const struct item *item = question->item;
    struct buffer all = buffer_init(arena, WORDS_MAX_BYTES);
    if (has_words_at_ends(question)) {
        question_ends(question, numbered(question, point_at(item, 0)),
                      numbered(question, point_at(item, item->scale.points - 1)));
        return;
    }
    for (int i = 0; i < item->scale.points; i++) {
        const struct span words = numbered(question, point_at(item, i));
        buffer_text(&all, all.count && words.count ? " · " : "");
        buffer_add(&all, words);
    }
    screen_page_text(question->page, "words", buffer_span(&all));
}

static struct span point_id(const struct question *question, int point)
{
    return span_format(question->page->arena, "point-%d", point + 1);
}

static void add_card(const struct question *question, struct node *cards, int place,
                     enum node_look look, bool is_numbered)
{
    const int point = point_at(question->item, place);
    struct node *card = node_choice(
        question->page->arena, cards, point_id(question, point), look,
        is_numbered ? number_of(question, point) : words_of_point(question, point),
        is_given(question, point), event_with(EVENT_PICK, point, 0));
    if (is_numbered)
        card->said = numbered(question, point);
    card->width = (struct size){.kind = SIZE_GROW, .value = 1};
    card->is_first_focus = place == 0;
}

/* Upright cards share the row; where each would be narrower than a word needs, they stack. */
static bool is_row(const struct question *question)
{
    const struct screen_page *page = question->page;
    const int count = question->item->scale.points;
    const double gaps_mm = GAP_MM * (count - 1);
    return (screen_page_room_mm(page) - gaps_mm) / count >=
           CARD_MM * theme_step(page->facts);
}

static void add_numbers(const struct question *question)
{
    struct node *group =
        node_column(question->page->arena, question->page->body, SPAN("points"), 3);
    const size_t count = (size_t)question->item->scale.points;
    struct numbers numbers = numbers_begin(question, group, SPAN("numbers"), count, true);
    for (size_t i = 0; i < count; i++)
        add_card(question, numbers_row(&numbers), (int)i, numbers.look, true);
    numbers_end(&numbers);
}

static size_t longest(const struct question *question)
{
    size_t letters = 0;
    for (int i = 0; i < question->item->scale.points; i++) {
        const size_t count = utf8_count(words_of_point(question, i));
        letters = count > letters ? count : letters;
    }
    return letters;
}

/* One below the other. */
static void add_lines(const struct question *question)
{
    struct cards cards = cards_begin(question, SPAN("points"), longest(question));
    for (int i = 0; i < question->item->scale.points; i++) {
        const int point = point_at(question->item, i);
        cards_put(&cards, point_id(question, point), words_of_point(question, point),
                  is_given(question, point), event_with(EVENT_PICK, point, 0))
            ->is_first_focus = i == 0;
    }
    cards_end(&cards);
}

static void add_cards(const struct question *question)
{
    struct screen_page *page = question->page;
    if (!is_row(question)) {
        add_lines(question);
        return;
    }
    struct node *cards = node_row(page->arena, page->body, SPAN("points"), GAP_MM);
    cards->width = (struct size){.kind = SIZE_GROW, .value = 1};
    cards->is_group = true;
    cards->can_wrap = true;
    for (int i = 0; i < question->item->scale.points; i++)
        add_card(question, cards, i, LOOK_CARD, false);
}

/* The answers stand at one place whether a statement takes one line or two: the hand need not look
 * for them. Where they stand one below the other there is no room for that. */
static void reserve_lines(const struct question *question)
{
    struct node *heading = node_find(question->page->body, SPAN("heading"));
    if (heading && is_row(question))
        heading->lines_min = STATEMENT_LINES;
}

/* Room above and below, as the drawing has it; where there is little, all of it stands in the
 * middle, and the gaps around nothing are saved. */
static void add_gap(const struct question *question, float mm, float share)
{
    struct node *body = question->page->body;
    if (is_room_at(&question->page->facts->room, ROOM_FOLDED))
        body->justify = ALIGN_CENTER;
    else if (mm > 0)
        node_gap(question->page->arena, body, mm);
    else
        node_gap(question->page->arena, body, 0)->height.value = share;
}

void rating_view(const struct question *question)
{
    struct screen_page *page = question->page;
    add_gap(question, 0, 1);
    question_head(question);
    reserve_lines(question);
    add_gap(question, is_screen_page_low(page) ? 2 : 8, 0);
    if (has_words_everywhere(question) && !is_room_at(&page->facts->room, ROOM_NUMBERS)) {
        add_cards(question);
    } else {
        add_words_of_numbers(question);
        add_numbers(question);
    }
    add_gap(question, 0, 1.6f);
}

int rating_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct answer *answer = &visit->answer;
    if (event->kind != EVENT_PICK || event->a < 0 || event->a >= item->scale.points)
        return 0;
    const double number = value_at(item, event->a);
    const bool is_again = answer->state == ANSWER_GIVEN &&
                          fabs(answer->number - number) < item->scale.step / 2;
    answer->number = is_again ? 0 : number;
    answer->state = is_again ? ANSWER_NONE : ANSWER_GIVEN;
    return 1;
}
