/* keyboard: the on-screen keyboard. Keys are buttons in reading order, so fingers, arrows and
 * two switches all type. Rows share the width; a key is never smaller than a target.
 *
 *   letters  qwertyuiop / asdfghjkl / Shift zxcvbnm Delete / 123 äé Space , . and the caret
 *   figures and signs, accents: the same frame with other keys
 *   codes: the 32 characters of an access code, nothing else
 *   digits: 0-9, point, minus */
#ifndef SCREENS_KEYBOARD_H
#define SCREENS_KEYBOARD_H

#include "screens/parts.h"

/* keyboard_text(sheet, typing), keyboard_codes(sheet), keyboard_digits(sheet): the keys as the
 * next part of the page; those for texts as `typing` has its shift and layer. */
void keyboard_text(struct sheet *sheet, const struct typing *typing);
void keyboard_codes(struct sheet *sheet);
void keyboard_digits(struct sheet *sheet);

/* keyboard_upper(code): the capital of a letter the keyboard has; anything else as it is. */
uint32_t keyboard_upper(uint32_t code);

#endif
