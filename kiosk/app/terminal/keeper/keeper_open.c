/* The keeper is opened, and made the first time: what this device is. */
#include "app/terminal/keeper/keeper_marks.h"

#include "base/file.h"
#include "base/folder.h"

#include <string.h>

/* Two layers that do not see each other keep the same bytes. */
_Static_assert((int)CODE_TAG_BYTES == (int)CONFIG_TAG_BYTES, "tag of a code");
_Static_assert((int)CODE_PSEUDONYM_BYTES == (int)SITTING_PSEUDONYM_BYTES,
               "pseudonym of a code");
_Static_assert((int)STRETCH_SALT_BYTES == (int)CONFIG_SALT_BYTES, "salt of the codes");
_Static_assert((int)CODE_LOCATOR_BYTES == (int)DRAFTS_LOCATOR_BYTES,
               "locator of a draft");
_Static_assert(sizeof((struct assessment *)0)->hash == CHAIN_HASH_BYTES, "its hash");

enum { PIECE_ARENA_BYTES = 4096 };

/* Reads an identity piece of a known size; makes it with `make` when it is not there yet. */
static enum status piece(struct keeper *keeper, const char *name, void *bytes,
                         size_t count, void (*make)(void *bytes))
{
    struct arena guarded; /* two of the pieces are secrets: no copy of them may stay */
    struct span found;
    enum status status = arena_init_guarded(&guarded, PIECE_ARENA_BYTES, NULL);
    if (status != OK)
        return status;
    status = ledger_get_identity(&guarded, keeper->ledger, name, &found);
    if (status == OK && found.count != count)
        status =
            fail(STATUS_DAMAGED, "%s/ledger.db: the identity of this terminal is damaged",
                 keeper->folders.data);
    if (status == OK)
        memcpy(bytes, found.data, count);
    arena_done(&guarded);
    if (status != STATUS_NOT_FOUND)
        return status;
    make(bytes);
    return ledger_put_identity(keeper->ledger, name, (struct span){bytes, count});
}

static void make_id(void *bytes)
{
    seal_random(bytes, CHAIN_ID_BYTES);
}

static void make_secret(void *bytes)
{
    seal_random(bytes, CODE_DEVICE_SECRET_BYTES);
}

static void make_signing_key(void *bytes)
{
    unsigned char public[CHAIN_PUBLIC_KEY_BYTES];
    sign_generate(bytes, public);
}

static enum status identity_open(struct keeper *keeper)
{
    struct keeper_secrets *secrets = keeper->secrets;
    enum status status =
        piece(keeper, "device-id", keeper->device_id, sizeof keeper->device_id, make_id);
    if (status == OK)
        status = piece(keeper, "device-secret", secrets->device_secret,
                       sizeof secrets->device_secret, make_secret);
    if (status == OK)
        status = piece(keeper, "signing-key", secrets->signing_key,
                       sizeof secrets->signing_key, make_signing_key);
    if (status == OK)
        sign_public_of(secrets->signing_key, keeper->device_key);
    return status;
}

enum status keeper_open(struct keeper_folders folders, struct keeper *keeper)
{
    const char *folder = folders.data;
    *keeper = (struct keeper){.folders = folders};
    arena_init(&keeper->arena, KEEPER_ARENA_MAX_BYTES);
    for (int i = 0; i < 2; i++)
        arena_init(&keeper->configs[i], KEEPER_CONFIG_MAX_BYTES);
    enum status status = folder_make(folder);
    if (status == OK)
        status = secret_open(sizeof(struct keeper_secrets), &keeper->memory);
    if (status == OK) {
        keeper->secrets = keeper->memory.bytes;
        status =
            drafts_open(&keeper->arena, file_path(&keeper->arena, folder, "drafts.db"),
                        &keeper->drafts);
    }
    if (status == OK)
        status =
            ledger_open(&keeper->arena, file_path(&keeper->arena, folder, "ledger.db"),
                        &keeper->ledger);
    if (status == OK)
        status = identity_open(keeper);
    if (status == OK)
        status = keeper_marks_open(keeper);
    if (status != OK)
        keeper_close(keeper);
    return status;
}
