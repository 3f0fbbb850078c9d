#include "app/kiosk/staff_page.h"

#include "view/layout/layout.h"

enum { EDGE_MM = 24, HIGH_EDGE_MM = 16, ANSWERS_MM = 150 };

void staff_page_fill(struct node *node, bool is_high)
{
    node->width = (struct size){.kind = SIZE_GROW, .value = 1};
    if (is_high)
        node->height = node->width;
}

struct node *staff_page_begin(struct arena *arena, struct span id)
{
    struct node *page = node_column(arena, NULL, id, 4);
    page->padding_mm = EDGE_MM; /* half of both on small screens, as on every page */
    page->padding_y_mm = HIGH_EDGE_MM;
    staff_page_fill(page, true);
    return page;
}

void staff_page_heading(struct arena *arena, struct node *parent, struct span words)
{
    struct node *heading = node_text(arena, parent, SPAN("heading"), TEXT_STRONG, words);
    heading->heading_level = 1;
    heading->is_spoken_first = true;
}

struct node *staff_page_answers(struct arena *arena, struct node *page)
{
    node_gap(arena, page, 4);
    struct node *answers = node_column(arena, page, SPAN("answers"), 4);
    answers->width = (struct size){.kind = SIZE_GROW, .value = 1, .max_mm = ANSWERS_MM};
    return answers;
}

struct node *staff_page_button(struct arena *arena, struct node *parent, const char *id,
                               enum node_look look, const char *text, struct event event)
{
    struct node *button =
        node_button(arena, parent, span_of(id), look, span_of(text), event);
    staff_page_fill(button, false);
    return button;
}

void staff_page_settle(struct arena *arena, struct node *page,
                       const struct surface_facts *facts, const struct text_port *text,
                       struct focus *focus)
{
    focus_rescale(focus, facts->px_per_mm);
    focus_settle(focus, page);
    layout_run(arena, page, facts, text, &focus->scrolls);
    focus_read(focus, page);
}
