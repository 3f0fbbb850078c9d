#include "seal/age/age_unwrap.h"

#include "seal/age/age_file_key.h"
#include "seal/secret.h"

#include <sodium.h>

/* These keys exist only while one file is opened. */
struct keys {
    unsigned char file[AGE_FILE_KEY_BYTES];
    unsigned char payload[AGE_KEY_BYTES];
};

/* Counts the bytes that the chunks hold. Each has a tag; the last one is empty only when it is the
 * only one. That the last is marked as last, and no other, is what the tags check. */
static enum status plaintext_bytes(struct span chunks, size_t *out_bytes)
{
    const size_t full = chunks.count / AGE_SEALED_CHUNK_BYTES;
    const size_t last = chunks.count % AGE_SEALED_CHUNK_BYTES;
    const bool is_short = last ? last < AGE_TAG_BYTES : full == 0;
    if (is_short || (full && last == AGE_TAG_BYTES))
        return fail(STATUS_DAMAGED, "the age file is cut off or has an empty last part");
    *out_bytes = full * AGE_CHUNK_BYTES + (last ? last - AGE_TAG_BYTES : 0);
    return OK;
}

static enum status chunks_open(struct span chunks, const struct keys *keys,
                               char *plaintext)
{
    unsigned char nonce[AGE_CHUNK_NONCE_BYTES];
    for (uint64_t i = 0; chunks.count; i++) {
        const struct span chunk = span_cut(chunks, 0, AGE_SEALED_CHUNK_BYTES);
        chunks = span_cut(chunks, chunk.count, chunks.count);
        age_format_chunk_nonce(i, chunks.count == 0, nonce);
        if (crypto_aead_chacha20poly1305_ietf_decrypt(
                (unsigned char *)plaintext + i * AGE_CHUNK_BYTES, NULL, NULL,
                (const unsigned char *)chunk.data, chunk.count, NULL, 0, nonce,
                keys->payload) != 0)
            return fail(STATUS_DAMAGED,
                        "part %llu of the age file was altered or cut off",
                        (unsigned long long)i + 1);
    }
    return OK;
}

static enum status payload_open(struct arena *arena, struct span payload,
                                size_t max_bytes, struct keys *keys,
                                struct span *out_plaintext)
{
    size_t bytes = 0;
    if (payload.count < AGE_NONCE_BYTES)
        return fail(STATUS_DAMAGED, "the age file is cut off after its header");
    const struct span chunks = span_cut(payload, AGE_NONCE_BYTES, payload.count);
    enum status status = plaintext_bytes(chunks, &bytes);
    if (status != OK)
        return status;
    if (bytes > max_bytes)
        return fail(STATUS_TOO_LARGE,
                    "the age file holds %zu bytes, at most %zu are accepted", bytes,
                    max_bytes);
    age_format_payload_key(keys->file, (const unsigned char *)payload.data,
                           keys->payload);
    const struct arena_mark mark = arena_mark(arena);
    char *plaintext = arena_alloc(arena, bytes + 1); /* a 0 stands after text */
    status = chunks_open(chunks, keys, plaintext);
    if (status != OK)
        arena_release(arena, mark);
    else
        *out_plaintext = (struct span){plaintext, bytes};
    return status;
}

enum status age_unwrap_shared(struct arena *arena, const struct age_identity *identities,
                              size_t count, size_t max_bytes, struct span file,
                              struct span shared, struct span *out_plaintext)
{
    struct age_header header;
    scoped_secret memory = {0};
    enum status status = age_header_read(file, &header);
    if (status == OK)
        status = secret_open_in(arena, sizeof(struct keys), &memory);
    if (status != OK)
        return status;
    struct keys *keys = memory.bytes;
    status = age_file_key_find(arena, &header, shared, identities, count, keys->file);
    if (status == OK)
        status = payload_open(arena, header.payload, max_bytes, keys, out_plaintext);
    return status;
}

enum status age_unwrap(struct arena *arena, const struct age_identity *identities,
                       size_t count, size_t max_bytes, struct span file,
                       struct span *out_plaintext)
{
    return age_unwrap_shared(arena, identities, count, max_bytes, file, SPAN(""),
                             out_plaintext);
}
