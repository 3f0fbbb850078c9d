#include "app/desk/office/audit/audit_asked.h"

#include "app/desk/office/staff/staff.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "base/clock.h"

static const char file[] = "groups.json";

enum status audit_asked_read(struct office *office, struct groups **out_groups)
{
    struct span bytes;
    *out_groups = NULL;
    enum status status = office_read(office, file, GROUPS_BYTES_MAX, &bytes);
    if (status == STATUS_NOT_FOUND)
        return OK;
    if (status == OK)
        status = groups_read(&office->arena, bytes, out_groups);
    return status == OK ? OK : fail_in(status, "%s", office_path(office, file));
}

/* No key opens results and this. */
static bool is_reader(const struct staff_person *person, const struct keyset *keyset,
                      int64_t now_s)
{
    if (!is_staff_auditor_only(person, now_s))
        return false;
    for (size_t i = 0; i < keyset->recipient_count; i++)
        if (is_span_equal(keyset->recipients[i].recipient, person->recipient))
            return false;
    return true;
}

enum status audit_asked_auditors(struct office *office, struct groups *groups)
{
    const int64_t now_s = clock_now().unix_ms / 1000;
    const struct staff *staff;
    struct keyset *keyset;
    enum status status = staff_read(office, &staff);
    if (status == OK)
        status = signed_keyset_look(office, &keyset);
    if (status != OK)
        return status;
    groups->auditor_count = 0;
    for (size_t i = 0; i < staff->count; i++) {
        if (!is_reader(&staff->list[i], keyset, now_s))
            continue;
        if (groups->auditor_count == GROUPS_AUDITORS_MAX)
            return fail(STATUS_REFUSED,
                        "terminals ask for the audit, and there are more than %d "
                        "auditors, to whom that would be sealed; retire one",
                        GROUPS_AUDITORS_MAX);
        groups->auditors[groups->auditor_count++] = staff->list[i].recipient;
    }
    return groups->auditor_count
               ? OK
               : fail(
                     STATUS_REFUSED,
                     "terminals are to ask for the audit, and nobody here is an auditor "
                     "without being a recruiter, too: an HR owner invites one first "
                     "('resonance person invite'), or asks nothing ('resonance audit ask "
                     "--remove')");
}

enum status audit_asked_config(struct office *office, struct span *out_bytes)
{
    struct groups *groups;
    *out_bytes = SPAN("");
    enum status status = audit_asked_read(office, &groups);
    if (status != OK || !groups || is_groups_over(groups, clock_now().unix_ms))
        return status;
    status = audit_asked_auditors(office, groups);
    if (status == OK)
        *out_bytes = groups_write(&office->arena, groups);
    return status;
}
