/* hand: what the scripted person does with the screen: finds controls as a person would, by what
 * they say or mean, and uses touch or keys. */
#ifndef APP_STORY_HAND_H
#define APP_STORY_HAND_H

#include "app/story/story.h"

/* hand_named(story, name, out_node): the one control whose label (or spoken words) is `name`, or
 * text whose words can be touched.
 * None or two: STATUS_REFUSED. */
must_check enum status hand_named(struct story *story, struct span name,
                                  struct node **out_node);

/* hand_meaning(story, kind, a, b): the control of `story` that means the event `kind` with `a` and
 * `b`, -1: any; NULL: none. */
struct node *hand_meaning(const struct story *story, int kind, int a, int b);

/* hand_tap(story, node): touches `node`; one that is scrolled away is reached by Tab and used by
 * Enter, as a person with keys would. Whoever has a keyboard alone goes from answer to answer with
 * the arrows, to all else with Tab, and on with Ctrl and Enter. */
must_check enum status hand_tap(struct story *story, const struct node *node);

/* hand_hold(story, node, hold_ms): a finger rests on `node` for so long. */
void hand_hold(struct story *story, const struct node *node, int64_t hold_ms);
/* hand_hold_key(story, hold_ms): the key for staff (INPUT_STAFF) is held down for so long. */
void hand_hold_key(struct story *story, int64_t hold_ms);

/* hand_key(story, name): one key: Tab Shift-Tab Enter Up Down Left Right Escape Backspace. */
must_check enum status hand_key(struct story *story, struct span name);

/* hand_type(story, text): types on a physical keyboard, character by character. */
void hand_type(struct story *story, struct span text);

/* hand_erase(story, count): presses Backspace `count` times. */
void hand_erase(struct story *story, int count);

#endif
