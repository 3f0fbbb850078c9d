/* Lines that are put in order: each tap gives the next number, a second one takes it back. The
 * lines keep their places on the screen, so that nothing moves below a finger; what changes is the
 * number. Two buttons move a line by one, and where the page does not scroll a line that is dragged
 * onto another takes its number. */
#include "screens/items/question.h"

#include "base/utf8.h"
#include "base/words.h"

enum { WIDE_MM = 310, DIGIT_MM = 8, BUTTON_EDGES_MM = 16, CARD_MM = 110, TAKE_BACK = -1 };
static const double letter_mm = 3.6; /* of a button, roughly */

static size_t count_placed(const struct item *item, const struct answer *answer)
{
    size_t count = 0;
    while (count < item->option_count && answer->order[count] != NOT_PICKED)
        count++;
    return count;
}

/* From 0, or NOT_PICKED. */
static int place_of(const struct item *item, const struct answer *answer, size_t option)
{
    for (size_t place = 0; place < count_placed(item, answer); place++)
        if (answer->order[place] == (int)option)
            return (int)place;
    return NOT_PICKED;
}

/* One line of the list. */
struct line {
    size_t option, placed_count;
    int place; /* NOT_PICKED: none yet */
    struct span text;
};

/* Wide enough for the highest number there can be, and for the longer of two words. */
static double number_mm(const struct question *question)
{
    const int digits = question->item->option_count < 10 ? 1 : 2;
    return (3 + digits * DIGIT_MM) * theme_step(question->page->facts);
}

static double button_mm(const struct question *question)
{
    const size_t earlier = utf8_count(WS("Earlier")), later = utf8_count(WS("Later"));
    const double letters = (double)(earlier > later ? earlier : later);
    return (letters * letter_mm + BUTTON_EDGES_MM) * theme_step(question->page->facts);
}

static struct event to_place(const struct line *line, int place)
{
    return event_with(EVENT_PICK, (int32_t)line->option, place);
}

static void add_number(const struct question *question, struct node *row,
                       const struct line *line)
{
    struct arena *arena = question->page->arena;
    struct node *column = node_column(arena, row, SPAN(""), 0);
    column->width = (struct size){.kind = SIZE_MM, .value = (float)number_mm(question)};
    column->align = ALIGN_CENTER;
    if (line->place == NOT_PICKED)
        return;
    struct node *number =
        node_text(arena, column, question_id(question, "number", line->option),
                  TEXT_HEADING, span_format(arena, "%d", line->place + 1));
    number->is_decoration = true; /* the line says it */
}

static void add_card(const struct question *question, struct node *row,
                     const struct line *line)
{
    struct arena *arena = question->page->arena;
    const bool is_placed = line->place != NOT_PICKED;
    const int next = (int)line->placed_count;
    struct node *column = node_column(arena, row, SPAN(""), 0);
    column->width = (struct size){.kind = SIZE_GROW, .value = 1};
    struct node *card = node_choice(
        arena, column, question_id(question, "option", line->option), LOOK_CARD,
        line->text, is_placed, to_place(line, is_placed ? TAKE_BACK : next));
    card->width = (struct size){.kind = SIZE_GROW, .value = 1};
    card->is_first_focus = question_order(question, 0) == line->option;
    card->on_drop = event_with(EVENT_PICK, 0, is_placed ? line->place : next);
    if (!is_placed)
        question_call(question, card);
    if (!is_placed)
        return;
    card->said =
        span_format(arena, W("Number %d: %.*s"), line->place + 1, SPAN_ARGS(line->text));
    card->hint = WS("Choose this line again to take its number back.");
}

static void add_button(const struct question *question, struct node *row,
                       const struct line *line, int by)
{
    struct arena *arena = question->page->arena;
    const struct span label = by < 0 ? WS("Earlier") : WS("Later");
    const int place = line->place + by;
    struct node *column = node_column(arena, row, SPAN(""), 0);
    column->width = (struct size){.kind = SIZE_MM, .value = (float)button_mm(question)};
    if (line->place == NOT_PICKED || line->placed_count == 1)
        return;
    struct node *button = node_button(
        arena, column, question_id(question, by < 0 ? "earlier" : "later", line->option),
        LOOK_TOOL, label, to_place(line, place));
    button->width = (struct size){.kind = SIZE_GROW, .value = 1};
    button->said =
        span_format(arena, "%.*s: %.*s", SPAN_ARGS(label), SPAN_ARGS(line->text));
    if (place < 0)
        screen_page_unavailable(button, REASON_IS_FIRST);
    if (place >= (int)line->placed_count)
        screen_page_unavailable(button, REASON_IS_LAST);
}

/* Where there is width, the buttons stand beside the line, and their room is always kept. Else they
 * stand below it, and come when every line has its number. */
static bool is_beside(const struct question *question)
{
    const struct screen_page *page = question->page;
    const double rest_mm =
        screen_page_room_mm(page) - number_mm(question) - 2 * button_mm(question);
    return rest_mm >= CARD_MM * theme_step(page->facts);
}

static bool is_with_buttons_below(const struct question *question,
                                  const struct line *line)
{
    return !is_beside(question) && line->placed_count == question->item->option_count;
}

static struct node *wide_row(const struct question *question, struct node *parent,
                             struct span id)
{
    struct node *row = node_row(question->page->arena, parent, id, 4);
    row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    row->align = ALIGN_CENTER;
    return row;
}

static void add_line(const struct question *question, struct node *lines,
                     const struct line *line)
{
    struct arena *arena = question->page->arena;
    struct node *column = node_column(arena, lines, SPAN(""), 3);
    struct node *row =
        wide_row(question, column, question_id(question, "row", line->option));
    column->width = (struct size){.kind = SIZE_GROW, .value = 1};
    add_number(question, row, line);
    add_card(question, row, line);
    if (is_with_buttons_below(question, line)) {
        row = wide_row(question, column, SPAN(""));
        node_gap(arena, row, (float)number_mm(question));
    } else if (!is_beside(question)) {
        return;
    }
    add_button(question, row, line, -1);
    add_button(question, row, line, 1);
}

void rank_view(const struct question *question)
{
    struct screen_page *page = question->page;
    const struct visit *visit = question->visit;
    struct line line = {.placed_count = count_placed(question->item, &question->answer)};
    page->body->width.max_mm = (float)screen_page_wide_mm(page, WIDE_MM);
    question_head(question);
    question_hint(question, question->page->body);
    if (!is_room_at(&page->facts->room, ROOM_PLAIN))
        screen_page_note(page, "how",
                         WS("Choose what comes first, then what comes next."));
    struct node *lines = node_column(page->arena, page->body, SPAN("lines"),
                                     is_with_buttons_below(question, &line) ? 8 : 3);
    lines->width = (struct size){.kind = SIZE_GROW, .value = 1};
    lines->is_group = true;
    for (size_t i = 0; i < visit->sitting->steps[visit->at].order_count; i++) {
        line.option = question_order(question, i);
        line.place = place_of(question->item, &question->answer, line.option);
        line.text =
            question_text(question, question->item->options[line.option].text_key);
        add_line(question, lines, &line);
    }
}

static void take_out(struct answer *answer, size_t count, int place)
{
    for (size_t i = (size_t)place; i + 1 < count; i++)
        answer->order[i] = answer->order[i + 1];
    answer->order[count - 1] = NOT_PICKED;
}

static void put_in(struct answer *answer, size_t count, size_t place, size_t option)
{
    for (size_t i = count; i > place; i--)
        answer->order[i] = answer->order[i - 1];
    answer->order[place] = (int16_t)option;
}

int rank_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct answer *answer = &visit->answer;
    if (event->kind != EVENT_PICK || event->a < 0 ||
        (size_t)event->a >= item->option_count || event->b < TAKE_BACK)
        return 0;
    const int before = place_of(item, answer, (size_t)event->a);
    size_t count = count_placed(item, answer);
    if (before == event->b)
        return 0; /* its place already, or nothing to take back */
    if (before != NOT_PICKED)
        take_out(answer, count--, before);
    const size_t place = (size_t)event->b < count ? (size_t)event->b : count;
    if (event->b != TAKE_BACK)
        put_in(answer, count++, place, (size_t)event->a);
    answer->state = count == item->option_count ? ANSWER_GIVEN
                    : count                     ? ANSWER_PARTIAL
                                                : ANSWER_NONE;
    return before != (int)place || event->b == TAKE_BACK;
}
