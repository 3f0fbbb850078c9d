/* fingerprint: 64 bits as eight plain words, so that two people can compare two screens. */
#ifndef SEAL_FINGERPRINT_H
#define SEAL_FINGERPRINT_H

#include "base/span.h"
#include "base/status.h"

enum { FINGERPRINT_BYTES = 8 };

/* fingerprint_words(arena, bytes):
 * One short English word for each of the eight `bytes` (the first bytes of a hash), with
 * single blanks between, built in `arena`. The list never changes: words are read across
 * versions. */
struct span fingerprint_words(struct arena *arena,
                              const unsigned char bytes[FINGERPRINT_BYTES]);

/* fingerprint_read(typed, out_bytes):
 * Back from eight words as a person typed them: in any case, with any blanks, commas or line ends
 * between. STATUS_BAD_INPUT names the word that stands in no list, or their number. */
must_check enum status fingerprint_read(struct span typed,
                                        unsigned char out_bytes[FINGERPRINT_BYTES]);

/* fingerprint_check(typed, bytes):
 * Whether the words `typed` are those of `bytes`: OK, STATUS_FORGED when they are others, or fails
 * as fingerprint_read does. */
must_check enum status fingerprint_check(struct span typed,
                                         const unsigned char bytes[FINGERPRINT_BYTES]);

#endif
