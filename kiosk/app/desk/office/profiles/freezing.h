/* freezing: a freeze of the organization's profile that has begun and is not finished.
 *
 *   profiles/ID.freezing   the profile, and the results whose answers go for it, signed
 *     -> the end of each signed for (ends.h), each erased -> profiles/ID.json ->
 *     profiles/ID.freezing removed
 *
 * Written before the first answer is erased, so that a freeze that is cut off at any point makes
 * the profile that was shown, and takes nobody's answers who came later. While it is there no
 * other freeze begins and nothing is told of the answers that are left: what is missing in them
 * would be single people. Signed by the organization: else whoever can write to the folder could
 * put a note there that erases answers of their choice, and makes a profile of theirs, as soon as
 * somebody goes on with it. */
#ifndef APP_DESK_OFFICE_FREEZING_H
#define APP_DESK_OFFICE_FREEZING_H

#include "app/desk/office/office.h"
#include "seal/minisign.h"

/* A code can have answered on more than one terminal. */
enum { FREEZING_RESULTS_MAX = 16 * RATERS_MAX };

struct freezing {
    struct span id; /* of the profile; empty: no freeze has begun */
    struct basis *basis;
    unsigned char (*record_ids)[CHAIN_ID_BYTES]; /* whose payload goes */
    size_t count;
    size_t colleague_count; /* whose they are; fewer where a code answered twice */
    bool is_signed;         /* false: by an earlier version, which signed all ends only */
};

/* Who has agreed on a freeze, and what signs for it and for their names. */
struct freezing_seal {
    const struct minisign_key *key; /* of the organization */
    struct span by[BASIS_NAMES];
};

/* freezing_find(office, out_freezing):
 * The freeze that has begun, in the arena of `office`; with an empty id when there is none. Fails
 * with the file that cannot be read; STATUS_FORGED when nobody signed for it. */
must_check enum status freezing_find(struct office *office,
                                     struct freezing *out_freezing);

/* freezing_check(office): STATUS_REFUSED with the way on while a freeze has begun. */
must_check enum status freezing_check(struct office *office);

/* freezing_missing(office, id): STATUS_NOT_FOUND for a profile `id` that is not there, with those
 * that are; while a freeze has begun, as freezing_check. */
must_check enum status freezing_missing(struct office *office, struct span id);

/* freezing_profile(office, id, out_basis): the frozen profile `id`. STATUS_FORGED when it is not
 * the one whose freeze was signed for, or nobody signed; in a folder from before there was such a
 * signature the listener is warned instead. */
must_check enum status freezing_profile(struct office *office, struct span id,
                                        struct basis **out_basis);

/* freezing_names(office, id, out_names): who froze the profile `id`, as it was signed: "Anna Berg
 * and Jan Vos", or one name alone where an earlier version froze it; empty where nobody signed. */
must_check enum status freezing_names(struct office *office, struct span id,
                                      struct span *out_names);

/* freezing_begin(office, freezing, key): writes `freezing` down, durably, signed with the
 * organization's `key`. STATUS_REFUSED when one of its results is held (ends.h). */
must_check enum status freezing_begin(struct office *office, struct freezing *freezing,
                                      const struct minisign_key *key);

/* freezing_end(office, freezing, seal, now_unix_s):
 * Signs for the end of all results of `freezing`, erases them in the archive, makes its profile and
 * takes the note away.
 * Repeating it after a failure, or after the power went, does the rest. STATUS_NOT_FOUND when a
 * result is not in the archive, from where it could come back with its answers. */
must_check enum status freezing_end(struct office *office,
                                    const struct freezing *freezing,
                                    const struct freezing_seal *seal, int64_t now_unix_s);

#endif
