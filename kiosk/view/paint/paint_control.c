#include "view/paint/paint_control.h"

#include "view/layout/box.h"
#include "view/layout/field.h"
#include "view/paint/ink.h"

#include <math.h>

float paint_control_radius(const struct surface_facts *facts, const struct node *node)
{
    const int side =
        node->box.width < node->box.height ? node->box.width : node->box.height;
    if (node->look == LOOK_ROUND || node->look == LOOK_TOOL)
        return (float)side / 2;
    return (float)theme_px(facts,
                           node->look == LOOK_KEY ? 2.2 : (double)theme_mm.corner_mm);
}

static float edge_px(const struct surface_facts *facts, const struct node *node)
{
    if ((node->is_chosen || node->is_wanted) && node->kind == NODE_CHOICE)
        return (float)theme_px(facts, theme_mm.chosen_mm);
    return (float)theme_px(facts,
                           node->look == LOOK_TOOL ? 0.3 : (double)theme_mm.outline_mm);
}

static uint32_t fill_of(const struct ink *ink, bool is_down)
{
    return is_down ? theme_mix(ink->fill, ink->text, 0.14) : ink->fill;
}

static bool is_dashed(const struct node *node)
{
    return node->is_unavailable || node->is_taken;
}

/* Ground and edge of a control, with the colours of its state. */
static void paint_body(struct brush *brush, const struct node *node,
                       const struct ink *ink, bool is_down)
{
    const struct surface_facts *facts = brush->facts;
    const float radius = paint_control_radius(facts, node);
    const float dash = is_dashed(node) ? (float)theme_px(facts, 1.4) : 0;
    if (is_dashed(node)) {
        brush_outline(brush, node->box, radius, theme_mix(ink->ground, ink->outline, 0.6),
                      edge_px(facts, node), dash);
        return;
    }
    if (ink->has_fill)
        brush_round(brush, node->box, radius, fill_of(ink, is_down));
    if (ink->has_outline && ink->outline != ink->fill)
        brush_outline(brush, node->box, radius, ink->outline, edge_px(facts, node), 0);
}

/* Round: one of them. Square: as many as one likes. */
static void paint_mark_ground(struct brush *brush, const struct node *node, float x,
                              float y, float diameter, uint32_t rgb, float line)
{
    if (!node->is_box) {
        brush_circle(brush, x, y, line > 0 ? (diameter - line) / 2 : diameter / 2, rgb,
                     line);
        return;
    }
    const float side = diameter * 0.9f, radius = diameter * 0.14f;
    const struct box box = {(int)lrintf(x - side / 2), (int)lrintf(y - side / 2),
                            (int)lrintf(side), (int)lrintf(side)};
    if (line > 0)
        brush_outline(brush, box, radius, rgb, line, 0);
    else
        brush_round(brush, box, radius, rgb);
}

/* A choice's circle or box: empty, or filled with a check mark. */
static void paint_mark(struct brush *brush, const struct node *node, float x, float y,
                       float diameter)
{
    const struct theme *theme = brush->theme;
    const float line = (float)theme_px(brush->facts, theme_mm.outline_mm);
    if (node->look == LOOK_TOOL) {
        brush_check(brush, x, y, diameter * 1.1f, theme->accent);
    } else if (node->is_chosen) {
        paint_mark_ground(brush, node, x, y, diameter, theme->accent, 0);
        brush_check(brush, x, y, diameter * 0.56f, theme->on_accent);
    } else {
        const uint32_t rgb = is_dashed(node)
                                 ? theme_mix(theme->paper, theme->outline, 0.6)
                                 : theme->outline;
        paint_mark_ground(brush, node, x, y, diameter, rgb, line);
    }
}

static int text_height(const struct node *node)
{
    return node->lines ? (int)node->lines->count * node->lines->line_height_px : 0;
}

static void paint_lines(struct brush *brush, const struct node *node, struct box box,
                        enum align align, uint32_t rgb)
{
    if (node->lines)
        brush_lines(brush, node->lines, node->text, fit_style(node), box, align, rgb);
}

/* The highest text among the cards of a row: their circles stand in one line by it. */
static int row_text_height(const struct node *node)
{
    int highest = 0;
    for (const struct node *other = node->parent->first; other; other = other->next) {
        const int height = is_fit_upright(other) ? text_height(other) : 0;
        highest = height > highest ? height : highest;
    }
    return highest;
}

/* Mark above, text below, both together in the middle of the card. */
static void paint_upright(struct brush *brush, const struct node *node, uint32_t rgb)
{
    const struct surface_facts *facts = brush->facts;
    const int mark = fit_mark_px(facts, node), gap = fit_mark_gap_px(facts, node);
    const int height = mark + gap + row_text_height(node);
    struct box box = node->box;
    const int top = box.y + (box.height - height) / 2;
    paint_mark(brush, node, (float)box.x + (float)box.width / 2,
               (float)top + (float)mark / 2, (float)mark);
    box.y = top + mark + gap;
    paint_lines(brush, node, box, ALIGN_CENTER, rgb);
}

/* Mark at the leading side, text beside it. */
static void paint_lying(struct brush *brush, const struct node *node, uint32_t rgb)
{
    const struct surface_facts *facts = brush->facts;
    const int mark = fit_mark_px(facts, node), gap = fit_mark_gap_px(facts, node);
    const int inset = fit_inset(facts, node).x;
    const bool is_right = facts->is_right_to_left;
    struct box box = node->box;
    const float middle = (float)box.y + (float)box.height / 2;
    const int mark_x = is_right ? box.x + box.width - inset - mark : box.x + inset;
    paint_mark(brush, node, (float)mark_x + (float)mark / 2, middle, (float)mark);
    box.x += is_right ? inset : inset + mark + gap;
    box.width -= 2 * inset + mark + gap;
    box.y += (box.height - text_height(node)) / 2;
    paint_lines(brush, node, box, ALIGN_START, rgb);
}

static void paint_underline(struct brush *brush, const struct node *node, struct box box,
                            uint32_t rgb)
{
    const int line = theme_px(brush->facts, 0.3);
    for (size_t i = 0; node->lines && i < node->lines->count; i++) {
        const int width = node->lines->lines[i].width_px;
        brush_rect(brush,
                   (struct box){
                       .x = box.x + (box.width - width) / 2,
                       .y = box.y + (int)i * node->lines->line_height_px +
                            node->lines->ascent_px + node->lines->cap_height_px * 2 / 5,
                       .width = width,
                       .height = line,
                   },
                   rgb);
    }
}

static void paint_label(struct brush *brush, const struct node *node, uint32_t rgb)
{
    const int inset = fit_inset(brush->facts, node).x;
    const bool is_card = node->look == LOOK_CARD || node->look == LOOK_NOTICE;
    struct box box = node->box;
    box.x += inset;
    box.width -= 2 * inset;
    box.y += (box.height - text_height(node)) / 2;
    paint_lines(brush, node, box, is_card ? ALIGN_START : ALIGN_CENTER, rgb);
    if (node->look == LOOK_LINK)
        paint_underline(brush, node, box, rgb);
}

static void paint_round_choice(struct brush *brush, const struct node *node, uint32_t rgb)
{
    const struct box box = node->box;
    if (node->is_chosen)
        brush_check(brush, (float)box.x + (float)box.width / 2,
                    (float)box.y + (float)box.height / 2, (float)box.width * 0.42f, rgb);
}

static void paint_words(struct brush *brush, const struct node *node,
                        const struct ink *ink)
{
    const uint32_t rgb = node->is_unavailable ? brush->theme->soft : ink->text;
    if (node->look == LOOK_ROUND)
        paint_round_choice(brush, node, rgb);
    else if (is_fit_upright(node))
        paint_upright(brush, node, rgb);
    else if (fit_mark_px(brush->facts, node))
        paint_lying(brush, node, rgb);
    else
        paint_label(brush, node, rgb);
}

/* ---- field ---- */

/* A line of the field, from above its capitals to below its letters. */
static struct box line_box(const struct node *node, size_t line)
{
    const int cap = node->lines->cap_height_px;
    const struct box text = field_text(node);
    return (struct box){
        .x = text.x,
        .y = text.y + (int)line * node->lines->line_height_px + node->lines->ascent_px -
             cap * 13 / 10,
        .width = text.width,
        .height = cap * 17 / 10,
    };
}

static void paint_caret(struct brush *brush, const struct node *node)
{
    const size_t line = field_line(node, node->caret);
    struct box box = line_box(node, line);
    box.width = theme_px(brush->facts, 0.7);
    box.x = field_px(node, line, node->caret) - (box.width + 1) / 2;
    brush_rect(brush, box, brush->theme->accent);
}

/* What is selected lies on the tint of what is chosen, and on a line, which is seen in grey too. In
 * a line of both directions it can be in two places: between them it is marked as well. */
static void paint_selected_line(struct brush *brush, const struct node *node, size_t line,
                                size_t low, size_t high)
{
    const size_t from = node->lines->lines[line].from;
    const size_t end = from + node->lines->lines[line].count;
    const int a = field_px(node, line, low > from ? low : from);
    const int b = field_px(node, line, high < end ? high : end);
    struct box box = line_box(node, line);
    box.x = a < b ? a : b;
    box.width = a < b ? b - a : a - b;
    if (high > end) /* the end of the line is selected too */
        box.width += node->lines->cap_height_px / 3;
    brush_rect(brush, box, brush->theme->tint);
    box.y += box.height;
    box.height = theme_px(brush->facts, 0.7);
    brush_rect(brush, box, brush->theme->accent);
}

static void paint_selection(struct brush *brush, const struct node *node)
{
    const size_t low = node->caret < node->anchor ? node->caret : node->anchor;
    const size_t high = node->caret < node->anchor ? node->anchor : node->caret;
    if (low == high)
        return;
    for (size_t line = field_line(node, low); line <= field_line(node, high); line++)
        paint_selected_line(brush, node, line, low, high);
}

static void paint_field(struct brush *brush, const struct node *node,
                        const struct ink *ink, bool has_caret)
{
    const struct box clip = brush->clip;
    brush->clip = box_meet(clip, field_window(node));
    if (has_caret)
        paint_selection(brush, node);
    paint_lines(brush, node, field_text(node), ALIGN_START, ink->text);
    if (has_caret)
        paint_caret(brush, node);
    brush->clip = clip;
}

/* ---- slider ---- */

static float share_on(const struct node *slider, float value)
{
    const float range = slider->high > slider->low ? slider->high - slider->low : 1;
    const float share = (value - slider->low) / range;
    return slider->is_mirrored ? 1 - share : share;
}

/* The named places of the line. */
static void paint_ticks(struct brush *brush, const struct node *node, float left,
                        float length)
{
    const int wide = theme_px(brush->facts, 0.7);
    const int high = theme_px(brush->facts, 7);
    for (size_t i = 0; i < node->tick_count; i++) {
        const float x = left + share_on(node, node->ticks[i]) * length;
        brush_rect(brush,
                   (struct box){(int)lrintf(x) - wide / 2,
                                node->box.y + (node->box.height - high) / 2, wide, high},
                   brush->theme->outline);
    }
}

static void paint_slider(struct brush *brush, const struct node *node, bool is_down)
{
    const struct surface_facts *facts = brush->facts;
    const struct theme *theme = brush->theme;
    const struct box box = node->box;
    const int line = theme_px(facts, 1.0);
    const float radius = (float)box.height / 2 - (float)theme_px(facts, 2);
    const float y = (float)box.y + (float)box.height / 2;
    const float left = (float)box.x + (float)box.height / 2;
    const float length = (float)(box.width - box.height);
    const float share = node->has_value ? share_on(node, node->value) : 0.5f;
    brush_round(brush, (struct box){(int)left, (int)y - line / 2, (int)length, line},
                (float)line, theme->outline);
    paint_ticks(brush, node, left, length);
    const struct box knob = {(int)(left + share * length - radius), (int)(y - radius),
                             (int)(2 * radius), (int)(2 * radius)};
    if (!node->has_value) {
        brush_round(brush, knob, radius, theme->card);
        brush_outline(brush, knob, radius, theme->outline, (float)theme_px(facts, 0.5),
                      (float)theme_px(facts, 1.4));
        return;
    }
    brush_round(brush, knob, radius,
                is_down ? theme_mix(theme->accent, theme->on_accent, 0.2)
                        : theme->accent);
}

void paint_control(struct brush *brush, const struct node *node, bool is_down,
                   bool has_caret)
{
    const struct ink ink = ink_of(brush->theme, node);
    if (node->kind == NODE_SLIDER) {
        paint_slider(brush, node, is_down);
        return;
    }
    paint_body(brush, node, &ink, is_down && node->kind != NODE_FIELD);
    if (node->kind == NODE_FIELD)
        paint_field(brush, node, &ink, has_caret);
    else
        paint_words(brush, node, &ink);
}

void paint_control_progress(struct brush *brush, const struct node *node)
{
    const float radius = (float)node->box.height / 2;
    const float share = fminf(1, fmaxf(0, node->value));
    struct box done = node->box;
    brush_round(brush, node->box, radius,
                theme_mix(brush->theme->paper, brush->theme->hairline, 0.45));
    done.width = (int)lrintf((float)done.width * share);
    if (node->is_mirrored)
        done.x += node->box.width - done.width;
    if (done.width > 0)
        brush_round(brush, done, radius, brush->theme->accent);
}
