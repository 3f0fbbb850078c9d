/* tell: what a scripted person sees, as lines for other programs: tests that drive a kiosk behind a
 * real window learn here where its controls stand. */
#ifndef APP_STORY_TELL_H
#define APP_STORY_TELL_H

#include "app/story/story.h"

/* tell_screen(story): prints to standard output
 *   screen NAME STEP             STEP as "story:contribute", "-" outside the items
 *   box ID X Y WIDTH HEIGHT      each control that can be touched, in pixels
 *   title ID X Y WIDTH HEIGHT    the heading
 *   track ID X Y WIDTH HEIGHT    where the thumb of a scroller moves
 *   thumb ID X Y WIDTH HEIGHT    and where it stands
 *   typed STEP TEXT              each answer in own words, as the sitting has it
 *   memory KIBIBYTES             the most that this process ever held in memory */
void tell_screen(struct story *story);
/* tell_touch(node): prints "touch X Y ID" for a finger on the middle of `node`.
 * tell_key(name): prints "press NAME" for a key. tell_letters(text): prints "letters TEXT" for what
 * is typed. */
void tell_touch(const struct node *node);
void tell_key(const char *name);
void tell_letters(struct span text);

#endif
