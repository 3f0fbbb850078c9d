/* What waits in drafts.db for its person, and for how long. */
#include "app/terminal/keeper/keeper_marks.h"

enum status keeper_expire(struct keeper *keeper, struct moment moment, bool is_whole)
{
    const int64_t now_s = moment.unix_ms / 1000;
    size_t erased_count;
    enum status status = keeper_marks_settle(keeper);
    if (status == OK)
        status = drafts_retouch(keeper->drafts, now_s - KEEPER_DOUBT_S, now_s, now_s);
    if (status == OK)
        status =
            drafts_expire(keeper->drafts, now_s - KEEPER_DRAFT_LIFE_S, &erased_count);
    return status == OK && is_whole ? drafts_sweep(keeper->drafts) : status;
}

static enum status count_session(void *context, const struct drafts_session *session)
{
    size_t *count = context;
    (void)session;
    (*count)++;
    return OK;
}

enum status keeper_count_drafts(struct keeper *keeper, size_t *out_count)
{
    size_t count = 0;
    const enum status status = drafts_list(keeper->drafts, count_session, &count);
    if (status == OK)
        *out_count = count;
    return status;
}
