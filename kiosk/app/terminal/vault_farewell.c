#include "app/terminal/vault_farewell.h"

#include "app/terminal/vault_draft.h"
#include "scoring/score.h"
#include "scoring/scorecard_json.h"
#include "setup/vacancy.h"
#include "sitting/sitting_start.h"

#include <string.h>

static struct span farewell_write(struct arena *arena, const struct sitting *sitting,
                                  const struct scorecard *scorecard)
{
    struct canonical canonical = canonical_begin(arena);
    canonical_object(&canonical, NULL);
    if (scorecard)
        scorecard_json_put(&canonical, "scorecard", scorecard);
    else
        canonical_null(&canonical, "scorecard");
    sitting_start_put(&canonical, "start", &sitting->start);
    canonical_end(&canonical);
    return canonical_bytes(&canonical);
}

/* The first row, as a draft of one row; its type is another one, so neither opens as the other. */
static struct draft_row place_of(const struct vault *vault,
                                 const unsigned char record_id[CHAIN_ID_BYTES])
{
    return vault_draft_place(vault, record_id, 1, VAULT_ROW_FAREWELL);
}

enum status vault_farewell_keep(struct vault *vault, struct arena *work,
                                const struct sitting *sitting,
                                const struct scorecard *scorecard, struct moment moment)
{
    const unsigned char *id = sitting->start.record_id;
    const struct draft_row place = place_of(vault, id);
    struct drafts_row row = {.number = place.number, .type = place.type};
    enum status status =
        draft_wrap(work, vault->secrets->draft_key, &place,
                   farewell_write(work, sitting, scorecard), &row.sealed);
    return status == OK ? keeper_ask_replace(vault->port, &row, moment) : status;
}

struct reading {
    struct vault *vault;
    struct arena *arena, *work;
    const unsigned char *record_id;
    struct span plain;
};

static enum status on_row(void *context, const struct drafts_row *row)
{
    struct reading *reading = context;
    if (row->number != 1 || row->type != VAULT_ROW_FAREWELL)
        return STATUS_NOT_FOUND;
    const struct draft_row place = place_of(reading->vault, reading->record_id);
    return draft_unwrap(reading->arena, reading->vault->secrets->draft_key, &place,
                        row->sealed, &reading->plain);
}

static enum status sitting_new(struct vault *vault, struct arena *arena,
                               const struct sitting_start *start,
                               struct vault_visit *visit)
{
    return sitting_begin(arena, vault->config->assessment, start, &visit->sitting);
}

static enum status farewell_take(struct reading *reading, struct arena *arena,
                                 struct vault_visit *visit)
{
    struct canonical_take take = {arena, "kept profile", STATUS_DAMAGED, OK};
    struct sitting_start start = {0};
    struct scorecard *scorecard = NULL;
    const struct json *root = canonical_take_root(&take, reading->work, reading->plain);
    const struct json *object = canonical_take_field(&take, root, "scorecard");
    if (object)
        scorecard = scorecard_json_take(&take, object);
    sitting_start_take(&take, canonical_take_object(&take, root, "start"), &start);
    if (take.status != OK)
        return take.status;
    visit->scorecard = scorecard;
    return sitting_new(reading->vault, arena, &start, visit);
}

/* The power went between the seal and the farewell: the whole draft is still there. */
static enum status score_again(struct vault *vault, struct arena *arena,
                               struct arena *work, const struct keeper_found *session,
                               struct moment moment, struct vault_visit *visit)
{
    const struct vacancy *vacancy = visit->vacancy;
    struct scorecard *scorecard = NULL;
    enum status status = vault_draft_open(vault, arena, work, session, visit);
    if (status != OK || visit->found != FOUND_WHOLE)
        return status == OK ? STATUS_DAMAGED : status;
    status =
        score_sitting(arena, visit->sitting, vacancy ? vacancy->basis : NULL, &scorecard);
    if (status == OK)
        visit->scorecard = visit->sitting->start.role == ROLE_RATER ? NULL : scorecard;
    return status == OK ? vault_farewell_keep(vault, work, visit->sitting,
                                              visit->scorecard, moment)
                        : status;
}

/* That the result is sealed stands in the ledger, whatever became of the rest. */
static enum status receipt_only(struct vault *vault, struct arena *arena, enum role role,
                                const unsigned char record_id[CHAIN_ID_BYTES],
                                struct vault_visit *visit)
{
    struct sitting_start start = {.role = role,
                                  .language = vault->config->terminal->language};
    memcpy(start.record_id, record_id, sizeof start.record_id);
    visit->scorecard = NULL;
    return sitting_new(vault, arena, &start, visit);
}

enum status vault_farewell_find(struct vault *vault, struct arena *arena,
                                struct arena *work, const struct keeper_found *session,
                                struct moment moment, struct vault_visit *visit)
{
    struct reading reading = {vault, arena, work, session->session_id, {0}};
    memcpy(visit->receipt_hash, session->receipt_hash, sizeof visit->receipt_hash);
    enum status status = vault_draft_each(vault, work, on_row, &reading);
    if (status == OK && reading.plain.count)
        status = farewell_take(&reading, arena, visit);
    else if (status == STATUS_NOT_FOUND)
        status = score_again(vault, arena, work, session, moment, visit);
    else if (status != STATUS_NO_LEDGER)
        status = STATUS_DAMAGED;
    if (status == STATUS_NO_LEDGER)
        return status;
    if (status != OK)
        status = receipt_only(vault, arena, session->role, session->session_id, visit);
    if (status != OK)
        return status;
    visit->found = FOUND_SEALED;
    visit->sitting->is_finished = true;
    return OK;
}
