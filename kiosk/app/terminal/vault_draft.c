/* Rows are taken in the order in which they were written, up to the first that is not what it must
 * be: that is a state which the person has seen. Taking what stands behind a lost row could bring
 * back an answer that the person had changed. */
#include "app/terminal/vault_draft.h"

#include "app/terminal/comfort_row.h"

#include <string.h>

struct draft_row vault_draft_place(const struct vault *vault,
                                   const unsigned char record_id[CHAIN_ID_BYTES],
                                   uint64_t number, unsigned char type)
{
    struct draft_row place = {.number = number, .type = type};
    memcpy(place.session_id, record_id, sizeof place.session_id);
    memcpy(place.assessment_hash, vault->config->assessment_hash,
           sizeof place.assessment_hash);
    return place;
}

struct draft_row vault_draft_next(const struct vault *vault,
                                  const unsigned char record_id[CHAIN_ID_BYTES],
                                  uint64_t number, unsigned char type)
{
    struct draft_row place = vault_draft_place(vault, record_id, number, type);
    memcpy(place.previous_hash, vault->row_hash, sizeof place.previous_hash);
    return place;
}

/* One draft being read back. */
struct replay {
    struct vault *vault;
    struct arena *arena, *work;
    struct vault_visit *visit;
    const struct keeper_found *session;
    bool is_chained; /* the last row names the one before: then there is a head */
};

static enum status replay_start(struct replay *replay, struct span plain)
{
    struct sitting_start start;
    const enum status status = sitting_start_read(replay->arena, plain, &start);
    return status == OK ? sitting_begin(replay->arena, replay->vault->config->assessment,
                                        &start, &replay->visit->sitting)
                        : status;
}

static enum status replay_answer(struct replay *replay, struct span plain)
{
    return replay->visit->sitting
               ? sitting_row_read(replay->visit->sitting, plain, &replay->visit->at)
               : fail(STATUS_DAMAGED, "a draft has no first row");
}

/* What a later program has written otherwise is no reason to lose a sitting. */
static enum status replay_comfort(struct replay *replay, struct span plain)
{
    if (comfort_row_read(replay->work, plain, &replay->visit->comfort) != OK)
        replay->visit->comfort = comfort_usual;
    return OK;
}

static enum status replay_plain(struct replay *replay, const struct drafts_row *row,
                                struct span plain)
{
    if (row->number == 1)
        return replay_start(replay, plain);
    return row->type == VAULT_ROW_COMFORT ? replay_comfort(replay, plain)
                                          : replay_answer(replay, plain);
}

/* A sitting has thousands of rows when somebody writes for hours: what is needed for one is given
 * back before the next. Whatever keeps a row from being read is damage. */
static enum status replay_row(void *context, const struct drafts_row *row)
{
    struct replay *replay = context;
    struct vault *vault = replay->vault;
    const struct draft_row place = vault_draft_next(
        vault, replay->session->session_id, row->number, (unsigned char)row->type);
    struct span plain;
    const struct arena_mark mark = arena_mark(replay->work);
    enum status status = draft_unwrap(replay->work, vault->secrets->draft_key, &place,
                                      row->sealed, &plain);
    if (status == OK)
        status = replay_plain(replay, row, plain);
    if (status == OK) {
        vault->row_number = row->number;
        draft_hash(row->sealed, vault->row_hash);
        replay->is_chained = is_draft_chained(row->sealed);
    }
    arena_release(replay->work, mark);
    return status == OK ? OK : STATUS_DAMAGED;
}

/* What the rows that were read are, when reading them ended with `status`. */
static enum found found_of(const struct replay *replay, enum status status,
                           enum status headed, const struct draft_head *head)
{
    const uint64_t count = replay->vault->row_number;
    if (count == 0)
        return FOUND_DAMAGED;
    const bool has_head = headed == OK && head->row_count <= count;
    const bool needs_none = !replay->is_chained && replay->session->head.count == 0;
    if (status == OK && (has_head || needs_none))
        return FOUND_WHOLE;
    return replay->visit->at == NO_STEP ? FOUND_DAMAGED : FOUND_PART;
}

static enum status replay_rows(struct replay *replay)
{
    struct vault *vault = replay->vault;
    struct draft_head head = {0};
    const enum status headed =
        draft_head_unwrap(vault->secrets->draft_key, replay->session->session_id,
                          replay->session->head, &head);
    if (headed == OK && memcmp(head.assessment_hash, vault->config->assessment_hash,
                               sizeof head.assessment_hash) != 0) {
        replay->visit->found = FOUND_OTHER_FORM;
        return OK;
    }
    const enum status status = vault_draft_each(vault, replay->work, replay_row, replay);
    if (status != OK && status != STATUS_DAMAGED)
        return status;
    replay->visit->found = found_of(replay, status, headed, &head);
    return OK;
}

/* What was found damaged is not written to: a draft of its own takes its place once the person
 * goes on. */
static void leave_as_it_is(struct replay *replay)
{
    struct vault *vault = replay->vault;
    vault->has_left = true;
    vault->row_number = 0;
    memset(vault->row_hash, 0, sizeof vault->row_hash);
    if (replay->visit->found == FOUND_PART)
        seal_random(replay->visit->sitting->start.record_id,
                    sizeof replay->visit->sitting->start.record_id);
    else
        replay->visit->sitting = NULL;
}

enum status vault_draft_open(struct vault *vault, struct arena *arena, struct arena *work,
                             const struct keeper_found *session,
                             struct vault_visit *visit)
{
    struct replay replay = {
        .vault = vault, .arena = arena, .work = work, .visit = visit, .session = session};
    const struct arena_mark mark = arena_mark(arena);
    enum status status = OK;
    visit->at = NO_STEP;
    visit->comfort = comfort_usual;
    visit->found = FOUND_NOTHING;
    if (!session->has_session)
        return OK;
    visit->found = FOUND_DAMAGED;
    if (session->has_key)
        status = replay_rows(&replay);
    if (status != OK || visit->found == FOUND_WHOLE)
        return status;
    leave_as_it_is(&replay);
    if (!visit->sitting)
        arena_release(arena, mark);
    return OK;
}

static enum status page_give(const struct keeper_draft_page *page, drafts_on_row *on_row,
                             void *context)
{
    for (size_t i = 0; i < page->count; i++) {
        const enum status status = on_row(context, &page->rows[i]);
        if (status != OK)
            return status;
    }
    return page->is_damaged ? STATUS_DAMAGED : OK;
}

enum status vault_draft_each(struct vault *vault, struct arena *work,
                             drafts_on_row *on_row, void *context)
{
    struct keeper_draft_page page = {0};
    uint64_t from = 1;
    enum status status;
    do {
        const struct arena_mark mark = arena_mark(work);
        status = keeper_ask_rows(vault->port, work, from, &page);
        if (status == OK)
            status = page_give(&page, on_row, context);
        if (page.count)
            from = page.rows[page.count - 1].number + 1;
        arena_release(work, mark);
    } while (status == OK && !page.is_last);
    return status;
}
