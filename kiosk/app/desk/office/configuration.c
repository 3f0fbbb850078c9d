#include "app/desk/office/configuration.h"

#include "app/common/config_load.h"
#include "app/common/handle.h"
#include "app/desk/office/after/checkin.h"
#include "app/desk/office/assessment_files.h"
#include "app/desk/form/form_fonts.h"
#include "app/desk/office/audit/audit_asked.h"
#include "app/desk/office/ends/ends_check.h"
#include "app/desk/office/signature_check.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/signed_codes.h"
#include "app/desk/office/trust/signed_keyset.h"
#include "app/desk/office/trust/signed_vacancy.h"
#include "setup/config_shown.h"
#include "store/desk/received.h"

#include <string.h>

static enum status vacancies_add(struct office *office, struct file_set *set)
{
    struct span *names;
    size_t count;
    enum status status = office_names(office, "vacancies", &names, &count);
    for (size_t i = 0; i < count && status == OK; i++) {
        struct vacancy *vacancy;
        status = office_vacancy(office, names[i], &vacancy);
        if (status != OK || vacancy->state != VACANCY_OPEN)
            continue;
        status = signed_vacancy_check(office, vacancy);
        if (status != OK)
            break;
        vacancy->keep_days = 0; /* the desk's alone: terminals of before do not know it */
        status = config_shown_vacancy(vacancy);
        if (status == OK)
            status =
                file_set_add(set, span_of(office_name(office, "vacancies", names[i])),
                             vacancy_write(&office->arena, vacancy));
    }
    return status;
}

/* A check-in is scored against what its person was scored against, and kept as long as all
 * check-ins are here, whatever the vacancy says of candidates. */
static enum status checkin_add(struct office *office, struct span id,
                               struct file_set *set)
{
    struct vacancy *vacancy;
    enum status status = office_vacancy(office, id, &vacancy);
    if (status == OK)
        status = signed_vacancy_check(office, vacancy);
    if (status != OK)
        return status;
    vacancy->keep_days = 0;
    vacancy->retention =
        checkin_keep_words(&office->arena, office->organization->checkin_months);
    status = config_shown_vacancy(vacancy);
    return status == OK ? file_set_add(set, span_of(office_name(office, "checkins", id)),
                                       vacancy_write(&office->arena, vacancy))
                        : status;
}

/* For each vacancy somebody is asked again about, once. */
static enum status checkins_add(struct office *office,
                                const struct invitations *invitations,
                                struct file_set *set)
{
    for (size_t i = 0; i < invitations->invite_count; i++) {
        const struct invite *invite = &invitations->invites[i];
        bool is_there = invite->role != ROLE_NEWCOMER;
        for (size_t k = 0; k < i && !is_there; k++)
            is_there = invitations->invites[k].role == ROLE_NEWCOMER &&
                       is_span_equal(invitations->invites[k].vacancy, invite->vacancy);
        const enum status status =
            is_there ? OK : checkin_add(office, invite->vacancy, set);
        if (status != OK)
            return status;
    }
    return OK;
}

_Static_assert((int)RECEIVED_MISSING_MAX == (int)CONFIG_MISSING_MAX, "missing entries");

/* Whether `id` must be kept: then no archive may say of it that it was erased. */
static bool is_kept(struct office *office, const unsigned char id[CHAIN_ID_BYTES])
{
    const struct ends *ends;
    const struct end *end = ends_read(office, &ends) == OK ? ends_find(ends, id) : NULL;
    return end && end->held.number && !is_ends_over(end);
}

static enum status kept_check(struct office *office, const struct config_erased *erased)
{
    for (size_t i = 0; i < erased->count; i++)
        if (is_kept(office, erased->record_ids[i]))
            return fail(
                STATUS_DAMAGED,
                "result %.*s is held, but archive.db says that it was erased, and "
                "nobody signed for that; put archive.db back from a copy before "
                "any terminal is told",
                SPAN_ARGS(handle_text(&office->arena, erased->record_ids[i])));
    return OK;
}

/* No terminal lets go of what somebody marked by hand. */
static enum status signed_check(struct office *office)
{
    unsigned char(*ids)[CHAIN_ID_BYTES];
    size_t count;
    const enum status status = ends_check_unsigned(office, true, &ids, &count);
    return status == OK && count
               ? fail(STATUS_DAMAGED,
                      "%.*s; no terminal is told before that is mended: %s",
                      SPAN_ARGS(ends_check_unsigned_words(&office->arena, ids, count)),
                      ends_check_unsigned_mend())
               : status;
}

/* The sealed copies of what was erased here go there, too. */
static enum status erased_add(struct office *office,
                              const struct terminal_config *terminal,
                              struct file_set *set)
{
    struct config_erased erased = {0};
    struct archive *archive;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = archive_erased(&office->arena, archive, terminal->device_id,
                                CONFIG_ERASED_MAX, &erased.record_ids, &erased.count);
    if (status == OK)
        status = kept_check(office, &erased);
    if (status == OK)
        status = signed_check(office);
    return status == OK && erased.count
               ? file_set_add(set, SPAN("erased.json"),
                              config_erased_write(&office->arena, &erased))
               : status;
}

/* What the desk has whole, or has erased, and need not keep. */
static bool is_had(void *context, const struct entry *entry, bool is_erased)
{
    struct office *office = context;
    struct archive *archive;
    struct header header;
    if (!entry->payload.count)
        return is_erased && !is_kept(office, entry->record_id);
    return office_archive(office, &archive) == OK &&
           signature_check_entry(archive, entry->header, entry->signature, entry->payload,
                                 &header) == OK;
}

/* What has come whole, its terminal need not keep. */
static enum status received_add(struct office *office,
                                const struct terminal_config *terminal,
                                struct file_set *set)
{
    const struct received_judge judge = {is_had, office};
    struct received found;
    struct archive *archive;
    enum status status = office_archive(office, &archive);
    if (status == OK)
        status = received_find(archive, terminal->device_id, &judge, &found);
    if (status != OK || !found.sequence)
        return status;
    struct config_received received = {.sequence = found.sequence,
                                       .missing = found.missing,
                                       .missing_count = found.missing_count};
    memcpy(received.device_id, terminal->device_id, sizeof received.device_id);
    memcpy(received.entry_hash, found.entry_hash, sizeof received.entry_hash);
    return file_set_add(set, SPAN("received.json"),
                        config_received_write(&office->arena, &received));
}

static enum status copies_add(struct office *office,
                              const struct terminal_config *terminal,
                              struct file_set *set)
{
    const enum status status = erased_add(office, terminal, set);
    return status == OK ? received_add(office, terminal, set) : status;
}

/* assessment_files_read looked: it refuses what must not be asked. */
static enum status checked_add(struct arena *arena, const struct assessment *assessment,
                               struct file_set *set)
{
    struct config_checked checked = {.version = SPAN(RESONANCE_VERSION)};
    memcpy(checked.assessment_hash, assessment->hash, sizeof checked.assessment_hash);
    return file_set_add(set, SPAN("checked.json"), config_checked_write(arena, &checked));
}

/* A folder of before may hold texts that nobody looked at when they were typed. */
static enum status texts_check(enum status looked)
{
    return looked == OK
               ? OK
               : fail(looked,
                      "%s; set it again with 'resonance organization edit', or in "
                      "organization.json",
                      status_last());
}

/* A terminal does not know a revoked code: it opens nothing there, as if there had never been
 * one. */
static const struct invitations *unrevoked(struct arena *arena,
                                           const struct invitations *all)
{
    struct invitations *left = arena_new(arena, struct invitations);
    *left = *all;
    left->invite_count = 0;
    left->invites = arena_array(arena, struct invite, all->invite_count + 1);
    for (size_t i = 0; i < all->invite_count; i++)
        if (!all->invites[i].is_revoked)
            left->invites[left->invite_count++] = all->invites[i];
    return left;
}

/* The cards that open something, and what those who have them come for. */
static enum status invited_add(struct office *office, struct file_set *set)
{
    struct arena *arena = &office->arena;
    struct invitations *all;
    enum status status = office_invitations(office, &all);
    if (status == OK)
        status = signed_codes_check(office, all);
    if (status != OK)
        return status;
    const struct invitations *left = unrevoked(arena, all);
    status = file_set_add(set, SPAN("invitations.json"),
                          config_invitations_write(arena, left));
    if (status == OK)
        status = vacancies_add(office, set);
    return status == OK ? checkins_add(office, left, set) : status;
}

/* What is asked for the audit, with the keys of those who may read it. */
static enum status groups_add(struct office *office, struct file_set *set)
{
    struct span bytes;
    const enum status status = audit_asked_config(office, &bytes);
    return status == OK && bytes.count ? file_set_add(set, SPAN("groups.json"), bytes)
                                       : status;
}

enum status configuration_gather_all(struct office *office, struct buffer *faults,
                                     struct file_set *set,
                                     struct assessment **out_assessment)
{
    struct arena *arena = &office->arena;
    struct keyset *keyset;
    struct span bytes;
    enum status status = signed_keyset_read(office, &keyset, &bytes);
    if (status == OK)
        status = texts_check(config_shown_keyset(keyset));
    if (status == OK)
        status = file_set_add(set, SPAN("keyset.json"), bytes);
    if (status == OK)
        status = invited_add(office, set);
    if (status == OK)
        status = groups_add(office, set);
    if (status == OK)
        status = assessment_files_read(set, office_path(office, "assessment"), faults,
                                       out_assessment);
    if (status == OK)
        status = checked_add(arena, *out_assessment, set);
    if (status == OK)
        status = form_fonts_refuse(arena, *out_assessment, office->organization, faults);
    return status == OK ? legal_basis_check(arena, *out_assessment,
                                            office->organization->legal_basis)
                        : status;
}

enum status configuration_gather_own(struct office *office,
                                     const struct terminal_config *terminal,
                                     struct file_set *set)
{
    enum status status = texts_check(config_shown_terminal(terminal));
    if (status == OK)
        status = file_set_add(set, SPAN("terminal.json"),
                              config_terminal_write(&office->arena, terminal));
    return status == OK ? copies_add(office, terminal, set) : status;
}

/* What the terminal keeps and sends home: it says later how far this folder was. */
static enum status anchor_add(struct office *office, const struct minisign_key *key,
                              int64_t sequence, struct file_set *set,
                              struct anchor *out_anchor)
{
    const enum status status = anchor_take(office, sequence, out_anchor);
    return status == OK ? file_set_add(set, SPAN("anchor.jsonl"),
                                       anchor_line(office, out_anchor, key))
                        : status;
}

/* A terminal that knows a key of before learns from this which one counts. */
static enum status successions_add(struct office *office, struct file_set *set)
{
    const struct roll *roll;
    const enum status status = roll_read(office, &roll);
    return status == OK && roll->succession_count
               ? file_set_add(set, SPAN(SUCCESSION_FILE),
                              span_format(&office->arena, "%.*s\n",
                                          SPAN_ARGS(span_join(
                                              &office->arena, roll->succession_lines,
                                              roll->succession_count, "\n"))))
               : status;
}

enum status configuration_sign(struct office *office, const struct minisign_key *key,
                               int64_t sequence, struct file_set *set,
                               struct anchor *out_anchor)
{
    struct arena *arena = &office->arena;
    struct span public, signature, manifest = {0};
    enum status status = organization_key_same(office, key, &public);
    if (status == OK)
        status = anchor_add(office, key, sequence, set, out_anchor);
    if (status == OK)
        status = successions_add(office, set);
    if (status == OK)
        manifest = config_manifest_write(arena, file_set_manifest(set, sequence));
    if (status == OK)
        status = minisign_sign(arena, key, config_load_comment(arena, sequence), manifest,
                               &signature);
    if (status == OK)
        status = file_set_add(set, SPAN("organization.pub"), public);
    if (status == OK)
        status = file_set_add(set, SPAN("manifest.json"), manifest);
    return status == OK ? file_set_add(set, SPAN("manifest.json.minisig"), signature)
                        : status;
}
