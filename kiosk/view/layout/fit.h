/* fit: what one node needs for itself: how wide at least and at best, how high at a given
 * width, where its text and mark stand. Layout asks before it decides; painting asks the
 * same questions, so what was measured is what is drawn. */
#ifndef VIEW_LAYOUT_FIT_H
#define VIEW_LAYOUT_FIT_H

#include "view/layout/letters.h"
#include "view/node.h"
#include "view/theme.h"

#include <stdbool.h>

struct inset {
    int x, y; /* pixels at each side */
};

/* fit_style(node): the style its text is set in: that of the node, or of its look. */
enum text_style fit_style(const struct node *node);
/* fit_inset(facts, node): the space between the edge of `node` and its content. */
struct inset fit_inset(const struct surface_facts *facts, const struct node *node);
/* fit_mark_px(facts, node): the diameter of a choice's circle, 0 where there is none. */
int fit_mark_px(const struct surface_facts *facts, const struct node *node);
/* fit_mark_gap_px(facts, node): between the circle and the text. */
int fit_mark_gap_px(const struct surface_facts *facts, const struct node *node);
/* is_fit_upright(node): a choice card that stands: circle above, text below. */
bool is_fit_upright(const struct node *node);
/* fit_max_px(facts, node, is_width): the most it may get along that direction; INT_MAX:
 * no limit. Texts end at the width of the text column. */
int fit_max_px(const struct surface_facts *facts, const struct node *node, bool is_width);
/* fit_widths(fit, node): sets min_width_px and fit_width_px of a leaf. */
void fit_widths(const struct fit *fit, struct node *node);
/* fit_height(fit, node): wraps the text of a leaf to box.width, sets lines, fit_height_px
 * and min_height_px. */
void fit_height(const struct fit *fit, struct node *node);

#endif
