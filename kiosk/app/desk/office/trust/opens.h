/* opens: whether a key of the present set opens a result, as far as that can be known without
 * opening it: by the signed set of keys that the result names, and by what was shared. */
#ifndef APP_DESK_OFFICE_TRUST_OPENS_H
#define APP_DESK_OFFICE_TRUST_OPENS_H

#include "app/desk/office/trust/roll.h"
#include "seal/age/age_recipient.h"

enum opens_way {
    OPENS_NOT, /* or it is sealed to a set from before there was a roll: then nobody knows */
    OPENS_ITSELF,
    OPENS_SHARED, /* by a header that stands beside it */
};

struct opens_key {
    const struct roll *roll;
    const struct keyset_recipient *row; /* of the present set */
    struct age_recipient public;
};

/* opens_key_find(office, label, out_key): the key `label` of the set that was signed last;
 * STATUS_NOT_FOUND; fails as signed_keyset_read does. */
must_check enum status opens_key_find(struct office *office, struct span label,
                                      struct opens_key *out_key);

/* opens_find(office, key, entry, out_way, out_shared): how `key` opens the result `entry`;
 * `out_shared` is that header, empty unless it is OPENS_SHARED. */
must_check enum status opens_find(struct office *office, const struct opens_key *key,
                                  const struct entry *entry, enum opens_way *out_way,
                                  struct span *out_shared);

#endif
