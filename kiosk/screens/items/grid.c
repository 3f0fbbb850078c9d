/* Each row is a question of its own with its columns below it: a table of tiny circles would be
 * neither seen nor hit. Columns are cards with their words. Where some have no words it is a scale
 * of numbers: pills, and above them, once, what the numbers mean. Choosing the same again takes it
 * back. */
#include "screens/items/numbers.h"

#include "base/buffer.h"

enum { WORDS_MAX_BYTES = 4096, SHORT_BYTES = 3 };

static bool is_picked(const struct question *question, size_t row, size_t column)
{
    const enum answer_state state = question->answer.state;
    return (state == ANSWER_GIVEN || state == ANSWER_PARTIAL) &&
           question->answer.columns[row] == (int16_t)column;
}

/* The words of a column, empty where it has none but its value. */
static struct span column_words(const struct question *question, size_t column)
{
    const struct option *option = &question->item->options[column];
    const struct span words = question_text(question, option->text_key);
    return is_span_equal(words, option->value) ? SPAN("") : words;
}

/* Where room is short a number stands for the words of each column. */
static bool has_short_values(const struct question *question)
{
    for (size_t i = 0; i < question->item->option_count; i++)
        if (question->item->options[i].value.count > SHORT_BYTES)
            return false;
    return true;
}

static bool has_cards(const struct question *question)
{
    if (is_room_at(&question->page->facts->room, ROOM_COLUMNS) &&
        has_short_values(question))
        return false;
    for (size_t i = 0; i < question->item->option_count; i++)
        if (!column_words(question, i).count)
            return false;
    return true;
}

static struct span numbered(const struct question *question, size_t column)
{
    return question_numbered(question, question->item->options[column].value,
                             column_words(question, column));
}

static void add_column(const struct question *question, struct node *cells, size_t row,
                       size_t column)
{
    struct arena *arena = question->page->arena;
    const struct item *item = question->item;
    const bool is_card = has_cards(question);
    struct node *cell = node_choice(
        arena, cells,
        span_format(arena, "cell-%.*s-%zu", SPAN_ARGS(item->grid.rows[row].value),
                    column + 1),
        is_card ? LOOK_CARD : LOOK_TOOL,
        is_card ? column_words(question, column) : item->options[column].value,
        is_picked(question, row, column),
        event_with(EVENT_PICK, (int32_t)column, (int32_t)row));
    if (!is_card)
        cell->said = numbered(question, column);
    cell->width = (struct size){.kind = SIZE_GROW, .value = 1};
    cell->is_first_focus = column == 0 && row == question_order(question, 0);
    if (question->answer.state == ANSWER_PARTIAL &&
        question->answer.columns[row] == NOT_PICKED)
        question_call(question, cell);
}

static void add_cards(const struct question *question, struct node *part, size_t row)
{
    struct node *cells =
        node_row(question->page->arena, part, question_id(question, "cells", row), 2.8f);
    cells->width = (struct size){.kind = SIZE_GROW, .value = 1};
    cells->is_group = true;
    cells->can_wrap = true;
    for (size_t column = 0; column < question->item->option_count; column++)
        add_column(question, cells, row, column);
}

static void add_pills(const struct question *question, struct node *part, size_t row)
{
    const size_t count = question->item->option_count;
    const struct span id = question_id(question, "cells", row);
    struct node *cells = node_column(question->page->arena, part, id, 2.8f);
    struct numbers numbers = numbers_begin(question, cells, id, count, false);
    for (size_t column = 0; column < count; column++)
        add_column(question, numbers_row(&numbers), row, column);
    numbers_end(&numbers);
}

/* Where room is short each row is its words and, close below them, its numbers. */
static void add_row(const struct question *question, size_t row)
{
    struct screen_page *page = question->page;
    const struct item *item = question->item;
    const bool is_close = is_room_at(&page->facts->room, ROOM_COLUMNS);
    struct node *part = node_column(page->arena, page->body,
                                    question_id(question, "row", row), is_close ? 1 : 3);
    part->width = (struct size){.kind = SIZE_GROW, .value = 1};
    if (!is_close)
        node_new(page->arena, part, NODE_RULE, SPAN(""))->is_decoration = true;
    const bool is_tight = is_room_at(&page->facts->room, ROOM_NUMBERS);
    struct node *text = node_text(page->arena, part, question_id(question, "text", row),
                                  is_tight ? TEXT_LABEL : TEXT_BODY,
                                  question_text(question, item->grid.rows[row].text_key));
    text->heading_level = 2;
    if (has_cards(question))
        add_cards(question, part, row);
    else
        add_pills(question, part, row);
}

/* "1 Not well at all · 4 In between · 7 Very well" */
static void add_column_words(const struct question *question)
{
    struct buffer all = buffer_init(question->page->arena, WORDS_MAX_BYTES);
    for (size_t i = 0; i < question->item->option_count; i++) {
        const struct span words = numbered(question, i);
        buffer_text(&all, all.count && words.count ? " · " : "");
        buffer_add(&all, words);
    }
    struct node *note = screen_page_note(question->page, "columns", buffer_span(&all));
    if (note)
        note->is_spoken_first = true;
}

void grid_view(const struct question *question)
{
    const struct visit *visit = question->visit;
    question_head(question);
    question_hint(question, question->page->body);
    if (!has_cards(question))
        add_column_words(question);
    for (size_t i = 0; i < visit->sitting->steps[visit->at].order_count; i++)
        add_row(question, question_order(question, i));
}

static void settle(struct answer *answer, const struct item *item)
{
    size_t count = 0;
    for (size_t row = 0; row < item->grid.row_count; row++)
        count += answer->columns[row] != NOT_PICKED;
    answer->state = count == item->grid.row_count ? ANSWER_GIVEN
                    : count                       ? ANSWER_PARTIAL
                                                  : ANSWER_NONE;
}

int grid_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct answer *answer = &visit->answer;
    if (event->kind != EVENT_PICK || event->a < 0 || event->b < 0 ||
        (size_t)event->a >= item->option_count ||
        (size_t)event->b >= item->grid.row_count)
        return 0;
    const bool is_again = answer->columns[event->b] == event->a;
    answer->columns[event->b] = is_again ? (int16_t)NOT_PICKED : (int16_t)event->a;
    settle(answer, item);
    return 1;
}
