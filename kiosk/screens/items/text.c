/* Own words: the field above, the keys below. For a long text the field takes the room between the
 * question and the keys. Where a page is too low for both, the question is read first and the keys
 * come when the person goes on to write. */
#include "base/utf8.h"
#include "base/words.h"
#include "screens/items/question.h"
#include "screens/keyboard.h"

enum { FEW_LEFT = 100, LONG_LINES = 2, TALL_LINES = 8, TALL_MM = 400 };

static size_t limit_of(const struct item *item)
{
    return item->words.length_max && item->words.length_max < TYPED_MAX_CODES
               ? item->words.length_max
               : TYPED_MAX_CODES;
}

/* An upright screen has more room above the keys than anybody needs to write in. */
static bool is_tall(const struct screen_page *page)
{
    const struct surface_facts *facts = page->facts;
    return facts->height_px / facts->px_per_mm / theme_step(facts) > TALL_MM;
}

static size_t lines_of(const struct question *question)
{
    if (question->item->kind == ITEM_SHORT)
        return 1;
    if (is_screen_page_low(question->page))
        return 1;
    return is_tall(question->page) ? TALL_LINES : LONG_LINES;
}

static void add_field(const struct question *question)
{
    struct screen_page *page = question->page;
    const struct typing *typing = &question->visit->typing;
    struct node *field = node_new(page->arena, page->body, NODE_FIELD, SPAN("field"));
    field->text = typing_span(typing);
    field->caret = typing->caret;
    field->said = question_text(question, question->item->text_key);
    field->on_type = event_of(EVENT_TYPED);
    field->lines_min = lines_of(question);
    if (question->item->kind == ITEM_LONG && !is_tall(page))
        field->height = (struct size){.kind = SIZE_GROW, .value = 1};
    field->width = (struct size){.kind = SIZE_GROW, .value = 1};
    field->is_unavailable = question->answer.state == ANSWER_DECLINED;
    field->is_first_focus = question->visit->is_writing || has_screen_page_keys(page);
    if (!field->is_first_focus) /* a finger on it asks for the keys */
        field->on_activate = event_of(EVENT_WRITE);
}

/* The end is told before it is reached. */
static void add_left(const struct question *question)
{
    const size_t limit = limit_of(question->item);
    const size_t count = utf8_count(typing_span(&question->visit->typing));
    if (limit > FEW_LEFT && count + FEW_LEFT >= limit)
        screen_page_note(question->page, "left",
                         count < limit ? span_format(question->page->arena,
                                                     W("Room for %d more letters."),
                                                     (int)(limit - count))
                                       : WS("There is no room for more letters."));
}

void text_view(const struct question *question)
{
    question_head(question);
    question_hint(question);
    add_field(question);
    add_left(question);
    if (question->visit->is_writing || has_screen_page_keys(question->page))
        keyboard_text(question->page, &question->visit->typing);
}

static int move_or_switch(struct typing *typing, const struct event *event)
{
    if (event->kind == EVENT_CARET)
        typing_move(typing, event->a);
    else if (event->kind == EVENT_KEY_SHIFT)
        typing->is_shifted = !typing->is_shifted;
    else if (event->kind == EVENT_KEY_LAYER && event->a >= 0 && event->a < LAYER_COUNT)
        typing->layer = (enum typing_layer)event->a;
    return 0;
}

int text_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct typing *typing = &visit->typing;
    switch (event->kind) {
    case EVENT_KEY:
        return typing_put(typing, (uint32_t)event->a, limit_of(item));
    case EVENT_TYPED:
        return typing_add(typing, event->text, limit_of(item));
    case EVENT_KEY_ERASE:
        return typing_erase(typing);
    case EVENT_KEY_ERASE_WORD:
        return typing_erase_word(typing);
    }
    return move_or_switch(typing, event);
}
