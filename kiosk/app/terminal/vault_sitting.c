/* A sitting on the disk: begun, saved row by row, sealed or dropped. */
#include "app/terminal/vault.h"

#include "app/common/software.h"
#include "app/terminal/comfort_row.h"
#include "app/terminal/vault_draft.h"
#include "app/terminal/vault_farewell.h"
#include "app/terminal/vault/vault_marks.h"
#include "scoring/score.h"
#include "scoring/record.h"
#include "setup/vacancy.h"
#include "seal/age/age_wrap.h"
#include "seal/payload.h"
#include "sitting/sitting_redo.h"

#include <string.h>

static struct header header_for(enum header_type type, const struct sitting *sitting,
                                struct moment moment)
{
    struct header header = {.type = type, .time_s = header_day(moment.unix_ms)};
    memcpy(header.record_id, sitting->start.record_id, sizeof header.record_id);
    return header;
}

/* The row with the head that its session has from then on. */
static enum status row_wrap(struct vault *vault, struct arena *work,
                            const unsigned char record_id[CHAIN_ID_BYTES],
                            unsigned char type, struct span plain,
                            struct drafts_row *out_row)
{
    const struct draft_row place =
        vault_draft_next(vault, record_id, vault->row_number + 1, type);
    struct draft_head head = {.row_count = place.number};
    unsigned char *sealed_head = arena_alloc(work, DRAFT_HEAD_BYTES);
    struct drafts_row row = {.number = place.number, .type = type};
    memcpy(head.assessment_hash, place.assessment_hash, sizeof head.assessment_hash);
    draft_head_wrap(vault->secrets->draft_key, record_id, &head, sealed_head);
    row.head = (struct span){(const char *)sealed_head, DRAFT_HEAD_BYTES};
    const enum status status =
        draft_wrap(work, vault->secrets->draft_key, &place, plain, &row.sealed);
    if (status == OK)
        *out_row = row;
    return status;
}

static enum status row_put(struct vault *vault, struct arena *work,
                           const struct sitting *sitting, unsigned char type,
                           struct span plain, struct moment moment)
{
    struct drafts_row row;
    enum status status =
        row_wrap(vault, work, sitting->start.record_id, type, plain, &row);
    if (status == OK)
        status = drafts_put(vault->drafts, sitting->start.record_id, &row,
                            moment.unix_ms / 1000);
    if (status != OK)
        return status;
    vault->row_number = row.number;
    draft_hash(row.sealed, vault->row_hash);
    return OK;
}

/* What the chain says of every entry of this device; payload_wrap needs it before the append. */
static void chain_facts(const struct vault *vault, struct header *header)
{
    const struct config *config = vault->config;
    memcpy(header->device_id, vault->device_id, sizeof header->device_id);
    header->epoch = (uint64_t)config->terminal->epoch;
    memcpy(header->assessment_hash, config->assessment_hash,
           sizeof header->assessment_hash);
    memcpy(header->keyset_hash, config->keyset_hash, sizeof header->keyset_hash);
    software_hash(header->software_hash);
}

/* As the desk will: nobody gets a receipt for what it would not take. The desk knows the key of the
 * configuration. */
static enum status verify(const struct vault *vault, const struct entry *entry)
{
    struct header header;
    enum status status = envelope_verify(vault->config->terminal->device_key,
                                         entry->header, entry->signature);
    if (status == OK)
        status = header_read((struct span){(const char *)entry->header, HEADER_BYTES},
                             &header);
    if (status == OK && entry->payload.count)
        status = envelope_check(&header, entry->payload);
    return status == OK
               ? OK
               : fail(STATUS_DAMAGED,
                      "%s/ledger.db: what this terminal has just sealed does not "
                      "verify; nothing was written",
                      vault->folder);
}

/* Fills in what the chain decides, covers `payload`, signs and appends. Type, record id and time
 * of `header` are the caller's. */
static enum status append(struct vault *vault, struct header *header, struct span payload,
                          unsigned char out_hash[CHAIN_HASH_BYTES])
{
    struct ledger_head head;
    const enum status status = ledger_head(vault->ledger, &head);
    if (status != OK)
        return status;
    chain_facts(vault, header);
    header->sequence = head.sequence + 1;
    memcpy(header->previous_hash, head.entry_hash, sizeof header->previous_hash);
    envelope_cover(payload, header);
    struct entry entry = entry_from_header(header, payload);
    envelope_hash(entry.header, entry.entry_hash);
    envelope_sign(vault->secrets->signing_key, entry.header, entry.signature);
    const enum status verified = verify(vault, &entry);
    if (verified != OK)
        return verified;
    memcpy(out_hash, entry.entry_hash, sizeof entry.entry_hash);
    return ledger_append(vault->ledger, &entry);
}

/* A try before, on a full disk, may have left a draft that nobody began. */
static enum status session_begin(struct vault *vault,
                                 const struct drafts_session *session)
{
    enum status status = drafts_begin(vault->drafts, session);
    if (status != STATUS_EXISTS)
        return status;
    status = drafts_erase(vault->drafts, session->id);
    return status == OK ? drafts_begin(vault->drafts, session) : status;
}

static bool is_touched(const struct answer *answer)
{
    return answer->state != ANSWER_NONE || answer->spent_ms || answer->change_count;
}

/* The answers that a sitting has when its draft is begun. Those that wait for a new one go
 * first, as from before that was offered: each row behind the offer is such a new one. */
static enum status answers_put(struct vault *vault, struct arena *work,
                               const struct sitting *sitting, int at,
                               struct moment moment)
{
    struct sitting before = *sitting;
    enum status status = OK;
    before.redo.was_offered = 0;
    for (int is_after = 0; is_after < 2; is_after++)
        for (size_t step = 0; step < sitting->step_count && status == OK; step++) {
            const struct arena_mark mark = arena_mark(work);
            const bool is_due = is_touched(&sitting->answers[step]) &&
                                is_sitting_redo_waiting(sitting, step) == !is_after;
            if (is_due)
                status = row_put(
                    vault, work, sitting, VAULT_ROW_ANSWER,
                    sitting_row_write(work, is_after ? sitting : &before, step, at),
                    moment);
            arena_release(work, mark);
        }
    return status == OK && at != NO_STEP
               ? row_put(vault, work, sitting, VAULT_ROW_ANSWER,
                         sitting_row_write(work, sitting, (size_t)NO_STEP, at), moment)
               : status;
}

static enum status draft_begin(struct vault *vault, const struct sitting *sitting,
                               struct moment moment)
{
    struct vault_secrets *secrets = vault->secrets;
    struct drafts_session session = {.begun_s = moment.unix_ms / 1000,
                                     .touched_s = moment.unix_ms / 1000};
    unsigned char wrapped[DRAFT_WRAPPED_KEY_BYTES], mark[CODE_MARK_BYTES];
    memcpy(session.id, sitting->start.record_id, sizeof session.id);
    seal_random(session.locator, sizeof session.locator);
    seal_random(secrets->draft_key, sizeof secrets->draft_key);
    draft_key_wrap(secrets->wrapping_key, session.id, secrets->draft_key, wrapped);
    session.wrapped_key = (struct span){(const char *)wrapped, sizeof wrapped};
    code_mark(vault->tag, secrets->device_secret, mark);
    session.mark = (struct span){(const char *)mark, sizeof mark};
    return session_begin(vault, &session);
}

/* The code leads to the draft once all of it is there: what was found before stays in its place
 * until then. */
enum status vault_begin(struct vault *vault, struct arena *work,
                        const struct sitting *sitting, int at, struct moment moment)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    struct header header = header_for(HEADER_START, sitting, moment);
    if (vault->row_number > 0)
        return OK;
    memset(vault->row_hash, 0, sizeof vault->row_hash);
    enum status status = draft_begin(vault, sitting, moment);
    if (status == OK)
        status = row_put(vault, work, sitting, VAULT_ROW_START,
                         sitting_start_write(work, &sitting->start), moment);
    if (status == OK)
        status = answers_put(vault, work, sitting, at, moment);
    if (status == OK)
        status = drafts_locate(vault->drafts, sitting->start.record_id, vault->locator);
    if (status == OK)
        status = append(vault, &header, (struct span){0}, hash);
    if (status != OK)
        vault->row_number = 0;
    return status;
}

enum status vault_save(struct vault *vault, struct arena *work,
                       const struct sitting *sitting, int step, int at,
                       struct moment moment)
{
    if (vault->row_number == 0)
        return OK;
    return row_put(vault, work, sitting, VAULT_ROW_ANSWER,
                   sitting_row_write(work, sitting, (size_t)step, at), moment);
}

enum status vault_comfort(struct vault *vault, struct arena *work,
                          const struct sitting *sitting, struct comfort comfort,
                          struct moment moment)
{
    if (vault->row_number == 0)
        return OK;
    return row_put(vault, work, sitting, VAULT_ROW_COMFORT,
                   comfort_row_write(work, comfort), moment);
}

static enum status recipients_of(const struct vault *vault, struct arena *work,
                                 struct age_recipient **out_recipients)
{
    const struct keyset *keyset = vault->config->keyset;
    struct age_recipient *recipients =
        arena_array(work, struct age_recipient, keyset->recipient_count);
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const enum status status =
            age_recipient_read(keyset->recipients[i].recipient, &recipients[i]);
        if (status != OK)
            return status;
    }
    *out_recipients = recipients;
    return OK;
}

/* The record as an age file under `header`. */
static enum status record_seal(struct vault *vault, struct arena *work,
                               const struct sitting *sitting, const struct basis *basis,
                               const struct scorecard *scorecard, struct moment moment,
                               struct header *header, struct span *out_file)
{
    const struct config *config = vault->config;
    struct age_recipient *recipients;
    struct provenance provenance = {
        .software = SPAN(RESONANCE_VERSION),
        .organization = config->terminal->organization,
        .mode = SPAN("kiosk"),
        .finished_unix_ms = (int64_t)header_day(moment.unix_ms) * 1000,
    };
    memcpy(provenance.assessment_hash, config->assessment_hash,
           sizeof provenance.assessment_hash);
    struct span payload,
        record = record_write(work, sitting, basis, scorecard, &provenance);
    enum status status = recipients_of(vault, work, &recipients);
    if (status == OK)
        status = payload_wrap(work, header, record, config->assessment->sealed_bytes,
                              &payload);
    if (status == OK)
        status = age_wrap(work, recipients, config->keyset->recipient_count, payload,
                          out_file);
    return status;
}

static const struct basis *basis_of(const struct vault *vault,
                                    const struct sitting *sitting)
{
    const struct vacancy *vacancy =
        sitting->start.role == ROLE_CANDIDATE
            ? config_load_vacancy(vault->config, sitting->start.vacancy)
            : NULL;
    return vacancy ? vacancy->basis : NULL;
}

/* What the desk compares to count each colleague once. */
static void pseudonym_set(const struct vault *vault, struct sitting *sitting)
{
    sitting->start.has_pseudonym = sitting->start.role == ROLE_RATER;
    if (sitting->start.has_pseudonym)
        memcpy(sitting->start.pseudonym, vault->secrets->pseudonym,
               sizeof sitting->start.pseudonym);
}

/* A result that is sealed already, because the power went before its code was marked, is as
 * good. */
static enum status result_append(struct vault *vault, struct header *header,
                                 struct span file,
                                 unsigned char out_hash[CHAIN_HASH_BYTES])
{
    const enum status status = append(vault, header, file, out_hash);
    return status == STATUS_EXISTS
               ? ledger_record_hash(vault->ledger, header->record_id, out_hash)
               : status;
}

enum status vault_seal(struct vault *vault, struct arena *arena, struct arena *work,
                       struct sitting *sitting, struct moment moment,
                       struct scorecard **out_scorecard,
                       unsigned char out_hash[CHAIN_HASH_BYTES])
{
    const struct basis *basis = basis_of(vault, sitting);
    struct header header = header_for(HEADER_RESULT, sitting, moment);
    struct scorecard *scorecard;
    struct span file;
    chain_facts(vault, &header);
    pseudonym_set(vault, sitting);
    enum status status = score_sitting(arena, sitting, basis, &scorecard);
    if (status == OK)
        status =
            record_seal(vault, work, sitting, basis, scorecard, moment, &header, &file);
    if (status == OK)
        status = result_append(vault, &header, file, out_hash);
    if (status != OK)
        return status;
    *out_scorecard = scorecard;
    /* The result is safe. What cannot be marked now is so when the terminal looks around, and a
     * draft that cannot give way now does so when the code comes back. */
    const enum status marked = vault_marks_keep(vault);
    (void)marked;
    const bool is_rater = sitting->start.role == ROLE_RATER;
    if (vault_farewell_keep(vault, work, sitting, is_rater ? NULL : scorecard, moment) ==
        OK)
        vault->row_number = 0;
    return OK;
}

void vault_end(struct vault *vault)
{
    enum status status = vault_marks_settle(vault);
    if (status == OK)
        status = vault_draft_erase(vault, NULL);
    (void)status;
}

enum status vault_drop(struct vault *vault, const struct sitting *sitting,
                       struct moment moment)
{
    struct header header = header_for(HEADER_EVENT, sitting, moment);
    unsigned char hash[CHAIN_HASH_BYTES];
    const bool has_begun = vault->row_number > 0;
    if (!has_begun && !vault->has_left)
        return OK;
    const enum status status = vault_draft_erase(vault, NULL);
    if (status != OK)
        return status;
    vault->row_number = 0;
    vault->has_left = false;
    return !has_begun ? OK : append(vault, &header, (struct span){0}, hash);
}
