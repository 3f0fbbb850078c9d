#include "model/config.h"

#include "model/json_write.h"

#include <stddef.h>

struct span manifest_write(struct arena *arena, const struct manifest *manifest)
{
    json_t *files = json_array();
    for (size_t i = 0; i < manifest->file_count; i++)
        json_array_append_new(
            files,
            json_pack("{s:o, s:o}", "name", json_span(manifest->files[i].name), "blake2b",
                      json_hex(manifest->files[i].hash, CONFIG_HASH_BYTES)));
    return json_pretty(arena, json_pack("{s:I, s:o}", "sequence",
                                        (json_int_t)manifest->sequence, "files", files));
}

struct span keyset_write(struct arena *arena, const struct keyset *keyset)
{
    json_t *list = json_array();
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *row = &keyset->recipients[i];
        const char *role = row->role == RECIPIENT_RECOVERY ? "recovery" : "recruiter";
        json_array_append_new(list, json_pack("{s:o, s:s, s:o, s:I}", "recipient",
                                              json_span(row->recipient), "role", role,
                                              "label", json_span(row->label), "not_after",
                                              (json_int_t)row->not_after_unix_s));
    }
    return json_pretty(
        arena, json_pack("{s:I, s:o, s:o}", "version", (json_int_t)keyset->version,
                         "previous", json_hex(keyset->previous_hash, CONFIG_HASH_BYTES),
                         "recipients", list));
}

struct span invitations_write(struct arena *arena, const struct invitations *invitations)
{
    json_t *list = json_array();
    for (size_t i = 0; i < invitations->invite_count; i++) {
        const struct invite *invite = &invitations->invites[i];
        const char *role = invite->role == ROLE_RATER ? "rater" : "candidate";
        json_array_append_new(list,
                              json_pack("{s:o, s:s, s:o, s:I}", "tag",
                                        json_hex(invite->tag, CONFIG_ID_BYTES), "role",
                                        role, "vacancy", json_span(invite->vacancy),
                                        "number", (json_int_t)invite->number));
    }
    return json_pretty(
        arena, json_pack("{s:o, s:I, s:I, s:o}", "salt",
                         json_hex(invitations->salt, CONFIG_ID_BYTES), "operations",
                         (json_int_t)invitations->operations, "memory_bytes",
                         (json_int_t)invitations->memory_bytes, "invites", list));
}

struct span terminal_config_write(struct arena *arena,
                                  const struct terminal_config *config)
{
    json_t *root = json_pack(
        "{s:o, s:o, s:I, s:o}", "device_id", json_hex(config->device_id, CONFIG_ID_BYTES),
        "device_key", json_hex(config->device_key, sizeof config->device_key), "epoch",
        (json_int_t)config->epoch, "label", json_span(config->label));
    json_object_set_new(root, "organization", json_span(config->organization));
    json_object_set_new(root, "contact", json_span(config->contact));
    json_object_set_new(root, "language", json_span(config->language));
    json_object_set_new(root, "width_mm", json_integer((json_int_t)config->width_mm));
    json_object_set_new(root, "idle_s", json_integer((json_int_t)config->idle_s));
    json_object_set_new(root, "warning_s", json_integer((json_int_t)config->warning_s));
    json_object_set_new(root, "hold_s", json_integer((json_int_t)config->hold_s));
    return json_pretty(arena, root);
}
