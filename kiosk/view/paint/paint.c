#include "view/paint/paint.h"

#include "view/layout/box.h"
#include "view/paint/ink.h"
#include "view/paint/paint_chart.h"
#include "view/paint/paint_control.h"
#include "view/paint/paint_picture.h"
#include "view/scroll.h"

/* All that painting one node may need. */
struct canvas {
    struct brush *brush;
    const struct fit *fit;
    const struct focus *focus; /* NULL: none */
    const struct node *field;  /* that keys write into; NULL: none */
};

static void paint_bar(struct brush *brush, struct box box)
{
    const int width = theme_px(brush->facts, 1.2);
    if (brush->facts->is_right_to_left)
        box.x += box.width - width;
    box.width = width;
    brush_rect(brush, box, brush->theme->warm);
}

static void paint_container(const struct canvas *canvas, const struct node *node)
{
    struct brush *brush = canvas->brush;
    const struct surface_facts *facts = brush->facts;
    const struct ink ink = ink_of(brush->theme, node);
    const float corner = (float)theme_px(facts, (double)theme_mm.corner_mm);
    if (node->look == LOOK_RINGS)
        paint_picture_rings(brush, node->box);
    if (node->look == LOOK_CARD) {
        brush_round(brush, node->box, corner, ink.fill);
        brush_outline(brush, node->box, corner, brush->theme->hairline,
                      (float)theme_px(facts, (double)theme_mm.hairline_mm), 0);
    }
    if (node->look == LOOK_NOTICE) {
        brush_rect(brush, node->box, ink.fill);
        paint_bar(brush, node->box);
    }
}

static void paint_text(const struct canvas *canvas, const struct node *node)
{
    if (node->lines)
        brush_lines(canvas->brush, node->lines, node->text, node->style, node->box,
                    node->align, ink_of(canvas->brush->theme, node).text);
}

static void paint_any_control(const struct canvas *canvas, const struct node *node)
{
    const struct focus *focus = canvas->focus;
    paint_control(canvas->brush, node, focus && is_focus_pressing(focus, node),
                  node == canvas->field);
}

static void paint_done(const struct canvas *canvas, const struct node *node)
{
    paint_control_progress(canvas->brush, node);
}

static void paint_rule(const struct canvas *canvas, const struct node *node)
{
    brush_rect(canvas->brush, node->box, canvas->brush->theme->hairline);
}

static void paint_vector(const struct canvas *canvas, const struct node *node)
{
    paint_picture(canvas->brush, node);
}

static void paint_graph(const struct canvas *canvas, const struct node *node)
{
    paint_chart(canvas->brush, canvas->fit, node);
}

static void (*const painters[])(const struct canvas *canvas, const struct node *node) = {
    [NODE_COLUMN] = paint_container,
    [NODE_ROW] = paint_container,
    [NODE_TEXT] = paint_text,
    [NODE_BUTTON] = paint_any_control,
    [NODE_CHOICE] = paint_any_control,
    [NODE_FIELD] = paint_any_control,
    [NODE_SLIDER] = paint_any_control,
    [NODE_PICTURE] = paint_vector,
    [NODE_CHART] = paint_graph,
    [NODE_PROGRESS] = paint_done,
    [NODE_GAP] = NULL,
    [NODE_RULE] = paint_rule,
};

/* The ring may reach into the gap around a scroller, so that it is whole at its edges too. */
static int ring_reach(const struct surface_facts *facts)
{
    return theme_px(facts, theme_mm.ring_distance_mm) + theme_px(facts, theme_mm.ring_mm);
}

static struct box clip_for(const struct brush *brush, const struct node *node,
                           int reach_px)
{
    const struct box page = {0, 0, brush->facts->width_px, brush->facts->height_px};
    const struct node *scroller = node_scroller(node);
    return scroller ? box_meet(page, box_grow(node_window(node), reach_px)) : page;
}

/* For keys only: to a finger or a mouse a ring round an answer looks like the answer. */
static void paint_ring(struct brush *brush, const struct node *root,
                       const struct focus *focus)
{
    const struct surface_facts *facts = brush->facts;
    const struct node *node = focus_place(focus, root);
    if (!focus->is_keyed || !node || is_box_empty(node->clip))
        return;
    const int distance = theme_px(facts, theme_mm.ring_distance_mm);
    brush->clip = clip_for(brush, node, ring_reach(facts));
    brush_outline(brush, box_grow(node->box, ring_reach(facts)),
                  paint_control_radius(facts, node) + (float)ring_reach(facts),
                  brush->theme->ink, (float)(ring_reach(facts) - distance), 0);
}

/* The chevron in the gutter: more above, or more below. */
static void paint_arrow(struct brush *brush, const struct node *scroller, bool is_down)
{
    const struct box box = scroll_arrow(scroller, is_down);
    if (is_box_empty(box))
        return;
    const float x = (float)box.x + (float)box.width / 2;
    const float y = (float)box.y + (float)box.height / 2;
    const float reach = (float)box.width * 0.2f;
    const float rise = is_down ? reach / 2 : -reach / 2;
    const float points[] = {x - reach, y - rise, x, y + rise, x + reach, y - rise};
    const float line = (float)theme_px(brush->facts, 0.7);
    brush_round(brush, box, (float)box.width, brush->theme->card);
    brush_outline(brush, box, (float)box.width, brush->theme->outline,
                  (float)theme_px(brush->facts, 0.3), 0);
    brush_path(brush, "MLL", points, 6, brush->theme->ink, line);
}

/* A hairline where content goes on beyond the edge: what is cut there is not the end. */
static void paint_cuts(struct brush *brush, const struct node *scroller)
{
    struct box cut = scroller->box;
    cut.width -= scroller->gutter_px;
    cut.x += scroller->is_mirrored ? scroller->gutter_px : 0;
    cut.height = theme_px(brush->facts, (double)theme_mm.hairline_mm);
    cut.y += scroller->head ? scroller->head->box.height : 0;
    if (scroller->scroll_px > 0)
        brush_rect(brush, cut, brush->theme->hairline);
    cut.y = scroller->box.y + scroller->box.height - cut.height;
    if (scroller->scroll_px < scroller->scroll_max_px)
        brush_rect(brush, cut, brush->theme->hairline);
}

static void paint_thumb(struct brush *brush, const struct node *scroller)
{
    const struct surface_facts *facts = brush->facts;
    const struct box track = scroll_track(scroller), thumb = scroll_thumb(scroller);
    const int line = theme_px(facts, 1.0), x = track.x + track.width / 2;
    if (is_box_empty(track))
        return;
    brush_rect(brush, (struct box){x, track.y, theme_px(facts, 0.25), track.height},
               brush->theme->hairline);
    brush_round(brush, (struct box){x - line / 2, thumb.y, line, thumb.height},
                (float)line, brush->theme->outline);
}

static void paint_scroller(struct brush *brush, const struct node *scroller)
{
    if (scroller->scroll_max_px <= 0)
        return;
    if (is_node_container(scroller))
        paint_cuts(brush, scroller);
    paint_thumb(brush, scroller);
    paint_arrow(brush, scroller, 0);
    paint_arrow(brush, scroller, 1);
}

/* Over the content they cut. */
static void paint_scrollers(struct brush *brush, const struct node *root)
{
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        brush->clip = clip_for(brush, node, 0);
        if (node->is_scroller)
            paint_scroller(brush, node);
    }
}

void paint_screen(struct arena *arena, const struct node *root,
                  const struct surface_facts *facts, const struct text_port *port,
                  const struct focus *focus, struct paint_list *out_list)
{
    struct paint_list list = {0};
    struct brush brush = {
        .arena = arena,
        .list = &list,
        .facts = facts,
        .theme = theme_get(facts->theme),
        .clip = {0, 0, facts->width_px, facts->height_px},
    };
    const struct fit fit = {.arena = arena, .facts = facts, .port = port};
    const struct canvas canvas = {&brush, &fit, focus,
                                  focus ? focus_field(focus, root) : NULL};
    brush_rect(&brush, brush.clip, brush.theme->paper);
    for (const struct node *node = node_next(root, NULL); node;
         node = node_next(root, node)) {
        brush.clip = clip_for(&brush, node, 0);
        if (painters[node->kind] && !is_box_empty(box_meet(brush.clip, node->box)))
            painters[node->kind](&canvas, node);
    }
    paint_scrollers(&brush, root);
    if (focus)
        paint_ring(&brush, root, focus);
    *out_list = list;
}
