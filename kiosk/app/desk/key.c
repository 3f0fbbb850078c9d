#include "app/desk/key.h"

#include "app/desk/passphrase.h"
#include "app/desk/sheet.h"
#include "app/desk/task.h"
#include "base/file.h"
#include "model/canonical.h"

#include <unistd.h>

static const char help_new[] =
    "resonance key new --label LABEL [--recovery [--recovery-out FILE]]\n"
    "\n"
    "Makes a key that opens results from now on, and version n+1 of the set of keys. "
    "What\n"
    "is sealed already stays closed to it. Enrol the terminals again afterwards.\n"
    "\n"
    "  --label LABEL        whose key it is: small letters, digits, hyphens\n"
    "  --recovery           a recovery key: its secret goes to a sheet, not into the "
    "folder\n"
    "  --recovery-out FILE  where the sheet goes; without it, shown once here\n"
    "  --passphrase-fd N    take the new passphrase from this descriptor\n"
    "\n"
    "Example: resonance key new --label anna\n"
    "Exit: 0 made, 1 not made, 2 used wrong.\n";

static const char help_list[] = "resonance key list [--json]\n"
                                "\n"
                                "Shows the keys that open results, with the eight words "
                                "by which people compare them.\n"
                                "\n"
                                "Example: resonance key list\n"
                                "Exit: 0 done, 1 not done, 2 used wrong.\n";

static const char help_export[] =
    "resonance key export LABEL\n"
    "\n"
    "Shows the public key of LABEL; \"signing\" is the key that signs configurations.\n"
    "\n"
    "Example: resonance key export signing > acme.pub\n"
    "Exit: 0 done, 1 not done, 2 used wrong.\n";

static const char help_words[] =
    "resonance key words LABEL\n"
    "\n"
    "Shows the eight words of the public key of LABEL, to compare over the telephone.\n"
    "\n"
    "Example: resonance key words recovery\n"
    "Exit: 0 done, 1 not done, 2 used wrong.\n";

static const struct keyset_recipient *recipient_of(const struct keyset *keyset,
                                                   struct span label)
{
    for (size_t i = 0; i < keyset->recipient_count; i++)
        if (is_span_equal(keyset->recipients[i].label, label))
            return &keyset->recipients[i];
    return NULL;
}

static enum status public_text(struct duty *duty, struct span label, struct span *out)
{
    struct keyset *keyset;
    if (is_span(label, KEYS_SIGNING))
        return office_read(&duty->office, "keys/organization.pub", MINISIGN_MAX_BYTES,
                           out);
    const enum status status = office_keyset(&duty->office, &keyset, NULL);
    if (status != OK)
        return status;
    const struct keyset_recipient *recipient = recipient_of(keyset, label);
    if (!recipient)
        return fail(STATUS_NOT_FOUND,
                    "there is no key \"%.*s\"; see 'resonance key list'",
                    SPAN_ARGS(span_cut(label, 0, 60)));
    *out = recipient->recipient;
    return OK;
}

static enum status key_export(struct duty *duty)
{
    struct span text;
    const enum status status = public_text(duty, duty_word(duty, 0), &text);
    if (status == OK)
        buffer_format(&duty->out, "%.*s\n", SPAN_ARGS(span_trim(text)));
    return status;
}

static enum status key_words(struct duty *duty)
{
    struct span text;
    const enum status status = public_text(duty, duty_word(duty, 0), &text);
    if (status == OK)
        buffer_format(&duty->out, "%.*s\n", SPAN_ARGS(keys_words(duty->arena, text)));
    return status;
}

static const char *role_word(const struct keyset_recipient *recipient)
{
    return recipient->role == RECIPIENT_RECOVERY ? "recovery" : "recruiter";
}

static void list_json(struct duty *duty, const struct keyset *keyset)
{
    struct canonical c = canonical_begin(duty->arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "keys");
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *row = &keyset->recipients[i];
        canonical_object(&c, NULL);
        canonical_text(&c, "label", row->label);
        canonical_text(&c, "recipient", row->recipient);
        canonical_text(&c, "role", span_of(role_word(row)));
        canonical_text(&c, "words", keys_words(duty->arena, row->recipient));
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "version", keyset->version);
    canonical_end(&c);
    buffer_format(&duty->out, "%.*s\n", SPAN_ARGS(canonical_bytes(&c)));
}

static enum status key_list(struct duty *duty)
{
    struct keyset *keyset;
    const enum status status = office_keyset(&duty->office, &keyset, NULL);
    if (status != OK)
        return status;
    if (has_option(&duty->options, "json")) {
        list_json(duty, keyset);
        return OK;
    }
    buffer_format(&duty->out, "Set of keys, version %lld. Each of them opens results:\n",
                  (long long)keyset->version);
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *row = &keyset->recipients[i];
        const int is_here =
            is_file(office_path(&duty->office, keys_file(duty->arena, row->label).data));
        buffer_format(&duty->out, "  %-20.*s %-10s %-26s %.*s\n", SPAN_ARGS(row->label),
                      role_word(row),
                      row->role == RECIPIENT_RECOVERY ? "secret on paper only"
                      : is_here                       ? "secret in this folder"
                                                      : "secret is not here",
                      SPAN_ARGS(keys_words(duty->arena, row->recipient)));
    }
    return OK;
}

/* The set with `identity` added, chained to the set that stands in the file. */
static enum status keyset_grow(struct duty *duty, struct span label,
                               enum recipient_role role,
                               const struct age_recipient *recipient)
{
    struct arena *arena = duty->arena;
    struct keyset *keyset;
    struct span bytes;
    const enum status status = office_keyset(&duty->office, &keyset, &bytes);
    if (status != OK)
        return status;
    struct keyset_recipient *rows =
        arena_array(arena, struct keyset_recipient, keyset->recipient_count + 1);
    for (size_t i = 0; i < keyset->recipient_count; i++)
        rows[i] = keyset->recipients[i];
    rows[keyset->recipient_count] = (struct keyset_recipient){
        .recipient = age_recipient_write(arena, recipient), .role = role, .label = label};
    struct keyset grown = {
        .version = keyset->version + 1,
        .recipients = rows,
        .recipient_count = keyset->recipient_count + 1,
    };
    seal_hash(NULL, bytes, grown.previous_hash);
    buffer_format(&duty->out,
                  "Made the key %.*s; the set of keys has version %lld now.\nEnrol every "
                  "terminal again, so that it seals to the new key too.\n",
                  SPAN_ARGS(label), (long long)grown.version);
    return office_write(&duty->office, "keyset.json", keyset_write(arena, &grown));
}

static enum status recruiter_keep(struct duty *duty, struct span label,
                                  const struct age_identity *identity)
{
    const char *name = keys_file(duty->arena, label).data;
    scoped_passphrase passphrase = {0};
    struct span bytes;
    enum status status = passphrase_choose(&duty->options, "the new key", &passphrase);
    if (status == OK)
        status =
            keys_wrap_identity(duty->arena, label, duty->office.organization->key_cost,
                               passphrase_span(&passphrase), identity, &bytes);
    if (status == OK)
        status = office_write(&duty->office, name, bytes);
    if (status != OK)
        return status;
    status = keyset_grow(duty, label, RECIPIENT_RECRUITER, &identity->recipient);
    if (status != OK)
        unlink(office_path(&duty->office, name));
    return status;
}

static enum status recovery_give(struct duty *duty, struct span label,
                                 const struct age_identity *identity)
{
    const char *sheet = options_text(&duty->options, "recovery-out");
    enum status status = sheet_check(sheet, duty->office.folder);
    if (status == OK)
        status = sheet_give(sheet, duty->office.organization->name, label, identity);
    return status == OK
               ? keyset_grow(duty, label, RECIPIENT_RECOVERY, &identity->recipient)
               : status;
}

static enum status key_new(struct duty *duty)
{
    scoped_secret memory = {0};
    struct keyset *keyset;
    const char *text = "";
    enum status status = options_need(&duty->options, "label", &text);
    const struct span label = span_of(text);
    if (status == OK)
        status = keys_label_check(label);
    if (status == OK)
        status = office_keyset(&duty->office, &keyset, NULL);
    if (status == OK && recipient_of(keyset, label))
        status = fail(STATUS_EXISTS, "there is a key \"%s\" already; take another label",
                      text);
    if (status == OK && keyset->recipient_count == RECIPIENTS_MAX)
        status = fail(STATUS_TOO_LARGE, "a set holds at most %d keys", RECIPIENTS_MAX);
    if (status == OK)
        status = secret_open(sizeof(struct age_identity), &memory);
    if (status != OK)
        return status;
    age_identity_generate(memory.bytes);
    return has_option(&duty->options, "recovery")
               ? recovery_give(duty, label, memory.bytes)
               : recruiter_keep(duty, label, memory.bytes);
}

static const struct task tasks[] = {
    {"key new", help_new, "label= recovery recovery-out=", 0, 0, OFFICE_CHANGE, key_new},
    {"key list", help_list, "json", 0, 0, OFFICE_READ, key_list},
    {"key export", help_export, "", 1, 1, OFFICE_READ, key_export},
    {"key words", help_words, "", 1, 1, OFFICE_READ, key_words},
};

int key_command(int argc, char **argv)
{
    return task_choose("key", tasks, sizeof tasks / sizeof *tasks, argc, argv);
}
