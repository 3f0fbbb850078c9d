/* fingerprint: 64 bits as eight plain words, so that two people can compare two screens. */
#ifndef SEAL_FINGERPRINT_H
#define SEAL_FINGERPRINT_H

#include "base/span.h"

enum { FINGERPRINT_BYTES = 8 };

/* fingerprint_words(arena, bytes):
 * One short English word for each of the eight `bytes` (the first bytes of a hash), with
 * single blanks between, built in `arena`. The list never changes: words are read across
 * versions. */
struct span fingerprint_words(struct arena *arena,
                              const unsigned char bytes[FINGERPRINT_BYTES]);

#endif
