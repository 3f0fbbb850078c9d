#include "app/desk/command/key.h"

#include "app/desk/command/key_change.h"
#include "app/desk/office/office_keys.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/json/canonical.h"

static const char help_new[] =
    "resonance key new --label LABEL [--until DAY] [--recovery [--recovery-out FILE]]\n"
    "\n"
    "Makes a key that opens results from now on, and version n+1 of the set of keys. "
    "What\n"
    "is sealed already stays closed to it. Enrol the terminals again afterwards.\n"
    "\n"
    "  --label LABEL        whose key it is: small letters, digits, hyphens\n"
    "  --until DAY          its last day, such as 2027-11-30; behind it terminals begin "
    "no\n"
    "                       session until the key is changed\n"
    "  --recovery           a recovery key: its secret goes to a sheet, not into the "
    "folder\n"
    "  --recovery-out FILE  where the sheet goes; without it, shown once here\n"
    "  --passphrase-fd N    take the new passphrase from this descriptor\n"
    "\n"
    "Example: resonance key new --label anna\n"
    "Exit: 0 made, 1 not made, 2 used wrong.\n";

static const char help_rotate[] =
    "resonance key rotate LABEL [--until DAY] [--recovery-out FILE]\n"
    "\n"
    "Makes a new key in the place of the key LABEL, and version n+1 of the set of keys: "
    "once\n"
    "a year, or when somebody may have seen it. The present passphrase is asked for, "
    "then a\n"
    "new one. What was sealed to the old key still opens: it stays in the same file. Of "
    "a\n"
    "recovery key a new sheet is made; keep the old one with it.\n"
    "\n"
    "  --until DAY          the last day of the new key, such as 2027-11-30\n"
    "  --recovery-out FILE  where a new recovery sheet goes; without it, shown once "
    "here\n"
    "  --passphrase-fd N    take both passphrases from this descriptor, a line each\n"
    "\n"
    "Example: resonance key rotate anna --until 2027-11-30\n"
    "Exit: 0 made, 1 not made, 2 used wrong.\n";

static const char help_retire[] =
    "resonance key retire LABEL\n"
    "\n"
    "Takes the key LABEL out of the set: somebody leaves. Once the terminals are "
    "enrolled\n"
    "again, nothing more is sealed to it; what was sealed before, it can still open.\n"
    "\n"
    "Example: resonance key retire anna\n"
    "Exit: 0 done, 1 not done, 2 used wrong.\n";

static const char help_recover[] =
    "resonance key recover LABEL --identity FILE [--until DAY]\n"
    "\n"
    "When the passphrase or the file of the key LABEL is lost: makes a new key in its "
    "place\n"
    "under a new passphrase, and takes along the recovery keys of the sheet FILE, so "
    "that what\n"
    "was sealed until now opens again.\n"
    "\n"
    "  --identity FILE    the recovery sheet, typed or scanned into a file\n"
    "  --until DAY        the last day of the new key, such as 2027-11-30\n"
    "  --passphrase-fd N  take the new passphrase from this descriptor\n"
    "\n"
    "Example: resonance key recover anna --identity /media/stick/sheet\n"
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

static enum status public_text(struct command *command, struct span label,
                               struct span *out)
{
    struct keyset *keyset;
    if (is_span(label, KEYS_SIGNING))
        return office_read(&command->office, "keys/organization.pub", MINISIGN_MAX_BYTES,
                           out);
    const enum status status = office_keyset(&command->office, &keyset, NULL);
    if (status != OK)
        return status;
    const struct keyset_recipient *recipient = keys_find(keyset, label);
    if (!recipient)
        return fail(STATUS_NOT_FOUND,
                    "there is no key \"%.*s\"; see 'resonance key list'",
                    SPAN_ARGS(span_cut(label, 0, 60)));
    *out = recipient->recipient;
    return OK;
}

static enum status key_export(struct command *command)
{
    struct span text;
    const enum status status = public_text(command, command_word(command, 0), &text);
    if (status == OK)
        buffer_format(&command->out, "%.*s\n", SPAN_ARGS(span_trim(text)));
    return status;
}

static enum status key_words(struct command *command)
{
    struct span text;
    const enum status status = public_text(command, command_word(command, 0), &text);
    if (status == OK)
        buffer_format(&command->out, "%.*s\n",
                      SPAN_ARGS(keys_words(command->arena, text)));
    return status;
}

static const char *role_word(const struct keyset_recipient *recipient)
{
    return recipient->role == RECIPIENT_RECOVERY ? "recovery" : "recruiter";
}

static struct span last_day(struct arena *arena, const struct keyset_recipient *recipient)
{
    return clock_date(arena, recipient->not_after_unix_s * 1000);
}

static void list_json(struct command *command, const struct keyset *keyset)
{
    struct canonical c = canonical_begin(command->arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "keys");
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *row = &keyset->recipients[i];
        canonical_object(&c, NULL);
        canonical_text(&c, "label", row->label);
        canonical_text(&c, "recipient", row->recipient);
        canonical_text(&c, "role", span_of(role_word(row)));
        if (row->not_after_unix_s)
            canonical_text(&c, "until", last_day(command->arena, row));
        else
            canonical_null(&c, "until");
        canonical_text(&c, "words", keys_words(command->arena, row->recipient));
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "version", keyset->version);
    canonical_end(&c);
    buffer_format(&command->out, "%.*s\n", SPAN_ARGS(canonical_bytes(&c)));
}

static enum status key_list(struct command *command)
{
    struct keyset *keyset;
    const enum status status = office_keyset(&command->office, &keyset, NULL);
    if (status != OK)
        return status;
    if (has_option(&command->options, "json")) {
        list_json(command, keyset);
        return OK;
    }
    buffer_format(&command->out,
                  "Set of keys, version %lld. Each of them opens results:\n",
                  (long long)keyset->version);
    for (size_t i = 0; i < keyset->recipient_count; i++) {
        const struct keyset_recipient *row = &keyset->recipients[i];
        const bool is_here = is_file(
            office_path(&command->office, keys_file(command->arena, row->label).data));
        const struct span until =
            row->not_after_unix_s ? span_format(command->arena, ", until %.*s",
                                                SPAN_ARGS(last_day(command->arena, row)))
                                  : SPAN("");
        buffer_format(&command->out, "  %-20.*s %-10s %-26s %.*s%.*s\n",
                      SPAN_ARGS(row->label), role_word(row),
                      row->role == RECIPIENT_RECOVERY ? "secret on paper only"
                      : is_here                       ? "secret in this folder"
                                                      : "secret is not here",
                      SPAN_ARGS(keys_words(command->arena, row->recipient)),
                      SPAN_ARGS(until));
    }
    return OK;
}

static const struct command_row tasks[] = {
    {"key new", help_new, "label= recovery recovery-out= until=", 0, 0, OFFICE_CHANGE,
     key_change_new},
    {"key rotate", help_rotate, "recovery-out= until=", 1, 1, OFFICE_CHANGE,
     key_change_rotate},
    {"key retire", help_retire, "", 1, 1, OFFICE_CHANGE, key_change_retire},
    {"key recover", help_recover, "identity= until=", 1, 1, OFFICE_CHANGE,
     key_change_recover},
    {"key list", help_list, "json", 0, 0, OFFICE_READ, key_list},
    {"key export", help_export, "", 1, 1, OFFICE_READ, key_export},
    {"key words", help_words, "", 1, 1, OFFICE_READ, key_words},
};

int key_command(int argc, char **argv)
{
    return command_choose("key", tasks, sizeof tasks / sizeof *tasks, argc, argv);
}
