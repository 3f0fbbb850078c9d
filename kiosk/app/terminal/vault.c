#include "app/terminal/vault.h"

void vault_close(struct vault *vault)
{
    drafts_close(vault->drafts);
    ledger_close(vault->ledger);
    secret_close(&vault->memory);
    arena_done(&vault->arena);
    *vault = (struct vault){0};
}

enum status vault_check_key(const struct vault *vault)
{
    if (is_sign_whole(vault->secrets->signing_key))
        return OK;
    return fail(STATUS_DAMAGED,
                "%s/ledger.db: the key with which this terminal signs is damaged, and no "
                "session begins; export what is sealed here, then begin with an empty "
                "data folder and --request",
                vault->folder);
}

void vault_forget(struct vault *vault)
{
    if (vault->secrets) {
        wipe(vault->secrets->master, sizeof vault->secrets->master);
        wipe(vault->secrets->wrapping_key, sizeof vault->secrets->wrapping_key);
        wipe(vault->secrets->draft_key, sizeof vault->secrets->draft_key);
        wipe(vault->secrets->pseudonym, sizeof vault->secrets->pseudonym);
    }
    wipe(vault->tag, sizeof vault->tag);
    wipe(vault->locator, sizeof vault->locator);
    wipe(vault->row_hash, sizeof vault->row_hash);
    vault->row_number = 0;
    vault->has_left = false;
}
