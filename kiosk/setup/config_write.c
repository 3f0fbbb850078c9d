/* Writes the documents of a configuration as canonical JSON, so that their signature can be
 * checked over bytes made again. */
#include "setup/config.h"

#include "base/json/canonical.h"

/* Keys stand in sorted order: canonical sees to it. */

struct span config_manifest_write(struct arena *arena, const struct manifest *manifest)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "files");
    for (size_t i = 0; i < manifest->file_count; i++) {
        canonical_object(&c, NULL);
        canonical_hex(&c, "blake2b", manifest->files[i].hash, CHAIN_HASH_BYTES);
        canonical_text(&c, "name", manifest->files[i].name);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "sequence", manifest->sequence);
    canonical_end(&c);
    return canonical_bytes(&c);
}

struct span config_keyset_write(struct arena *arena, const struct keyset *keyset)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_hex(&c, "previous", keyset->previous_hash, CHAIN_HASH_BYTES);
    canonical_list(&c, "recipients");
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *row = &keyset->recipients[i];
        canonical_object(&c, NULL);
        canonical_text(&c, "label", row->label);
        canonical_whole(&c, "not_after", row->not_after_unix_s);
        canonical_text(&c, "recipient", row->recipient);
        canonical_text(&c, "role",
                       row->role == RECIPIENT_RECOVERY ? SPAN("recovery")
                                                       : SPAN("recruiter"));
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "version", keyset->version);
    canonical_end(&c);
    return canonical_bytes(&c);
}

struct span config_invitations_write(struct arena *arena,
                                     const struct invitations *invitations)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "invites");
    for (size_t i = 0; i < invitations->invite_count; i++) {
        const struct invite *invite = &invitations->invites[i];
        canonical_object(&c, NULL);
        canonical_whole(&c, "number", invite->number);
        if (invite->is_revoked)
            canonical_flag(&c, "revoked", true);
        canonical_text(&c, "role", span_of(assessment_role_words[invite->role]));
        canonical_hex(&c, "tag", invite->tag, CONFIG_TAG_BYTES);
        canonical_text(&c, "vacancy", invite->vacancy);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "memory_bytes", invitations->memory_bytes);
    canonical_whole(&c, "operations", invitations->operations);
    canonical_hex(&c, "salt", invitations->salt, CONFIG_SALT_BYTES);
    canonical_end(&c);
    return canonical_bytes(&c);
}

struct span config_erased_write(struct arena *arena, const struct config_erased *erased)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "results");
    for (size_t i = 0; i < erased->count; i++) {
        canonical_object(&c, NULL);
        canonical_hex(&c, "record", erased->record_ids[i], CHAIN_ID_BYTES);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_end(&c);
    return canonical_bytes(&c);
}

struct span config_received_write(struct arena *arena,
                                  const struct config_received *received)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_hex(&c, "device_id", received->device_id, CHAIN_ID_BYTES);
    canonical_hex(&c, "entry", received->entry_hash, CHAIN_HASH_BYTES);
    canonical_list(&c, "missing");
    for (size_t i = 0; i < received->missing_count; i++) {
        canonical_object(&c, NULL);
        canonical_whole(&c, "sequence", (int64_t)received->missing[i]);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "sequence", (int64_t)received->sequence);
    canonical_end(&c);
    return canonical_bytes(&c);
}

struct span config_checked_write(struct arena *arena,
                                 const struct config_checked *checked)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_hex(&c, "assessment", checked->assessment_hash,
                  sizeof checked->assessment_hash);
    canonical_text(&c, "version", checked->version);
    canonical_end(&c);
    return canonical_bytes(&c);
}

struct span config_terminal_write(struct arena *arena,
                                  const struct terminal_config *config)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "contact", config->contact);
    if (config->customer.count) {
        canonical_text(&c, "customer", config->customer);
        canonical_text(&c, "customers", config->customers);
    }
    canonical_hex(&c, "device_id", config->device_id, CHAIN_ID_BYTES);
    canonical_hex(&c, "device_key", config->device_key, sizeof config->device_key);
    canonical_whole(&c, "epoch", config->epoch);
    canonical_whole(&c, "hold_s", config->hold_s);
    canonical_whole(&c, "idle_s", config->idle_s);
    canonical_text(&c, "label", config->label);
    canonical_text(&c, "language", config->language);
    if (config->legal_basis != LEGAL_CONSENT)
        canonical_text(&c, "legal_basis",
                       span_of(legal_basis_words[config->legal_basis]));
    if (config->is_locked)
        canonical_flag(&c, "locked", true);
    canonical_text(&c, "organization", config->organization);
    if (config->printer.count)
        canonical_text(&c, "printer", config->printer);
    canonical_text(&c, "retention", config->retention);
    if (config->staff_pin.count)
        canonical_text(&c, "staff_pin", config->staff_pin);
    canonical_whole(&c, "warning_s", config->warning_s);
    canonical_whole(&c, "width_mm", config->width_mm);
    canonical_end(&c);
    return canonical_bytes(&c);
}
