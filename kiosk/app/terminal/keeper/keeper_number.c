#include "app/terminal/keeper/keeper_number.h"

#include <stdio.h>

enum status keeper_number_get(struct keeper *keeper, const char *name,
                              int64_t *out_number)
{
    struct span known;
    const enum status status =
        ledger_get_identity(&keeper->arena, keeper->ledger, name, &known);
    *out_number = 0;
    if (status == STATUS_NOT_FOUND)
        return OK;
    if (status == OK && !span_to_integer(known, out_number))
        return fail(STATUS_DAMAGED, "%s/ledger.db: a number in it (%s) is damaged",
                    keeper->folders.data, name);
    return status;
}

enum status keeper_number_put(struct keeper *keeper, const char *name, int64_t number)
{
    char text[24];
    const int count = snprintf(text, sizeof text, "%lld", (long long)number);
    return ledger_put_identity(keeper->ledger, name, (struct span){text, (size_t)count});
}
