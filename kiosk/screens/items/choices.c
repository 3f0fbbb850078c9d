#include "screens/items/choices.h"

#include "base/utf8.h"
#include "screens/items/cards.h"

/* A text that is empty shows its value. */
static struct span label_of(const struct question *question, size_t option)
{
    const struct option *it = &question->item->options[option];
    const struct span label = question_text(question, it->text_key);
    return label.count ? label : it->value;
}

static size_t longest(const struct question *question)
{
    size_t letters = 0;
    for (size_t i = 0; i < question->item->option_count; i++) {
        const size_t count = utf8_count(label_of(question, i));
        letters = count > letters ? count : letters;
    }
    return letters;
}

void choices_view(const struct question *question, const unsigned char *is_chosen)
{
    const struct item *item = question->item;
    const struct step *step = &question->visit->sitting->steps[question->visit->at];
    struct cards cards = cards_begin(question, SPAN("options"), longest(question));
    for (size_t i = 0; i < step->order_count; i++) {
        const size_t option = question_order(question, i);
        struct node *card = cards_put(&cards, question_id(question, "option", option),
                                      label_of(question, option), is_chosen[option],
                                      event_with(EVENT_PICK, (int32_t)option, 0));
        card->is_box = item_kind_shape(item->kind) == SHAPE_TICKS;
        card->is_first_focus = i == 0;
    }
    cards_end(&cards);
}
