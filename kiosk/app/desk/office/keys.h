/* keys: the keys of the office. Secret ones lie in keys/LABEL.key, opened by a passphrase:
 * the present key of LABEL, and after it those that were in its place before, which still open
 * what was sealed to them. A new recovery key's secret half is never kept here. */
#ifndef APP_DESK_OFFICE_KEYS_H
#define APP_DESK_OFFICE_KEYS_H

#include "app/desk/office/office.h"
#include "app/desk/office/passphrase.h"
#include "app/desk/office/trust/person.h"
#include "app/common/options.h"
#include "seal/age/age_identity.h"
#include "seal/keyfile.h"
#include "seal/minisign.h"

#define KEYS_SIGNING "signing"
#define KEYS_RECOVERY "recovery" /* the label of the first recovery key */
enum {
    KEYS_LABEL_MAX_BYTES = 40,
    KEYS_IDENTITIES_MAX =
        (KEYFILE_SECRET_MAX_BYTES - PERSON_FRONT_BYTES) / AGE_IDENTITY_BYTES,
};

/* keys_label_check(label): STATUS_BAD_INPUT unless `label` is 1 to 40 of a-z, 0-9 and "-", none in
 * front, and not "signing": it becomes the name of a file. */
must_check enum status keys_label_check(struct span label);

/* keys_file(arena, label): "keys/LABEL.key". */
struct span keys_file(struct arena *arena, struct span label);

/* keys_find(keyset, label): the key of `label` in the set, lent; NULL when there is none.
 * keys_need(keyset, label, out_row): the same; STATUS_NOT_FOUND when there is none. */
const struct keyset_recipient *keys_find(const struct keyset *keyset, struct span label);
must_check enum status keys_need(const struct keyset *keyset, struct span label,
                                 const struct keyset_recipient **out_row);

/* keys_words(arena, text): the eight words by which people compare the public key `text`. */
struct span keys_words(struct arena *arena, struct span text);

/* keys_wrap_identities(arena, label, cost, passphrase, person, identities, count, out_bytes),
 * keys_wrap_signing(arena, cost, passphrase, key, out_bytes): the file for secret keys; without a
 * `person` (NULL) it is one that knows no organization, as before. STATUS_TOO_LARGE for more than
 * KEYS_IDENTITIES_MAX. */
must_check enum status keys_wrap_identities(struct arena *arena, struct span label,
                                            struct organization_cost cost,
                                            struct span passphrase,
                                            const struct person *person,
                                            const struct age_identity *identities,
                                            size_t count, struct span *out_bytes);
must_check enum status keys_wrap_signing(struct arena *arena,
                                         struct organization_cost cost,
                                         struct span passphrase,
                                         const struct minisign_key *key,
                                         struct span *out_bytes);

/* keys_try_signing(office, passphrase, out_secret): what keys/signing.key holds;
 * STATUS_WRONG_PASSPHRASE when it is another's. */
must_check enum status keys_try_signing(struct office *office, struct span passphrase,
                                        struct secret *out_secret);

/* The keys that results are opened with, in guarded memory. */
struct keys {
    struct secret memory;
    const struct age_identity *identities;
    size_t count;
    const struct person *person;                /* NULL: the file knows none */
    const struct minisign_public *organization; /* that they belong to; NULL: not known */
};

/* keys_open(office, options, out_keys), keys_close(keys):
 * The recruiter key named by --key (without it: the only one, or the one called "recruiter")
 * with those before it, or all keys in the file --identity: the way for a recovery sheet.
 * Without --identity and --passphrase-fd, those that are held (unlock/held.h) are taken as they
 * are.
 * keys_mine(office, options, out_label): the label of those that keys_open would take.
 * keys_content(keys, out_secret, out_is_person): what their key file holds.
 * keys_open_label(office, options, label, out_keys, out_passphrase): those of `label`, and the
 * passphrase that opened them, for who puts another in its place (NULL: nobody).
 * keys_open_file(path, out_keys): all keys in the file `path`, for which no passphrase is asked.
 * keys_try(office, label, passphrase, out_keys): those of `label` with a `passphrase` that is
 * there; STATUS_WRONG_PASSPHRASE when it is another's, STATUS_NOT_FOUND when there is no such
 * key here. keys_labels(office, out_labels, out_count): whose keys lie here, in the order of the
 * alphabet. */
must_check enum status keys_open(struct office *office, const struct options *options,
                                 struct keys *out_keys);
must_check enum status keys_mine(struct office *office, const struct options *options,
                                 struct span *out_label);
must_check enum status keys_content(const struct keys *keys, struct secret *out_secret,
                                    bool *out_is_person);
must_check enum status keys_open_label(struct office *office,
                                       const struct options *options, struct span label,
                                       struct keys *out_keys,
                                       struct passphrase *out_passphrase);
must_check enum status keys_open_file(const char *path, struct keys *out_keys);
must_check enum status keys_try(struct office *office, struct span label,
                                struct span passphrase, struct keys *out_keys);
must_check enum status keys_labels(struct office *office, struct span **out_labels,
                                   size_t *out_count);
void keys_close(struct keys *keys);
#define scoped_keys __attribute__((cleanup(keys_close))) struct keys

#endif
