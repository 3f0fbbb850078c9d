#include "app/terminal/vault.h"

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
static enum status piece(struct vault *vault, const char *name, void *bytes, size_t count,
                         void (*make)(void *bytes))
{
    struct arena guarded; /* two of the pieces are secrets: no copy of them may stay */
    struct span found;
    enum status status = arena_init_guarded(&guarded, PIECE_ARENA_BYTES, NULL);
    if (status != OK)
        return status;
    status = ledger_get_identity(&guarded, vault->ledger, name, &found);
    if (status == OK && found.count != count)
        status =
            fail(STATUS_DAMAGED, "%s/ledger.db: the identity of this terminal is damaged",
                 vault->folder);
    if (status == OK)
        memcpy(bytes, found.data, count);
    arena_done(&guarded);
    if (status != STATUS_NOT_FOUND)
        return status;
    make(bytes);
    return ledger_put_identity(vault->ledger, name, (struct span){bytes, count});
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

static enum status identity_open(struct vault *vault)
{
    struct vault_secrets *secrets = vault->secrets;
    enum status status =
        piece(vault, "device-id", vault->device_id, sizeof vault->device_id, make_id);
    if (status == OK)
        status = piece(vault, "device-secret", secrets->device_secret,
                       sizeof secrets->device_secret, make_secret);
    if (status == OK)
        status = piece(vault, "signing-key", secrets->signing_key,
                       sizeof secrets->signing_key, make_signing_key);
    if (status == OK)
        sign_public_of(secrets->signing_key, vault->device_key);
    return status;
}

enum status vault_open(const char *folder, struct vault *vault)
{
    *vault = (struct vault){.folder = folder};
    arena_init(&vault->arena, VAULT_ARENA_MAX_BYTES);
    enum status status = folder_make(folder);
    if (status == OK)
        status = secret_open(sizeof(struct vault_secrets), &vault->memory);
    if (status == OK) {
        vault->secrets = vault->memory.bytes;
        status = drafts_open(&vault->arena, file_path(&vault->arena, folder, "drafts.db"),
                             &vault->drafts);
    }
    if (status == OK)
        status = ledger_open(&vault->arena, file_path(&vault->arena, folder, "ledger.db"),
                             &vault->ledger);
    if (status == OK)
        status = identity_open(vault);
    if (status != OK)
        vault_close(vault);
    return status;
}

void vault_close(struct vault *vault)
{
    drafts_close(vault->drafts);
    ledger_close(vault->ledger);
    secret_close(&vault->memory);
    arena_done(&vault->arena);
    *vault = (struct vault){0};
}

/* The number of a configuration that is kept as `name`; 0: none yet. */
static enum status number_get(struct vault *vault, const char *name, int64_t *out_number)
{
    struct span known;
    const enum status status =
        ledger_get_identity(&vault->arena, vault->ledger, name, &known);
    *out_number = 0;
    if (status == STATUS_NOT_FOUND)
        return OK;
    if (status == OK && !span_to_integer(known, out_number))
        return fail(STATUS_DAMAGED,
                    "%s/ledger.db: the number of the configuration is damaged",
                    vault->folder);
    return status;
}

static enum status number_put(struct vault *vault, const char *name, int64_t number)
{
    char text[24];
    const int count = snprintf(text, sizeof text, "%lld", (long long)number);
    return ledger_put_identity(vault->ledger, name, (struct span){text, (size_t)count});
}

static enum status sequence_check(struct vault *vault, const struct config *config)
{
    const int64_t sequence = config->manifest->sequence;
    int64_t last;
    const enum status status = number_get(vault, "sequence", &last);
    if (status != OK)
        return status;
    if (sequence < last)
        return fail(
            STATUS_REFUSED,
            "the configuration is number %lld, but number %lld was here before; copy "
            "the newest one",
            (long long)sequence, (long long)last);
    return sequence == last ? OK : number_put(vault, "sequence", sequence);
}

/* What was done is noted afterwards: when the power goes in between, all of it is done again. */
static enum status erased_obey(struct vault *vault, const struct config *config)
{
    const struct config_erased *erased = config->erased;
    int64_t done;
    enum status status = number_get(vault, "erased", &done);
    if (status != OK || erased->count == 0 || done >= config->manifest->sequence)
        return status;
    status = ledger_erase(vault->ledger,
                          (const unsigned char(*)[CHAIN_ID_BYTES])erased->record_ids,
                          erased->count);
    return status == OK ? number_put(vault, "erased", config->manifest->sequence)
                        : status;
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

enum status vault_adopt(struct vault *vault, const struct config *config)
{
    const enum status whole = vault_check_key(vault);
    if (whole != OK)
        return whole;
    if (memcmp(config->terminal->device_id, vault->device_id, sizeof vault->device_id) !=
            0 ||
        memcmp(config->terminal->device_key, vault->device_key,
               sizeof vault->device_key) != 0)
        return fail(STATUS_WRONG_KEY,
                    "the configuration is made for another terminal; make a request "
                    "here with --request and enrol it at the desk");
    /* Where a key has ended, the terminal comes here every five minutes, for as long as it
     * takes. */
    const struct arena_mark mark = arena_mark(&vault->arena);
    enum status status =
        trust_check(&vault->arena, vault->ledger, config->organization_key);
    if (status == OK)
        status = sequence_check(vault, config);
    if (status == OK)
        status = erased_obey(vault, config);
    arena_release(&vault->arena, mark);
    if (status == OK)
        vault->config = config;
    return status;
}

enum status vault_expire(struct vault *vault, struct moment moment)
{
    const int64_t now_s = moment.unix_ms / 1000;
    size_t erased_count;
    enum status status =
        drafts_retouch(vault->drafts, now_s - VAULT_DOUBT_S, now_s, now_s);
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

void vault_forget(struct vault *vault)
{
    if (vault->secrets) {
        wipe(vault->secrets->master, sizeof vault->secrets->master);
        wipe(vault->secrets->wrapping_key, sizeof vault->secrets->wrapping_key);
        wipe(vault->secrets->draft_key, sizeof vault->secrets->draft_key);
    }
    wipe(vault->tag, sizeof vault->tag);
    wipe(vault->locator, sizeof vault->locator);
    wipe(vault->row_hash, sizeof vault->row_hash);
    vault->row_number = 0;
    vault->has_left = false;
}
