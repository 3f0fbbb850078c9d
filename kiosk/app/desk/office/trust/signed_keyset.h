/* signed_keyset: the set of keys that terminals are told to seal to. It counts only as the
 * organization signed it last: whoever can write to keyset.json must not be able to add an
 * eavesdropper. */
#ifndef APP_DESK_OFFICE_TRUST_SIGNED_KEYSET_H
#define APP_DESK_OFFICE_TRUST_SIGNED_KEYSET_H

#include "app/desk/office/trust/roll.h"
#include "chain/header.h"

/* signed_keyset_read(office, out_keyset, out_bytes): the set that was signed last. STATUS_FORGED
 * names the keys in keyset.json that nobody signed for; fails as office_keyset and roll_need do.
 * signed_keyset_look(office, out_keyset): the same for who only looks: where nothing is signed
 * yet, what lies there. */
must_check enum status signed_keyset_read(struct office *office,
                                          struct keyset **out_keyset,
                                          struct span *out_bytes);

must_check enum status signed_keyset_look(struct office *office,
                                          struct keyset **out_keyset);

/* signed_keyset_check(roll, header, payload): whether a sealed result was sealed to a set of
 * keys that the organization signed, and to as many keys as that names. STATUS_FORGED with what
 * is wrong; an empty `payload` is not looked at. */
must_check enum status signed_keyset_check(const struct roll *roll,
                                           const struct header *header,
                                           struct span payload);

/* signed_keyset_words(arena, keyset): who will be able to open results, "anna (recruiter), recovery
 * (recovery)". */
struct span signed_keyset_words(struct arena *arena, const struct keyset *keyset);

#endif
