/* keyboard: the on-screen keyboard. Keys are buttons in reading order, so fingers, arrows and
 * two switches all type. All rows of a keyboard are equally wide; a key is never smaller than a
 * target. A finger means a key as soon as it is down.
 *
 *   letters  qwertyuiop Delete / asdfghjkl' Enter / Shift zxcvbnm,.- / 123 éü Space and the
 *   caret
 *   figures and signs, accents: the same frame with other keys
 *   codes: the 32 characters of an access code, nothing else
 *   digits: as on a telephone: 0 below 8; point, and minus where a number can be below 0 */
#ifndef SCREENS_KEYBOARD_H
#define SCREENS_KEYBOARD_H

#include "screens/screen_page.h"

/* keyboard_text(page, typing, has_lines), keyboard_codes(page), keyboard_digits(page,
 * has_minus), keyboard_pin(page): the keys as the next part of the page; those for texts as
 * `typing` has its case and layer, with one for a new line. */
void keyboard_text(struct screen_page *page, const struct typing *typing, bool has_lines);
void keyboard_codes(struct screen_page *page);
void keyboard_digits(struct screen_page *page, bool has_minus);
void keyboard_pin(struct screen_page *page);

#endif
