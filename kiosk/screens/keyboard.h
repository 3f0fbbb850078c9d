/* keyboard: the on-screen keyboard. Keys are buttons in reading order, so fingers, arrows and
 * two switches all type. Rows share the width; a key is never smaller than a target.
 *
 *   letters  qwertyuiop / asdfghjkl / Shift zxcvbnm Delete / 123 äé Space , . and the caret
 *   figures and signs, accents: the same frame with other keys
 *   codes: the 32 characters of an access code, nothing else
 *   digits: 0-9, point, minus */
#ifndef SCREENS_KEYBOARD_H
#define SCREENS_KEYBOARD_H

#include "screens/screen_page.h"

/* keyboard_text(page, typing), keyboard_codes(page), keyboard_digits(page): the keys as the
 * next part of the page; those for texts as `typing` has its shift and layer. */
void keyboard_text(struct screen_page *page, const struct typing *typing);
void keyboard_codes(struct screen_page *page);
void keyboard_digits(struct screen_page *page);

#endif
