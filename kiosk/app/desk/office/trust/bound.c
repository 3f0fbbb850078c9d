#include "app/desk/office/trust/bound.h"

#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/roll.h"

#include <string.h>

static bool is_same(const struct minisign_public *a, const struct minisign_public *b)
{
    return memcmp(a->number, b->number, sizeof a->number) == 0 &&
           memcmp(a->key, b->key, sizeof a->key) == 0;
}

/* Where nothing is signed for, office_archive has warned already. */
static void unbound_tell(struct office *office, const struct roll *roll)
{
    if (!roll->is_missing)
        office_tell(
            office, OFFICE_NOTE,
            "the key that opens results here does not know its organization, so it "
            "cannot tell whether keys/organization.pub was exchanged; compare "
            "'resonance key words signing' with what you noted, and make it know "
            "with 'resonance key rotate'");
}

enum status bound_check(struct office *office, const struct keys *keys)
{
    const struct minisign_public *known = keys->organization;
    struct minisign_public public;
    const struct roll *roll;
    enum status status = roll_read(office, &roll);
    if (status == OK && !known && keys->count)
        unbound_tell(office, roll);
    if (status != OK || !known)
        return status;
    status = organization_key_read(office, &public);
    if (status != OK)
        return status;
    if (!is_same(known, &public))
        return fail(
            STATUS_FORGED,
            "keys/organization.pub is not the key of the organization that yours belongs to, "
            "which has the words \"%.*s\": yours is of another organization, or that file was "
            "exchanged; then put the folder back from a copy",
            SPAN_ARGS(keys_words(&office->arena,
                                 minisign_public_write(&office->arena, known))));
    if (roll->is_missing)
        return fail(STATUS_FORGED,
                    "%s was removed: nothing here says which terminals are the "
                    "organization's; put it back from a copy",
                    ROLL_FILE);
    return OK;
}
