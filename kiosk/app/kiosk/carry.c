#include "app/kiosk/carry.h"

#include "app/common/request_words.h"
#include "base/file.h"
#include "fleet/bundle.h"
#include "setup/config_request.h"

#include <stdio.h>
#include <string.h>

enum { CARRY_MAX_BYTES = 1024 * 1024 };

static enum status request_put(struct arena *arena, const struct vault *vault,
                               const struct wish *wish)
{
    struct config_request request = {.label = span_of(wish->label)};
    memcpy(request.device_id, vault->device_id, sizeof request.device_id);
    memcpy(request.device_key, vault->device_key, sizeof request.device_key);
    const struct span bytes = config_request_write(arena, &request);
    const enum status status = file_write(wish->path, bytes, 0644);
    if (status != OK)
        return status;
    const struct span words = request_words(arena, &request);
    printf("%s is written. Its eight words:\n  %.*s\nThe desk must show the same ones.\n",
           wish->path, SPAN_ARGS(words));
    return OK;
}

enum status carry_request(const struct wish *wish)
{
    struct arena arena;
    struct vault vault;
    if (!wish->label || !*wish->label || strlen(wish->label) > CONFIG_LABEL_BYTES_MAX)
        return fail(STATUS_USAGE,
                    "--request needs --label with what people call this terminal, at "
                    "most %d bytes",
                    CONFIG_LABEL_BYTES_MAX);
    enum status status = seal_start();
    if (status == OK)
        status = vault_open(wish->folders.data, &vault);
    if (status != OK)
        return status;
    arena_init(&arena, CARRY_MAX_BYTES);
    status = request_put(&arena, &vault, wish);
    arena_done(&arena);
    vault_close(&vault);
    return status;
}

enum status carry_export(const struct wish *wish)
{
    struct vault vault;
    struct bundle bundle;
    enum status status = seal_start();
    if (status == OK)
        status = vault_open(wish->folders.data, &vault);
    if (status != OK)
        return status;
    status = bundle_write(vault.ledger, 1, wish->path, &bundle);
    if (status == OK)
        printf("%s holds entries %llu to %llu, sealed and read back.\n", wish->path,
               (unsigned long long)bundle.from_sequence,
               (unsigned long long)bundle.to_sequence);
    vault_close(&vault);
    return status;
}
