/* Writes what an organization says of itself as canonical JSON. */
#include "setup/organization.h"

#include "base/json/canonical.h"

static void put_cost(struct canonical *c, const char *key, struct organization_cost cost)
{
    canonical_object(c, key);
    canonical_whole(c, "memory_bytes", cost.memory_bytes);
    canonical_whole(c, "passes", cost.passes);
    canonical_end(c);
}

struct span organization_write(struct arena *arena,
                               const struct organization *organization)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    if (organization->checkin_months &&
        organization->checkin_months != ORGANIZATION_CHECKIN_MONTHS)
        canonical_whole(&c, "checkin_months", organization->checkin_months);
    put_cost(&c, "codes", organization->code_cost);
    canonical_text(&c, "contact", organization->contact);
    if (organization->customer.count || organization->customers.count) {
        canonical_text(&c, "customer", organization->customer);
        canonical_text(&c, "customers", organization->customers);
    }
    put_cost(&c, "keys", organization->key_cost);
    canonical_text(&c, "language", organization->language);
    if (organization->legal_basis != LEGAL_CONSENT)
        canonical_text(&c, "legal_basis",
                       span_of(legal_basis_words[organization->legal_basis]));
    canonical_text(&c, "name", organization->name);
    canonical_text(&c, "retention", organization->retention);
    canonical_end(&c);
    return canonical_bytes(&c);
}
