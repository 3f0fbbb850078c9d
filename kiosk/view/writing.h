/* writing: what keys and fingers do in a field, as in every text field people know. Left and right
 * are directions on the screen; up, down, Home and End go by the lines as they are set. */
#ifndef VIEW_WRITING_H
#define VIEW_WRITING_H

#include "view/edit/edit.h"
#include "view/input.h"
#include "view/node.h"

#include <stdbool.h>

/* writing_field(root, at): the field that keys write into: the control `at` when it is one, else
 * the first of the screen; NULL: there is none, or none that can be written in. */
const struct node *writing_field(const struct node *root, const struct node *at);
/* writing_key(field, input, out_event): what the key `input` does to the text of the laid-out
 * `field`, as an event of it. Returns 0 where it does nothing there: up and down lead out of a
 * field whose caret is at its beginning or end. */
bool writing_key(const struct node *field, const struct input *input,
                 struct event *out_event);
/* writing_tap(field, input, is_again): a finger on the letters of `field`: the caret goes there;
 * `is_again`, the second time at once: the word is selected. */
struct event writing_tap(const struct node *field, const struct input *input,
                         bool is_again);

#endif
