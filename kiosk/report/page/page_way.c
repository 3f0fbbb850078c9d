#include "report/page/page_way.h"

struct page_way *page_way_add(struct arena *arena, struct page_ways *ways,
                              enum page_way_look look, struct span words,
                              struct span address)
{
    struct page_way *way = arena_new(arena, struct page_way);
    *way = (struct page_way){.look = look, .words = words, .address = address};
    if (ways->last)
        ways->last->next = way;
    else
        ways->first = way;
    ways->last = way;
    return way;
}
