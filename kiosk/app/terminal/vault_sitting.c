/* A sitting on the disk: begun, saved row by row, sealed or dropped. */
#include "app/terminal/vault.h"

#include "app/terminal/comfort_row.h"
#include "app/terminal/keeper/keeper_append.h"
#include "app/terminal/vault_draft.h"
#include "app/terminal/vault_farewell.h"
#include "scoring/score.h"
#include "scoring/record.h"
#include "setup/vacancy.h"
#include "seal/age/age_wrap.h"
#include "seal/payload.h"
#include "sitting/sitting_redo.h"

#include <string.h>

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
        status = keeper_ask_put(vault->port, &row, moment);
    if (status != OK)
        return status;
    vault->row_number = row.number;
    draft_hash(row.sealed, vault->row_hash);
    return OK;
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

static enum status begin(struct vault *vault, struct arena *work,
                         const struct sitting *sitting, int at, struct moment moment)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    const unsigned char *id = sitting->start.record_id;
    vault->row_number = 0;
    memset(vault->row_hash, 0, sizeof vault->row_hash);
    enum status status =
        keeper_ask_begin(vault->port, id, moment, vault->secrets->draft_key);
    if (status != OK)
        return status;
    memcpy(vault->record_id, id, sizeof vault->record_id);
    vault->has_record = true;
    status = row_put(vault, work, sitting, VAULT_ROW_START,
                     sitting_start_write(work, &sitting->start), moment);
    if (status == OK)
        status = answers_put(vault, work, sitting, at, moment);
    if (status == OK)
        status = keeper_ask_locate(vault->port);
    if (status == OK)
        status =
            keeper_ask_append(vault->port, HEADER_START, moment, (struct span){0}, hash);
    if (status != OK)
        vault->row_number = 0;
    return status;
}

/* The code leads to the draft once all of it is there: what was found before stays in its place
 * until then. */
enum status vault_begin(struct vault *vault, struct arena *work,
                        const struct sitting *sitting, int at, struct moment moment)
{
    if (vault->row_number > 0)
        return OK;
    const enum status status = begin(vault, work, sitting, at, moment);
    return is_vault_back(vault, status) ? begin(vault, work, sitting, at, moment)
                                        : status;
}

enum status vault_save(struct vault *vault, struct arena *work,
                       const struct sitting *sitting, int step, int at,
                       struct moment moment)
{
    if (vault->row_number == 0)
        return OK;
    const struct span row = sitting_row_write(work, sitting, (size_t)step, at);
    const enum status status =
        row_put(vault, work, sitting, VAULT_ROW_ANSWER, row, moment);
    return is_vault_back(vault, status)
               ? row_put(vault, work, sitting, VAULT_ROW_ANSWER, row, moment)
               : status;
}

enum status vault_comfort(struct vault *vault, struct arena *work,
                          const struct sitting *sitting, struct comfort comfort,
                          struct moment moment)
{
    if (vault->row_number == 0)
        return OK;
    const struct span row = comfort_row_write(work, comfort);
    const enum status status =
        row_put(vault, work, sitting, VAULT_ROW_COMFORT, row, moment);
    return is_vault_back(vault, status)
               ? row_put(vault, work, sitting, VAULT_ROW_COMFORT, row, moment)
               : status;
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
        config_load_vacancy(vault->config, sitting->start.role, sitting->start.vacancy);
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

static struct header header_for(const struct vault *vault, const struct sitting *sitting,
                                struct moment moment)
{
    struct header header = {.type = HEADER_RESULT, .time_s = header_day(moment.unix_ms)};
    memcpy(header.record_id, sitting->start.record_id, sizeof header.record_id);
    keeper_append_facts(vault->config, vault->device.id, &header);
    return header;
}

/* A keeper that had ended when it was asked may have written the result before. */
static enum status append(struct vault *vault, struct span file, struct moment moment,
                          unsigned char out_hash[CHAIN_HASH_BYTES])
{
    enum status status =
        keeper_ask_append(vault->port, HEADER_RESULT, moment, file, out_hash);
    if (!is_vault_back(vault, status))
        return status;
    if (!vault->is_sealed)
        return keeper_ask_append(vault->port, HEADER_RESULT, moment, file, out_hash);
    memcpy(out_hash, vault->sealed_hash, CHAIN_HASH_BYTES);
    return OK;
}

/* The result is safe; a draft that cannot give way now does so when the code comes back. */
static void farewell_keep(struct vault *vault, struct arena *work,
                          const struct sitting *sitting,
                          const struct scorecard *scorecard, struct moment moment)
{
    const bool is_rater = sitting->start.role == ROLE_RATER;
    const struct scorecard *shown = is_rater ? NULL : scorecard;
    enum status status = vault_farewell_keep(vault, work, sitting, shown, moment);
    if (is_vault_back(vault, status))
        status = vault_farewell_keep(vault, work, sitting, shown, moment);
    if (status == OK)
        vault->row_number = 0;
}

enum status vault_seal(struct vault *vault, struct arena *arena, struct arena *work,
                       struct sitting *sitting, struct moment moment,
                       struct scorecard **out_scorecard,
                       unsigned char out_hash[CHAIN_HASH_BYTES])
{
    const struct basis *basis = basis_of(vault, sitting);
    struct header header = header_for(vault, sitting, moment);
    struct scorecard *scorecard;
    struct span file;
    pseudonym_set(vault, sitting);
    enum status status = score_sitting(arena, sitting, basis, &scorecard);
    if (status == OK)
        status =
            record_seal(vault, work, sitting, basis, scorecard, moment, &header, &file);
    if (status == OK)
        status = append(vault, file, moment, out_hash);
    if (status != OK)
        return status;
    *out_scorecard = scorecard;
    farewell_keep(vault, work, sitting, scorecard, moment);
    return OK;
}

bool vault_end(struct vault *vault)
{
    enum status status = keeper_ask_erase(vault->port);
    if (is_vault_back(vault, status))
        status = keeper_ask_erase(vault->port);
    return status == OK;
}

static enum status drop(struct vault *vault, bool has_begun, struct moment moment)
{
    unsigned char hash[CHAIN_HASH_BYTES];
    const enum status status = keeper_ask_erase(vault->port);
    if (status != OK)
        return status;
    vault->row_number = 0;
    vault->has_left = false;
    return !has_begun ? OK
                      : keeper_ask_append(vault->port, HEADER_EVENT, moment,
                                          (struct span){0}, hash);
}

enum status vault_drop(struct vault *vault, struct moment moment)
{
    const bool has_begun = vault->row_number > 0;
    if (!has_begun && !vault->has_left)
        return OK;
    const enum status status = drop(vault, has_begun, moment);
    return is_vault_back(vault, status) ? drop(vault, has_begun, moment) : status;
}
