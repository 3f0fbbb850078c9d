#include "seal/payload.h"

#include "base/must.h"
#include "base/little.h"

#include <sodium.h>
#include <string.h>

static const char magic[PAYLOAD_MAGIC_BYTES] = {'H', 'F', 'P', '1'};

static unsigned char *put(unsigned char *at, const void *bytes, size_t count)
{
    memcpy(at, bytes, count);
    return at + count;
}

void payload_facts(const struct header *header,
                   unsigned char out_facts[PAYLOAD_FACTS_BYTES])
{
    unsigned char epoch[8];
    unsigned char *at = put(out_facts, magic, sizeof magic);
    little_write(header->epoch, sizeof epoch, epoch);
    at = put(at, header->device_id, sizeof header->device_id);
    at = put(at, epoch, sizeof epoch);
    at = put(at, header->record_id, sizeof header->record_id);
    at = put(at, header->assessment_hash, sizeof header->assessment_hash);
    at = put(at, header->keyset_hash, sizeof header->keyset_hash);
    must(at == out_facts + PAYLOAD_FACTS_BYTES);
}

enum status payload_wrap(struct arena *arena, const struct header *header,
                         struct span content, size_t constant_bytes,
                         struct span *out_payload)
{
    /* The padding takes at least one byte of the room. */
    const size_t room =
        constant_bytes > PAYLOAD_FACTS_BYTES ? constant_bytes - PAYLOAD_FACTS_BYTES : 0;
    if (content.count >= room)
        return fail(STATUS_TOO_LARGE,
                    "the content has %zu bytes and must stay below %zu; give the "
                    "assessment a larger sealed size",
                    content.count, room);
    unsigned char *payload = arena_alloc(arena, constant_bytes);
    size_t padded;
    payload_facts(header, payload);
    if (content.count)
        memcpy(payload + PAYLOAD_FACTS_BYTES, content.data, content.count);
    must(sodium_pad(&padded, payload, PAYLOAD_FACTS_BYTES + content.count, constant_bytes,
                    constant_bytes) == 0 &&
         padded == constant_bytes);
    *out_payload = (struct span){(const char *)payload, constant_bytes};
    return OK;
}
