/* staff_page: what the pages for staff that are not screens of the journey have in common:
 * first_trust and the calibration. Their events are their own. */
#ifndef APP_KIOSK_STAFF_PAGE_H
#define APP_KIOSK_STAFF_PAGE_H

#include "view/focus.h"
#include "view/node.h"
#include "view/text_port.h"
#include "view/theme.h"

#include <stdbool.h>

/* staff_page_begin(arena, id): the empty page `id`, as large as the screen. */
struct node *staff_page_begin(struct arena *arena, struct span id);
/* staff_page_fill(node, is_high): `node` takes the width that is left, and the height when
 * `is_high`. */
void staff_page_fill(struct node *node, bool is_high);
/* staff_page_heading(arena, parent, words): what is said first. */
void staff_page_heading(struct arena *arena, struct node *parent, struct span words);
/* staff_page_answers(arena, page): where the buttons of a question go, one below the other. */
struct node *staff_page_answers(struct arena *arena, struct node *page);
/* staff_page_button(arena, parent, id, look, text, event): as node_button, as wide as there is
 * room. */
struct node *staff_page_button(struct arena *arena, struct node *parent, const char *id,
                               enum node_look look, const char *text, struct event event);

/* staff_page_settle(arena, page, facts, text, focus): lays the page out with the letters of `text`,
 * with `focus` on it. */
void staff_page_settle(struct arena *arena, struct node *page,
                       const struct surface_facts *facts, const struct text_port *text,
                       struct focus *focus);

#endif
