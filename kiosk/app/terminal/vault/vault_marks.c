#include "app/terminal/vault/vault_marks.h"

#include "store/terminal/marks.h"

static struct span mark_of(const struct vault *vault, const unsigned char *tag,
                           unsigned char out_mark[CODE_MARK_BYTES])
{
    code_mark(tag, vault->secrets->device_secret, out_mark);
    return (struct span){(const char *)out_mark, CODE_MARK_BYTES};
}

static struct span key_one(void *context, struct arena *arena, struct span tag)
{
    if (tag.count !=
        CODE_TAG_BYTES) /* the disk has damaged it; it leads to no code any more */
        return span_copy(arena, tag);
    return mark_of(context, (const unsigned char *)tag.data,
                   arena_alloc(arena, CODE_MARK_BYTES));
}

enum status vault_marks_open(struct vault *vault)
{
    return marks_key(vault->ledger, key_one, vault);
}

enum status vault_marks_find(struct vault *vault, const unsigned char tag[CODE_TAG_BYTES],
                             bool *out_is_used)
{
    unsigned char mark[CODE_MARK_BYTES];
    return marks_has(vault->ledger, mark_of(vault, tag, mark), out_is_used);
}

static enum status put(struct vault *vault, struct span mark)
{
    const enum status status = marks_put(vault->ledger, mark);
    return status == STATUS_USED_CODE ? OK : status;
}

/* Where another program reads the ledger, or the disk is full, the next one cuts it. */
static void log_cut(struct vault *vault)
{
    const enum status status = ledger_cut_log(vault->ledger);
    (void)status;
}

enum status vault_marks_keep(struct vault *vault)
{
    unsigned char mark[CODE_MARK_BYTES];
    const enum status status = put(vault, mark_of(vault, vault->tag, mark));
    log_cut(vault);
    return status;
}

static enum status settle_one(void *context, const struct drafts_session *session)
{
    struct vault *vault = context;
    unsigned char hash[CHAIN_HASH_BYTES];
    if (session->mark.count != CODE_MARK_BYTES)
        return OK;
    const enum status status = ledger_record_hash(vault->ledger, session->id, hash);
    if (status == STATUS_NOT_FOUND)
        return OK;
    return status == OK ? put(vault, session->mark) : status;
}

enum status vault_marks_settle(struct vault *vault)
{
    const enum status status = drafts_list(vault->drafts, settle_one, vault);
    log_cut(vault);
    return status;
}
