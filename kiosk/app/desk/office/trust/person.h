/* person: what the key file of a person holds (kind 3): which organization it belongs to, their
 * own signing key, and the keys that open results, the present one first.
 *
 *    at  bytes
 *     0      1  version 1
 *     1      1  flags, 0; bit 0 is for the organization's signing key, after the seed
 *     2      2  how many keys
 *     4      8  number of the organization's key
 *    12     32  the organization's public key
 *    44     32  seed of the person's own Ed25519 key, for what persons sign
 *    76   32 n  secret keys of age
 *
 * The passphrase vouches for all of it. So whoever exchanges the organization's key in the
 * folder, and signs everything anew, is met as soon as somebody opens a result. */
#ifndef APP_DESK_OFFICE_TRUST_PERSON_H
#define APP_DESK_OFFICE_TRUST_PERSON_H

#include "seal/age/age_identity.h"
#include "seal/minisign.h"
#include "seal/secret.h"

enum { PERSON_SEED_BYTES = 32, PERSON_FRONT_BYTES = 76 };

struct person { /* in guarded memory only */
    struct minisign_public organization;
    unsigned char seed[PERSON_SEED_BYTES];
};

/* person_begin(key, out_person): a new person of the organization with the signing `key`. */
void person_begin(const struct minisign_key *key, struct person *out_person);

/* person_write(person, identities, count, out_secret): the bytes that go into the key file. */
must_check enum status person_write(const struct person *person,
                                    const struct age_identity *identities, size_t count,
                                    struct secret *out_secret);

/* person_read(secret, out_person, out_keys): takes `secret` apart; `out_keys` lends the secret
 * keys of age in it. STATUS_DAMAGED, STATUS_UNSUPPORTED. */
must_check enum status person_read(const struct secret *secret, struct person *out_person,
                                   struct span *out_keys);

#endif
