/* code_entry: typing the ten characters of an access code, at the start and when the screen was
 * hidden: the same field, keys and sentences. */
#ifndef SCREENS_CODE_ENTRY_H
#define SCREENS_CODE_ENTRY_H

#include "screens/screen_page.h"

#include <stdbool.h>

/* has_code_entry_problem(page): code_entry_view says what is wrong with the code. */
bool has_code_entry_problem(const struct screen_page *page);
/* code_entry_view(page): the field and what is wrong with the code, into the body, and the
 * keys below it, where there is room for both. */
void code_entry_view(struct screen_page *page);
/* code_entry_next(page, text): the way on: the button `text` that sends the code. On a page too
 * low for the keys and what is wrong at once, it brings the keys back instead. */
void code_entry_next(struct screen_page *page, struct span text);
/* code_entry_type(journey, event): applies typing and erasing keys to the code; small letters
 * count as capitals, I and L as 1, O as 0, hyphens and blanks are passed over. */
void code_entry_type(struct journey *journey, const struct event *event);
/* code_entry_free_time(page): when the hidden screen is free for others, "14:20". */
struct span code_entry_free_time(const struct screen_page *page);
/* is_code_entry_ready(journey, moment): ten characters stand there, and no try has to wait. */
bool is_code_entry_ready(const struct journey *journey, struct moment moment);

#endif
