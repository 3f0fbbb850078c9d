#include "view/focus/focus_group.h"

#include "view/move.h"

/* Circles of most and least stand line by line, in no group; "I prefer not to say" looks
 * otherwise. */
static bool is_together(const struct node *at, const struct node *other)
{
    if (at->kind != NODE_CHOICE || other == at)
        return false;
    const struct node *group = node_group(at);
    return group ? node_group(other) == group
                 : other->kind == NODE_CHOICE && other->look == at->look;
}

static const struct node *chosen_among(const struct node *root, const struct node *like)
{
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        if (node->kind == NODE_CHOICE && node->is_chosen && is_together(like, node))
            return node;
    }
    return like;
}

const struct node *focus_group_beyond(const struct focus_act *act)
{
    const struct node *at = focus_act_at(act);
    const enum input_kind kind = act->input->kind;
    const struct node *target = move_past_keys(act->root, at, kind);
    while (at && target && target != at && is_together(at, target))
        target = move_past_keys(act->root, target, kind);
    return target && target->kind == NODE_CHOICE ? chosen_among(act->root, target)
                                                 : target;
}
