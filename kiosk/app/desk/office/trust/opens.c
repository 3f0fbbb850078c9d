#include "app/desk/office/trust/opens.h"

#include "app/desk/office/keys.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "store/shares.h"

#include <string.h>

enum status opens_key_find(struct office *office, struct span label,
                           struct opens_key *out_key)
{
    struct opens_key key = {0};
    struct keyset *keyset;
    struct span bytes;
    enum status status = roll_need(office, &key.roll);
    if (status == OK)
        status = signed_keyset_read(office, &keyset, &bytes);
    if (status == OK)
        status = keys_need(keyset, label, &key.row);
    if (status == OK)
        status = age_recipient_read(key.row->recipient, &key.public);
    if (status == OK)
        *out_key = key;
    return status;
}

/* A public key is 62 letters that stand nowhere else in a set; reading the whole set again for each
 * of thousands of results would take longer than opening them. */
static bool is_sealed_to(const struct opens_key *key, const struct header *header)
{
    const struct roll_keyset *set = roll_keyset(key->roll, header->keyset_hash);
    return set && set->bytes.count &&
           memmem(set->bytes.data, set->bytes.count, key->row->recipient.data,
                  key->row->recipient.count);
}

enum status opens_find(struct office *office, const struct opens_key *key,
                       const struct entry *entry, enum opens_way *out_way,
                       struct span *out_shared)
{
    struct header header;
    *out_way = OPENS_NOT;
    *out_shared = SPAN("");
    enum status status = header_read(
        (struct span){(const char *)entry->header, sizeof entry->header}, &header);
    if (status == OK && is_sealed_to(key, &header))
        *out_way = OPENS_ITSELF;
    else if (status == OK)
        status = shares_get(&office->arena, office->archive, entry->record_id,
                            key->public.bytes, out_shared);
    if (out_shared->count)
        *out_way = OPENS_SHARED;
    return status;
}
