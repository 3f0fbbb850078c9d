/* Reads what an organization says of itself. */
#include "setup/organization.h"

#include "base/json/canonical_take.h"

static struct organization_cost take_cost(struct canonical_take *take,
                                          const struct json *root, const char *key)
{
    const struct json *cost = canonical_take_object(take, root, key);
    return (struct organization_cost){
        .passes = canonical_take_whole(take, cost, "passes", 1, 16),
        .memory_bytes =
            canonical_take_whole(take, cost, "memory_bytes", 8192, (int64_t)1 << 30),
    };
}

static struct span take_sentence(struct canonical_take *take, const struct json *root,
                                 const char *key)
{
    const struct span text = canonical_take_text(take, root, key);
    if (take->status == OK && (!text.count || text.count > ORGANIZATION_TEXT_BYTES_MAX))
        canonical_take_wrong(take, "a text is empty or longer than 2,000 bytes");
    return text;
}

static struct span take_word(struct canonical_take *take, const struct json *root,
                             const char *key)
{
    if (!root || !json_get(root, key))
        return (struct span){0};
    const struct span word = take_sentence(take, root, key);
    if (take->status == OK && word.count > ORGANIZATION_WORD_BYTES_MAX)
        canonical_take_wrong(take, "a word is longer than 40 bytes");
    return word;
}

enum status organization_read(struct arena *arena, struct span bytes,
                              struct organization **out_organization)
{
    struct canonical_take take = {
        .arena = arena, .document = "organization.json", .bad = STATUS_BAD_INPUT};
    struct organization *organization = arena_new(arena, struct organization);
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    organization->checkin_months = ORGANIZATION_CHECKIN_MONTHS;
    if (root && json_get(root, "checkin_months"))
        organization->checkin_months = canonical_take_whole(
            &take, root, "checkin_months", 1, ORGANIZATION_CHECKIN_MONTHS_MAX);
    organization->code_cost = take_cost(&take, root, "codes");
    organization->contact = take_sentence(&take, root, "contact");
    organization->customer = take_word(&take, root, "customer");
    organization->customers = take_word(&take, root, "customers");
    organization->key_cost = take_cost(&take, root, "keys");
    organization->language = take_sentence(&take, root, "language");
    if (root && json_get(root, "legal_basis"))
        organization->legal_basis = (enum legal_basis)canonical_take_word(
            &take, root, "legal_basis", legal_basis_words, LEGAL_BASIS_COUNT);
    organization->name = take_sentence(&take, root, "name");
    organization->retention = take_sentence(&take, root, "retention");
    arena_done(&scratch);
    if (take.status == OK)
        *out_organization = organization;
    return take.status;
}
