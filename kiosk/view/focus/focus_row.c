#include "view/focus/focus_row.h"

#include "view/focus/focus_group.h"
#include "view/move.h"

/* The row of keys that `node` is a key of, or NULL. */
static const struct node *row_of(const struct node *node)
{
    return node && node->look == LOOK_KEY && node->parent && node->parent->id.count
               ? node->parent
               : NULL;
}

/* The next control that is in no row, or in another one than `row`. */
static const struct node *beyond(const struct focus_act *act, const struct node *at,
                                 const struct node *row)
{
    const struct node *target = at;
    do
        target = move_towards(act->root, target, act->input->kind);
    while (target != at && row && row_of(target) == row);
    return target;
}

/* From the last key of a row, and back from the first, Tab leads to the row. */
static struct focus_row_way inside(const struct focus_act *act, const struct node *row)
{
    const struct node *target =
        move_towards(act->root, focus_act_at(act), act->input->kind);
    return row_of(target) == row
               ? (struct focus_row_way){target, FOCUS_ROW_IN}
               : (struct focus_row_way){focus_act_at(act), FOCUS_ROW_ON};
}

struct focus_row_way focus_row_way(const struct focus_act *act)
{
    const struct focus *focus = act->focus;
    const struct node *at = focus_act_at(act), *row = row_of(at);
    if (focus->has_keyboard || (row && focus->row == FOCUS_ROW_NONE))
        return (struct focus_row_way){focus_group_beyond(act), FOCUS_ROW_NONE};
    if (row && focus->row == FOCUS_ROW_IN)
        return inside(act, row);
    const struct node *target = beyond(act, at, row);
    return (struct focus_row_way){target, row_of(target) ? FOCUS_ROW_ON : FOCUS_ROW_NONE};
}

void focus_row_go(const struct focus_act *act, struct focus_row_way way)
{
    const struct node *row = row_of(way.target);
    if (row && way.row == FOCUS_ROW_ON) {
        focus_go_row(act->focus, row);
        return;
    }
    focus_go(act->focus, way.target);
    act->focus->row = way.row;
}

bool focus_row_enter(const struct focus_act *act)
{
    if (act->focus->row != FOCUS_ROW_ON || !row_of(focus_act_at(act)))
        return false;
    act->focus->row = FOCUS_ROW_IN;
    return true;
}

void focus_row_again(const struct focus_act *act)
{
    const struct node *row = row_of(focus_act_at(act));
    if (!row || act->focus->row != FOCUS_ROW_IN)
        return;
    const struct node *first = row->parent->first;
    while (first != row && !row_of(first->first))
        first = first->next;
    focus_go_row(act->focus, first);
}
