#include "app/terminal/keeper/keeper.h"

#include "app/terminal/trust.h"
#include "base/file.h"
#include "base/folder.h"

#include <stdio.h>
#include <string.h>

/* Two layers that do not see each other keep the same bytes. */
_Static_assert((int)CODE_TAG_BYTES == (int)CONFIG_TAG_BYTES, "tag of a code");
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
    if (status != OK)
        keeper_close(keeper);
    return status;
}

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

/* The number of a configuration that is kept as `name`; 0: none yet. */
static enum status number_get(struct keeper *keeper, const char *name,
                              int64_t *out_number)
{
    struct span known;
    const enum status status =
        ledger_get_identity(&keeper->arena, keeper->ledger, name, &known);
    *out_number = 0;
    if (status == STATUS_NOT_FOUND)
        return OK;
    if (status == OK && !span_to_integer(known, out_number))
        return fail(STATUS_DAMAGED,
                    "%s/ledger.db: the number of the configuration is damaged",
                    keeper->folders.data);
    return status;
}

static enum status number_put(struct keeper *keeper, const char *name, int64_t number)
{
    char text[24];
    const int count = snprintf(text, sizeof text, "%lld", (long long)number);
    return ledger_put_identity(keeper->ledger, name, (struct span){text, (size_t)count});
}

static enum status sequence_check(struct keeper *keeper, const struct config *config)
{
    const int64_t sequence = config->manifest->sequence;
    int64_t last;
    const enum status status = number_get(keeper, "sequence", &last);
    if (status != OK)
        return status;
    if (sequence < last)
        return fail(
            STATUS_REFUSED,
            "the configuration is number %lld, but number %lld was here before; copy "
            "the newest one",
            (long long)sequence, (long long)last);
    return sequence == last ? OK : number_put(keeper, "sequence", sequence);
}

/* What was done is noted afterwards: when the power goes in between, all of it is done again. */
static enum status erased_obey(struct keeper *keeper, const struct config *config)
{
    const struct config_erased *erased = config->erased;
    int64_t done;
    enum status status = number_get(keeper, "erased", &done);
    if (status != OK || erased->count == 0 || done >= config->manifest->sequence)
        return status;
    status = ledger_erase(keeper->ledger,
                          (const unsigned char(*)[CHAIN_ID_BYTES])erased->record_ids,
                          erased->count);
    return status == OK ? number_put(keeper, "erased", config->manifest->sequence)
                        : status;
}

enum status keeper_check_key(const struct keeper *keeper)
{
    if (is_sign_whole(keeper->secrets->signing_key))
        return OK;
    return fail(STATUS_DAMAGED,
                "%s/ledger.db: the key with which this terminal signs is damaged, and no "
                "session begins; export what is sealed here, then begin with an empty "
                "data folder and --request",
                keeper->folders.data);
}

enum status keeper_adopt(struct keeper *keeper, const struct config *config)
{
    const enum status whole = keeper_check_key(keeper);
    if (whole != OK)
        return whole;
    if (memcmp(config->terminal->device_id, keeper->device_id,
               sizeof keeper->device_id) != 0 ||
        memcmp(config->terminal->device_key, keeper->device_key,
               sizeof keeper->device_key) != 0)
        return fail(STATUS_WRONG_KEY,
                    "the configuration is made for another terminal; make a request "
                    "here with --request and enrol it at the desk");
    /* Where a key has ended, the terminal comes here every five minutes, for as long as it
     * takes. */
    const struct arena_mark mark = arena_mark(&keeper->arena);
    enum status status =
        trust_check(&keeper->arena, keeper->ledger, config->organization_key);
    if (status == OK)
        status = sequence_check(keeper, config);
    if (status == OK)
        status = erased_obey(keeper, config);
    arena_release(&keeper->arena, mark);
    if (status == OK)
        keeper->config = config;
    return status;
}

/* What is signed of the configuration in the folder, when it is the one that is named. */
static enum status named_load(struct keeper *keeper, struct arena *arena,
                              int64_t sequence,
                              const unsigned char assessment_hash[CHAIN_HASH_BYTES],
                              const unsigned char keyset_hash[CHAIN_HASH_BYTES],
                              struct config **out_config)
{
    struct config *config;
    const enum status status = config_load_signed(arena, keeper->folders.config, &config);
    if (status != OK)
        return status;
    if (config->manifest->sequence != sequence ||
        memcmp(config->assessment_hash, assessment_hash, CHAIN_HASH_BYTES) != 0 ||
        memcmp(config->keyset_hash, keyset_hash, CHAIN_HASH_BYTES) != 0)
        return fail(STATUS_REFUSED,
                    "%s was changed while it was read; the terminal reads it again",
                    keeper->folders.config);
    *out_config = config;
    return OK;
}

enum status keeper_adopt_folder(struct keeper *keeper, int64_t sequence,
                                const unsigned char assessment_hash[CHAIN_HASH_BYTES],
                                const unsigned char keyset_hash[CHAIN_HASH_BYTES])
{
    struct arena *arena = &keeper->configs[keeper->tried];
    struct config *config = NULL;
    keeper->offered_key = SPAN("");
    arena_reset(arena);
    enum status status =
        named_load(keeper, arena, sequence, assessment_hash, keyset_hash, &config);
    if (status == OK)
        status = keeper_adopt(keeper, config);
    if (status == STATUS_UNCONFIRMED && config)
        keeper->offered_key = config->organization_key;
    if (status == OK)
        keeper->tried = !keeper->tried;
    return status;
}

enum status keeper_trust(struct keeper *keeper)
{
    if (!keeper->offered_key.count)
        return fail(STATUS_REFUSED, "no organization waits for a yes");
    return trust_keep(keeper->ledger, keeper->offered_key);
}

enum status keeper_expire(struct keeper *keeper, struct moment moment)
{
    const int64_t now_s = moment.unix_ms / 1000;
    size_t erased_count;
    enum status status =
        drafts_retouch(keeper->drafts, now_s - KEEPER_DOUBT_S, now_s, now_s);
    if (status == OK)
        status =
            drafts_expire(keeper->drafts, now_s - KEEPER_DRAFT_LIFE_S, &erased_count);
    return status;
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
