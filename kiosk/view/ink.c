#include "view/ink.h"

static uint32_t notice_fill(const struct theme *theme)
{
    return theme_mix(theme->paper, theme->warm, 0.08);
}

static uint32_t fill_of_container(const struct theme *theme, const struct node *node,
                                  uint32_t ground)
{
    if (node->look == LOOK_CARD)
        return theme->card;
    return node->look == LOOK_NOTICE ? notice_fill(theme) : ground;
}

static uint32_t ground_of(const struct theme *theme, const struct node *node)
{
    for (const struct node *above = node->parent; above; above = above->parent) {
        if (above->look == LOOK_CARD || above->look == LOOK_NOTICE)
            return fill_of_container(theme, above, theme->paper);
    }
    return theme->paper;
}

static struct ink filled(struct ink ink, uint32_t fill, uint32_t text, uint32_t outline)
{
    ink.fill = fill;
    ink.text = text;
    ink.outline = outline;
    ink.has_fill = ink.has_outline = 1;
    return ink;
}

static struct ink control_ink(const struct theme *theme, const struct node *node,
                              struct ink ink)
{
    switch (node->look) {
    case LOOK_PRIMARY:
        return filled(ink, theme->accent, theme->on_accent, theme->accent);
    case LOOK_LINK:
        ink.text = theme->soft;
        return ink;
    case LOOK_TOOL:
        return filled(ink, node->is_chosen ? theme->tint : ink.ground, theme->ink,
                      node->is_chosen ? theme->accent : theme->outline);
    case LOOK_PLAIN:
        if (node->kind == NODE_BUTTON)
            return filled(ink, theme->card, theme->accent, theme->accent);
        break;
    case LOOK_ROUND:
        if (node->is_chosen)
            return filled(ink, theme->accent, theme->on_accent, theme->accent);
        break;
    case LOOK_KEY:
    case LOOK_CARD:
    case LOOK_NOTICE:
    case LOOK_RINGS:
        break;
    }
    return filled(ink, node->is_chosen ? theme->tint : theme->card, theme->ink,
                  node->is_chosen ? theme->accent : theme->outline);
}

struct ink ink_of(const struct theme *theme, const struct node *node)
{
    const uint32_t ground = ground_of(theme, node);
    struct ink ink = {
        .ground = ground, .fill = ground, .text = theme->ink, .outline = theme->outline};
    switch (node->kind) {
    case NODE_BUTTON:
    case NODE_CHOICE:
        return control_ink(theme, node, ink);
    case NODE_FIELD:
        return filled(ink, theme->card, theme->ink, theme->outline);
    case NODE_TEXT:
        ink.text = node->style == TEXT_NOTE ? theme->soft : theme->ink;
        return ink;
    case NODE_COLUMN:
    case NODE_ROW:
        ink.fill = fill_of_container(theme, node, ground);
        ink.has_fill =
            ink.fill != ground || node->look == LOOK_CARD || node->look == LOOK_NOTICE;
        ink.has_outline = node->look == LOOK_CARD;
        return ink;
    case NODE_SLIDER:
        ink.has_outline = 1;
        return ink;
    case NODE_PICTURE:
    case NODE_CHART:
    case NODE_PROGRESS:
    case NODE_GAP:
    case NODE_RULE:
        break;
    }
    return ink;
}
