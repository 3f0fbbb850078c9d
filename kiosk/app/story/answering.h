/* answering: the scripted person answers the item on the screen through its controls, whatever
 * its kind, and goes on. */
#ifndef APP_STORY_ANSWERING_H
#define APP_STORY_ANSWERING_H

#include "app/story/story.h"

/* answering_item(story): answers the item on the screen and taps Next; scenes and instructions
 * are read. Screens between items (blank, resume, notice ...) are not touched. STATUS_REFUSED
 * when a control is missing. */
must_check enum status answering_item(struct story *story);

#endif
