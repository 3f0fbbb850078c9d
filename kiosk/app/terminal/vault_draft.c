/* Rows are taken in the order in which they were written, up to the first that is not what it must
 * be: that is a state which the person has seen. Taking what stands behind a lost row could bring
 * back an answer that the person had changed. */
#include "app/terminal/vault_draft.h"

#include "app/terminal/comfort_row.h"

#include <string.h>

enum { DRAFTS_OF_PERSON_MAX = 16 };

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
    struct drafts_session session;
    bool is_chained; /* the last row names the one before: then there is a head */
};

/* Whether the person's code opens the key of `session`. */
static bool has_key(struct vault *vault, const struct drafts_session *session)
{
    return session->wrapped_key.count == DRAFT_WRAPPED_KEY_BYTES &&
           draft_key_unwrap(vault->secrets->wrapping_key, session->id,
                            (const unsigned char *)session->wrapped_key.data,
                            vault->secrets->draft_key) == OK;
}

struct search {
    struct vault *vault;
    struct arena *arena;
    const unsigned char *kept_id;  /* is passed over */
    struct drafts_session session; /* the one begun last */
    bool is_found;
    unsigned char ids[DRAFTS_OF_PERSON_MAX][CHAIN_ID_BYTES];
    size_t count;
};

static enum status try_session(void *context, const struct drafts_session *session)
{
    struct search *search = context;
    if (search->kept_id && memcmp(session->id, search->kept_id, CHAIN_ID_BYTES) == 0)
        return OK;
    if (!has_key(search->vault, session))
        return OK;
    search->is_found = true;
    search->session = *session;
    search->session.wrapped_key = span_copy(search->arena, session->wrapped_key);
    search->session.head = span_copy(search->arena, session->head);
    if (search->count < DRAFTS_OF_PERSON_MAX)
        memcpy(search->ids[search->count++], session->id, CHAIN_ID_BYTES);
    return OK;
}

/* Where the locator was damaged, the person's code still opens the key. */
static enum status session_find(struct vault *vault, struct arena *work,
                                struct drafts_session *out_session)
{
    struct search search = {.vault = vault, .arena = work};
    enum status status = drafts_find(work, vault->drafts, vault->locator, out_session);
    if (status != STATUS_NOT_FOUND)
        return status;
    status = drafts_list(vault->drafts, try_session, &search);
    if (status == OK && !search.is_found)
        return STATUS_NOT_FOUND;
    if (status == OK)
        *out_session = search.session;
    return status;
}

enum status vault_draft_find(struct vault *vault, struct arena *work,
                             struct drafts_session *out_session)
{
    const enum status status = session_find(vault, work, out_session);
    if (status == OK && !has_key(vault, out_session))
        return fail(STATUS_WRONG_KEY, "%s/drafts.db: the key of a draft is damaged",
                    vault->folder);
    return status;
}

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
        vault, replay->session.id, row->number, (unsigned char)row->type);
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
    const bool needs_none = !replay->is_chained && replay->session.head.count == 0;
    if (status == OK && (has_head || needs_none))
        return FOUND_WHOLE;
    return replay->visit->at == NO_STEP ? FOUND_DAMAGED : FOUND_PART;
}

static enum status replay_rows(struct replay *replay)
{
    struct vault *vault = replay->vault;
    struct draft_head head = {0};
    const enum status headed = draft_head_unwrap(
        vault->secrets->draft_key, replay->session.id, replay->session.head, &head);
    if (headed == OK && memcmp(head.assessment_hash, vault->config->assessment_hash,
                               sizeof head.assessment_hash) != 0) {
        replay->visit->found = FOUND_OTHER_FORM;
        return OK;
    }
    const enum status status =
        drafts_list_rows(vault->drafts, replay->session.id, replay_row, replay);
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
                             struct vault_visit *visit)
{
    struct replay replay = {.vault = vault, .arena = arena, .work = work, .visit = visit};
    const struct arena_mark mark = arena_mark(arena);
    enum status status = session_find(vault, work, &replay.session);
    visit->at = NO_STEP;
    visit->comfort = comfort_usual;
    visit->found = FOUND_NOTHING;
    if (status == STATUS_NOT_FOUND)
        return OK;
    if (status != OK)
        return status;
    visit->found = FOUND_DAMAGED;
    if (has_key(vault, &replay.session))
        status = replay_rows(&replay);
    if (status != OK || visit->found == FOUND_WHOLE)
        return status;
    leave_as_it_is(&replay);
    if (!visit->sitting)
        arena_release(arena, mark);
    return OK;
}

enum status vault_draft_erase(struct vault *vault, const unsigned char *kept_id)
{
    enum status status;
    struct search search;
    do {
        const struct arena_mark mark = arena_mark(&vault->arena);
        search =
            (struct search){.vault = vault, .arena = &vault->arena, .kept_id = kept_id};
        status = drafts_list(vault->drafts, try_session, &search);
        arena_release(&vault->arena, mark);
        for (size_t i = 0; i < search.count && status == OK; i++)
            status = drafts_erase(vault->drafts, search.ids[i]);
    } while (status == OK && search.count == DRAFTS_OF_PERSON_MAX);
    return status;
}
