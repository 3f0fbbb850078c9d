/* Own words: the field above, the keys below. For a long text the field takes the room between
 * the question and the keys, and scrolls by itself. Where a page is too low for both, the
 * question is read first and the keys come in its place when the person goes on to write. */
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
    struct node *field = node_new(page->arena, page->body, NODE_FIELD, SPAN("field"));
    const bool is_long = question->item->kind == ITEM_LONG;
    question_field(question, field);
    field->lines_min = lines_of(question);
    field->is_scroller = field->has_lines = is_long;
    if (!is_long)
        field->on_enter = event_of(EVENT_NEXT);
    if (is_long && !is_tall(page))
        field->height = (struct size){.kind = SIZE_GROW, .value = 1};
    field->width = (struct size){.kind = SIZE_GROW, .value = 1};
    field->is_first_focus = question->visit->is_writing || has_screen_page_keys(page);
    if (!field->is_first_focus) /* a finger on it asks for the keys */
        field->on_activate = event_of(EVENT_WRITE);
}

static struct span used_up(struct arena *arena, size_t limit)
{
    if (limit < 1000)
        return span_format(arena, W("You have used all %d characters."), (int)limit);
    return span_format(arena, W("You have used all %d,%03d characters."),
                       (int)limit / 1000, (int)limit % 1000);
}

/* The end is told before it is reached, above the field, which is always in sight. */
static void add_left(const struct question *question)
{
    const size_t limit = limit_of(question->item);
    const size_t count = utf8_count(typing_span(&question->visit->typing));
    if (limit > FEW_LEFT && count + FEW_LEFT >= limit)
        screen_page_note(question->page, "left",
                         count < limit
                             ? span_format(question->page->arena,
                                           W("You can still write %d characters."),
                                           (int)(limit - count))
                             : used_up(question->page->arena, limit));
}

void text_view(const struct question *question)
{
    const bool is_with_keys = has_screen_page_keys(question->page);
    question_head(question);
    if (!question->visit->is_writing || is_with_keys)
        question_hint(question, question->page->body);
    add_left(question);
    add_field(question);
    if (question->visit->is_writing || is_with_keys)
        keyboard_text(question->page, &question->visit->typing,
                      question->item->kind == ITEM_LONG);
}

static int move_or_switch(struct typing *typing, const struct event *event)
{
    if (event->kind == EVENT_CARET)
        typing_do(typing, event->a < 0 ? EDIT_BACK : EDIT_ON);
    else if (event->kind == EVENT_KEY_SHIFT)
        typing_shift(typing, event->is_again);
    else if (event->kind == EVENT_KEY_LAYER)
        typing_show(typing, event->a);
    return 0;
}

/* A short text has one line, whatever a scanner sends. */
static struct span without_feeds(const struct item *item, struct span text)
{
    return item->kind == ITEM_SHORT ? span_cut(text, 0, span_find(text, '\n')) : text;
}

int text_step(struct visit *visit, const struct item *item, const struct event *event)
{
    struct typing *typing = &visit->typing;
    struct edit_act act;
    switch (event->kind) {
    case EVENT_KEY:
        return typing_key(typing, (uint32_t)event->a, limit_of(item));
    case EVENT_TYPED:
        act = edit_act_of(event);
        act.text = without_feeds(item, act.text);
        return typing_edit(typing, &act, limit_of(item));
    case EVENT_KEY_ERASE:
        return typing_do(typing, EDIT_ERASE);
    case EVENT_KEY_ERASE_WORD:
        return typing_do(typing, EDIT_ERASE_WORD);
    }
    return move_or_switch(typing, event);
}
