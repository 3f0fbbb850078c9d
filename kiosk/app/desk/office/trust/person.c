#include "app/desk/office/trust/person.h"

#include "base/little.h"
#include "seal/seal.h"

#include <string.h>

enum {
    VERSION = 1,
    FLAGS_AT = 1,
    COUNT_AT = 2,
    NUMBER_AT = 4,
    KEY_AT = NUMBER_AT + MINISIGN_NUMBER_BYTES,
    SEED_AT = KEY_AT + CHAIN_PUBLIC_KEY_BYTES,
};
_Static_assert(SEED_AT + PERSON_SEED_BYTES == PERSON_FRONT_BYTES, "the front");

void person_begin(const struct minisign_key *key, struct person *out_person)
{
    minisign_public_of(key, &out_person->organization);
    seal_random(out_person->seed, sizeof out_person->seed);
}

enum status person_write(const struct person *person,
                         const struct age_identity *identities, size_t count,
                         struct secret *out_secret)
{
    const enum status status =
        secret_open(PERSON_FRONT_BYTES + count * AGE_IDENTITY_BYTES, out_secret);
    if (status != OK)
        return status;
    unsigned char *bytes = out_secret->bytes;
    bytes[0] = VERSION;
    little_write(count, 2, bytes + COUNT_AT);
    memcpy(bytes + NUMBER_AT, person->organization.number, MINISIGN_NUMBER_BYTES);
    memcpy(bytes + KEY_AT, person->organization.key, CHAIN_PUBLIC_KEY_BYTES);
    memcpy(bytes + SEED_AT, person->seed, PERSON_SEED_BYTES);
    for (size_t i = 0; i < count; i++)
        memcpy(bytes + PERSON_FRONT_BYTES + i * AGE_IDENTITY_BYTES, identities[i].secret,
               AGE_IDENTITY_BYTES);
    return OK;
}

enum status person_read(const struct secret *secret, struct person *out_person,
                        struct span *out_keys)
{
    const unsigned char *bytes = secret->bytes;
    if (secret->count < PERSON_FRONT_BYTES)
        return fail(STATUS_DAMAGED, "the key file does not hold a whole person");
    if (bytes[0] != VERSION || bytes[FLAGS_AT])
        return fail(STATUS_UNSUPPORTED, "the key file was made by a newer version");
    const struct span keys =
        span_cut(secret_span(secret), PERSON_FRONT_BYTES, secret->count);
    const size_t count = (size_t)little_read(bytes + COUNT_AT, 2);
    if (!count || keys.count != count * AGE_IDENTITY_BYTES)
        return fail(STATUS_DAMAGED, "the key file does not hold whole keys");
    memcpy(out_person->organization.number, bytes + NUMBER_AT, MINISIGN_NUMBER_BYTES);
    memcpy(out_person->organization.key, bytes + KEY_AT, CHAIN_PUBLIC_KEY_BYTES);
    memcpy(out_person->seed, bytes + SEED_AT, PERSON_SEED_BYTES);
    *out_keys = keys;
    return OK;
}
