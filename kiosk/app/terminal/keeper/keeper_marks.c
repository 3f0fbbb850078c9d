#include "app/terminal/keeper/keeper_marks.h"

#include "store/terminal/marks.h"

static struct span mark_of(const struct keeper *keeper, const unsigned char *tag,
                           unsigned char out_mark[CODE_MARK_BYTES])
{
    code_mark(tag, keeper->secrets->device_secret, out_mark);
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

enum status keeper_marks_open(struct keeper *keeper)
{
    return keeper->is_away ? OK : marks_key(keeper->ledger, key_one, keeper);
}

enum status keeper_marks_find(struct keeper *keeper,
                              const unsigned char tag[CODE_TAG_BYTES], bool *out_is_used)
{
    unsigned char mark[CODE_MARK_BYTES];
    return marks_has(keeper->ledger, mark_of(keeper, tag, mark), out_is_used);
}

static enum status put(struct keeper *keeper, struct span mark)
{
    const enum status status = marks_put(keeper->ledger, mark);
    return status == STATUS_USED_CODE ? OK : status;
}

/* Where another program reads the ledger, or the disk is full, the next one cuts it. */
static void log_cut(struct keeper *keeper)
{
    const enum status status = ledger_cut_log(keeper->ledger);
    (void)status;
}

enum status keeper_marks_keep(struct keeper *keeper)
{
    unsigned char mark[CODE_MARK_BYTES];
    const enum status status = put(keeper, mark_of(keeper, keeper->tag, mark));
    log_cut(keeper);
    return status;
}

static enum status settle_one(void *context, const struct drafts_session *session)
{
    struct keeper *keeper = context;
    unsigned char hash[CHAIN_HASH_BYTES];
    if (session->mark.count != CODE_MARK_BYTES)
        return OK;
    const enum status status = ledger_record_hash(keeper->ledger, session->id, hash);
    if (status == STATUS_NOT_FOUND)
        return OK;
    return status == OK ? put(keeper, session->mark) : status;
}

enum status keeper_marks_settle(struct keeper *keeper)
{
    const enum status status = drafts_list(keeper->drafts, settle_one, keeper);
    log_cut(keeper);
    return status;
}
