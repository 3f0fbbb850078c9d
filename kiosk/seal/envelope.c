#include "seal/envelope.h"

#include "seal/code/crockford.h"

#include <string.h>

enum { RECEIPT_GROUP = 4 };

static const char entry_personal[] = "hf-entry-v1";
static const char signature_label[] = "hf-sig-v1"; /* without its 0 */

enum { LABEL_BYTES = sizeof signature_label - 1 };

void envelope_hash(const unsigned char bytes[HEADER_BYTES],
                   unsigned char out_hash[CHAIN_HASH_BYTES])
{
    seal_hash(entry_personal, (struct span){(const char *)bytes, HEADER_BYTES}, out_hash);
}

/* What is signed: the label, then the entry hash. */
static struct span signed_bytes(const unsigned char bytes[HEADER_BYTES],
                                unsigned char out_message[LABEL_BYTES + CHAIN_HASH_BYTES])
{
    memcpy(out_message, signature_label, LABEL_BYTES);
    envelope_hash(bytes, out_message + LABEL_BYTES);
    return (struct span){(const char *)out_message, LABEL_BYTES + CHAIN_HASH_BYTES};
}

void envelope_sign(const unsigned char secret[SIGN_SECRET_BYTES],
                   const unsigned char bytes[HEADER_BYTES],
                   unsigned char out_signature[CHAIN_SIGNATURE_BYTES])
{
    unsigned char message[LABEL_BYTES + CHAIN_HASH_BYTES];
    sign_bytes(secret, signed_bytes(bytes, message), out_signature);
}

enum status envelope_verify(const unsigned char public[CHAIN_PUBLIC_KEY_BYTES],
                            const unsigned char bytes[HEADER_BYTES],
                            const unsigned char signature[CHAIN_SIGNATURE_BYTES])
{
    unsigned char message[LABEL_BYTES + CHAIN_HASH_BYTES];
    if (sign_verify(public, signed_bytes(bytes, message), signature) != OK)
        return fail(STATUS_FORGED,
                    "the envelope was altered or another device signed it");
    return OK;
}

void envelope_cover(struct span payload, struct header *header)
{
    header->payload_bytes = payload.count;
    seal_hash(NULL, payload, header->payload_hash);
}

enum status envelope_check(const struct header *header, struct span payload)
{
    struct header covering = {0};
    envelope_cover(payload, &covering);
    if (header->payload_bytes != covering.payload_bytes ||
        !is_seal_equal(header->payload_hash, covering.payload_hash, CHAIN_HASH_BYTES))
        return fail(STATUS_DAMAGED,
                    "the sealed content is not the one its envelope names");
    return OK;
}

void envelope_receipt(const unsigned char hash[CHAIN_HASH_BYTES],
                      char out_text[ENVELOPE_RECEIPT_BYTES])
{
    char symbols[16];
    size_t used = 0;
    crockford_write(hash, sizeof symbols, symbols);
    for (size_t i = 0; i < sizeof symbols; i++) {
        if (i && i % RECEIPT_GROUP == 0)
            out_text[used++] = '-';
        out_text[used++] = symbols[i];
    }
    out_text[used] = 0;
}
