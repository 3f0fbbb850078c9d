#include "seal/payload_unwrap.h"

#include <sodium.h>
#include <string.h>

enum status payload_unwrap(const struct envelope *envelope, struct span payload,
                           struct span *out_content)
{
    unsigned char facts[PAYLOAD_FACTS_BYTES];
    size_t used = 0;
    payload_facts(envelope, facts);
    if (payload.count <= PAYLOAD_FACTS_BYTES || memcmp(payload.data, facts, 3) != 0)
        return fail(STATUS_DAMAGED, "what was opened is no record");
    if (payload.data[3] != facts[3])
        return fail(STATUS_UNSUPPORTED, "the record inside is of another version");
    if (memcmp(payload.data, facts, sizeof facts) != 0)
        return fail(STATUS_FORGED,
                    "the sealed content belongs under another envelope: it was "
                    "moved");
    if (sodium_unpad(&used, (const unsigned char *)payload.data, payload.count,
                     payload.count) != 0 ||
        used < sizeof facts)
        return fail(STATUS_DAMAGED, "the padding of the record is wrong");
    *out_content = span_cut(payload, sizeof facts, used - sizeof facts);
    return OK;
}
