#include "app/desk/command/key/key_next.h"

#include "app/desk/command/key/key_signing.h"
#include "app/desk/office/signing/next_key.h"
#include "app/desk/office/trust/organization_key.h"
#include "app/desk/office/trust/signed_settings.h"

#include <string.h>

struct next {
    bool is_finished; /* a change that was cut off */
};

static enum status options_check(const struct options *values)
{
    return options_text(values, "until") || options_text(values, "recovery-out")
               ? fail(STATUS_USAGE,
                      "--until and --recovery-out say nothing of the signing "
                      "key; its sheet is made with 'resonance key rotate "
                      "LABEL' afterwards, LABEL being that of the recovery "
                      "key")
               : OK;
}

static enum status begin_prepare(struct operation *operation)
{
    enum status status = signed_settings_check(&operation->office);
    if (status == OK)
        status = next_key_check(&operation->office);
    if (status == OK && options_text(&operation->values, "identity"))
        status = key_signing_prepare(operation);
    else
        operation->wants.signing_key = true;
    operation->wants.new_passphrase = "the next signing key";
    return status;
}

enum status key_next_prepare(struct operation *operation)
{
    struct next *next = arena_new(operation->arena, struct next);
    operation->state = next;
    enum status status = options_check(&operation->values);
    if (status == OK)
        status = next_key_finish(&operation->office, &next->is_finished);
    return status == OK && !next->is_finished ? begin_prepare(operation) : status;
}

static enum status begin_run(struct operation *operation)
{
    scoped_secret memory = {0};
    const enum status status = secret_open(sizeof(struct minisign_key), &memory);
    if (status != OK)
        return status;
    struct minisign_key *key = memory.bytes;
    minisign_generate(key);
    const enum status put = next_key_put(&operation->office, operation->signing_key.bytes,
                                         key, passphrase_span(&operation->passphrase));
    if (put == OK) /* the row of the log that tells of it is signed by it */
        memcpy(operation->signing_key.bytes, key, sizeof *key);
    return put;
}

static void way_on_say(struct operation *operation)
{
    operation_say(
        operation,
        "What the key before has signed until now counts; what it signs from now "
        "on does not.");
    operation_say(
        operation,
        "Next: enrol every terminal again. A terminal takes no configuration by "
        "this key before somebody there has said yes to these eight words: on the page "
        "for staff, Take a configuration; or with resonance-kiosk-setup "
        "--organization-words.");
    operation_say(
        operation,
        "The recovery sheet has the key before on it. Make a new sheet: 'resonance "
        "key rotate LABEL', LABEL being that of the recovery key.");
    operation_say(
        operation,
        "Tell everybody whose key opens results these words. Their keys know the "
        "key before, and say so, until they type 'resonance key passphrase LABEL'.");
}

enum status key_next_run(struct operation *operation)
{
    const struct next *next = operation->state;
    struct span public;
    enum status status = next->is_finished ? OK : begin_run(operation);
    if (status == OK)
        status = organization_key_text(&operation->office, &public);
    if (status != OK)
        return status;
    operation_note(operation, "changed keys", SPAN(KEYS_SIGNING));
    operation_say(operation, next->is_finished
                                 ? "A change of the signing key was cut off; it is "
                                   "finished now. Where archive.mark cannot be believed, "
                                   "'resonance audit accept' begins it anew."
                                 : "The organization has another signing key now.");
    page_add_exact(&operation->page.head, SPAN("Its eight words:"),
                   keys_words(operation->arena, public));
    way_on_say(operation);
    return OK;
}
