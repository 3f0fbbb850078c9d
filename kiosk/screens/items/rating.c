/* One statement, wide cards in a row or, where they do not fit, one below the other. Choosing the
 * same again takes it back. */
#include "base/words.h"
#include "screens/items/question.h"

#include <math.h>

enum { CARD_MM = 30 };

static double value_at(const struct item *item, int point)
{
    return item->scale.low + point * item->scale.step;
}

static bool is_given(const struct question *question, int point)
{
    const struct item *item = question->item;
    return question->answer.state == ANSWER_GIVEN &&
           fabs(question->answer.number - value_at(item, point)) <
               fabs(item->scale.step) / 2;
}

static struct span label_of(const struct question *question, int point)
{
    const struct item *item = question->item;
    if ((size_t)point < item->option_count && item->options[point].text_key.count)
        return question_text(question, item->options[point].text_key);
    return words_number(question->page->arena, value_at(item, point),
                        WORDS_AS_MANY_AS_NEEDED);
}

/* Upright cards share the row; where each would be narrower than a word needs, they stack. */
static bool is_row(const struct question *question)
{
    const struct screen_page *page = question->page;
    const int count = question->item->scale.points;
    const double gaps_mm = 4.0 * (count - 1);
    return (screen_page_room_mm(page) - gaps_mm) / count >=
           CARD_MM * theme_step(page->facts);
}

void rating_view(const struct question *question)
{
    struct screen_page *page = question->page;
    node_gap(page->arena, page->body, 0)->height.value = 1;
    question_head(question);
    node_gap(page->arena, page->body, is_screen_page_low(page) ? 2 : 8);
    struct node *cards = is_row(question)
                             ? node_row(page->arena, page->body, SPAN("points"), 4)
                             : node_column(page->arena, page->body, SPAN("points"), 3);
    cards->width = (struct size){.kind = SIZE_GROW, .value = 1};
    cards->is_group = true;
    cards->can_wrap = cards->kind == NODE_ROW;
    for (int i = 0; i < question->item->scale.points; i++) {
        const int point =
            question->item->scale.is_reversed ? question->item->scale.points - 1 - i : i;
        struct node *card = node_choice(
            page->arena, cards, span_format(page->arena, "point-%d", point + 1),
            LOOK_CARD, label_of(question, point), is_given(question, point),
            event_with(EVENT_PICK, point, 0));
        card->width = (struct size){.kind = SIZE_GROW, .value = 1};
        card->is_first_focus = i == 0;
    }
    node_gap(page->arena, page->body, 0)->height.value = 1.6f;
}

int rating_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct answer *answer = &visit->answer;
    if (event->kind != EVENT_PICK || event->a < 0 || event->a >= item->scale.points)
        return 0;
    const double number = value_at(item, event->a);
    const bool is_again = answer->state == ANSWER_GIVEN &&
                          fabs(answer->number - number) < fabs(item->scale.step) / 2;
    answer->number = is_again ? 0 : number;
    answer->state = is_again ? ANSWER_NONE : ANSWER_GIVEN;
    return 1;
}
