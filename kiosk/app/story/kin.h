/* kin: what somebody who goes from page to page sees stay where it is. */
#ifndef APP_STORY_KIN_H
#define APP_STORY_KIN_H

#include "app/story/story.h"

/* kin_check(story): a page with answers shows what is asked and, of two to choose, which, whole or
 * shortened; and the pages of
 * one kind in one part have the same letters, column, and buttons on the same place, as the one
 * before had them. STATUS_REFUSED with what moved. */
must_check enum status kin_check(struct story *story);

#endif
