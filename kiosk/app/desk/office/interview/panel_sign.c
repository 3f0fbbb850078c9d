#include "app/desk/office/interview/panel_sign.h"

#include "app/desk/office/interview/signed_paper.h"
#include "app/desk/office/staff/staff.h"
#include "base/must.h"

#include <string.h>

/* All of it but the signature, with the number, which stands beside it. */
static struct span said_of(struct arena *arena, const struct panel *panel)
{
    struct panel bare = *panel;
    unsigned char hash[CHAIN_HASH_BYTES];
    memset(bare.signature, 0, sizeof bare.signature);
    seal_hash("hf-panel-sig-v1", panel_text_write(arena, &bare), hash);
    return span_format(arena, "hf-panel-sig-v1 %lld %.*s", (long long)panel->number,
                       SPAN_ARGS(span_hex(arena, hash, sizeof hash)));
}

enum status panel_sign(struct arena *arena, const struct keys *keys, struct panel *panel)
{
    unsigned char *secret = arena_alloc(arena, SIGN_SECRET_BYTES);
    must(arena->is_guarded);
    const enum status status = signed_paper_secret(keys, secret);
    if (status == OK)
        sign_bytes(secret, said_of(arena, panel), panel->signature);
    wipe(secret, SIGN_SECRET_BYTES);
    return status;
}

static bool is_by_founder(const struct staff *staff, struct span said,
                          const struct panel *panel)
{
    const struct staff_person *at = NULL;
    while ((at = staff_next_signed(staff, panel->founder, STAFF_ROLE_BIT(STAFF_RECRUITER),
                                   at)))
        if (sign_verify(at->verify_key, said, panel->signature) == OK)
            return true;
    return false;
}

static bool is_known(const struct staff *staff, const struct panel_member *member)
{
    const staff_role_set asking =
        STAFF_ROLE_BIT(STAFF_INTERVIEWER) | STAFF_ROLE_BIT(STAFF_RECRUITER);
    const struct staff_person *at = NULL;
    struct age_recipient recipient;
    while ((at = staff_next_signed(staff, member->label, asking, at)))
        if (memcmp(at->verify_key, member->verify_key, sizeof at->verify_key) == 0 &&
            age_recipient_read(at->recipient, &recipient) == OK &&
            memcmp(recipient.bytes, member->recipient.bytes, AGE_RECIPIENT_BYTES) == 0)
            return true;
    return false;
}

enum status panel_sign_check(struct arena *arena, struct office *office,
                             const struct panel *panel)
{
    const struct staff *staff;
    const enum status status = staff_read(office, &staff);
    if (status != OK)
        return status;
    if (!is_by_founder(staff, said_of(arena, panel), panel))
        return fail(
            STATUS_FORGED,
            "interview %lld is not the one that was founded: the signature of its "
            "founder does not fit",
            (long long)panel->number);
    for (size_t i = 0; i < panel->member_count; i++)
        if (!is_known(staff, &panel->members[i]))
            return fail(
                STATUS_FORGED,
                "interview %lld names a key of %.*s that the organization did not "
                "sign for",
                (long long)panel->number, SPAN_ARGS(panel->members[i].label));
    return OK;
}
