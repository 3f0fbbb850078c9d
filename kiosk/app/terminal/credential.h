/* credential: a key that the system gives to the process with the ledger, and to no other:
 * systemd keeps it sealed to this machine, by its TPM where there is one (systemd-creds,
 * LoadCredentialEncrypted in deploy/resonance-ledger.service). What ledger.db holds sealed with
 * it, a copy of the disk does not give away. */
#ifndef APP_TERMINAL_CREDENTIAL_H
#define APP_TERMINAL_CREDENTIAL_H

#include "seal/draft.h"
#include "seal/secret.h"

enum { CREDENTIAL_WRAPPED_BYTES = DRAFT_WRAPPED_KEY_BYTES };

/* credential_read(out_key): the key that this process was given, in guarded memory that the caller
 * closes. STATUS_NOT_FOUND: it was given none; STATUS_DAMAGED: one that is too short. */
must_check enum status credential_read(struct secret *out_key);

/* credential_wrap(key, name, device_id, secret, out_wrapped), credential_unwrap(key, name,
 * device_id, wrapped, out_secret): Seals and opens DRAFT_KEY_BYTES of `secret`, which is called
 * `name` and belongs to the device: it opens as nothing else. STATUS_WRONG_KEY when it does not
 * open, STATUS_IO without memory. */
must_check enum status
credential_wrap(const struct secret *key, const char *name,
                const unsigned char device_id[CHAIN_ID_BYTES],
                const unsigned char *secret,
                unsigned char out_wrapped[CREDENTIAL_WRAPPED_BYTES]);
must_check enum status credential_unwrap(const struct secret *key, const char *name,
                                         const unsigned char device_id[CHAIN_ID_BYTES],
                                         struct span wrapped, unsigned char *out_secret);

#endif
