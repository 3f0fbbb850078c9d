/* input: the handful of things a person can do, whatever the device. Touch, mouse,
 * keyboard, five keys and two switches all end here. */
#ifndef VIEW_INPUT_H
#define VIEW_INPUT_H

#include "base/clock.h"
#include "base/span.h"

enum input_kind {
    INPUT_PRESS,    /* finger or button down at x, y */
    INPUT_DRAG,     /* moved while down */
    INPUT_RELEASE,  /* up at x, y */
    INPUT_CANCEL,   /* the touch was taken away */
    INPUT_NEXT,     /* Tab, switch 1 */
    INPUT_PREVIOUS, /* Shift-Tab */
    INPUT_UP,
    INPUT_DOWN,
    INPUT_LEFT,
    INPUT_RIGHT,
    INPUT_ACTIVATE,   /* Enter, Space on a control, switch 2 */
    INPUT_TYPE,       /* text from a physical keyboard */
    INPUT_ERASE,      /* Backspace */
    INPUT_ERASE_NEXT, /* Delete */
    INPUT_HOME,
    INPUT_END,
    INPUT_PAGE_UP,
    INPUT_PAGE_DOWN,
    INPUT_WHEEL,     /* of the mouse, at x, y */
    INPUT_ALL,       /* Ctrl+A */
    INPUT_BACK,      /* Escape: as the screen's way back */
    INPUT_ON,        /* Ctrl+Enter: as the screen's way on */
    INPUT_STAFF,     /* F10 goes down: held, it opens the page for staff */
    INPUT_STAFF_END, /* and is let go */
    INPUT_TICK,      /* a deadline was reached */
};

enum { INPUT_FINGERS = 10, INPUT_MOUSE = INPUT_FINGERS, INPUT_POINTERS };

struct input {
    enum input_kind kind;
    int x, y;    /* pixels; PRESS, DRAG, RELEASE, WHEEL */
    int clicks;  /* of the wheel; down is more than 0 */
    int pointer; /* which finger, from 0, or INPUT_MOUSE; the same until its RELEASE */
    bool has_shift,
        has_ctrl;     /* keys held down with an arrow, Home, End, ERASE, ERASE_NEXT */
    bool is_repeat;   /* a key that is held down sends it once more */
    struct span text; /* TYPE */
    struct moment moment;
};

#endif
