/* payload: what lies inside the age file of a record: the facts of the outer header again, the
 * content, and padding to one size per assessment, so that the size tells nothing of the answers.
 *
 *   HFP1 | device | epoch | record | assessment | keyset | content | 0x80 0 0 0 …
 */
#ifndef SEAL_PAYLOAD_H
#define SEAL_PAYLOAD_H

#include "chain/header.h"

enum {
    PAYLOAD_MAGIC_BYTES = 4,
    PAYLOAD_FACTS_BYTES =
        PAYLOAD_MAGIC_BYTES + 2 * CHAIN_ID_BYTES + 8 + 2 * CHAIN_HASH_BYTES,
};

/* payload_facts(header, out_facts):
 * The first bytes of a payload that belongs under `header`. Only device id, epoch, record id and
 * the hashes of assessment and keyset count. */
void payload_facts(const struct header *header,
                   unsigned char out_facts[PAYLOAD_FACTS_BYTES]);

/* payload_wrap(arena, header, content, constant_bytes, out_payload):
 * The facts of `header`, then `content`, padded to exactly `constant_bytes`, in `arena`
 * (should be guarded). STATUS_TOO_LARGE when facts, content and one byte do not fit. */
must_check enum status payload_wrap(struct arena *arena, const struct header *header,
                                    struct span content, size_t constant_bytes,
                                    struct span *out_payload);

#endif
