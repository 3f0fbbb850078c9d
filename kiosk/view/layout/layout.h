/* layout: where everything stands. Four short sweeps over the tree: widths up (what each
 * needs), widths down (what each gets), wrap and heights up, place down; then one that
 * shifts scrolled content, mirrors for right-to-left and sets what can be seen.
 *
 * Rules beside the sizes a node asks for:
 * - A container of FIT size that holds something growing grows with it.
 * - Rules and progress lines are as wide as their column; choice cards in a row are equally high.
 * - A row that is a group and can wrap stands its children one below the other, full width, when
 *   they do not fit side by side; any other wrapping row breaks into lines.
 * - Texts are at most a text column wide; the root's padding is halved on small surfaces.
 * - What is too high presses together scrollers only. A scroller with more content than room
 *   keeps a gutter at its trailing side for two arrows.
 * - Gaps and edges are those that the room of `facts` leaves (room.h). */
#ifndef VIEW_LAYOUT_LAYOUT_H
#define VIEW_LAYOUT_LAYOUT_H

#include "view/scroll.h"
#include "view/text_port.h"
#include "view/theme.h"

/* layout_measure(arena, root, facts, port): sets the box and the lines of every node below `root`
 * on the surface of `facts`, with letters measured by `port`; wrapped lines are built in `arena`.
 * Nothing is scrolled or mirrored yet: settle_run (settle.h) does that, once.
 * layout_run(arena, root, facts, port, scrolls): both. */
void layout_measure(struct arena *arena, struct node *root,
                    const struct surface_facts *facts, const struct text_port *port);
void layout_run(struct arena *arena, struct node *root, const struct surface_facts *facts,
                const struct text_port *port, struct scrolls *scrolls);

#endif
