/* focus_finger: what a finger and the mouse do on a screen. Each returns 1 and sets the event of
 * `act` when something was activated, as focus_input says; 0 otherwise. */
#ifndef VIEW_FOCUS_FOCUS_FINGER_H
#define VIEW_FOCUS_FOCUS_FINGER_H

#include "view/focus/focus_act.h"

/* focus_finger_press(act), focus_finger_drag(act), focus_finger_release(act): one goes down, moves,
 * goes up. focus_finger_cancel(act): it counts for nothing any more. focus_finger_wheel(act): the
 * wheel turns under the mouse. focus_finger_tick(act): time goes by: a key that is held repeats. */
int focus_finger_press(const struct focus_act *act);
int focus_finger_drag(const struct focus_act *act);
int focus_finger_release(const struct focus_act *act);
int focus_finger_cancel(const struct focus_act *act);
int focus_finger_wheel(const struct focus_act *act);
int focus_finger_tick(const struct focus_act *act);

#endif
