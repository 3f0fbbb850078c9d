/* public_words: the eight words by which people compare a public key: that of the organization
 * on the terminal and at the desk, so that nobody puts one of their own in between. */
#ifndef APP_COMMON_PUBLIC_WORDS_H
#define APP_COMMON_PUBLIC_WORDS_H

#include "seal/fingerprint.h"

/* public_words(arena, text): the words of the public key `text`, as its file has it, built in
 * `arena`. public_words_bytes(text, out_bytes): what they stand for. */
struct span public_words(struct arena *arena, struct span text);
void public_words_bytes(struct span text, unsigned char out_bytes[FINGERPRINT_BYTES]);

#endif
