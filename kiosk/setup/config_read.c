/* Reads the documents of a configuration; the signature was checked before. */
#include "setup/config.h"

#include "base/json/json.h"
#include "base/json/canonical_take.h"

#include <string.h>

/* One document on its way from bytes to struct: the tree lies in `scratch` and is gone at the
 * end, what is kept is copied to the caller's arena. */
struct reading {
    struct canonical_take take;
    struct arena scratch;
    const struct json *root;
};

static void reading_done(struct reading *reading)
{
    arena_done(&reading->scratch);
}
#define scoped_reading __attribute__((cleanup(reading_done))) struct reading

static void reading_begin(struct reading *reading, struct arena *arena,
                          const char *document, struct span bytes)
{
    *reading = (struct reading){
        .take = {.arena = arena, .document = document, .bad = STATUS_BAD_INPUT}};
    canonical_take_scratch(&reading->scratch);
    reading->root = canonical_take_root(&reading->take, &reading->scratch, bytes);
}

static size_t count_of(const struct json *list)
{
    size_t count = 0;
    for (const struct json *row = list ? list->first : NULL; row; row = row->next)
        count++;
    return count;
}

/* Only plain names below the folder: no way out of it by "..", "/" in front or odd bytes. */
static bool is_plain_name(struct span name)
{
    struct span rest = name, part;
    if (name.count == 0 || name.count > 200)
        return false;
    for (size_t i = 0; i < name.count; i++)
        if ((unsigned char)name.data[i] <= ' ' || name.data[i] == '\\' ||
            name.data[i] == 127)
            return false;
    while (span_next(&rest, '/', &part))
        if (part.count == 0 || part.data[0] == '.')
            return false;
    return true;
}

enum status config_manifest_read(struct arena *arena, struct span bytes,
                                 struct manifest **out_manifest)
{
    scoped_reading reading;
    reading_begin(&reading, arena, "manifest.json", bytes);
    struct canonical_take *take = &reading.take;
    struct manifest *manifest = arena_new(arena, struct manifest);
    manifest->sequence =
        canonical_take_whole(take, reading.root, "sequence", 1, INT32_MAX);
    const struct json *list =
        canonical_take_list(take, reading.root, "files", CONFIG_FILES_MAX);
    manifest->files = arena_array(arena, struct manifest_file, count_of(list));
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        struct manifest_file *file = &manifest->files[manifest->file_count];
        file->name = canonical_take_text(take, row, "name");
        canonical_take_hex(take, row, "blake2b", file->hash, CHAIN_HASH_BYTES);
        if (!is_plain_name(file->name) ||
            (manifest->file_count > 0 && span_order(file[-1].name, file->name) >= 0))
            canonical_take_wrong(take, "file names must be plain, sorted and named once");
        manifest->file_count++;
    }
    if (take->status == OK)
        *out_manifest = manifest;
    return take->status;
}

static bool is_recipient_again(const struct keyset *keyset, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (is_span_equal(keyset->recipients[i].recipient,
                          keyset->recipients[index].recipient))
            return true;
    return false;
}

static void keyset_check(struct canonical_take *take, const struct keyset *keyset)
{
    size_t recovery_count = 0;
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        recovery_count += keyset->recipients[i].role == RECIPIENT_RECOVERY;
        if (is_recipient_again(keyset, i))
            canonical_take_wrong(take, "a recipient is named twice");
    }
    if (keyset->recipient_count < 2 || recovery_count < 1)
        canonical_take_wrong(take, "there must be at least two keys, one of them for "
                                   "recovery; make them with 'resonance key new'");
}

enum status config_keyset_read(struct arena *arena, struct span bytes,
                               struct keyset **out_keyset)
{
    static const char *const roles[] = {"recruiter", "recovery"};
    scoped_reading reading;
    reading_begin(&reading, arena, "keyset.json", bytes);
    struct canonical_take *take = &reading.take;
    struct keyset *keyset = arena_new(arena, struct keyset);
    keyset->version = canonical_take_whole(take, reading.root, "version", 1, INT32_MAX);
    canonical_take_hex(take, reading.root, "previous", keyset->previous_hash,
                       CHAIN_HASH_BYTES);
    const struct json *list =
        canonical_take_list(take, reading.root, "recipients", RECIPIENTS_MAX);
    keyset->recipients = arena_array(arena, struct keyset_recipient, count_of(list));
    for (const struct json *row = list ? list->first : NULL; row; row = row->next)
        keyset->recipients[keyset->recipient_count++] = (struct keyset_recipient){
            .recipient = canonical_take_text(take, row, "recipient"),
            .role = (enum recipient_role)canonical_take_word(take, row, "role", roles, 2),
            .label = canonical_take_text(take, row, "label"),
            .not_after_unix_s =
                canonical_take_whole(take, row, "not_after", 0, INT64_MAX),
        };
    if (take->status == OK)
        keyset_check(take, keyset);
    if (take->status == OK)
        *out_keyset = keyset;
    return take->status;
}

enum status config_invitations_read(struct arena *arena, struct span bytes,
                                    struct invitations **out_invitations)
{
    scoped_reading reading;
    reading_begin(&reading, arena, "invitations.json", bytes);
    struct canonical_take *take = &reading.take;
    struct invitations *all = arena_new(arena, struct invitations);
    canonical_take_hex(take, reading.root, "salt", all->salt, CONFIG_SALT_BYTES);
    all->operations = canonical_take_whole(take, reading.root, "operations", 1, 16);
    all->memory_bytes =
        canonical_take_whole(take, reading.root, "memory_bytes", 8192, (int64_t)1 << 30);
    const struct json *list =
        canonical_take_list(take, reading.root, "invites", INVITES_MAX);
    all->invites = arena_array(arena, struct invite, count_of(list));
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        struct invite *invite = &all->invites[all->invite_count++];
        canonical_take_hex(take, row, "tag", invite->tag, CONFIG_TAG_BYTES);
        invite->role = (enum role)canonical_take_word(take, row, "role",
                                                      assessment_role_words, ROLES);
        invite->vacancy = canonical_take_text(take, row, "vacancy");
        invite->number = canonical_take_whole(take, row, "number", 0, INT32_MAX);
        invite->is_revoked = has_canonical_take_key(row, "revoked") &&
                             canonical_take_flag(take, row, "revoked");
    }
    if (take->status == OK)
        *out_invitations = all;
    return take->status;
}

/* What an organization founded before does not have. */
static struct span text_if_there(struct canonical_take *take, const struct json *root,
                                 const char *key)
{
    return root && json_get(root, key) ? canonical_take_text(take, root, key)
                                       : (struct span){0};
}

enum status config_erased_read(struct arena *arena, struct span bytes,
                               struct config_erased **out_erased)
{
    scoped_reading reading;
    reading_begin(&reading, arena, "erased.json", bytes);
    struct canonical_take *take = &reading.take;
    struct config_erased *erased = arena_new(arena, struct config_erased);
    const struct json *list =
        canonical_take_list(take, reading.root, "results", CONFIG_ERASED_MAX);
    erased->record_ids =
        arena_alloc(arena, (count_of(list) + 1) * sizeof *erased->record_ids);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        unsigned char *id = erased->record_ids[erased->count];
        canonical_take_hex(take, row, "record", id, CHAIN_ID_BYTES);
        if (erased->count &&
            memcmp(erased->record_ids[erased->count - 1], id, CHAIN_ID_BYTES) >= 0)
            canonical_take_wrong(take, "records must be sorted and named once");
        erased->count++;
    }
    if (take->status == OK)
        *out_erased = erased;
    return take->status;
}

enum status config_received_read(struct arena *arena, struct span bytes,
                                 struct config_received **out_received)
{
    scoped_reading reading;
    reading_begin(&reading, arena, "received.json", bytes);
    struct canonical_take *take = &reading.take;
    struct config_received *received = arena_new(arena, struct config_received);
    canonical_take_hex(take, reading.root, "device_id", received->device_id,
                       CHAIN_ID_BYTES);
    canonical_take_hex(take, reading.root, "entry", received->entry_hash,
                       CHAIN_HASH_BYTES);
    received->sequence =
        (uint64_t)canonical_take_whole(take, reading.root, "sequence", 1, INT64_MAX);
    const struct json *list =
        canonical_take_list(take, reading.root, "missing", CONFIG_MISSING_MAX);
    received->missing = arena_array(arena, uint64_t, count_of(list) + 1);
    uint64_t least = 1;
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        const uint64_t missing =
            (uint64_t)canonical_take_whole(take, row, "sequence", 1, INT64_MAX);
        if (missing < least || missing > received->sequence)
            canonical_take_wrong(take, "missing entries must be sorted and named once");
        received->missing[received->missing_count++] = missing;
        least = missing + 1;
    }
    if (take->status == OK)
        *out_received = received;
    return take->status;
}

enum status config_checked_read(struct arena *arena, struct span bytes,
                                struct config_checked **out_checked)
{
    scoped_reading reading;
    reading_begin(&reading, arena, "checked.json", bytes);
    struct canonical_take *take = &reading.take;
    struct config_checked *checked = arena_new(arena, struct config_checked);
    canonical_take_hex(take, reading.root, "assessment", checked->assessment_hash,
                       sizeof checked->assessment_hash);
    checked->version = canonical_take_text(take, reading.root, "version");
    if (take->status == OK)
        *out_checked = checked;
    return take->status;
}

bool is_config_printer(struct span name)
{
    for (size_t i = 0; i < name.count; i++)
        if (name.data[i] <= ' ' || name.data[i] > '~' || strchr("/#'\"\\", name.data[i]))
            return false;
    return name.count > 0 && name.count <= 127 && name.data[0] != '-';
}

enum status config_terminal_read(struct arena *arena, struct span bytes,
                                 struct terminal_config **out_config)
{
    scoped_reading reading;
    reading_begin(&reading, arena, "terminal.json", bytes);
    struct canonical_take *take = &reading.take;
    const struct json *root = reading.root;
    struct terminal_config *config = arena_new(arena, struct terminal_config);
    canonical_take_hex(take, root, "device_id", config->device_id, CHAIN_ID_BYTES);
    canonical_take_hex(take, root, "device_key", config->device_key,
                       sizeof config->device_key);
    config->epoch = canonical_take_whole(take, root, "epoch", 1, INT32_MAX);
    config->label = canonical_take_text(take, root, "label");
    config->organization = canonical_take_text(take, root, "organization");
    config->contact = canonical_take_text(take, root, "contact");
    config->language = canonical_take_text(take, root, "language");
    config->retention = canonical_take_text(take, root, "retention");
    config->customer = text_if_there(take, root, "customer");
    config->customers = text_if_there(take, root, "customers");
    config->printer = text_if_there(take, root, "printer");
    if (config->printer.count && !is_config_printer(config->printer))
        canonical_take_wrong(take, "printer is no name of a print queue");
    config->staff_pin = text_if_there(take, root, "staff_pin");
    if (config->staff_pin.count > CONFIG_PIN_HASH_MAX_BYTES ||
        (config->staff_pin.count && !has_span_prefix(config->staff_pin, "$argon2id$")))
        canonical_take_wrong(take, "staff_pin is no hash of a PIN");
    if (root && json_get(root, "legal_basis"))
        config->legal_basis = (enum legal_basis)canonical_take_word(
            take, root, "legal_basis", legal_basis_words, LEGAL_BASIS_COUNT);
    config->is_locked =
        root && json_get(root, "locked") && canonical_take_flag(take, root, "locked");
    config->width_mm = canonical_take_whole(take, root, "width_mm", 0, 10000);
    config->idle_s = canonical_take_whole(take, root, "idle_s", 120, 3600);
    config->warning_s = canonical_take_whole(take, root, "warning_s", 20, 300);
    config->hold_s = canonical_take_whole(take, root, "hold_s", 60, 7200);
    if (take->status == OK)
        *out_config = config;
    return take->status;
}
