/* owner_key: the organization's signing key in the hands of its owners: each has a copy of it that
 * the passphrase of their own key file opens, as long as they are here as owner. */
#ifndef APP_DESK_OFFICE_STAFF_OWNER_KEY_H
#define APP_DESK_OFFICE_STAFF_OWNER_KEY_H

#include "app/desk/office/keys.h"

/* owner_key_put(office, label, recipient, key): a copy of the signing `key` for the owner `label`:
 * keys/LABEL.signing, sealed to `recipient`. owner_key_remove(office, label): that copy goes;
 * harmless where there is none. */
must_check enum status owner_key_put(struct office *office, struct span label,
                                     const struct age_recipient *recipient,
                                     const struct minisign_key *key);
must_check enum status owner_key_remove(struct office *office, struct span label);

/* owner_key_put_in(office, folder, label, recipient, key): the same copy in another `folder` of the
 * office. owner_key_name(office, folder, label): how it is called there. */
must_check enum status owner_key_put_in(struct office *office, const char *folder,
                                        struct span label,
                                        const struct age_recipient *recipient,
                                        const struct minisign_key *key);
const char *owner_key_name(struct office *office, const char *folder, struct span label);

/* owner_key_try(office, passphrase, out_secret): the struct minisign_key of the organization, with
 * the passphrase of keys/signing.key or of an owner; STATUS_WRONG_PASSPHRASE when it is another's,
 * STATUS_REFUSED for who is no owner here any more. owner_key_open(office, options, out_secret):
 * the same with the passphrase that is asked for as `options` say. */
must_check enum status owner_key_try(struct office *office, struct span passphrase,
                                     struct secret *out_secret);
must_check enum status owner_key_open(struct office *office,
                                      const struct options *options,
                                      struct secret *out_secret);

#endif
