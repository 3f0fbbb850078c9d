/* page: small screens for the tests of view/, laid out at 4 pixels to the millimetre. */
#ifndef KIT_PAGE_H
#define KIT_PAGE_H

#include "base/buffer.h"
#include "even_letters.h"
#include "view/focus.h"
#include "view/layout/layout.h"

struct page {
    struct arena arena;
    struct surface_facts facts;
    struct focus focus;
    struct node *root;
};

#define PAGE_GROW ((struct size){.kind = SIZE_GROW, .value = 1})
#define PAGE_MM(mm) ((struct size){.kind = SIZE_MM, .value = (mm)})
#define PAGE_EVENT(number) ((struct event){.kind = (number)})

/* page_open(page): 1920 x 1080 pixels, normal text, light; an empty root with a gap of 4 mm. */
static inline void page_open(struct page *page)
{
    *page = (struct page){.facts = {.width_px = 1920,
                                    .height_px = 1080,
                                    .px_per_mm = 4,
                                    .theme = THEME_LIGHT,
                                    .step = STEP_NORMAL}};
    arena_init(&page->arena, 64 * 1024 * 1024);
    focus_init(&page->focus, page->facts.px_per_mm);
    page->focus.is_keyed = true; /* whoever uses it has used keys */
    page->root = node_column(&page->arena, NULL, SPAN("page"), 4);
}

static inline void page_lay(struct page *page)
{
    focus_settle(&page->focus, page->root);
    layout_run(&page->arena, page->root, &page->facts, &even_letters,
               &page->focus.scrolls);
    focus_read(&page->focus, page->root);
}

static inline struct node *page_get(const struct page *page, const char *id)
{
    return node_find(page->root, span_of(id));
}

static inline struct node *page_button(struct page *page, struct node *parent,
                                       const char *id, int event)
{
    return node_button(&page->arena, parent, span_of(id), LOOK_PLAIN, span_of(id),
                       PAGE_EVENT(event));
}

static inline void page_close(struct page *page)
{
    arena_done(&page->arena);
}

#endif
