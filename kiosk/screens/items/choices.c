#include "screens/items/choices.h"

void choices_view(const struct question *question, const unsigned char *is_chosen)
{
    struct screen_page *page = question->page;
    const struct item *item = question->item;
    const struct step *step = &question->visit->sitting->steps[question->visit->at];
    struct node *cards = node_column(page->arena, page->body, SPAN("options"), 3);
    cards->width = (struct size){.kind = SIZE_GROW, .value = 1};
    cards->is_group = true;
    for (size_t i = 0; i < step->order_count; i++) {
        const size_t option = question_order(question, i);
        const struct span label = question_text(question, item->options[option].text_key);
        struct node *card =
            node_choice(page->arena, cards, question_id(question, "option", option),
                        LOOK_CARD, label.count ? label : item->options[option].value,
                        is_chosen[option], event_with(EVENT_PICK, (int32_t)option, 0));
        card->width = (struct size){.kind = SIZE_GROW, .value = 1};
        card->is_box = item_kind_shape(item->kind) == SHAPE_TICKS;
        card->is_first_focus = i == 0;
    }
}
