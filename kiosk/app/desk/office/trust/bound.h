/* bound: whether the folder of an organization is the one that an opened key belongs to. */
#ifndef APP_DESK_OFFICE_TRUST_BOUND_H
#define APP_DESK_OFFICE_TRUST_BOUND_H

#include "app/desk/office/keys.h"

/* bound_check(office, keys): STATUS_FORGED when `keys` know another organization than that of
 * keys/organization.pub, or nothing is signed for here although they know one. Keys from before
 * they knew: the listener is told. */
must_check enum status bound_check(struct office *office, const struct keys *keys);

#endif
