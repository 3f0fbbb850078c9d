/* What waits in drafts.db for its person, and for how long. */
#include "app/terminal/vault/vault_marks.h"

enum status vault_expire(struct vault *vault, struct moment moment)
{
    const int64_t now_s = moment.unix_ms / 1000;
    size_t erased_count;
    enum status status = vault_marks_settle(vault);
    if (status == OK)
        status = drafts_retouch(vault->drafts, now_s - VAULT_DOUBT_S, now_s, now_s);
    if (status == OK)
        status = drafts_expire(vault->drafts, now_s - VAULT_DRAFT_LIFE_S, &erased_count);
    return status;
}

static enum status count_session(void *context, const struct drafts_session *session)
{
    size_t *count = context;
    (void)session;
    (*count)++;
    return OK;
}

enum status vault_count_drafts(struct vault *vault, size_t *out_count)
{
    size_t count = 0;
    const enum status status = drafts_list(vault->drafts, count_session, &count);
    if (status == OK)
        *out_count = count;
    return status;
}
