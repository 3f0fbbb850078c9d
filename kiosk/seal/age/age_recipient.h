/* age_recipient: the public key `age1…` of one who may open. All that the kiosk holds. */
#ifndef SEAL_AGE_AGE_RECIPIENT_H
#define SEAL_AGE_AGE_RECIPIENT_H

#include "base/span.h"

enum { AGE_RECIPIENT_BYTES = 32 };

struct age_recipient {
    unsigned char bytes[AGE_RECIPIENT_BYTES]; /* X25519 */
};

/* age_recipient_read(text, out_recipient):
 * Reads `text`, "age1" and 58 lower-case letters without blanks around. STATUS_BAD_INPUT
 * says what is wrong, STATUS_UNSUPPORTED when it is a key of another kind (plugin,
 * post-quantum). */
must_check enum status age_recipient_read(struct span text,
                                          struct age_recipient *out_recipient);

/* age_recipient_write(arena, recipient): the text of `recipient`, built in `arena`. */
struct span age_recipient_write(struct arena *arena,
                                const struct age_recipient *recipient);

#endif
