/* keeper_kit: an open keeper for each test, over an empty folder of its own (store_kit). */
#ifndef KIT_KEEPER_KIT_H
#define KIT_KEEPER_KIT_H

#include "store_kit.h"

#include "app/terminal/keeper/keeper.h"
#include "seal/seal.h"

static struct keeper keeper;

KIT int keeper_setup(void **state)
{
    if (kit_setup(state) != 0 || seal_start() != OK)
        return -1;
    return keeper_open((struct keeper_folders){.config = kit_path("config"),
                                               .data = kit_path("data")},
                       &keeper) == OK
               ? 0
               : -1;
}

KIT int keeper_teardown(void **state)
{
    keeper_close(&keeper);
    return kit_teardown(state);
}

#endif
