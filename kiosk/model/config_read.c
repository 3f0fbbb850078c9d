#include "model/config.h"

#include "model/json_read.h"

#include <stdlib.h>
#include <string.h>

/* Only plain names below the folder: no way out of it by "..", "/" in front or odd bytes.
 */
static int is_plain_name(struct span name)
{
    struct span rest = name, part;
    if (name.count == 0 || name.count > 200)
        return 0;
    for (size_t i = 0; i < name.count; i++)
        if ((unsigned char)name.data[i] <= ' ' || name.data[i] == '\\' ||
            name.data[i] == 127)
            return 0;
    while (span_next(&rest, '/', &part))
        if (part.count == 0 || part.data[0] == '.')
            return 0;
    return 1;
}

static size_t list_count(struct json_reader *reader, json_t *list, size_t most)
{
    if (json_array_size(list) > most)
        json_wrong(reader, "the list is longer than this program accepts");
    return reader->status == OK ? json_array_size(list) : 0;
}

enum status manifest_read(struct arena *arena, struct span bytes,
                          struct manifest **out_manifest)
{
    struct json_reader reader = {.arena = arena, .document = "manifest.json"};
    struct manifest *manifest = arena_new(arena, struct manifest);
    scoped_json *root = json_root(&reader, bytes);
    manifest->sequence = json_whole(&reader, root, "sequence");
    json_t *files = json_list(&reader, root, "files");
    manifest->file_count = list_count(&reader, files, CONFIG_FILES_MAX);
    manifest->files = arena_array(arena, struct manifest_file, manifest->file_count);
    for (size_t i = 0; i < manifest->file_count; i++) {
        json_t *row = json_array_get(files, i);
        manifest->files[i].name = json_text(&reader, row, "name");
        json_bytes(&reader, row, "blake2b", manifest->files[i].hash, CONFIG_HASH_BYTES);
        if (!is_plain_name(manifest->files[i].name) ||
            (i > 0 &&
             span_order(manifest->files[i - 1].name, manifest->files[i].name) >= 0))
            json_wrong(&reader, "file names must be plain, sorted and named once");
    }
    if (reader.status == OK)
        *out_manifest = manifest;
    return reader.status;
}

static enum recipient_role recipient_role(struct json_reader *reader, struct span word)
{
    if (is_span(word, "recovery"))
        return RECIPIENT_RECOVERY;
    if (!is_span(word, "recruiter"))
        json_wrong(reader, "the role of a recipient must be recruiter or recovery");
    return RECIPIENT_RECRUITER;
}

static int is_recipient_again(const struct keyset *keyset, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (is_span_equal(keyset->recipients[i].recipient,
                          keyset->recipients[index].recipient))
            return 1;
    return 0;
}

static void keyset_check(struct json_reader *reader, const struct keyset *keyset)
{
    size_t recovery_count = 0;
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        recovery_count += keyset->recipients[i].role == RECIPIENT_RECOVERY;
        if (is_recipient_again(keyset, i))
            json_wrong(reader, "a recipient is named twice");
    }
    if (keyset->recipient_count < 2 || recovery_count < 1)
        json_wrong(reader,
                   "there must be at least two keys, one of them for recovery; make "
                   "them with 'resonance key new'");
}

enum status keyset_read(struct arena *arena, struct span bytes,
                        struct keyset **out_keyset)
{
    struct json_reader reader = {.arena = arena, .document = "keyset.json"};
    struct keyset *keyset = arena_new(arena, struct keyset);
    scoped_json *root = json_root(&reader, bytes);
    keyset->version = json_whole(&reader, root, "version");
    json_bytes(&reader, root, "previous", keyset->previous_hash, CONFIG_HASH_BYTES);
    json_t *list = json_list(&reader, root, "recipients");
    keyset->recipient_count = list_count(&reader, list, RECIPIENTS_MAX);
    keyset->recipients =
        arena_array(arena, struct keyset_recipient, keyset->recipient_count);
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        json_t *row = json_array_get(list, i);
        keyset->recipients[i] = (struct keyset_recipient){
            .recipient = json_text(&reader, row, "recipient"),
            .role = recipient_role(&reader, json_text(&reader, row, "role")),
            .label = json_text(&reader, row, "label"),
            .not_after_unix_s = json_whole(&reader, row, "not_after"),
        };
    }
    keyset_check(&reader, keyset);
    if (reader.status == OK)
        *out_keyset = keyset;
    return reader.status;
}

static enum role invite_role(struct json_reader *reader, struct span word)
{
    if (is_span(word, "rater"))
        return ROLE_RATER;
    if (!is_span(word, "candidate"))
        json_wrong(reader, "the role of an invitation must be candidate or rater");
    return ROLE_CANDIDATE;
}

static void cost_check(struct json_reader *reader, const struct invitations *invitations)
{
    if (invitations->operations < 1 || invitations->operations > 16 ||
        invitations->memory_bytes < 8192 || invitations->memory_bytes > (int64_t)1 << 30)
        json_wrong(reader,
                   "the cost of the code hash is outside 1..16 passes, 8 KiB..1 GiB");
}

enum status invitations_read(struct arena *arena, struct span bytes,
                             struct invitations **out_invitations)
{
    struct json_reader reader = {.arena = arena, .document = "invitations.json"};
    struct invitations *invitations = arena_new(arena, struct invitations);
    scoped_json *root = json_root(&reader, bytes);
    json_bytes(&reader, root, "salt", invitations->salt, CONFIG_ID_BYTES);
    invitations->operations = json_whole(&reader, root, "operations");
    invitations->memory_bytes = json_whole(&reader, root, "memory_bytes");
    cost_check(&reader, invitations);
    json_t *list = json_list(&reader, root, "invites");
    invitations->invite_count = list_count(&reader, list, INVITES_MAX);
    invitations->invites = arena_array(arena, struct invite, invitations->invite_count);
    for (size_t i = 0; i < invitations->invite_count; i++) {
        json_t *row = json_array_get(list, i);
        struct invite *invite = &invitations->invites[i];
        json_bytes(&reader, row, "tag", invite->tag, CONFIG_ID_BYTES);
        invite->role = invite_role(&reader, json_text(&reader, row, "role"));
        invite->vacancy = json_text(&reader, row, "vacancy");
        invite->number = json_whole(&reader, row, "number");
    }
    if (reader.status == OK)
        *out_invitations = invitations;
    return reader.status;
}

static int64_t seconds(struct json_reader *reader, json_t *root, const char *key,
                       int64_t least, int64_t most)
{
    const int64_t value = json_whole(reader, root, key);
    if (reader->status == OK && (value < least || value > most))
        json_wrong(reader,
                   "idle must be 120..3600 s, warning 20..300 s, hold 60..7200 s");
    return value;
}

enum status terminal_config_read(struct arena *arena, struct span bytes,
                                 struct terminal_config **out_config)
{
    struct json_reader reader = {.arena = arena, .document = "terminal.json"};
    struct terminal_config *config = arena_new(arena, struct terminal_config);
    scoped_json *root = json_root(&reader, bytes);
    json_bytes(&reader, root, "device_id", config->device_id, CONFIG_ID_BYTES);
    json_bytes(&reader, root, "device_key", config->device_key,
               sizeof config->device_key);
    config->epoch = json_whole(&reader, root, "epoch");
    config->label = json_text(&reader, root, "label");
    config->organization = json_text(&reader, root, "organization");
    config->contact = json_text(&reader, root, "contact");
    config->language = json_text(&reader, root, "language");
    config->width_mm = json_whole(&reader, root, "width_mm");
    config->idle_s = seconds(&reader, root, "idle_s", 120, 3600);
    config->warning_s = seconds(&reader, root, "warning_s", 20, 300);
    config->hold_s = seconds(&reader, root, "hold_s", 60, 7200);
    if (reader.status == OK)
        *out_config = config;
    return reader.status;
}
