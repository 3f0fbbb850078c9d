#include "app/desk/office/interview/signed_paper.h"

#include "base/must.h"
#include "seal/age/age_unwrap.h"
#include "seal/age/age_wrap.h"

#include <string.h>

struct signed_bytes {
    char label[SEAL_PERSONAL_MAX_BYTES]; /* filled up with zeros */
    unsigned char owner[CHAIN_HASH_BYTES];
    unsigned char hash[CHAIN_HASH_BYTES]; /* of what is sealed */
};

static struct signed_bytes bytes_of(const struct signed_paper *kind, struct span sealed)
{
    struct signed_bytes bytes = {0};
    must(strlen(kind->label) <= sizeof bytes.label);
    memcpy(bytes.label, kind->label, strlen(kind->label));
    memcpy(bytes.owner, kind->owner, sizeof bytes.owner);
    seal_hash(kind->label, sealed, bytes.hash);
    return bytes;
}

enum status signed_paper_secret(const struct keys *keys,
                                unsigned char out_secret[SIGN_SECRET_BYTES])
{
    if (!keys->person)
        return fail(STATUS_REFUSED,
                    "your key is from before keys signed; exchange it first");
    sign_of_seed(keys->person->seed, out_secret);
    return OK;
}

enum status signed_paper_make(struct arena *arena, const struct signed_paper *kind,
                              const struct keys *keys,
                              const struct age_recipient *recipients, size_t count,
                              struct span plain, struct span *out_body)
{
    unsigned char *secret = arena_alloc(arena, SIGN_SECRET_BYTES);
    struct span sealed;
    must(arena->is_guarded);
    enum status status = signed_paper_secret(keys, secret);
    if (status == OK)
        status = age_wrap(arena, recipients, count, plain, &sealed);
    if (status != OK)
        return status;
    const struct signed_bytes said = bytes_of(kind, sealed);
    char *body = arena_alloc(arena, CHAIN_SIGNATURE_BYTES + sealed.count);
    sign_bytes(secret, (struct span){(const char *)&said, sizeof said},
               (unsigned char *)body);
    wipe(secret, SIGN_SECRET_BYTES);
    memcpy(body + CHAIN_SIGNATURE_BYTES, sealed.data, sealed.count);
    *out_body = (struct span){body, CHAIN_SIGNATURE_BYTES + sealed.count};
    return OK;
}

enum status signed_paper_open(struct arena *arena, const struct keys *keys,
                              size_t max_bytes, struct span body, struct span *out_plain)
{
    if (body.count <= CHAIN_SIGNATURE_BYTES)
        return fail(STATUS_DAMAGED, "a paper beside the result is cut off");
    return age_unwrap(arena, keys->identities, keys->count, max_bytes,
                      span_cut(body, CHAIN_SIGNATURE_BYTES, body.count), out_plain);
}

enum status signed_paper_check(const struct signed_paper *kind,
                               const unsigned char verify_key[CHAIN_PUBLIC_KEY_BYTES],
                               struct span body)
{
    unsigned char signature[CHAIN_SIGNATURE_BYTES];
    if (body.count <= CHAIN_SIGNATURE_BYTES)
        return fail(STATUS_FORGED, "a paper beside the result is cut off");
    const struct signed_bytes said =
        bytes_of(kind, span_cut(body, CHAIN_SIGNATURE_BYTES, body.count));
    memcpy(signature, body.data, sizeof signature);
    return sign_verify(verify_key, (struct span){(const char *)&said, sizeof said},
                       signature);
}

void signed_paper_hash(const struct signed_paper *kind, struct span body,
                       unsigned char out_hash[CHAIN_HASH_BYTES])
{
    seal_hash(kind->label, body, out_hash);
}
