/* organization_key: the public half of the key that signs for the organization, as it lies in the
 * folder. Who can write there can exchange it: bound.h says when it is another one. */
#ifndef APP_DESK_OFFICE_TRUST_ORGANIZATION_KEY_H
#define APP_DESK_OFFICE_TRUST_ORGANIZATION_KEY_H

#include "app/desk/office/office.h"
#include "seal/minisign.h"

#define ORGANIZATION_KEY_FILE "keys/organization.pub"

/* organization_key_text(office, out_text), organization_key_read(office, out_public): the file, and
 * the key in it. They fail as office_read and minisign_public_read do. */
must_check enum status organization_key_text(struct office *office,
                                             struct span *out_text);
must_check enum status organization_key_read(struct office *office,
                                             struct minisign_public *out_public);

/* organization_key_same(office, key, out_text): the file, which must be the other half of `key`;
 * STATUS_FORGED when it is not. */
must_check enum status organization_key_same(struct office *office,
                                             const struct minisign_key *key,
                                             struct span *out_text);

#endif
