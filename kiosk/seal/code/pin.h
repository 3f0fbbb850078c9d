/* pin: the number by which staff open their page on a terminal. Only its slow hash (Argon2id) goes
 * into the signed configuration. Of a stolen configuration all numbers can be tried: a PIN keeps
 * visitors out, and opens nothing that is sealed. */
#ifndef SEAL_CODE_PIN_H
#define SEAL_CODE_PIN_H

#include "seal/code/stretch.h"

#include <stdbool.h>

enum { PIN_DIGITS_LEAST = 6, PIN_DIGITS_MOST = 12, PIN_HASH_BYTES = 128 };

/* is_pin(typed): whether `typed` can be one: PIN_DIGITS_LEAST to PIN_DIGITS_MOST digits, not all
 * the same, and not one after the other. */
bool is_pin(struct span typed);

/* pin_hash(typed, cost, out_hash): its hash as text with a 0 at the end. STATUS_IO when the system
 * does not give the memory. */
must_check enum status pin_hash(struct span typed, struct stretch_cost cost,
                                char out_hash[PIN_HASH_BYTES]);

/* is_pin_hash(text): whether `text` can be a hash of pin_hash. is_pin_of(hash, typed): whether
 * `typed` is what `hash` was made of; slow. */
bool is_pin_hash(struct span text);
bool is_pin_of(struct span hash, struct span typed);

#endif
