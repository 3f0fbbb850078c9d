/* slip_signature: what a terminal signs of the slips for the audit that it sends with a bundle, so
 * that nobody puts others into the box on the way. */
#ifndef APP_COMMON_SLIP_SIGNATURE_H
#define APP_COMMON_SLIP_SIGNATURE_H

#include "base/arena.h"
#include "fleet/bundle.h"
#include "seal/sign.h"

/* slip_signature_make(arena, secret, device_id, slips): signs the list of `slips` with the key
 * `secret` of the device; `arena` is for scratch. slip_signature_check(arena, public, device_id,
 * slips): STATUS_FORGED unless that device signed them. */
void slip_signature_make(struct arena *arena,
                         const unsigned char secret[SIGN_SECRET_BYTES],
                         const unsigned char device_id[CHAIN_ID_BYTES],
                         struct bundle_slips *slips);
must_check enum status slip_signature_check(
    struct arena *arena, const unsigned char public[CHAIN_PUBLIC_KEY_BYTES],
    const unsigned char device_id[CHAIN_ID_BYTES], const struct bundle_slips *slips);

#endif
