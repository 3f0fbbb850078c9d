/* The keeper is opened, and made the first time: what this device is. */
#include "app/terminal/credential.h"
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
    if (keeper->is_looking)
        return fail(
            STATUS_NOT_FOUND,
            "%s/ledger.db does not say yet which terminal this is; make a request "
            "with --request",
            keeper->folders.data);
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

/* It stands there already. */
static void keep(void *bytes)
{
    (void)bytes;
}

#define DEVICE_SECRET "device-secret"
#define SIGNING_KEY "signing-key"
#define SEALED "-sealed"

/* What opens only on this machine, where the system gives a credential: `bytes` are all of the
 * piece, or what all of it is made of again. */
struct sealable {
    const char *name, *sealed_name;
    unsigned char *bytes;
    size_t count;
    void (*make)(void *bytes);
};

static enum status sealed_get(struct keeper *keeper, const struct secret *credential,
                              const struct sealable *piece)
{
    struct arena room;
    struct span found;
    arena_init(&room, PIECE_ARENA_BYTES);
    enum status status =
        ledger_get_identity(&room, keeper->ledger, piece->sealed_name, &found);
    if (status == OK && credential->bytes)
        status = credential_unwrap(credential, piece->name, keeper->device_id, found,
                                   piece->bytes);
    else if (status == OK)
        keeper->is_away = true;
    arena_done(&room);
    return status;
}

static enum status sealed_put(struct keeper *keeper, const struct secret *credential,
                              const struct sealable *piece)
{
    unsigned char wrapped[CREDENTIAL_WRAPPED_BYTES];
    const enum status status = credential_wrap(credential, piece->name, keeper->device_id,
                                               piece->bytes, wrapped);
    return status == OK ? ledger_seal_identity(
                              keeper->ledger, piece->name, piece->sealed_name,
                              (struct span){(const char *)wrapped, sizeof wrapped})
                        : status;
}

/* Who looks seals nothing. */
static bool is_sealing(const struct keeper *keeper, const struct secret *credential)
{
    return credential->bytes && !keeper->is_looking;
}

static enum status secret_piece(struct keeper *keeper, const struct secret *credential,
                                const struct sealable *wanted)
{
    enum status status = sealed_get(keeper, credential, wanted);
    if (status != STATUS_NOT_FOUND)
        return status;
    status = piece(keeper, wanted->name, wanted->bytes, wanted->count, wanted->make);
    return status == OK && is_sealing(keeper, credential)
               ? sealed_put(keeper, credential, wanted)
               : status;
}

static enum status seed_get(struct keeper *keeper, const struct secret *credential)
{
    scoped_secret seed = {0};
    enum status status = secret_open(SIGN_SEED_BYTES, &seed);
    if (status != OK)
        return status;
    const struct sealable wanted = {SIGNING_KEY, SIGNING_KEY SEALED, seed.bytes,
                                    seed.count, NULL};
    status = sealed_get(keeper, credential, &wanted);
    if (status == OK && !keeper->is_away)
        sign_of_seed(seed.bytes, keeper->secrets->signing_key);
    return status;
}

/* Its seed is sealed, all of it is made of that. A key whose halves do not belong together is left
 * as it is: keeper_check_key tells of it. */
static enum status signing_key_open(struct keeper *keeper,
                                    const struct secret *credential)
{
    unsigned char *key = keeper->secrets->signing_key;
    const struct sealable wanted = {SIGNING_KEY, SIGNING_KEY SEALED, key,
                                    SIGN_SECRET_BYTES, make_signing_key};
    enum status status = seed_get(keeper, credential);
    if (status != STATUS_NOT_FOUND)
        return status;
    status = piece(keeper, wanted.name, key, SIGN_SECRET_BYTES, make_signing_key);
    return status == OK && is_sealing(keeper, credential) && is_sign_whole(key)
               ? sealed_put(keeper, credential, &wanted)
               : status;
}

/* The public half is kept beside a key that is sealed: who looks needs it. */
static enum status device_key_open(struct keeper *keeper, bool has_public)
{
    if (!keeper->is_away)
        sign_public_of(keeper->secrets->signing_key, keeper->device_key);
    return has_public || keeper->is_away ? piece(keeper, "device-key", keeper->device_key,
                                                 sizeof keeper->device_key, keep)
                                         : OK;
}

static enum status pieces_open(struct keeper *keeper, const struct secret *credential)
{
    const struct sealable device_secret = {
        DEVICE_SECRET, DEVICE_SECRET SEALED, keeper->secrets->device_secret,
        sizeof keeper->secrets->device_secret, make_secret};
    enum status status =
        piece(keeper, "device-id", keeper->device_id, sizeof keeper->device_id, make_id);
    if (status == OK)
        status = secret_piece(keeper, credential, &device_secret);
    if (status == OK)
        status = signing_key_open(keeper, credential);
    return status == OK ? device_key_open(keeper, is_sealing(keeper, credential))
                        : status;
}

static enum status identity_open(struct keeper *keeper)
{
    scoped_secret credential = {0};
    enum status status = credential_read(&credential);
    if (status == OK || status == STATUS_NOT_FOUND)
        status = pieces_open(keeper, &credential);
    return status;
}

static enum status folder_begin(const struct keeper *keeper)
{
    const char *folder = keeper->folders.data;
    if (!keeper->is_looking)
        return folder_make(folder);
    if (is_folder(folder))
        return OK;
    return is_file(folder)
               ? fail(STATUS_EXISTS, "%s is a file; the data folder is to be there",
                      folder)
               : fail(STATUS_NOT_FOUND,
                      "there is no data folder %s yet; make a request with --request",
                      folder);
}

static enum status stores_open(struct keeper *keeper)
{
    struct arena *arena = &keeper->arena;
    const char *drafts = file_path(arena, keeper->folders.data, "drafts.db"),
               *ledger = file_path(arena, keeper->folders.data, "ledger.db");
    enum status status = keeper->is_looking ? drafts_look(arena, drafts, &keeper->drafts)
                                            : drafts_open(arena, drafts, &keeper->drafts);
    if (status == OK)
        status = keeper->is_looking ? ledger_look(arena, ledger, &keeper->ledger)
                                    : ledger_open(arena, ledger, &keeper->ledger);
    return status;
}

static enum status open_files(struct keeper *keeper)
{
    arena_init(&keeper->arena, KEEPER_ARENA_MAX_BYTES);
    for (int i = 0; i < 2; i++)
        arena_init(&keeper->configs[i], KEEPER_CONFIG_MAX_BYTES);
    enum status status = folder_begin(keeper);
    if (status == OK)
        status = secret_open(sizeof(struct keeper_secrets), &keeper->memory);
    if (status == OK) {
        keeper->secrets = keeper->memory.bytes;
        status = stores_open(keeper);
    }
    if (status == OK)
        status = identity_open(keeper);
    return status;
}

enum status keeper_open(struct keeper_folders folders, struct keeper *keeper)
{
    *keeper = (struct keeper){.folders = folders};
    enum status status = open_files(keeper);
    if (status == OK)
        status = keeper_marks_open(keeper);
    if (status != OK)
        keeper_close(keeper);
    return status;
}

enum status keeper_look(struct keeper_folders folders, struct keeper *keeper)
{
    *keeper = (struct keeper){.folders = folders, .is_looking = true};
    const enum status status = open_files(keeper);
    if (status != OK)
        keeper_close(keeper);
    return status;
}
