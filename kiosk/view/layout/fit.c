/* The table of looks below is the only place that knows how large a control is by itself. */
#include "view/layout/fit.h"

#include "view/layout/bound.h"
#include "view/layout/shorten.h"
#include "view/graph.h"
#include "view/paint/picture.h"

#include <limits.h>
#include <math.h>

struct look_size {
    float inset_x_mm, inset_y_mm, height_mm, low_height_mm, width_mm;
    enum text_style style;
};

static const struct look_size button_sizes[] = {
    [LOOK_PLAIN] = {12, 3, 23, 18, 40, TEXT_STRONG},
    [LOOK_PRIMARY] = {12, 3, 23, 18, 40, TEXT_STRONG},
    [LOOK_TOOL] = {7, 2, 16, 14, 16, TEXT_NOTE},
    [LOOK_LINK] = {1, 2, 12.7f, 12.7f, 12.7f, TEXT_BODY},
    [LOOK_KEY] = {2, 1, 18, 13, 12.7f, TEXT_BODY},
    [LOOK_CARD] = {.inset_x_mm = 7, .inset_y_mm = 4, .width_mm = 30},
    [LOOK_ROUND] = {.height_mm = 24, .low_height_mm = 16},
    [LOOK_RINGS] = {0}, /* of containers only, as the notice is */
};

enum text_style fit_style(const struct node *node)
{
    if (node->kind == NODE_BUTTON || node->kind == NODE_CHOICE) {
        if (node->style != TEXT_BODY)
            return node->style;
        if (!node->is_chosen)
            return button_sizes[node->look].style;
        return button_sizes[node->look].style == TEXT_NOTE ? TEXT_LABEL : TEXT_STRONG;
    }
    return node->style;
}

bool is_fit_upright(const struct node *node)
{
    const struct node *parent = node->parent;
    return node->kind == NODE_CHOICE &&
           (node->look == LOOK_CARD || node->look == LOOK_PLAIN) && parent &&
           parent->kind == NODE_ROW && !parent->is_stacked && !node->is_lying;
}

static struct inset inset_mm(const struct surface_facts *facts, double x, double y)
{
    return (struct inset){.x = theme_px(facts, x), .y = theme_px(facts, y)};
}

/* The margin of the page itself shrinks on small surfaces; all others are as they were
 * asked. */
static struct inset container_inset(const struct surface_facts *facts,
                                    const struct node *node)
{
    const bool is_page = !node->parent;
    double x = node->padding_mm;
    if (x <= 0 && node->padding_y_mm <= 0) {
        x = node->look == LOOK_CARD ? 8 : 0;
        if (node->look == LOOK_NOTICE)
            return inset_mm(facts, 6, 4);
    }
    double y = node->padding_y_mm > 0 ? node->padding_y_mm : x;
    if (is_page && is_theme_narrow(facts))
        x /= 2;
    if (is_page && is_theme_low(facts))
        y /= 2;
    if (is_page)
        x = room_side_mm(&facts->room, x);
    return inset_mm(facts, x, room_edge_mm(&facts->room, y));
}

static struct inset control_inset(const struct surface_facts *facts, double x, double y)
{
    return inset_mm(facts, room_side_mm(&facts->room, x), room_edge_mm(&facts->room, y));
}

struct inset fit_inset(const struct surface_facts *facts, const struct node *node)
{
    if (is_node_container(node))
        return container_inset(facts, node);
    if (node->padding_mm > 0)
        return inset_mm(facts, node->padding_mm,
                        node->padding_y_mm > 0 ? node->padding_y_mm : node->padding_mm);
    if (is_fit_upright(node))
        return control_inset(facts, 3, is_theme_low(facts) ? 4 : 7);
    if (node->kind == NODE_FIELD)
        return control_inset(facts, 6.5, is_theme_low(facts) ? 3 : 4.5);
    if (node->kind == NODE_BUTTON || node->kind == NODE_CHOICE) {
        const struct look_size *size = &button_sizes[node->look];
        return control_inset(facts, size->inset_x_mm, size->inset_y_mm);
    }
    return (struct inset){0};
}

int fit_mark_px(const struct surface_facts *facts, const struct node *node)
{
    if (node->kind != NODE_CHOICE || node->look == LOOK_ROUND || node->look == LOOK_KEY)
        return 0;
    if (node->look == LOOK_TOOL)
        return node->is_chosen ? letters_cap_px(facts, TEXT_NOTE) : 0;
    return theme_px(facts, is_fit_upright(node) && !is_theme_low(facts) ? 12.8 : 10.0);
}

int fit_mark_gap_px(const struct surface_facts *facts, const struct node *node)
{
    if (node->look == LOOK_TOOL)
        return theme_px(facts, 2.5);
    return theme_px(facts, room_gap_mm(&facts->room, is_fit_upright(node) ? 5.0 : 6.0));
}

int fit_max_px(const struct surface_facts *facts, const struct node *node, bool is_width)
{
    const float max_mm = is_width ? node->width.max_mm : node->height.max_mm;
    if (max_mm > 0)
        return theme_px(facts, max_mm);
    if (!is_width || node->kind != NODE_TEXT)
        return INT_MAX;
    const double letters = fmax(1.0, letters_of_body(node->style));
    return theme_px(facts,
                    theme_mm.text_column_mm * letters * fmax(1.0, theme_step(facts)));
}

static struct text_lines wrap(const struct fit *fit, const struct node *node,
                              enum text_style style, struct span text, int width_px)
{
    return letters_wrap(fit, style, node->letter_scale, text, width_px);
}

/* Chosen ones turn bolder: they are measured so from the start, and nothing moves. */
static enum text_style measured_style(const struct node *node)
{
    const enum text_style style = fit_style(node);
    if (node->kind != NODE_CHOICE)
        return style;
    return style == TEXT_BODY ? TEXT_STRONG : style == TEXT_NOTE ? TEXT_LABEL : style;
}

enum { PLAIN_WORD_BYTES = 20 }; /* what a place holds in one line, text_port.h */

static bool is_plain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

/* So short and plain that no line could end in it, such as what stands on a key. */
static bool is_one_word(struct span text)
{
    size_t i = 0;
    while (i < text.count && is_plain(text.data[i]))
        i++;
    return i == text.count && i <= PLAIN_WORD_BYTES;
}

/* Its one line is kept for the height: most words have room for themselves. */
static void text_widths(const struct fit *fit, struct node *node, int extra_px)
{
    const enum text_style style = measured_style(node);
    node->lines = arena_new(fit->arena, struct text_lines);
    *node->lines = wrap(fit, node, style, node->text, 0);
    const int least_px = is_one_word(node->text)
                             ? node->lines->width_px
                             : wrap(fit, node, style, node->text, TEXT_BY_WORDS).width_px;
    node->fit_width_px = node->lines->width_px + extra_px;
    node->min_width_px = least_px + extra_px;
}

/* The least side of a control: `usual_mm`, or `low_mm` on a low screen; from `rung` on less than
 * that, yet always a target. */
static int least_px(const struct surface_facts *facts, enum room_rung rung,
                    double usual_mm, double low_mm)
{
    const double mm = is_theme_low(facts) ? low_mm : usual_mm;
    if (!is_room_at(&facts->room, rung))
        return theme_px(facts, mm);
    return theme_px(facts, fmax((double)theme_mm.target_min_mm, mm * 0.75));
}

static void control_widths(const struct fit *fit, struct node *node)
{
    const struct surface_facts *facts = fit->facts;
    const struct look_size *size = &button_sizes[node->look];
    if (node->look == LOOK_ROUND) {
        node->min_width_px = node->fit_width_px =
            least_px(facts, ROOM_CLOSE, theme_mm.round_mm, theme_mm.round_low_mm);
        return;
    }
    int extra = 2 * fit_inset(facts, node).x;
    const int mark = fit_mark_px(facts, node);
    if (mark && !is_fit_upright(node))
        extra += mark + fit_mark_gap_px(facts, node);
    text_widths(fit, node, extra);
    const int least =
        least_px(facts, ROOM_COLUMNS, size->width_mm, size->width_mm * 0.75);
    node->fit_width_px = bound_low(node->fit_width_px, least);
    node->min_width_px =
        bound_low(node->min_width_px, theme_px(facts, theme_mm.target_min_mm));
    if (node->look == LOOK_TOOL)
        node->min_width_px = node->fit_width_px;
}

static double picture_ratio(const struct node *node)
{
    if (!node->picture || node->picture->width <= 0)
        return 180.0 / 320.0;
    return (double)node->picture->height / (double)node->picture->width;
}

static void plain_text_widths(const struct fit *fit, struct node *node)
{
    text_widths(fit, node, 0);
}

/* What has no words of its own takes a usual width: least and best in millimetres. */
static void fixed_widths(const struct fit *fit, struct node *node)
{
    static const float widths_mm[][2] = {
        [NODE_FIELD] = {50, 140}, [NODE_SLIDER] = {60, 200}, [NODE_PICTURE] = {40, 160},
        [NODE_CHART] = {80, 240}, [NODE_PROGRESS] = {0, 0},  [NODE_GAP] = {0, 0},
        [NODE_RULE] = {0, 0},
    };
    double best_mm = (double)widths_mm[node->kind][1];
    node->lines = NULL;
    if (node->kind == NODE_PICTURE && node->height.kind == SIZE_MM)
        best_mm = (double)node->height.value / picture_ratio(node);
    node->min_width_px = theme_px(fit->facts, (double)widths_mm[node->kind][0]);
    node->fit_width_px = theme_px(fit->facts, best_mm);
}

enum { BALANCED_LINES_MAX = 3 };

/* The narrowest width that still gives as many lines: no lonely word at the end. */
static struct text_lines wrap_balanced(const struct fit *fit, const struct node *node,
                                       enum text_style style, int width_px,
                                       struct text_lines best)
{
    if (best.count < 2 || best.count > BALANCED_LINES_MAX || best.is_broken)
        return best;
    int low = width_px / 2, high = width_px;
    while (high - low > 2) {
        const int middle = (low + high) / 2;
        const struct text_lines tried = wrap(fit, node, style, node->text, middle);
        if (tried.count == best.count && !tried.is_broken) {
            best = tried;
            high = middle;
        } else {
            low = middle;
        }
    }
    return best;
}

static bool is_lonely(const struct text_lines *lines)
{
    return lines->count > 1 &&
           lines->lines[lines->count - 1].width_px * 3 < lines->width_px;
}

/* A reading text is made only as much narrower as brings company to its last word. */
static struct text_lines wrap_in_company(const struct fit *fit, const struct node *node,
                                         enum text_style style, int width_px,
                                         struct text_lines best)
{
    for (int part = 96; part >= 72 && is_lonely(&best); part -= 4) {
        const struct text_lines tried =
            wrap(fit, node, style, node->text, width_px * part / 100);
        if (tried.count != best.count || tried.is_broken)
            break;
        best = is_lonely(&tried) ? best : tried;
    }
    return best;
}

/* Headings and labels are balanced. */
static bool is_balanced(const struct node *node)
{
    return node->kind != NODE_TEXT || node->style == TEXT_HEADING ||
           node->style == TEXT_TITLE || node->align == ALIGN_CENTER;
}

static struct text_lines wrap_well(const struct fit *fit, const struct node *node,
                                   enum text_style style, int width_px)
{
    const struct text_lines lines = wrap(fit, node, style, node->text, width_px);
    if (node->kind == NODE_FIELD)
        return lines;
    return is_balanced(node) ? wrap_balanced(fit, node, style, width_px, lines)
                             : wrap_in_company(fit, node, style, width_px, lines);
}

static bool is_one_line(const struct text_lines *lines, int width_px)
{
    return lines && lines->count == 1 && lines->width_px <= width_px;
}

static int wrap_node(const struct fit *fit, struct node *node, int width_px)
{
    const enum text_style style = measured_style(node), drawn = fit_style(node);
    const int width = bound_low(width_px, 1);
    if (!is_one_line(node->lines, width)) {
        node->lines = arena_new(fit->arena, struct text_lines);
        *node->lines = wrap_well(fit, node, style, width);
    }
    for (size_t i = 0; drawn != style && i < node->lines->count; i++) {
        struct text_line *line = &node->lines->lines[i];
        line->width_px =
            wrap(fit, node, drawn, span_cut(node->text, line->from, line->count), 0)
                .width_px;
    }
    return (int)node->lines->count * node->lines->line_height_px;
}

static int control_height(const struct fit *fit, struct node *node)
{
    const struct surface_facts *facts = fit->facts;
    const struct look_size *size = &button_sizes[node->look];
    const struct inset inset = fit_inset(facts, node);
    const int mark = fit_mark_px(facts, node);
    const int least = least_px(facts, ROOM_CLOSE, size->height_mm, size->low_height_mm);
    if (node->look == LOOK_ROUND)
        return least;
    int width = node->box.width - 2 * inset.x;
    if (mark && !is_fit_upright(node))
        width -= mark + fit_mark_gap_px(facts, node);
    const int words = wrap_node(fit, node, width);
    const int height = is_fit_upright(node) ? words + mark + fit_mark_gap_px(facts, node)
                                            : bound_low(words, mark);
    return bound_low(height + 2 * inset.y, least);
}

/* One that scrolls is as high as it must be, and takes what room there is besides. */
static int field_height(const struct fit *fit, struct node *node)
{
    const struct inset inset = fit_inset(fit->facts, node);
    const int height =
        wrap_node(fit, node, node->box.width - 2 * inset.x - node->gutter_px);
    const int least = (int)node->lines_min * node->lines->line_height_px;
    node->fit = fit;
    node->content_height_px = height + 2 * inset.y;
    return bound_low((node->is_scroller ? least : bound_low(height, least)) + 2 * inset.y,
                     theme_px(fit->facts, (double)theme_mm.target_min_mm));
}

static int text_height(const struct fit *fit, struct node *node)
{
    const char *words = node->text.data;
    if (node->lines_max)
        node->text = shorten_text(fit, fit_style(node), node->text, node->box.width,
                                  node->lines_max);
    if (node->is_of_pieces)
        node->text = shorten_lines(fit, fit_style(node), node->text, node->box.width);
    if (node->text.data != words)
        node->lines = NULL; /* those of other words */
    const int height = wrap_node(fit, node, node->box.width);
    return bound_low(height, (int)node->lines_min * node->lines->line_height_px);
}

static int picture_height(const struct fit *fit, struct node *node)
{
    const int height = (int)lrint(node->box.width * picture_ratio(node));
    return bound_high(height, fit->facts->height_px);
}

static int chart_height(const struct fit *fit, struct node *node)
{
    return node->chart ? graph_height(fit, node->chart, node->box.width) : 0;
}

static int fixed_height(const struct fit *fit, struct node *node)
{
    static const float heights_mm[] = {
        [NODE_SLIDER] = 20, [NODE_PROGRESS] = 1.5f, [NODE_GAP] = 0, [NODE_RULE] = 0.25f};
    return theme_px(fit->facts, (double)heights_mm[node->kind]);
}

/* How each kind of leaf is measured. Containers are layout's. */
static const struct {
    void (*widths)(const struct fit *fit, struct node *node);
    int (*height)(const struct fit *fit, struct node *node);
} kinds[] = {
    [NODE_TEXT] = {plain_text_widths, text_height},
    [NODE_BUTTON] = {control_widths, control_height},
    [NODE_CHOICE] = {control_widths, control_height},
    [NODE_FIELD] = {fixed_widths, field_height},
    [NODE_SLIDER] = {fixed_widths, fixed_height},
    [NODE_PICTURE] = {fixed_widths, picture_height},
    [NODE_CHART] = {fixed_widths, chart_height},
    [NODE_PROGRESS] = {fixed_widths, fixed_height},
    [NODE_GAP] = {fixed_widths, fixed_height},
    [NODE_RULE] = {fixed_widths, fixed_height},
};

void fit_widths(const struct fit *fit, struct node *node)
{
    kinds[node->kind].widths(fit, node);
}

void fit_height(const struct fit *fit, struct node *node)
{
    node->fit_height_px = kinds[node->kind].height(fit, node);
    node->min_height_px = node->fit_height_px;
}
