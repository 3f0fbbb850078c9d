/* number: a number is typed; keys of a number pad, and only characters that a number can have. */
#include "base/words.h"
#include "screens/items/question.h"
#include "screens/keyboard.h"

enum { NUMBER_MAX_CODES = 16 };

void number_view(const struct question *question)
{
    struct screen_page *page = question->page;
    const struct typing *typing = &question->visit->typing;
    question_head(question);
    question_hint(question);
    struct node *field = node_new(page->arena, page->body, NODE_FIELD, SPAN("field"));
    field->style = TEXT_CODE;
    field->text = typing_span(typing);
    field->caret = typing->caret;
    field->said = question_text(question, question->item->text_key);
    field->on_type = event_of(EVENT_TYPED);
    field->lines_min = 1;
    field->width = (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = 110};
    field->is_unavailable = question->answer.state == ANSWER_DECLINED;
    field->is_first_focus = true;
    keyboard_digits(page);
}

static bool is_of_number(uint32_t code)
{
    return (code >= '0' && code <= '9') || code == '.' || code == ',' || code == '-';
}

int number_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct typing *typing = &visit->typing;
    (void)item;
    if (event->kind == EVENT_KEY_ERASE)
        return typing_erase(typing);
    if (event->kind == EVENT_KEY_ERASE_WORD)
        return typing_erase_word(typing);
    if (event->kind == EVENT_KEY)
        return is_of_number((uint32_t)event->a) &&
               typing_put(typing, (uint32_t)event->a, NUMBER_MAX_CODES);
    if (event->kind != EVENT_TYPED)
        return 0;
    bool is_changed = false;
    for (size_t i = 0; i < event->text.count; i++) {
        const unsigned char byte = (unsigned char)event->text.data[i];
        if (is_of_number(byte) || byte == '\b' || byte == 0x17)
            is_changed |=
                typing_add(typing, span_cut(event->text, i, 1), NUMBER_MAX_CODES);
    }
    return is_changed;
}
