/* Each row is a question of its own with its columns below it, as cards in a row or a stack: a
 * table of tiny circles would be neither seen nor hit. */
#include "screens/items/question.h"

static int is_picked(const struct question *question, size_t row, size_t column)
{
    const enum answer_state state = question->answer.state;
    return (state == ANSWER_GIVEN || state == ANSWER_PARTIAL) &&
           question->answer.picks[row] == (int16_t)column;
}

static void add_column(const struct question *question, struct node *cards, size_t row,
                       size_t column)
{
    struct sheet *sheet = question->sheet;
    const struct item *item = question->item;
    const struct span label = question_text(question, item->options[column].text_key);
    struct node *card =
        node_choice(sheet->arena, cards,
                    span_format(sheet->arena, "cell-%.*s-%zu",
                                SPAN_ARGS(item->rows[row].value), column + 1),
                    LOOK_CARD, label.count ? label : item->options[column].value,
                    is_picked(question, row, column),
                    event_with(EVENT_PICK, (int32_t)column, (int32_t)row));
    card->width = (struct size){.kind = SIZE_GROW, .value = 1};
}

static void add_row(const struct question *question, size_t row)
{
    struct sheet *sheet = question->sheet;
    const struct item *item = question->item;
    struct node *part =
        node_column(sheet->arena, sheet->body, question_id(question, "row", row), 3);
    part->width = (struct size){.kind = SIZE_GROW, .value = 1};
    node_new(sheet->arena, part, NODE_RULE, SPAN(""))->is_decoration = 1;
    struct node *text =
        node_text(sheet->arena, part, question_id(question, "text", row), TEXT_STRONG,
                  question_text(question, item->rows[row].text_key));
    text->heading_level = 2;
    struct node *cards =
        node_row(sheet->arena, part, question_id(question, "cells", row), 2.8f);
    cards->width = (struct size){.kind = SIZE_GROW, .value = 1};
    cards->is_group = 1;
    cards->can_wrap = 1;
    for (size_t column = 0; column < item->option_count; column++)
        add_column(question, cards, row, column);
}

void grid_view(const struct question *question)
{
    const struct visit *visit = question->visit;
    question_head(question);
    question_hint(question);
    for (size_t i = 0; i < visit->sitting->steps[visit->at].order_count; i++)
        add_row(question, question_order(question, i));
}

static void settle(struct answer *answer, const struct item *item)
{
    size_t count = 0;
    for (size_t row = 0; row < item->row_count; row++)
        count += answer->picks[row] != NOT_PICKED;
    answer->state = count == item->row_count ? ANSWER_GIVEN
                    : count                  ? ANSWER_PARTIAL
                                             : ANSWER_NONE;
}

int grid_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct answer *answer = &visit->answer;
    if (event->kind != EVENT_PICK || event->a < 0 || event->b < 0 ||
        (size_t)event->a >= item->option_count || (size_t)event->b >= item->row_count ||
        answer->picks[event->b] == event->a)
        return 0;
    answer->picks[event->b] = (int16_t)event->a;
    settle(answer, item);
    return 1;
}
