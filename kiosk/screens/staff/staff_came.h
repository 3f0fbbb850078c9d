/* staff_came: what came of the last thing that staff did, as a sentence on their page. */
#ifndef SCREENS_STAFF_STAFF_CAME_H
#define SCREENS_STAFF_STAFF_CAME_H

#include "screens/screen_page.h"

/* staff_came_add(page): the sentence, before all else in the body; nothing where nothing was done
 * yet. */
void staff_came_add(struct screen_page *page);

#endif
