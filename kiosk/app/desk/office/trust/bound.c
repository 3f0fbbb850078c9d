#include "app/desk/office/trust/bound.h"

#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/roll.h"
#include "base/clock.h"

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

/* The first change that they missed was signed by the key that they know. */
static void left_tell(struct office *office, const struct minisign_public *public,
                      const struct succession *left)
{
    office_tell(
        office, OFFICE_WARNING,
        "the organization's signing key was changed on %.*s, and the key that opens "
        "results here knows the one before; ask an owner for the eight words of the "
        "present one, and when they are \"%.*s\", type 'resonance key passphrase' with "
        "the label of your key; else tell the others that somebody else has changed it",
        SPAN_ARGS(clock_date(&office->arena, left->unix_s * 1000)),
        SPAN_ARGS(
            keys_words(&office->arena, minisign_public_write(&office->arena, public))));
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
    const struct succession *left =
        succession_from(roll->successions, roll->succession_count, known);
    if (left)
        left_tell(office, &public, left);
    else if (!is_succession_key(known, &public))
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

enum status bound_renew(struct office *office, const struct keys *keys,
                        struct person *out_person)
{
    struct minisign_public public;
    const struct roll *roll;
    enum status status = roll_read(office, &roll);
    if (status == OK)
        status = organization_key_read(office, &public);
    if (status != OK)
        return status;
    *out_person = *keys->person;
    if (succession_from(roll->successions, roll->succession_count,
                        &out_person->organization))
        out_person->organization = public;
    return OK;
}
