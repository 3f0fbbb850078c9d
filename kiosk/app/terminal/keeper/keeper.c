#include "app/terminal/keeper/keeper.h"

void keeper_close(struct keeper *keeper)
{
    drafts_close(keeper->drafts);
    ledger_close(keeper->ledger);
    secret_close(&keeper->memory);
    arena_done(&keeper->configs[0]);
    arena_done(&keeper->configs[1]);
    arena_done(&keeper->arena);
    *keeper = (struct keeper){0};
}

enum status keeper_check_key(const struct keeper *keeper)
{
    if (keeper->is_away || is_sign_whole(keeper->secrets->signing_key))
        return OK;
    return fail(STATUS_DAMAGED,
                "%s/ledger.db: the key with which this terminal signs is damaged, and no "
                "session begins; export what is sealed here, then begin with an empty "
                "data folder and --request",
                keeper->folders.data);
}

enum status keeper_check_here(const struct keeper *keeper)
{
    if (!keeper->is_away)
        return OK;
    return fail(
        STATUS_WRONG_KEY,
        "%s/ledger.db: the key of this terminal is sealed to its machine, and the "
        "system has given no credential that opens it: put back "
        "/etc/credstore.encrypted/resonance-ledger, or export what is sealed "
        "here, then begin with an empty data folder and --request",
        keeper->folders.data);
}
