/* check: what must hold after every step of every story, whoever sits there. */
#ifndef APP_STORY_CHECK_H
#define APP_STORY_CHECK_H

#include "app/story/story.h"

/* check_screen(story): the invariants of view/check.h (overlap, clipping, sizes and gaps in
 * millimetres, contrast, one focus, something to say), and that every text has glyphs and none
 * is an untranslated key. STATUS_REFUSED with the first ones that do not hold. */
must_check enum status check_screen(struct story *story);

/* check_disk(story): no file below the data folder contains any text the person typed. */
must_check enum status check_disk(struct story *story);

#endif
