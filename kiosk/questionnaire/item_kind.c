#include "questionnaire/item_kind.h"

#include "base/must.h"

static const struct {
    const char *name;
    enum answer_shape shape;
    bool is_ours, is_shuffled;
} kinds[] = {
#define ITEM_KIND(NAME, word, SHAPE, reader, screen, is_ours, is_shuffled)               \
    [ITEM_##NAME] = {word, SHAPE_##SHAPE, is_ours, is_shuffled},
#include "questionnaire/item_kind.def"
#undef ITEM_KIND
};
_Static_assert(sizeof kinds / sizeof *kinds == ITEM_KIND_COUNT, "one row for each kind");

const char *item_kind_name(enum item_kind kind)
{
    must((size_t)kind < ITEM_KIND_COUNT);
    return kinds[kind].name;
}

bool item_kind_find(struct span word, enum item_kind *out_kind)
{
    for (size_t i = 0; i < ITEM_KIND_COUNT; i++)
        if (is_span(word, kinds[i].name)) {
            *out_kind = (enum item_kind)i;
            return true;
        }
    return false;
}

enum answer_shape item_kind_shape(enum item_kind kind)
{
    must((size_t)kind < ITEM_KIND_COUNT);
    return kinds[kind].shape;
}

bool is_item_kind_answerable(enum item_kind kind)
{
    return item_kind_shape(kind) != SHAPE_NONE;
}

bool is_item_kind_typed(enum item_kind kind)
{
    return item_kind_shape(kind) == SHAPE_TEXT;
}

bool is_item_kind_ours(enum item_kind kind)
{
    return kinds[kind].is_ours;
}

bool is_item_kind_shuffled(enum item_kind kind)
{
    return kinds[kind].is_shuffled;
}
