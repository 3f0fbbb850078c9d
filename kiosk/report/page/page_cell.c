#include "report/page/page_cell.h"

#include "base/must.h"

static const struct {
    const char *id, *sign;
} states[] = {
#define PAGE_STATE(name, id, sign) {id, sign},
#include "report/page/page_state.def"
#undef PAGE_STATE
};

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
