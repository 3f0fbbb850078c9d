/* `resonance key passphrase LABEL`: the same keys under another passphrase. */
#include "app/desk/command/key/key_passphrase.h"

#include "app/desk/office/trust/bound.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/roll.h"
#include "base/clock.h"
#include "base/file.h"

enum status key_passphrase_signing(struct operation *operation,
                                   const struct minisign_key *key)
{
    struct span bytes;
    const enum status status =
        keys_wrap_signing(operation->arena, operation->office.organization->key_cost,
                          passphrase_span(&operation->passphrase), key, &bytes);
    return status == OK
               ? office_write(&operation->office,
                              keys_file(operation->arena, SPAN(KEYS_SIGNING)).data, bytes)
               : status;
}

enum status key_passphrase_follow(struct operation *operation)
{
    scoped_secret key = {0};
    if (!operation->old_passphrase.count)
        return OK;
    enum status status = keys_try_signing(
        &operation->office, passphrase_span(&operation->old_passphrase), &key);
    if (status == STATUS_WRONG_PASSPHRASE || status == STATUS_NOT_FOUND)
        return OK; /* it is another person's */
    if (status == OK)
        status = key_passphrase_signing(operation, key.bytes);
    if (status == OK)
        operation_say(operation,
                      "The old passphrase opened the signing key, too: that has "
                      "the new one now.");
    return status;
}

/* Before the passphrase is typed: whose key does not know it yet learns it. */
static enum status successions_say(struct operation *operation)
{
    const struct roll *roll;
    struct span public;
    enum status status = roll_read(&operation->office, &roll);
    if (status == OK)
        status = organization_key_text(&operation->office, &public);
    if (status != OK || !roll->succession_count)
        return status;
    const int64_t unix_s = roll->successions[roll->succession_count - 1].unix_s;
    page_add_exact(
        &operation->page.head,
        span_format(operation->arena,
                    "The organization has another signing key since %.*s, which "
                    "this key will know. Go on only when an owner reads the same "
                    "eight words to you:",
                    SPAN_ARGS(clock_date(operation->arena, unix_s * 1000))),
        keys_words(operation->arena, public));
    return OK;
}

enum status key_passphrase_prepare(struct operation *operation)
{
    const struct span label = operation_word(operation, 0);
    const bool is_signing = is_span(label, KEYS_SIGNING);
    enum status status = is_signing ? OK : keys_label_check(label);
    if (status == OK && !is_file(office_path(&operation->office,
                                             keys_file(operation->arena, label).data)))
        status =
            fail(STATUS_NOT_FOUND,
                 "the secret of a key \"%.*s\" is not here; see 'resonance key list'",
                 SPAN_ARGS(label));
    if (status == OK && !is_signing)
        status = successions_say(operation);
    operation->wants.signing_key = is_signing;
    operation->wants.keys_label = is_signing ? SPAN("") : label;
    operation->wants.new_passphrase = "this key";
    return status;
}

static enum status identities_wrap(struct operation *operation, struct span label)
{
    scoped_secret memory = {0};
    struct span bytes;
    enum status status = secret_open(sizeof(struct person), &memory);
    if (status == OK && operation->keys.person)
        status = bound_renew(&operation->office, &operation->keys, memory.bytes);
    if (status == OK)
        status = keys_wrap_identities(
            operation->arena, label, operation->office.organization->key_cost,
            passphrase_span(&operation->passphrase),
            operation->keys.person ? memory.bytes : NULL, operation->keys.identities,
            operation->keys.count, &bytes);
    return status == OK ? office_write(&operation->office,
                                       keys_file(operation->arena, label).data, bytes)
                        : status;
}

enum status key_passphrase_run(struct operation *operation)
{
    const struct span label = operation_word(operation, 0);
    enum status status = key_passphrase_follow(operation);
    if (status == OK)
        status = operation->wants.signing_key
                     ? key_passphrase_signing(operation, operation->signing_key.bytes)
                     : identities_wrap(operation, label);
    if (status == OK)
        operation_say(
            operation,
            "The key %.*s has another passphrase now. Copies of its file from "
            "before still open with the old one: remove those that you find, and "
            "if somebody else may have one, make a new key with 'resonance key "
            "rotate'.",
            SPAN_ARGS(label));
    return status;
}
