/* age_wrap: plain bytes to a standard age v1 file that only the recipients open (Debian's
 * `age` opens it too). This side cannot open anything: see age_unwrap.h. */
#ifndef SEAL_AGE_AGE_WRAP_H
#define SEAL_AGE_AGE_WRAP_H

#include "seal/age/age_format.h"
#include "seal/age/age_recipient.h"

/* age_wrap_bytes(count, plaintext_bytes):
 * The exact size of a file for `count` recipients that holds `plaintext_bytes`. */
size_t age_wrap_bytes(size_t count, size_t plaintext_bytes);

/* age_wrap(arena, recipients, count, plaintext, out_file):
 * Seals `plaintext` to all `count` `recipients` into `out_file`, built in `arena`, which
 * needs room for age_wrap_bytes() and 4 KiB more. STATUS_BAD_INPUT for no recipient, more
 * than 16 (a limit of ours), the same one twice, or a key that is not a true public key. */
must_check enum status age_wrap(struct arena *arena,
                                const struct age_recipient *recipients, size_t count,
                                struct span plaintext, struct span *out_file);

/* age_wrap_header(arena, recipients, count, file_key, out_header):
 * The header alone of a file with this `file_key`, sealed to all `count` `recipients`; fails as
 * age_wrap does. */
must_check enum status age_wrap_header(struct arena *arena,
                                       const struct age_recipient *recipients,
                                       size_t count,
                                       const unsigned char file_key[AGE_FILE_KEY_BYTES],
                                       struct span *out_header);

#endif
