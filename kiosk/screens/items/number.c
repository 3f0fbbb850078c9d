/* number: a number is typed; keys of a number pad, and only characters that a number can have. What
 * could be two numbers, such as 1,250, is not guessed: the person says which one it is. */
#include "base/words.h"
#include "screens/items/number_meaning.h"
#include "screens/items/question.h"
#include "screens/keyboard.h"

enum { NUMBER_MAX_CODES = 16, PAD_MM = 110 };

static bool can_be_negative(const struct item *item)
{
    return !(item->words.number_min >= 0);
}

static struct node *add_field(const struct question *question)
{
    struct screen_page *page = question->page;
    struct node *field = node_new(page->arena, page->body, NODE_FIELD, SPAN("field"));
    question_field(question, field);
    field->style = TEXT_CODE;
    field->on_enter = event_of(EVENT_NEXT);
    field->lines_min = 1;
    field->width = (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = PAD_MM};
    field->is_first_focus = true;
    return field;
}

/* The two numbers that it could be, in the place of the keys. They call for the focus, not the
 * field. */
static void ask_meaning(const struct question *question,
                        const struct number_meaning *meanings, struct node *field)
{
    struct screen_page *page = question->page;
    screen_page_notice(page, "which", WS("Which number do you mean?"))->is_spoken_first =
        true;
    field->call = 0;
    for (size_t i = 0; i < 2; i++) {
        struct node *way =
            screen_page_way(page, i ? "mean-1" : "mean-0",
                            span_copy(page->arena, number_meaning_span(&meanings[i])),
                            event_with(EVENT_MEAN, (int32_t)i, 0));
        if (i == 0)
            way->call = question->visit->refusals;
    }
}

void number_view(const struct question *question)
{
    struct number_meaning meanings[2];
    const size_t count =
        number_meaning_find(typing_span(&question->visit->typing), meanings);
    question_head(question);
    question_hint(question, question->page->body);
    struct node *field = add_field(question);
    if (question->visit->meaning == MEANING_ASKED && count == 2)
        ask_meaning(question, meanings, field);
    else
        keyboard_digits(question->page, can_be_negative(question->item));
}

static bool is_of_number(const struct item *item, uint32_t code)
{
    return (code >= '0' && code <= '9') || code == '.' || code == ',' ||
           (code == '-' && can_be_negative(item));
}

static bool write_number(struct typing *typing, const struct item *item, struct span text)
{
    bool is_changed = false;
    for (size_t i = 0; i < text.count; i++)
        if (is_of_number(item, (unsigned char)text.data[i]))
            is_changed |= typing_write(typing, span_cut(text, i, 1), NUMBER_MAX_CODES);
    return is_changed;
}

/* The number as it is meant, written so that it can mean nothing else. */
static bool take_meaning(struct typing *typing, int32_t which)
{
    struct number_meaning meanings[2];
    if (number_meaning_find(typing_span(typing), meanings) != 2 || which < 0 || which > 1)
        return false;
    typing_set(typing, number_meaning_span(&meanings[which]));
    return true;
}

int number_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct typing *typing = &visit->typing;
    const struct edit_act act = edit_act_of(event);
    switch (event->kind) {
    case EVENT_KEY_ERASE:
        return typing_do(typing, EDIT_ERASE);
    case EVENT_KEY_ERASE_WORD:
        return typing_do(typing, EDIT_ERASE_WORD);
    case EVENT_KEY:
        return is_of_number(item, (uint32_t)event->a) &&
               typing_key(typing, (uint32_t)event->a, NUMBER_MAX_CODES);
    case EVENT_MEAN:
        return take_meaning(typing, event->a);
    case EVENT_TYPED:
        return act.kind == EDIT_WRITE ? write_number(typing, item, act.text)
                                      : typing_edit(typing, &act, NUMBER_MAX_CODES);
    }
    return 0;
}
