/* organization: who the desk belongs to, and how slow its guesses are made (organization.json).
 *
 *   {"codes":{...},"contact":"...","keys":{...},"language":"en","name":"...","retention":"..."}
 *
 * It holds no secret. */
#ifndef SETUP_ORGANIZATION_H
#define SETUP_ORGANIZATION_H

#include "base/span.h"

enum { ORGANIZATION_BYTES_MAX = 64 * 1024, ORGANIZATION_TEXT_BYTES_MAX = 2000 };

/* What one try costs: Argon2id passes over so much memory. */
struct organization_cost {
    int64_t passes, memory_bytes;
};

struct organization {
    struct span name, contact;
    struct span language;  /* code of the terminals' first language */
    struct span retention; /* one sentence for the notice: how long records are kept */
    struct organization_cost code_cost, key_cost;
};

/* organization_write(arena, organization), organization_read(arena, bytes, out_organization):
 * Canonical bytes and back. STATUS_BAD_INPUT with the key that is missing, of another kind,
 * empty or too long. */
struct span organization_write(struct arena *arena,
                               const struct organization *organization);
must_check enum status organization_read(struct arena *arena, struct span bytes,
                                         struct organization **out_organization);

#endif
