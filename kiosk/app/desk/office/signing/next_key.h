/* next_key: the organization's signing key gives way to another one, all or nothing.
 *
 *   keys.next/    all files of keys/, with the next signing key in the place of the present one
 *   roll.jsonl    one row more: both keys sign that it gives way (succession.h), and it does
 *   keys.next/ becomes keys/ in one step
 *
 * Where the power goes before the row, nothing has changed; after it, the change is finished by
 * next_key_finish, and nothing else is done before. */
#ifndef APP_DESK_OFFICE_SIGNING_NEXT_KEY_H
#define APP_DESK_OFFICE_SIGNING_NEXT_KEY_H

#include "app/desk/office/keys.h"

/* next_key_check(office): before anything is asked: STATUS_REFUSED when nothing is signed for here
 * yet, a freeze is under way, or something that was signed for is missing: it would not be missed
 * any more. */
must_check enum status next_key_check(struct office *office);

/* next_key_put(office, present, next, passphrase): `next` takes the place of the key `present`,
 * opened by `passphrase`; present owners get it as well. Fails as office_write does. */
must_check enum status next_key_put(struct office *office,
                                    const struct minisign_key *present,
                                    const struct minisign_key *next,
                                    struct span passphrase);

/* next_key_finish(office, out_is_done): goes on with a change that was cut off; `out_is_done`:
 * there was one. STATUS_DAMAGED when keys.next is not there any more, with the way on. */
must_check enum status next_key_finish(struct office *office, bool *out_is_done);

#endif
