#include "seal/age/age_format.h"

#include "seal/hkdf.h"

#include <sodium.h>
#include <string.h>

_Static_assert(AGE_TAG_BYTES == crypto_aead_chacha20poly1305_ietf_ABYTES, "tag size");
_Static_assert(AGE_CHUNK_NONCE_BYTES == crypto_aead_chacha20poly1305_ietf_NPUBBYTES,
               "nonce size");
_Static_assert(AGE_KEY_BYTES == crypto_aead_chacha20poly1305_ietf_KEYBYTES, "key size");
_Static_assert(AGE_KEY_BYTES == crypto_auth_hmacsha256_BYTES, "MAC size");

static struct span bytes_of(const unsigned char *bytes, size_t count)
{
    return (struct span){(const char *)bytes, count};
}

void age_format_wrap_key(const unsigned char share[AGE_KEY_BYTES],
                         const unsigned char recipient[AGE_KEY_BYTES],
                         const unsigned char shared[AGE_KEY_BYTES],
                         unsigned char out_key[AGE_KEY_BYTES])
{
    unsigned char salt[2 * AGE_KEY_BYTES];
    memcpy(salt, share, AGE_KEY_BYTES);
    memcpy(salt + AGE_KEY_BYTES, recipient, AGE_KEY_BYTES);
    hkdf_derive(bytes_of(salt, sizeof salt), bytes_of(shared, AGE_KEY_BYTES),
                SPAN(AGE_FIRST_LINE "/" AGE_X25519), out_key, AGE_KEY_BYTES);
}

void age_format_mac(const unsigned char file_key[AGE_FILE_KEY_BYTES], struct span header,
                    unsigned char out_mac[AGE_KEY_BYTES])
{
    unsigned char key[AGE_KEY_BYTES];
    hkdf_derive(SPAN(""), bytes_of(file_key, AGE_FILE_KEY_BYTES), SPAN("header"), key,
                sizeof key);
    crypto_auth_hmacsha256(out_mac, (const unsigned char *)header.data, header.count,
                           key);
    sodium_memzero(key, sizeof key);
}

void age_format_payload_key(const unsigned char file_key[AGE_FILE_KEY_BYTES],
                            const unsigned char nonce[AGE_NONCE_BYTES],
                            unsigned char out_key[AGE_KEY_BYTES])
{
    hkdf_derive(bytes_of(nonce, AGE_NONCE_BYTES), bytes_of(file_key, AGE_FILE_KEY_BYTES),
                SPAN("payload"), out_key, AGE_KEY_BYTES);
}

/* The counter has 11 bytes; 64 bits of it can never be used up by a file in memory. */
void age_format_chunk_nonce(uint64_t index, bool is_last,
                            unsigned char out_nonce[AGE_CHUNK_NONCE_BYTES])
{
    memset(out_nonce, 0, AGE_CHUNK_NONCE_BYTES);
    out_nonce[AGE_CHUNK_NONCE_BYTES - 1] = is_last ? 1 : 0;
    for (int at = AGE_CHUNK_NONCE_BYTES - 2; index; at--, index >>= 8)
        out_nonce[at] = (unsigned char)(index & 255);
}
