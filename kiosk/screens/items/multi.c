/* multi: one of several options; choosing the same again takes it back. */
#include "screens/items/choices.h"

void multi_view(const struct question *question)
{
    unsigned char is_chosen[OPTIONS_MAX] = {0};
    const int picked = question->answer.pick;
    if (question->answer.state == ANSWER_GIVEN && picked != NOT_PICKED)
        is_chosen[picked] = 1;
    question_head(question);
    question_hint(question, question->page->body);
    choices_view(question, is_chosen);
}

int multi_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct answer *answer = &visit->answer;
    if (event->kind != EVENT_PICK || event->a < 0 ||
        (size_t)event->a >= item->option_count)
        return 0;
    const bool is_again = answer->state == ANSWER_GIVEN && answer->pick == event->a;
    answer->pick = is_again ? (int16_t)NOT_PICKED : (int16_t)event->a;
    answer->state = is_again ? ANSWER_NONE : ANSWER_GIVEN;
    return 1;
}
