#include "seal/age/age_wrap.h"

#include "base/must.h"
#include "seal/base64.h"
#include "seal/secret.h"

#include <sodium.h>
#include <string.h>

enum {
    STANZA_BYTES =
        sizeof "-> " AGE_X25519 " " - 1 + 2 * (43 + 1), /* 43: base64 of 32 bytes */
    FRAME_BYTES = sizeof AGE_FIRST_LINE + sizeof AGE_MAC_MARK " " - 1 + 43 + 1,
};

/* These keys exist only while one file is written. */
struct keys {
    unsigned char file[AGE_FILE_KEY_BYTES];
    unsigned char ephemeral[AGE_KEY_BYTES];
    unsigned char shared[AGE_KEY_BYTES];
    unsigned char wrap[AGE_KEY_BYTES];
    unsigned char payload[AGE_KEY_BYTES];
};

static size_t header_bytes(size_t count)
{
    return FRAME_BYTES + count * STANZA_BYTES;
}

/* An empty plaintext has one chunk, too. */
static size_t chunk_count(size_t plaintext_bytes)
{
    return plaintext_bytes ? (plaintext_bytes - 1) / AGE_CHUNK_BYTES + 1 : 1;
}

size_t age_wrap_bytes(size_t count, size_t plaintext_bytes)
{
    return header_bytes(count) + AGE_NONCE_BYTES + plaintext_bytes +
           chunk_count(plaintext_bytes) * AGE_TAG_BYTES;
}

static char *put(char *at, struct span bytes)
{
    memcpy(at, bytes.data, bytes.count);
    return at + bytes.count;
}

static char *put_base64(struct arena *arena, char *at, const void *bytes, size_t count)
{
    at = put(at, base64_write(arena, (struct span){bytes, count}, BASE64_BARE));
    return put(at, SPAN("\n"));
}

static enum status recipients_check(const struct age_recipient *recipients, size_t count)
{
    if (count == 0 || count > AGE_MAX_STANZAS)
        return fail(STATUS_BAD_INPUT,
                    "%zu recipients: at least 1 is needed and at most %d are written",
                    count, AGE_MAX_STANZAS);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (memcmp(&recipients[i], &recipients[k], sizeof recipients[i]) == 0)
                return fail(STATUS_BAD_INPUT, "recipients %zu and %zu are the same key",
                            k + 1, i + 1);
    return OK;
}

/* The zero nonce is right because each wrap key is used once: the ephemeral key is new for each
 * recipient. */
static enum status put_stanza(struct arena *arena, const struct age_recipient *recipient,
                              struct keys *keys, char **at)
{
    static const unsigned char nonce[AGE_CHUNK_NONCE_BYTES];
    unsigned char share[AGE_KEY_BYTES], body[AGE_BODY_BYTES];
    randombytes_buf(keys->ephemeral, sizeof keys->ephemeral);
    must(crypto_scalarmult_base(share, keys->ephemeral) == 0);
    if (crypto_scalarmult(keys->shared, keys->ephemeral, recipient->bytes) != 0 ||
        sodium_is_zero(keys->shared, sizeof keys->shared))
        return fail(STATUS_BAD_INPUT,
                    "a recipient is not a true public key; nothing was sealed");
    age_format_wrap_key(share, recipient->bytes, keys->shared, keys->wrap);
    crypto_aead_chacha20poly1305_ietf_encrypt(body, NULL, keys->file, sizeof keys->file,
                                              NULL, 0, NULL, nonce, keys->wrap);
    *at = put(*at, SPAN("-> " AGE_X25519 " "));
    *at = put_base64(arena, *at, share, sizeof share);
    *at = put_base64(arena, *at, body, sizeof body);
    return OK;
}

static void put_payload(struct span plaintext, struct keys *keys, char *at)
{
    unsigned char nonce[AGE_NONCE_BYTES], chunk_nonce[AGE_CHUNK_NONCE_BYTES];
    const size_t chunks = chunk_count(plaintext.count);
    randombytes_buf(nonce, sizeof nonce);
    age_format_payload_key(keys->file, nonce, keys->payload);
    at = put(at, (struct span){(const char *)nonce, sizeof nonce});
    for (size_t i = 0; i < chunks; i++) {
        const struct span chunk =
            span_cut(plaintext, i * AGE_CHUNK_BYTES, AGE_CHUNK_BYTES);
        age_format_chunk_nonce(i, i + 1 == chunks, chunk_nonce);
        crypto_aead_chacha20poly1305_ietf_encrypt(
            (unsigned char *)at, NULL, (const unsigned char *)chunk.data, chunk.count,
            NULL, 0, NULL, chunk_nonce, keys->payload);
        at += AGE_SEALED_CHUNK_BYTES;
    }
}

/* Writes the header to `start` and gives the place after it. */
static enum status put_header(struct arena *arena, const struct age_recipient *recipients,
                              size_t count, struct keys *keys, char *start, char **out_at)
{
    unsigned char mac[AGE_KEY_BYTES];
    char *at = put(start, SPAN(AGE_FIRST_LINE "\n"));
    for (size_t i = 0; i < count; i++) {
        const enum status status = put_stanza(arena, &recipients[i], keys, &at);
        if (status != OK)
            return status;
    }
    at = put(at, SPAN(AGE_MAC_MARK));
    age_format_mac(keys->file, (struct span){start, (size_t)(at - start)}, mac);
    at = put(at, SPAN(" "));
    at = put_base64(arena, at, mac, sizeof mac);
    must((size_t)(at - start) == header_bytes(count));
    *out_at = at;
    return OK;
}

/* `file_key` NULL: a new one, and `plaintext` after the header. */
static enum status file_write_to(struct arena *arena,
                                 const struct age_recipient *recipients, size_t count,
                                 const unsigned char *file_key, struct span plaintext,
                                 char *file)
{
    scoped_secret memory = {0};
    char *at = file;
    enum status status = secret_open(sizeof(struct keys), &memory);
    if (status != OK)
        return status;
    struct keys *keys = memory.bytes;
    if (file_key)
        memcpy(keys->file, file_key, sizeof keys->file);
    else
        randombytes_buf(keys->file, sizeof keys->file);
    status = put_header(arena, recipients, count, keys, file, &at);
    if (status == OK && !file_key)
        put_payload(plaintext, keys, at);
    return status;
}

static enum status file_make(struct arena *arena, const struct age_recipient *recipients,
                             size_t count, const unsigned char *file_key,
                             struct span plaintext, struct span *out_file)
{
    enum status status = recipients_check(recipients, count);
    if (status != OK)
        return status;
    const struct arena_mark start = arena_mark(arena);
    const size_t bytes =
        file_key ? header_bytes(count) : age_wrap_bytes(count, plaintext.count);
    char *file = arena_alloc(arena, bytes);
    const struct arena_mark end = arena_mark(arena);
    status = file_write_to(arena, recipients, count, file_key, plaintext, file);
    arena_release(arena, status == OK ? end : start);
    if (status == OK)
        *out_file = (struct span){file, bytes};
    return status;
}

enum status age_wrap(struct arena *arena, const struct age_recipient *recipients,
                     size_t count, struct span plaintext, struct span *out_file)
{
    return file_make(arena, recipients, count, NULL, plaintext, out_file);
}

enum status age_wrap_header(struct arena *arena, const struct age_recipient *recipients,
                            size_t count,
                            const unsigned char file_key[AGE_FILE_KEY_BYTES],
                            struct span *out_header)
{
    return file_make(arena, recipients, count, file_key, SPAN(""), out_header);
}
