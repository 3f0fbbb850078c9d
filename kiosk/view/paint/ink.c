#include "view/paint/ink.h"

static uint32_t notice_fill(const struct theme *theme)
{
    if (theme->contrast_min >=
        20) /* the bar alone tells it: a tint would cost contrast */
        return theme->paper;
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
    ink.has_fill = ink.has_outline = true;
    return ink;
}

/* A button or choice, by its look; the look of a key is that of all others. */
static struct ink control_ink(const struct theme *theme, const struct node *node,
                              struct ink ink)
{
    const uint32_t outline = node->is_chosen   ? theme->accent
                             : node->is_wanted ? theme->ink
                                               : theme->outline;
    const bool is_button = node->kind == NODE_BUTTON;
    if (node->look == LOOK_LINK) {
        ink.text = theme->soft;
        return ink;
    }
    if (node->look == LOOK_PRIMARY || (node->look == LOOK_ROUND && node->is_chosen))
        return filled(ink, theme->accent, theme->on_accent, theme->accent);
    if (node->look == LOOK_PLAIN && is_button)
        return filled(ink, theme->card, theme->accent, theme->accent);
    if (node->is_chosen)
        return filled(ink, theme->tint, theme->ink, outline);
    return filled(ink, node->look == LOOK_TOOL ? ink.ground : theme->card, theme->ink,
                  outline);
}

static struct ink container_ink(const struct theme *theme, const struct node *node,
                                struct ink ink)
{
    ink.fill = fill_of_container(theme, node, ink.ground);
    ink.has_fill = node->look == LOOK_CARD || node->look == LOOK_NOTICE;
    ink.has_outline = node->look == LOOK_CARD;
    return ink;
}

struct ink ink_of(const struct theme *theme, const struct node *node)
{
    const uint32_t ground = ground_of(theme, node);
    struct ink ink = {
        .ground = ground, .fill = ground, .text = theme->ink, .outline = theme->outline};
    if (node->kind == NODE_BUTTON || node->kind == NODE_CHOICE)
        return control_ink(theme, node, ink);
    if (node->kind == NODE_FIELD)
        return filled(ink, theme->card, theme->ink, theme->outline);
    if (is_node_container(node))
        return container_ink(theme, node, ink);
    if (node->kind == NODE_TEXT && node->style == TEXT_NOTE)
        ink.text = theme->soft;
    ink.has_outline = node->kind == NODE_SLIDER;
    return ink;
}
