/* multi: one of several options. */
#include "screens/items/choices.h"

void multi_view(const struct question *question)
{
    unsigned char is_chosen[OPTIONS_MAX] = {0};
    const int picked = question->answer.pick;
    if (question->answer.state == ANSWER_GIVEN && picked != NOT_PICKED)
        is_chosen[picked] = 1;
    question_head(question);
    question_hint(question);
    choices_view(question, is_chosen);
}

int multi_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct answer *answer = &visit->answer;
    if (event->kind != EVENT_PICK || event->a < 0 ||
        (size_t)event->a >= item->option_count ||
        (answer->state == ANSWER_GIVEN && answer->pick == event->a))
        return 0;
    answer->pick = (int16_t)event->a;
    answer->state = ANSWER_GIVEN;
    return 1;
}
