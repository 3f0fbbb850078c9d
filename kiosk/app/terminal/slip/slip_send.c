#include "app/terminal/slip/slip_send.h"

#include "app/common/console.h"
#include "screens/candidate/voluntary.h"
#include "seal/age/age_wrap.h"
#include "setup/groups/slip.h"

/* To the auditors and, so that the size does not tell how many they are or which configuration
 * held, to keys of nobody: bytes of chance, whose secret half does not exist. */
static enum status seal(const struct groups *groups, struct arena *work,
                        struct span plain, struct span *out_sealed)
{
    struct age_recipient *recipients =
        arena_array(work, struct age_recipient, GROUPS_AUDITORS_MAX);
    enum status status = OK;
    for (size_t i = 0; i < GROUPS_AUDITORS_MAX && status == OK; i++)
        if (i < groups->auditor_count)
            status = age_recipient_read(groups->auditors[i], &recipients[i]);
        else
            seal_random(recipients[i].bytes, sizeof recipients[i].bytes);
    return status == OK
               ? age_wrap(work, recipients, GROUPS_AUDITORS_MAX, plain, out_sealed)
               : status;
}

static struct slip slip_of(const struct journey *journey, struct arena *work,
                           struct moment moment)
{
    const struct visit *visit = journey->visit;
    const struct groups *groups = journey->site->groups;
    struct slip slip = {.vacancy = visit->vacancy->id,
                        .period = slip_period(work, moment.unix_ms),
                        .count = groups->question_count};
    for (size_t i = 0; i < slip.count; i++) {
        const int said = visit->voluntary.is_given ? visit->voluntary.said[i] : 0;
        slip.names[i] = groups->questions[i].name;
        slip.values[i] =
            said > 0 ? groups->questions[i].answers[said - 1].name : SPAN("");
    }
    return slip;
}

void slip_send(struct vault *vault, const struct journey *journey, struct arena *work,
               struct moment moment)
{
    struct span sealed;
    if (!is_voluntary_asked(journey))
        return;
    const struct slip slip = slip_of(journey, work, moment);
    enum status status =
        seal(journey->site->groups, work, slip_write(work, &slip), &sealed);
    if (status == OK)
        status = keeper_ask_slip(vault->port, sealed);
    /* The same bytes once more are the same slip. */
    if (is_vault_back(vault, status))
        status = keeper_ask_slip(vault->port, sealed);
    if (status != OK)
        console_line(CONSOLE_ERROR, "resonance-kiosk: a slip for the audit is lost: %s",
                     status_last());
}
