/* `resonance key passphrase LABEL`: the same keys under another passphrase. */
#include "app/desk/command/key/key_passphrase.h"

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
    operation->wants.signing_key = is_signing;
    operation->wants.keys_label = is_signing ? SPAN("") : label;
    operation->wants.new_passphrase = "this key";
    return status;
}

static enum status identities_wrap(struct operation *operation, struct span label)
{
    struct span bytes;
    const enum status status = keys_wrap_identities(
        operation->arena, label, operation->office.organization->key_cost,
        passphrase_span(&operation->passphrase), operation->keys.person,
        operation->keys.identities, operation->keys.count, &bytes);
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
