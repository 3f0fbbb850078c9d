#include "screens/staff/staff_way.h"

static struct node *column_of(struct screen_page *page)
{
    struct node *column = node_find(page->body, SPAN("ways"));
    if (column)
        return column;
    column = node_column(page->arena, page->body, SPAN("ways"), 4);
    column->width = (struct size){.kind = SIZE_GROW, .value = 1};
    column->is_group = true;
    page->body->stands_together = true;
    return column;
}

/* The row that has room for one more. */
static struct node *row_of(struct screen_page *page, struct node *column, const char *id)
{
    struct node *row = column->last;
    if (row && row->first == row->last)
        return row;
    row = node_row(page->arena, column, span_format(page->arena, "%s row", id), 4);
    row->width = (struct size){.kind = SIZE_GROW, .value = 1};
    return row;
}

void staff_way_add(struct screen_page *page, const char *id, struct span text,
                   struct event event)
{
    if (!is_screen_page_low(page)) {
        screen_page_way(page, id, text, event);
        return;
    }
    struct node *way = node_button(page->arena, row_of(page, column_of(page), id),
                                   span_of(id), LOOK_PLAIN, text, event);
    way->width = (struct size){.kind = SIZE_GROW, .value = 1};
}
