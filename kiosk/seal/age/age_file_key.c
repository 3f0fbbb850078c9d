#include "seal/age/age_file_key.h"

#include "seal/secret.h"

#include <sodium.h>
#include <string.h>

/* These keys exist only while one file key is looked for. */
struct keys {
    unsigned char file[AGE_FILE_KEY_BYTES];
    unsigned char shared[AGE_KEY_BYTES];
    unsigned char wrap[AGE_KEY_BYTES];
};

/* Tries one identity on one stanza. An all-zero shared secret means that the share was chosen to
 * give the same result with every key: the whole file is refused. */
static enum status stanza_open(const struct age_stanza *stanza,
                               const struct age_identity *identity, struct keys *keys,
                               bool *out_is_open)
{
    static const unsigned char nonce[AGE_CHUNK_NONCE_BYTES];
    if (crypto_scalarmult(keys->shared, identity->secret, stanza->share) != 0 ||
        sodium_is_zero(keys->shared, sizeof keys->shared))
        return fail(STATUS_DAMAGED,
                    "a stanza of the age file holds a forbidden key share");
    age_format_wrap_key(stanza->share, identity->recipient.bytes, keys->shared,
                        keys->wrap);
    *out_is_open = crypto_aead_chacha20poly1305_ietf_decrypt(
                       keys->file, NULL, NULL, stanza->body, sizeof stanza->body, NULL, 0,
                       nonce, keys->wrap) == 0;
    return OK;
}

static enum status stanzas_try(const struct age_header *header,
                               const struct age_identity *identities, size_t count,
                               struct keys *keys)
{
    for (size_t i = 0; i < header->stanza_count; i++)
        for (size_t k = 0; k < count; k++) {
            bool is_open = false;
            const enum status status =
                stanza_open(&header->stanzas[i], &identities[k], keys, &is_open);
            if (status != OK || is_open)
                return status;
        }
    return fail(
        STATUS_WRONG_KEY,
        "it is sealed to %zu keys and none of the %zu that were tried is among them; "
        "try another key or a recovery sheet, or ask somebody whose key opens it to run "
        "'resonance key share' for yours",
        header->stanza_count, count);
}

static enum status mac_check(const struct age_header *header, const struct keys *keys)
{
    unsigned char mac[AGE_KEY_BYTES];
    age_format_mac(keys->file, header->covered, mac);
    if (sodium_memcmp(mac, header->mac, sizeof mac) != 0)
        return fail(STATUS_DAMAGED, "the header of the age file was altered");
    return OK;
}

static enum status shared_damaged(void)
{
    return fail(STATUS_DAMAGED, "what was shared of it is damaged, or belongs to another "
                                "file; 'resonance key share' with --again makes it anew");
}

/* The file's own header was altered, or that of another file was shared: who asks has a signature
 * over the file. */
static enum status shared_try(const struct age_header *file, struct span shared,
                              const struct age_identity *identities, size_t count,
                              struct keys *keys)
{
    struct age_header header;
    enum status status = age_header_read(shared, &header);
    if (status == OK)
        status = stanzas_try(&header, identities, count, keys);
    if (status == OK)
        status = mac_check(&header, keys);
    if (status == OK)
        status = mac_check(file, keys);
    return status == OK || status == STATUS_WRONG_KEY ? status : shared_damaged();
}

enum status age_file_key_find(struct arena *arena, const struct age_header *header,
                              struct span shared, const struct age_identity *identities,
                              size_t count, unsigned char out_key[AGE_FILE_KEY_BYTES])
{
    scoped_secret memory = {0};
    enum status status = secret_open_in(arena, sizeof(struct keys), &memory);
    if (status != OK)
        return status;
    struct keys *keys = memory.bytes;
    status = stanzas_try(header, identities, count, keys);
    if (status == OK)
        status = mac_check(header, keys);
    else if (status == STATUS_WRONG_KEY && shared.count)
        status = shared_try(header, shared, identities, count, keys);
    if (status == OK)
        memcpy(out_key, keys->file, sizeof keys->file);
    return status;
}
