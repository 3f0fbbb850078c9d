/* script: which writing system a code point belongs to, as the four letters of ISO 15924 that
 * shaping wants to know. */
#ifndef DEVICE_SCRIPT_H
#define DEVICE_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

/* script_of(code): "Latn", "Arab" ...; NULL for what every script shares (spaces, digits,
 * punctuation) and for marks that belong to the letter before them. */
const char *script_of(uint32_t code);

/* is_script_right_to_left(code): 1 when `code` may need the bidirectional algorithm. */
bool is_script_right_to_left(uint32_t code);

#endif
