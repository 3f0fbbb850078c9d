/* paint_control: buttons, choices, fields, sliders, progress. State is told by shape and weight
 * as well as by colour: chosen is a check mark and a thick edge, unavailable is dashed. */
#ifndef VIEW_PAINT_PAINT_CONTROL_H
#define VIEW_PAINT_PAINT_CONTROL_H

#include "view/paint/brush.h"
#include "view/layout/fit.h"

#include <stdbool.h>

/* paint_control(brush, node, is_down, has_caret): draws the control `node`, held down when
 * `is_down`; a field that keys write into shows its caret and what is selected. */
void paint_control(struct brush *brush, const struct node *node, bool is_down,
                   bool has_caret);
/* paint_control_radius(facts, node): the radius of its corners in pixels. */
float paint_control_radius(const struct surface_facts *facts, const struct node *node);
/* paint_control_progress(brush, node): the line of what is done, and of what is left. */
void paint_control_progress(struct brush *brush, const struct node *node);

#endif
