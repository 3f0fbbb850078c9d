/* focus_key: what keys and switches do on a screen. Each returns 1 and sets the event of `act` when
 * something was activated or written, as focus_input says; 0 otherwise. */
#ifndef VIEW_FOCUS_FOCUS_KEY_H
#define VIEW_FOCUS_FOCUS_KEY_H

#include "view/focus/focus_act.h"

/* focus_key_step(act): from one control to the next or the one before. focus_key_upright(act),
 * focus_key_side(act): the arrows: in a field its caret moves, a slider goes with those to the
 * sides. focus_key_page(act), focus_key_end(act): a page further, to the beginning or the end.
 * focus_key_activate(act): Enter. focus_key_type(act): a letter. focus_key_write(act): any other
 * key of a text, from wherever the focus is; focus_key_write_here(act): in the field that has it.
 * focus_key_back(act): Escape. focus_key_on(act): Ctrl and Enter. */
int focus_key_step(const struct focus_act *act);
int focus_key_upright(const struct focus_act *act);
int focus_key_side(const struct focus_act *act);
int focus_key_page(const struct focus_act *act);
int focus_key_end(const struct focus_act *act);
int focus_key_activate(const struct focus_act *act);
int focus_key_type(const struct focus_act *act);
int focus_key_write(const struct focus_act *act);
int focus_key_write_here(const struct focus_act *act);
int focus_key_back(const struct focus_act *act);
int focus_key_on(const struct focus_act *act);

#endif
