/* organization: who the desk belongs to, and how slow its guesses are made (organization.json).
 *
 *   {"codes":{...},"contact":"...","customer":"...","customers":"...","keys":{...},"language":"e
 *   n","name":"...","retention":"..."}
 *
 * It holds no secret. */
#ifndef SETUP_ORGANIZATION_H
#define SETUP_ORGANIZATION_H

#include "setup/legal_basis.h"

enum {
    ORGANIZATION_BYTES_MAX = 64 * 1024,
    ORGANIZATION_TEXT_BYTES_MAX = 2000,
    ORGANIZATION_WORD_BYTES_MAX = 40,
    ORGANIZATION_CHECKIN_MONTHS = 18,
    ORGANIZATION_CHECKIN_MONTHS_MAX = 120,
};

/* What one try costs: Argon2id passes over so much memory. */
struct organization_cost {
    int64_t passes, memory_bytes;
};

struct organization {
    struct span name, contact;
    struct span language; /* code of the terminals' first language */
    struct span
        retention; /* one sentence for the notice: how long records are kept; a vacancy takes
                              it when it is opened */
    struct span customer,
        customers; /* what it calls whom its work is for: one, and many; may be empty */
    enum legal_basis legal_basis; /* written only when it is not consent */
    int64_t
        checkin_months; /* that what is answered at a check-in is kept; written only when it is
                               not ORGANIZATION_CHECKIN_MONTHS */
    struct organization_cost code_cost, key_cost;
};

/* The texts that somebody types. */
enum organization_text {
    ORGANIZATION_NAME,
    ORGANIZATION_CONTACT,
    ORGANIZATION_RETENTION,
    ORGANIZATION_CUSTOMER, /* one, or many */
};

/* organization_check(which, text): STATUS_BAD_INPUT unless `text` can stand where it is shown: not
 * empty, one line of UTF-8 without control characters and braces, not too long, and for a word
 * nothing but letters, blanks, hyphens and apostrophes. What stands in a folder of before is not
 * held against it. */
must_check enum status organization_check(enum organization_text which, struct span text);

/* organization_write(arena, organization), organization_read(arena, bytes, out_organization):
 * Canonical bytes and back. STATUS_BAD_INPUT with the key that is missing, of another kind,
 * empty or too long. An
 * organization founded before it could say so has no word for customers: it is empty, and not
 * written. Months of check-ins that are 0 are written as the usual ones. */
struct span organization_write(struct arena *arena,
                               const struct organization *organization);
must_check enum status organization_read(struct arena *arena, struct span bytes,
                                         struct organization **out_organization);

#endif
