#include "screens/items/numbers.h"

/* A pill is its edges and its number, which grows with the letters; a chosen one has a tick,
 * too. */
enum {
    CARD_MM = 20,
    CARD_GAP_MM = 4,
    PILL_EDGES_MM = 14,
    PILL_LETTERS_MM = 6,
    TICK_MM = 7,
    PILL_GAP_MM = 3
};

static bool are_cards(const struct question *question, size_t count)
{
    const struct screen_page *page = question->page;
    const double room_mm = screen_page_room_mm(page) - CARD_GAP_MM * ((double)count - 1);
    return room_mm >= CARD_MM * theme_step(page->facts) * (double)count;
}

static size_t pills_in_row(const struct question *question, size_t count)
{
    const struct screen_page *page = question->page;
    const double step = theme_step(page->facts);
    const double room_mm = screen_page_room_mm(page) - TICK_MM * step + PILL_GAP_MM;
    const double pill_mm = PILL_EDGES_MM + PILL_LETTERS_MM * step + PILL_GAP_MM;
    const size_t most = room_mm > pill_mm ? (size_t)(room_mm / pill_mm) : 1;
    const size_t rows = (count + most - 1) / most;
    return rows ? (count + rows - 1) / rows : 1;
}

struct numbers numbers_begin(const struct question *question, struct node *group,
                             struct span id, size_t count, bool can_be_cards)
{
    const bool is_cards = can_be_cards && are_cards(question, count);
    group->is_group = true;
    group->width = (struct size){.kind = SIZE_GROW, .value = 1};
    return (struct numbers){
        .arena = question->page->arena,
        .group = group,
        .id = id,
        .look = is_cards ? LOOK_CARD : LOOK_TOOL,
        .count = count,
        .per_row = is_cards ? count : pills_in_row(question, count),
    };
}

struct node *numbers_row(struct numbers *numbers)
{
    if (numbers->added % numbers->per_row == 0) {
        numbers->row =
            node_row(numbers->arena, numbers->group,
                     span_format(numbers->arena, "%.*s-%zu", SPAN_ARGS(numbers->id),
                                 numbers->added / numbers->per_row + 1),
                     numbers->look == LOOK_CARD ? CARD_GAP_MM : PILL_GAP_MM);
        numbers->row->width = (struct size){.kind = SIZE_GROW, .value = 1};
        numbers->row->can_wrap = true; /* sooner than that a long number is cut */
    }
    numbers->added++;
    return numbers->row;
}

void numbers_end(struct numbers *numbers)
{
    const bool has_rows = numbers->added > numbers->per_row;
    while (has_rows && numbers->added % numbers->per_row) {
        node_gap(numbers->arena, numbers->row, 0);
        numbers->added++;
    }
}
