#include "screens/items/cards.h"

/* What a card of two columns has beside its words, how wide a letter is, and how many lines of
 * words still look like a card. */
enum { EDGES_MM = 22, GAP_MM = 3, LINES_MOST = 2 };
static const double letter_mm = 4.0; /* at the usual step */

static bool is_short(const struct question *question, size_t letters)
{
    const struct screen_page *page = question->page;
    const double words_mm = (screen_page_room_mm(page) - GAP_MM) / 2 - EDGES_MM;
    return (double)letters * letter_mm * theme_step(page->facts) <= words_mm * LINES_MOST;
}

struct cards cards_begin(const struct question *question, struct span id, size_t letters)
{
    const struct screen_page *page = question->page;
    const bool is_pair =
        is_room_at(&page->facts->room, ROOM_COLUMNS) && is_short(question, letters);
    struct node *group = node_column(page->arena, page->body, id, GAP_MM);
    group->width = (struct size){.kind = SIZE_GROW, .value = 1};
    group->is_group = true;
    return (struct cards){
        .arena = page->arena, .group = group, .per_row = is_pair ? 2 : 1};
}

static struct node *place_for(struct cards *cards)
{
    if (cards->per_row == 1)
        return cards->group;
    if (cards->added % cards->per_row == 0) {
        cards->row = node_row(cards->arena, cards->group, SPAN(""), GAP_MM);
        cards->row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    }
    cards->added++;
    return cards->row;
}

struct node *cards_put(struct cards *cards, struct span choice_id, struct span text,
                       bool is_chosen, struct event event)
{
    struct node *card = node_choice(cards->arena, place_for(cards), choice_id, LOOK_CARD,
                                    text, is_chosen, event);
    card->width = (struct size){.kind = SIZE_GROW, .value = 1};
    card->is_lying = cards->per_row > 1;
    return card;
}

void cards_end(struct cards *cards)
{
    for (; cards->added % cards->per_row; cards->added++)
        node_gap(cards->arena, cards->row, 0);
}
