#include "app/terminal/keeper/keeper_draft.h"

#include "app/terminal/keeper/keeper_marks.h"

#include <string.h>

enum { DRAFTS_OF_PERSON_MAX = 16 };

/* Whether the person's code opens the key of `session`, which then stands in the secrets. */
static bool has_key(struct keeper *keeper, const struct drafts_session *session)
{
    return session->wrapped_key.count == DRAFT_WRAPPED_KEY_BYTES &&
           draft_key_unwrap(keeper->secrets->wrapping_key, session->id,
                            (const unsigned char *)session->wrapped_key.data,
                            keeper->secrets->draft_key) == OK;
}

/* ---- which one it is ---- */

struct search {
    struct keeper *keeper;
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
    if (!has_key(search->keeper, session))
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
static enum status session_find(struct keeper *keeper, struct arena *work,
                                struct drafts_session *out_session)
{
    struct search search = {.keeper = keeper, .arena = work};
    enum status status = drafts_find(work, keeper->drafts, keeper->locator, out_session);
    if (status != STATUS_NOT_FOUND)
        return status;
    status = drafts_list(keeper->drafts, try_session, &search);
    if (status == OK && !search.is_found)
        return STATUS_NOT_FOUND;
    if (status == OK)
        *out_session = search.session;
    return status;
}

static void session_take(struct keeper *keeper, const unsigned char id[CHAIN_ID_BYTES])
{
    memcpy(keeper->session_id, id, sizeof keeper->session_id);
    keeper->has_session = true;
}

/* The key is given away and not kept. */
static void key_give(struct keeper *keeper, unsigned char out_key[DRAFT_KEY_BYTES])
{
    memcpy(out_key, keeper->secrets->draft_key, DRAFT_KEY_BYTES);
    wipe(keeper->secrets->draft_key, sizeof keeper->secrets->draft_key);
}

enum status keeper_draft_find(struct keeper *keeper, struct arena *work,
                              struct keeper_found *found)
{
    struct drafts_session session;
    const enum status status = session_find(keeper, work, &session);
    if (status != OK)
        return status == STATUS_NOT_FOUND ? OK : status;
    found->has_session = true;
    found->has_key = has_key(keeper, &session);
    if (found->has_key)
        key_give(keeper, found->draft_key);
    found->head = session.head;
    memcpy(found->session_id, session.id, sizeof found->session_id);
    session_take(keeper, session.id);
    return OK;
}

static enum status try_own(void *context, const struct drafts_session *session)
{
    struct search *search = context;
    if (memcmp(session->id, search->kept_id, CHAIN_ID_BYTES) == 0) {
        search->is_found = true;
        search->count = has_key(search->keeper, session);
        wipe(search->keeper->secrets->draft_key, DRAFT_KEY_BYTES);
    }
    return OK;
}

static enum status last_row(void *context, const struct drafts_row *row)
{
    struct keeper_place *place = context;
    place->row_count = row->number;
    draft_hash(row->sealed, place->row_hash);
    return OK;
}

enum status keeper_draft_resume(struct keeper *keeper,
                                const unsigned char record_id[CHAIN_ID_BYTES],
                                struct keeper_place *place)
{
    struct search search = {.keeper = keeper, .kept_id = record_id};
    enum status status = drafts_list(keeper->drafts, try_own, &search);
    if (status == OK && search.is_found && !search.count)
        return fail(STATUS_WRONG_KEY, "this draft is another person's");
    if (status == OK && search.is_found)
        status = drafts_list_rows(keeper->drafts, record_id, last_row, place);
    if (status == OK)
        session_take(keeper, record_id);
    return status;
}

/* ---- rows ---- */

struct paging {
    struct arena *arena;
    uint64_t from;
    struct keeper_draft_page *page;
    size_t bytes;
    bool is_full;
};

static enum status page_add(void *context, const struct drafts_row *row)
{
    struct paging *paging = context;
    struct keeper_draft_page *page = paging->page;
    if (row->number < paging->from)
        return OK;
    paging->is_full =
        page->count == KEEPER_DRAFT_PAGE_ROWS_MAX ||
        (page->count && paging->bytes + row->sealed.count > KEEPER_DRAFT_PAGE_BYTES);
    if (paging->is_full)
        return STATUS_TOO_LARGE;
    page->rows[page->count] = *row;
    page->rows[page->count++].sealed = span_copy(paging->arena, row->sealed);
    paging->bytes += row->sealed.count;
    return OK;
}

enum status keeper_draft_rows(struct keeper *keeper, struct arena *work, uint64_t from,
                              struct keeper_draft_page *out_page)
{
    struct keeper_draft_page page = {
        .rows = arena_array(work, struct drafts_row, KEEPER_DRAFT_PAGE_ROWS_MAX)};
    struct paging paging = {.arena = work, .from = from, .page = &page};
    if (!keeper->has_session)
        return fail(STATUS_NOT_FOUND, "no code was typed that leads to a draft");
    const enum status status =
        drafts_list_rows(keeper->drafts, keeper->session_id, page_add, &paging);
    if (status != OK && status != STATUS_DAMAGED && !paging.is_full)
        return status;
    page.is_last = !paging.is_full;
    page.is_damaged = status == STATUS_DAMAGED;
    *out_page = page;
    return OK;
}

static enum status no_draft(void)
{
    return fail(STATUS_REFUSED, "no code was typed that a draft could be kept for");
}

/* A try before, on a full disk, may have left a draft that nobody began. */
static enum status session_begin(struct keeper *keeper,
                                 const struct drafts_session *session)
{
    enum status status = drafts_begin(keeper->drafts, session);
    if (status != STATUS_EXISTS)
        return status;
    status = drafts_erase(keeper->drafts, session->id);
    return status == OK ? drafts_begin(keeper->drafts, session) : status;
}

enum status keeper_draft_begin(struct keeper *keeper,
                               const unsigned char record_id[CHAIN_ID_BYTES],
                               struct moment moment,
                               unsigned char out_key[DRAFT_KEY_BYTES])
{
    struct keeper_secrets *secrets = keeper->secrets;
    struct drafts_session session = {.begun_s = moment.unix_ms / 1000,
                                     .touched_s = moment.unix_ms / 1000};
    unsigned char wrapped[DRAFT_WRAPPED_KEY_BYTES], mark[CODE_MARK_BYTES];
    if (!keeper->has_person)
        return no_draft();
    memcpy(session.id, record_id, sizeof session.id);
    seal_random(session.locator, sizeof session.locator);
    seal_random(secrets->draft_key, sizeof secrets->draft_key);
    draft_key_wrap(secrets->wrapping_key, session.id, secrets->draft_key, wrapped);
    session.wrapped_key = (struct span){(const char *)wrapped, sizeof wrapped};
    code_mark(keeper->tag, secrets->device_secret, mark);
    session.mark = (struct span){(const char *)mark, sizeof mark};
    const enum status status = session_begin(keeper, &session);
    if (status != OK)
        return status;
    session_take(keeper, session.id);
    key_give(keeper, out_key);
    return OK;
}

enum status keeper_draft_put(struct keeper *keeper, const struct drafts_row *row,
                             struct moment moment)
{
    return keeper->has_session ? drafts_put(keeper->drafts, keeper->session_id, row,
                                            moment.unix_ms / 1000)
                               : no_draft();
}

enum status keeper_draft_locate(struct keeper *keeper)
{
    return keeper->has_session
               ? drafts_locate(keeper->drafts, keeper->session_id, keeper->locator)
               : no_draft();
}

static enum status erase_all_but(struct keeper *keeper, const unsigned char *kept_id)
{
    enum status status;
    struct search search;
    do {
        const struct arena_mark mark = arena_mark(&keeper->arena);
        search = (struct search){
            .keeper = keeper, .arena = &keeper->arena, .kept_id = kept_id};
        status = drafts_list(keeper->drafts, try_session, &search);
        arena_release(&keeper->arena, mark);
        for (size_t i = 0; i < search.count && status == OK; i++)
            status = drafts_erase(keeper->drafts, search.ids[i]);
    } while (status == OK && search.count == DRAFTS_OF_PERSON_MAX);
    wipe(keeper->secrets->draft_key, sizeof keeper->secrets->draft_key);
    return status;
}

enum status keeper_draft_replace(struct keeper *keeper, const struct drafts_row *row,
                                 struct moment moment)
{
    if (!keeper->has_session)
        return no_draft();
    const enum status status =
        drafts_replace(keeper->drafts, keeper->session_id, row, moment.unix_ms / 1000);
    return status == OK ? erase_all_but(keeper, keeper->session_id) : status;
}

enum status keeper_draft_erase(struct keeper *keeper)
{
    if (!keeper->has_person)
        return no_draft();
    const enum status status = keeper_marks_settle(keeper);
    return status == OK ? erase_all_but(keeper, NULL) : status;
}
