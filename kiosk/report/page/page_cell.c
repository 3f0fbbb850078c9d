#include "report/page/page.h"

#include "base/must.h"

static const struct {
    const char *id, *sign;
} states[] = {
#define PAGE_STATE(name, id, sign) {id, sign},
#include "report/page/page_state.def"
#undef PAGE_STATE
};

struct page_cell *page_cell(const struct page_block *table, struct page_row *row,
                            size_t column)
{
    must(column < table->column_count);
    if (!row->looks)
        row->looks = arena_array(table->arena, struct page_cell, table->column_count);
    return &row->looks[column];
}

const char *page_cell_sign(enum page_state state)
{
    must(state < PAGE_STATES);
    return states[state].sign;
}

const char *page_cell_state(enum page_state state)
{
    must(state < PAGE_STATES);
    return states[state].id;
}
