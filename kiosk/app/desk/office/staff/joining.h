/* joining: people who were invited to the desk and are not signed for yet. An owner invites, the
 * person makes their own key with their own passphrase, an owner compares its words and signs.
 *
 *   joining/LABEL.json   who it will be, what opens the address, and the new public keys
 *   joining/LABEL.key    their key file, until it is signed for
 *
 * Nothing of it counts before it is signed: whoever signs is shown all of it again. Of the address
 * only a hash is kept. Somebody who is here already is invited to a further browser so. */
#ifndef APP_DESK_OFFICE_STAFF_JOINING_H
#define APP_DESK_OFFICE_STAFF_JOINING_H

#include "app/desk/office/staff/staff.h"

enum { JOINING_LIFE_S = 48 * 3600, JOINING_MOST = 200 };

struct joining {
    struct staff_person person;                  /* keys only once they have joined */
    unsigned char secret_hash[CHAIN_HASH_BYTES]; /* zeros: used up */
    int64_t expires_s;
    bool is_joined; /* their key is made, and waits for its signature */
};

/* joining_begin(office, person, out_secret): invites `person` for JOINING_LIFE_S, in place of an
 * invitation from before; `out_secret` is what their address ends with, and is kept nowhere.
 * STATUS_EXISTS when their key waits for its signature already. */
must_check enum status joining_begin(struct office *office,
                                     const struct staff_person *person,
                                     struct span *out_secret);

/* joining_read(office, label, out_joining): STATUS_NOT_FOUND. joining_list(office, out_list,
 * out_count): all of them, by label. joining_find(office, secret, now_s, out_joining): whose
 * address ends with `secret` at `now_s`; STATUS_NOT_FOUND when there is none, its time is over, or
 * it is used up. */
must_check enum status joining_read(struct office *office, struct span label,
                                    struct joining *out_joining);
must_check enum status joining_list(struct office *office, struct joining **out_list,
                                    size_t *out_count);
must_check enum status joining_find(struct office *office, struct span secret,
                                    int64_t now_s, struct joining *out_joining);

/* joining_make(office, joining, passphrase): the person makes their key under `passphrase`; the
 * address is used up. Fills in the public keys. STATUS_FORGED when what a guess costs here, or
 * another setting, was changed (signed_settings_check). */
must_check enum status joining_make(struct office *office, struct joining *joining,
                                    struct span passphrase);

/* joining_take(office, joining): the key file goes to where those are that count, after it was
 * signed for. joining_end(office, label): the invitation is gone, and a key that was not signed
 * for; harmless where there is none. */
must_check enum status joining_take(struct office *office, const struct joining *joining);
must_check enum status joining_end(struct office *office, struct span label);

/* joining_desk_words(office): the four words by which people know this desk: the first of the
 * organization's key. */
must_check enum status joining_desk_words(struct office *office, struct span *out_words);

#endif
