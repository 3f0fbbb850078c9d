/* focus: which control the person is at, what fingers hold down, how far things are scrolled.
 * With the sitting this is all that survives a rebuild of the tree. Exactly one control has the
 * focus as long as the screen has any; its order is reading order, and it is never trapped. Only a
 * screen that decides something (begins_unfocused) begins without: Enter, once too often, reads on
 * there or does nothing, and the first key that moves leads to where the focus would have been.
 *
 * Keys go one road and fingers another. On a screen with a field the keys belong to it until Tab
 * leads away: letters always do, and no finger takes the focus out of it. A finger on a key of
 * the on-screen keyboard means that key, as soon as it is down.
 *
 * Tab goes over the on-screen keys row by row (focus/focus_row.h) and from answer to answer, since
 * two switches have no other way to them, until a letter or an arrow comes on this screen: whoever
 * has a keyboard goes from the text to what follows the keys, and past the answers of a question
 * at once (focus/focus_group.h); the arrows lead to each, the space bar chooses, and Enter on what
 * is chosen goes on. Letters of another screen prove nothing:
 * a code may be scanned. Ctrl and Enter go on from wherever the focus is.
 *
 * The ring that tells where the focus is comes with the first key and goes with a finger: to
 * whoever uses no keys it would look like an answer. The key that brings it does no more than
 * that, but for one that presses a button or writes.
 *
 * The id of the root names the screen: when it changes, scrolling begins anew and the focus goes
 * to the control that asks to be first, or to what is chosen already among its like; without the
 * ring the page is shown from its top all the same. Whoever
 * closes what lay above a screen is where they were on it. */
#ifndef VIEW_FOCUS_H
#define VIEW_FOCUS_H

#include "view/input.h"
#include "view/node.h"
#include "view/scroll.h"
#include "view/touch.h"

#include <stdbool.h>

/* Of the on-screen keys: the control that has the focus stands for itself (NONE), or for its whole
 * row (ON), or it was found in a row that Enter led into (IN). */
enum focus_row { FOCUS_ROW_NONE, FOCUS_ROW_ON, FOCUS_ROW_IN };

struct focus {
    struct node_id at; /* the control that has the focus; empty: the screen has none */
    struct node_id screen; /* id of the root it belongs to */
    bool is_above;         /* which lies above another one */
    struct focus_below {   /* what stays of that one */
        struct node_id at, screen;
        struct scrolls scrolls;
        bool is_at_end;
    } below;
    enum focus_row row;
    struct node_id row_id; /* FOCUS_ROW_ON: the row */
    struct node_id last;   /* the control activated last, and when */
    int64_t last_ms;
    struct box last_box;       /* where it stood */
    enum input_kind last_kind; /* and by which kind of input it was chosen */
    int64_t
        quiet_since_ms; /* since then the screen stands and that place was not tried again */
    struct node_id tapped; /* the field whose text was tapped last, where and when */
    int tapped_x, tapped_y;
    int64_t tapped_ms;
    bool is_new;       /* the last focus_settle found another screen */
    bool is_keyed;     /* keys were used last: the ring is shown */
    bool has_keyboard; /* a letter or an arrow came on this screen: there is one */
    bool is_waiting;   /* nothing was chosen on this screen yet */
    struct scrolls scrolls;
    struct touches touches;
    int held; /* the pointer on a key that repeats, and when it does next; -1: none */
    int64_t held_since_ms, repeat_ms;
    unsigned call; /* the last that was followed */
    bool
        is_at_end; /* of this screen: all was shown, and who waited for it had the focus */
};

/* focus_init(focus, px_per_mm): nothing is focused; `px_per_mm` tells a tap from a drag. */
void focus_init(struct focus *focus, double px_per_mm);
/* focus_rescale(focus, px_per_mm): the screen has another scale now; all else stays. */
void focus_rescale(struct focus *focus, double px_per_mm);

/* focus_settle(focus, root):
 * After a rebuild, before layout: finds the focused control again in `root` by its id, else the
 * control with is_first_focus, else the first one. On a new screen (another root id) the control
 * that asks to be first comes before the remembered one, unless what lay above it has gone. A
 * control that calls it (node.h) gets it. */
void focus_settle(struct focus *focus, const struct node *root);

/* focus_begin(focus, root): the focus goes to where it is on a new screen that begins with it.
 * focus_go(focus, node): the focus goes to the control `node`, which the next layout brings into
 * view; NULL: it stays. */
void focus_begin(struct focus *focus, const struct node *root);
void focus_go(struct focus *focus, const struct node *node);
/* focus_go_row(focus, row): the focus goes to the whole `row` of on-screen keys.
 * focus_place(focus, root): what the ring stands round: the control that has the focus, or the row
 * of keys; NULL: the screen has none. */
void focus_go_row(struct focus *focus, const struct node *row);
const struct node *focus_place(const struct focus *focus, const struct node *root);

/* focus_shown(focus, moment): where the last focus_settle found a new screen, it stands since
 * `moment`: what came under a resting finger is not chosen by it. A later call for the same screen
 * counts instead. */
void focus_shown(struct focus *focus, struct moment moment);

/* focus_read(focus, root):
 * After layout: when nothing of `root` is hidden below any more, the control that waits for the
 * end gets the focus, once for each screen. Until then a finger on it, Enter, and the arrow down
 * only read on. So the way on of a long text is not chosen by somebody who has seen its beginning
 * only. */
void focus_read(struct focus *focus, const struct node *root);

/* focus_input(focus, root, input, out_event):
 * What `input` does on the laid-out tree `root`. Returns 1 and sets `out_event` when a control
 * was activated or the text of a field is edited; 0 and an empty event otherwise. Activation
 * happens on release inside the pressed control, that of an on-screen key on its press; on a new
 * screen the place that was chosen last, and the same key, wait for a pause of 400 ms (1500
 * where the control is_deliberate); a second one of the same control within 300 ms (keys of the
 * keyboard: 100 ms; a choice that is chosen, which it would take back: 1000 ms) is ignored;
 * unavailable controls mean their on_unavailable. A finger that drags scrolls; where nothing
 * scrolls it moves what it holds, and dropping that on a control that takes it means that
 * control's on_drop. INPUT_TICK repeats a key that is held down. */
int focus_input(struct focus *focus, const struct node *root, const struct input *input,
                struct event *out_event);

/* focus_deadline(focus): the steady time when a key that is held down repeats; INT64_MAX: none. */
int64_t focus_deadline(const struct focus *focus);

/* focus_field(focus, root): the field that keys write into, or NULL: there the caret stands. */
const struct node *focus_field(const struct focus *focus, const struct node *root);

/* is_focus_at(focus, node), is_focus_pressing(focus, node): for painting and for words. */
bool is_focus_at(const struct focus *focus, const struct node *node);
bool is_focus_pressing(const struct focus *focus, const struct node *node);

#endif
