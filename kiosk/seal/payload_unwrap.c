#include "seal/payload_unwrap.h"

#include <string.h>

enum {
    PAD_MARK = 0x80, /* ISO 7816-4: this byte, then zeros */
    ZEROS_BYTES = 256,
};

/* Finds where the padding of `payload` begins; 0 when there is none. sodium_unpad looks at each
 * byte in constant time, which takes as long as the decryption; what was sealed and signed needs
 * no such care. */
static size_t content_end(struct span payload)
{
    static const char zeros[ZEROS_BYTES];
    size_t end = payload.count;
    while (end > ZEROS_BYTES &&
           memcmp(payload.data + end - ZEROS_BYTES, zeros, ZEROS_BYTES) == 0)
        end -= ZEROS_BYTES;
    while (end && payload.data[end - 1] == 0)
        end--;
    return end && (unsigned char)payload.data[end - 1] == PAD_MARK ? end - 1 : 0;
}

enum status payload_unwrap(const struct header *header, struct span payload,
                           struct span *out_content)
{
    unsigned char facts[PAYLOAD_FACTS_BYTES];
    payload_facts(header, facts);
    if (payload.count <= PAYLOAD_FACTS_BYTES || memcmp(payload.data, facts, 3) != 0)
        return fail(STATUS_DAMAGED, "what was opened is not a record");
    if ((unsigned char)payload.data[3] != facts[3])
        return fail(STATUS_UNSUPPORTED, "the record inside is of another version");
    if (memcmp(payload.data, facts, sizeof facts) != 0)
        return fail(STATUS_FORGED,
                    "the sealed content belongs under another envelope: it was moved");
    const size_t used = content_end(payload);
    if (used < sizeof facts)
        return fail(STATUS_DAMAGED, "the padding of the record is wrong");
    *out_content = span_cut(payload, sizeof facts, used - sizeof facts);
    return OK;
}
