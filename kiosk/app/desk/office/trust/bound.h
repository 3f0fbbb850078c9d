/* bound: whether the folder of an organization is the one that an opened key belongs to. */
#ifndef APP_DESK_OFFICE_TRUST_BOUND_H
#define APP_DESK_OFFICE_TRUST_BOUND_H

#include "app/desk/office/keys.h"

/* bound_check(office, keys): STATUS_FORGED when `keys` know another organization than that of
 * keys/organization.pub, or nothing is signed for here although they know one. Keys from before
 * they knew, or that know a key which gave way to the present one: the listener is told. */
must_check enum status bound_check(struct office *office, const struct keys *keys);

/* bound_renew(office, keys, out_person): the person of `keys` (there is one), who knows the present
 * key of the organization where they knew one that gave way to it. */
must_check enum status bound_renew(struct office *office, const struct keys *keys,
                                   struct person *out_person);

#endif
