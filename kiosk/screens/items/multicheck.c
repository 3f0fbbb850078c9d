/* multicheck: any of several options, within the numbers that the item allows. */
#include "base/words.h"
#include "screens/items/choices.h"

/* How many may be chosen, said before, not after. */
static struct span count_words(const struct question *question)
{
    const int least = (int)question->item->ticks.selected_min;
    const int most = (int)question->item->ticks.selected_max;
    struct arena *arena = question->page->arena;
    if (least && least == most)
        return span_format(arena, W("Choose %d."), least);
    if (least && most)
        return span_format(arena, W("Choose %d to %d."), least, most);
    if (least)
        return span_format(arena, W("Choose at least %d."), least);
    if (most)
        return span_format(arena, W("Choose up to %d."), most);
    return WS("Choose as many as you like.");
}

/* One too many is told as soon as it is ticked, in the place where the number stands: nothing moves
 * under the hand, and any of them can go. */
static void add_count(const struct question *question, size_t chosen_count)
{
    const size_t most = question->item->ticks.selected_max;
    const bool is_over = most && chosen_count > most;
    struct arena *arena = question->page->arena;
    node_text(arena, question->page->body, SPAN("count"),
              is_over ? TEXT_LABEL : TEXT_NOTE,
              is_over ? span_format(arena, W("Choose up to %d. You have chosen %d."),
                                    (int)most, (int)chosen_count)
                      : count_words(question));
}

void multicheck_view(const struct question *question)
{
    unsigned char is_chosen[OPTIONS_MAX] = {0};
    size_t count = 0;
    for (size_t i = 0; i < question->item->option_count; i++) {
        is_chosen[i] =
            question->answer.state == ANSWER_GIVEN && question->answer.is_ticked[i];
        count += is_chosen[i];
    }
    question_head(question);
    question_hint(question, question->page->body);
    add_count(question, count);
    choices_view(question, is_chosen);
}

int multicheck_step(struct visit *visit, const struct item *item,
                    const struct event *event)
{
    struct answer *answer = &visit->answer;
    if (event->kind != EVENT_PICK || event->a < 0 ||
        (size_t)event->a >= item->option_count)
        return 0;
    answer->is_ticked[event->a] = !answer->is_ticked[event->a];
    size_t count = 0;
    for (size_t i = 0; i < item->option_count; i++)
        count += answer->is_ticked[i];
    answer->state = count ? ANSWER_GIVEN : ANSWER_NONE;
    return 1;
}
