/* A line with two named ends. Untouched it is no answer; both ends can be chosen. The buttons
 * below do for switches and unsure hands what a finger does on the line. */
#include "screens/items/question.h"

#include "base/words.h"

#include <math.h>

enum { HUNDREDTHS = 100, NUDGE = 5 };

static bool has_value(const struct question *question)
{
    return question->answer.state == ANSWER_GIVEN;
}

/* The place on the line in hundredths, the middle before the first touch. */
static int place_of(const struct item *item, const struct answer *answer)
{
    if (answer->state != ANSWER_GIVEN || !(item->scale.high > item->scale.low))
        return HUNDREDTHS / 2;
    return (int)lrint((answer->number - item->scale.low) /
                      (item->scale.high - item->scale.low) * HUNDREDTHS);
}

static void add_ends(const struct question *question)
{
    struct screen_page *page = question->page;
    struct node *ends = node_row(page->arena, page->body, SPAN("ends"), 8);
    ends->width = (struct size){.kind = SIZE_GROW, .value = 1};
    node_text(page->arena, ends, SPAN("low"), TEXT_BODY,
              question_text(question, question->item->scale.low_key))
        ->width = (struct size){.kind = SIZE_GROW, .value = 1};
    struct node *high =
        node_text(page->arena, ends, SPAN("high"), TEXT_BODY,
                  question_text(question, question->item->scale.high_key));
    high->width = (struct size){.kind = SIZE_GROW, .value = 1};
    high->align = ALIGN_END;
}

static void add_nudge(const struct question *question, struct node *row, const char *id,
                      struct span text, int by)
{
    int place = place_of(question->item, &question->answer);
    if (has_value(question))
        place += by;
    place = place < 0 ? 0 : place > HUNDREDTHS ? HUNDREDTHS : place;
    node_button(question->page->arena, row, span_of(id), LOOK_PLAIN, text,
                event_with(EVENT_SLIDE, 0, place));
}

void vas_view(const struct question *question)
{
    struct screen_page *page = question->page;
    question_head(question);
    question_hint(question);
    add_ends(question);
    struct node *slider = node_new(page->arena, page->body, NODE_SLIDER, SPAN("slider"));
    slider->said = question_text(question, question->item->text_key);
    slider->low = 0;
    slider->high = HUNDREDTHS;
    slider->value = (float)place_of(question->item, &question->answer);
    slider->has_value = has_value(question);
    slider->on_activate = event_of(EVENT_SLIDE);
    slider->is_first_focus = true;
    slider->width = (struct size){.kind = SIZE_GROW, .value = 1};
    struct node *row = node_row(page->arena, page->body, SPAN("nudges"), 8);
    row->can_wrap = true;
    add_nudge(question, row, "less", WS("A little to the left"), -NUDGE);
    add_nudge(question, row, "more", WS("A little to the right"), NUDGE);
    if (!has_value(question))
        screen_page_note(page, "empty", WS("No answer yet."));
}

int vas_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct answer *answer = &visit->answer;
    if (event->kind != EVENT_SLIDE || event->b < 0 || event->b > HUNDREDTHS)
        return 0;
    answer->number =
        item->scale.low + event->b * (item->scale.high - item->scale.low) / HUNDREDTHS;
    answer->state = ANSWER_GIVEN;
    return 1;
}
