/* field: where in a laid-out field its letters stand: from bytes to pixels and back. */
#ifndef VIEW_LAYOUT_FIELD_H
#define VIEW_LAYOUT_FIELD_H

#include "view/node.h"

#include <stdbool.h>

/* field_line(field, at): the line that a caret at byte `at` stands in: the last that begins at or
 * before it. */
size_t field_line(const struct node *field, size_t at);
/* field_line_end(field, line): the last place for a caret in `line`: before the blank or line feed
 * that ends it, or before its last letter where a word goes on in the next line. */
size_t field_line_end(const struct node *field, size_t line);
/* field_text(field): where its lines stand, as high as they all are, scrolled. */
struct box field_text(const struct node *field);
/* field_window(field): where they can be seen. */
struct box field_window(const struct node *field);
/* field_px(field, line, at): the pixel where a caret at byte `at` of `line` stands. */
int field_px(const struct node *field, size_t line, size_t at);
/* field_at(field, x, y): the byte whose caret is nearest to the pixel x, y. */
size_t field_at(const struct node *field, int x, int y);
/* field_beside(field, lines): the byte straight above (`lines` below 0) or below the caret; the
 * caret itself where there is no such line. */
size_t field_beside(const struct node *field, int lines);

#endif
